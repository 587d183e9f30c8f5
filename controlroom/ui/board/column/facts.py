"""What the board knows of the house: profiles, streams and how they were last read."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from controlroom.model.board import Column
from controlroom.model.frozen import dataclass
from controlroom.model.profile import Group, Profile
from controlroom.model.query.errors import QueryError
from controlroom.model.query.tree import Everything, Field, Node
from controlroom.model.reading import Gap, SourceState
from controlroom.model.server import Servers
from controlroom.model.stream import Source, SourceKind, Stream
from controlroom.ui.board.card.content import Ours
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.board.column.question import Question, narrowed

if TYPE_CHECKING:
    from controlroom.store.cache.reader import CacheReader

GLYPHS = {
    SourceKind.MENTIONS: "at",
    SourceKind.COMMENTS: "comment",
    SourceKind.MESSAGES: "mail",
    SourceKind.SEARCH: "search",
    SourceKind.HASHTAG: "hash",
    SourceKind.LIST: "list",
    SourceKind.CONVERSATION: "comment",
    SourceKind.FEED: "globe",
    SourceKind.LIVE: "live",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What was read of the house last.

    Attributes:
        gaps: those that stand, by the id of the state they belong to.
        profiles: those of the force, and `groups` they stand in.
        servers: what the profiles' servers take, as they told.
        known: they have been read at least once.
    """

    ours: Ours = field(default_factory=Ours)
    streams: Mapping[int, Stream] = field(default_factory=dict)
    states: Mapping[Source, SourceState] = field(default_factory=dict)
    gaps: Mapping[int, tuple[Gap, ...]] = field(default_factory=dict)
    profiles: Sequence[Profile] = ()
    groups: Sequence[Group] = ()
    servers: Servers = field(default_factory=dict)
    known: bool = False

    def states_of(self, column: Column) -> list[SourceState]:
        """Returns how the sources of a column stand, as far as any was tried."""
        stream = self.stream(column)
        sources = stream.sources if stream else ()
        return [self.states[source] for source in sources if source in self.states]

    def gaps_of(self, column: Column) -> Sequence[Gap]:
        """Returns what is missing from the sources of a column."""
        states = self.states_of(column)
        return [gap for state in states for gap in self.gaps.get(state.id, ())]

    def words(self) -> Mapping[Field, Sequence[str]]:
        """Returns what may be offered behind the filters of a query."""
        networks = {source.network for one in self.streams.values() for source in one.sources}
        return {
            Field.PROFILE: sorted(self.ours.handles.values()),
            Field.NETWORK: sorted(networks | {network for network, _id in self.ours.accounts}),
            Field.STREAM: sorted(one.name for one in self.streams.values()),
        }

    def stream(self, column: Column) -> Stream | None:
        """Returns the stream a column shows, None for a search or a stream that is gone."""
        return self.streams.get(column.stream)

    def title(self, column: Column) -> str:
        """Returns a column's own title, or the name of what it shows."""
        stream = self.stream(column)
        return column.title or (stream.name if stream else column.filter)

    def glyph(self, column: Column) -> str:
        """Returns the icon for what a column shows."""
        stream = self.stream(column)
        if stream is None or not (stream.sources or stream.reaches):
            return "search"
        kinds = {source.kind for source in stream.sources}
        if len(kinds) == 1 and (kind := next(iter(kinds))) in GLYPHS:
            return GLYPHS[kind]
        networks = {source.network for source in stream.sources}
        return look_of(next(iter(networks))).glyph if len(networks) == 1 else "list"

    def question(self, column: Column) -> Question:
        """Returns what a column asks of the cache."""
        stream = self.stream(column)
        node = narrowed(_parsed(stream.query if stream else ""), _parsed(column.filter))
        whole = stream is not None and not (stream.sources or stream.reaches)
        return Question(0 if whole else column.stream, node)


def read_facts(cache: "CacheReader") -> Facts:
    """Reads profiles, streams and states from the cache; runs off the window's thread."""
    from controlroom.store.cache.servers import ServerList
    from controlroom.store.cache.sources import SourceList
    from controlroom.store.cache.states import StateList

    lists = SourceList(cache.database)
    profiles = lists.profiles()
    ours = Ours(
        {one.id: one.handle or one.name for one in profiles},
        frozenset((one.network, one.remote_id) for one in profiles),
    )
    told = StateList(cache.database)
    states = {state.source: state for state in told.states()}
    gaps: dict[int, tuple[Gap, ...]] = {}
    for gap in told.gaps(standing=True):
        gaps[gap.source] = (*gaps.get(gap.source, ()), gap)
    streams = {one.id: one for one in lists.streams()}
    servers = ServerList(cache.database).told()
    return Facts(ours, streams, states, gaps, profiles, lists.groups(), servers, known=True)


def _parsed(text: str) -> Node:
    """A query that cannot be read any more narrows nothing: nothing is hidden unseen."""
    if not text:
        return Everything()
    from controlroom.model.query.parse import parse

    try:
        return parse(text)
    except QueryError:
        return Everything()
