"""Reading a business account: its posts, comments on them, messages, and where others tag it.

Whoever only writes its handle into a caption or comment is not in any list of Instagram's; it
tells of those to a public server only (webhooks), which a control room is not.
"""

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from controlroom.feeds.base import Capabilities, Looked, Page, Reading, Seat
from controlroom.feeds.graph.calls import Calls
from controlroom.feeds.graph.client import Graph
from controlroom.feeds.graph.faults import UnknownField
from controlroom.feeds.graph.lists import read_edge
from controlroom.feeds.graph.looking import Kind, Look
from controlroom.feeds.graph.sweep import Sweep
from controlroom.feeds.graph.version import api
from controlroom.feeds.networks.instagram import edges
from controlroom.feeds.networks.instagram.parse import NETWORK, comment_of, post_of
from controlroom.feeds.reading import read_all
from controlroom.model.errors import OurError
from controlroom.model.stream import Source, SourceKind

_AT_ONCE = 50

_ONE = MappingProxyType({"instagram": 1})
_TWO = MappingProxyType({"instagram": 2})
_DIALOGUES = MappingProxyType({"messenger": 1})
_POST = Kind(edges.POST, post_of)
_COMMENT = Kind(edges.REPLY, comment_of)

CAPABILITIES = Capabilities(
    network=NETWORK,
    name="Instagram",
    reads=MappingProxyType(
        {
            SourceKind.COMMENTS: Reading(edges.COMMENTS, whole=False, draws=_ONE),
            SourceKind.MENTIONS: Reading(edges.POSTS, whole=False, draws=_ONE),
            SourceKind.MESSAGES: Reading(edges.MESSAGES, whole=False, draws=_DIALOGUES),
            SourceKind.POSTS: Reading(edges.POSTS, whole=False, draws=_ONE),
            SourceKind.CONVERSATION: Reading(edges.COMMENTS, draws=_TWO),
        }
    ),
    deletions=True,
    looks_again=_AT_ONCE,
    look_draws=_TWO,
)


def make_feed(seat: Seat) -> "InstagramFeed":
    """Returns a feed for the account in `seat`. Raises `AddressRefused` for an unsafe server."""
    return InstagramFeed(seat)


class InstagramFeed:
    """What an account sees, through the page it belongs to."""

    capabilities = CAPABILITIES

    def __init__(self, seat: Seat) -> None:
        if seat.profile is None:
            raise OurError("Instagram is read through an account")
        self._account = seat.profile.remote_id
        self._graph = Graph(seat.server(api().host), seat.sign_in.credential, seat.now)
        self._calls = Calls(self._graph)
        self._sweep = Sweep(edges.comments_branch(), self._account, self._calls, seat.now)
        self._talks = Sweep(edges.messages_branch(), edges.PAGE, self._calls, seat.now)

    def page(self, source: Source, *, older: str = "", known: str = "") -> Page:
        match source.kind:
            case SourceKind.POSTS:
                edge = edges.posts_of(self._account)
                return read_edge(self._calls, edge, older, known)
            case SourceKind.MENTIONS:
                edge = edges.tags_of(self._account)
                return read_edge(self._calls, edge, older, known)
            case SourceKind.COMMENTS:
                return self._sweep.page(older, known, source.term)
            case SourceKind.MESSAGES:
                return self._talks.page(older, known, source.term)
            case SourceKind.CONVERSATION if edges.is_dialogue(source.term):
                return read_edge(self._calls, edges.messages_of(source.term), older, known)
            case SourceKind.CONVERSATION:
                return self._conversation(source.term, older, known)
        raise OurError(f"Instagram has no {source.kind}")

    def look(self, remote_ids: Sequence[str]) -> Looked:
        """Messages are not looked at: of older ones the Graph says that they are gone."""
        ids = [one for one in remote_ids if not edges.is_dialogue(one)]
        return Look(self._account, self._calls).look([(ids, [_COMMENT, _POST])])

    def close(self) -> None:
        self._graph.close()

    def _conversation(self, term: str, older: str, known: str) -> Page:
        """A post or comment itself, and all below it."""
        if older:
            return self._sweep.page(older, known)
        try:
            raw, kind, below = self._calls.thing(term, _POST.fields)[0], _POST, term
        except UnknownField:
            raw, kind = self._calls.thing(term, _COMMENT.fields)[0], _COMMENT
            below = f"{edges.REPLIES}{term}"
        head, bad = read_all([raw], kind.read)
        read = self._sweep.page("", known, below)
        return replace(read, posts=(*head, *read.posts), set_aside=(*bad, *read.set_aside))
