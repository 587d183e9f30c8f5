"""The boards of a desk that never had any: what is said to the force, and what it says itself.

They are made once, as soon as profiles are connected: by the desk of one, which has the engine read
the streams they need, and by a desk of a team, of the streams its station reads. Networks that ask
for money are left out: what they cost is told before a stream is switched on.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject

from controlroom.feeds.rules import rules_of
from controlroom.model.board import Board, Column
from controlroom.model.network import NetworkOffer
from controlroom.model.stream import Reach, SourceKind, Stream
from controlroom.ui.streams.words import kind_told

if TYPE_CHECKING:
    from controlroom.ui.board.column.facts import Facts
    from controlroom.ui.board.session import Session

translate = QCoreApplication.translate
USUAL = (SourceKind.MENTIONS, SourceKind.COMMENTS, SourceKind.MESSAGES, SourceKind.POSTS)
"""What a first board shows, from left to right, as far as the networks have it."""
URGENT = frozenset(USUAL) - {SourceKind.POSTS}
MOST_COLUMNS = 8


@dataclass(frozen=True, slots=True)
class Known:
    """What a first board is made of.

    Attributes:
        networks: of the profiles that are connected.
        is_free: whether reading a network costs nothing.
    """

    streams: Mapping[int, Stream]
    networks: Collection[str]
    offers: Mapping[str, NetworkOffer]
    is_free: Callable[[str], bool]


def missing(known: Known, name: Callable[[SourceKind], str]) -> list[Stream]:
    """Returns the streams that a first board of a desk of one needs and that are not there yet."""
    there = {reach.kind for stream in known.streams.values() for reach in stream.reaches}
    return [
        Stream(0, name(kind), (), "", kind in URGENT, reaches)
        for kind in USUAL
        if kind not in there and (reaches := tuple(_reaches(known, kind)))
    ]


def first_board(known: Known, name: str) -> Board:
    """Returns a board of the streams there are, the usual ones first."""
    ranks = {kind: place for place, kind in enumerate(USUAL)}

    def rank(stream: Stream) -> int:
        kinds = {one.kind for one in stream.reaches} | {one.kind for one in stream.sources}
        return min((ranks.get(kind, len(USUAL)) for kind in kinds), default=len(USUAL))

    streams = sorted(known.streams.values(), key=lambda one: (rank(one), one.id))
    return Board(0, name, tuple(Column(0, one.id) for one in streams[:MOST_COLUMNS]))


def _reaches(known: Known, kind: SourceKind) -> Iterable[Reach]:
    for network in sorted(known.networks):
        offer = known.offers.get(network)
        if offer is not None and kind in offer.kinds and known.is_free(network):
            yield Reach(kind, 0, network)


class FirstBoards(QObject):
    """Makes them for one window. Does nothing on a desk that has, or had, a board."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window
        self._session: Session | None = None
        self._asked = False
        window.section_shown.connect(self._follow)
        window.line.networks.connect(self.look)
        self._follow()

    def look(self, _networks: object = None) -> None:
        """Makes the first board if it is time; else asks for what it needs."""
        session = self._session
        desk = session.desk if session is not None else None
        if session is None or desk is None:
            return
        if session.book.boards or not desk.facts.ours.accounts:
            return
        if desk.store.has_had_boards():
            return
        known, in_team = self._known(desk.facts), bool(getattr(self._window.house, "team", ""))
        streams = [] if in_team else missing(known, kind_told)
        if not (in_team or known.offers):
            self._window.line.ask_networks()
        elif streams and not self._asked:
            self._asked = True
            for stream in streams:
                self._window.line.say(save_stream=stream)
        elif known.streams and not streams:
            session.book.add(first_board(known, translate("Board", "Force")))

    def _follow(self, _section: str = "") -> None:
        """Takes up the board once its page is made."""
        page = self._window.pages.page("board")
        if self._session is None and page is not None:
            self._session = page.session
            self._session.learned.connect(self.look)
            self.look()

    def _known(self, facts: "Facts") -> Known:
        networks = {network for network, _ in facts.ours.accounts}
        return Known(facts.streams, networks, self._window.line.offers, _is_free)


def _is_free(network: str) -> bool:
    return rules_of(network).price("post") is None
