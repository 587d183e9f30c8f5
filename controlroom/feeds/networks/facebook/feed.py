"""Reading a Facebook page: its posts, what is said below and about them, messages, live videos.

Live comments are polled. Facebook can send them (server-sent events), but then leaves out what it
thinks little of when many come at once, and takes the token in the address only.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

from controlroom.feeds.base import Capabilities, Looked, Page, Reading, Seat, SetAside
from controlroom.feeds.graph.calls import Calls
from controlroom.feeds.graph.client import Graph
from controlroom.feeds.graph.faults import UnknownField
from controlroom.feeds.graph.lists import read_edge
from controlroom.feeds.graph.looking import Look
from controlroom.feeds.graph.sweep import Sweep
from controlroom.feeds.graph.version import api
from controlroom.feeds.networks.facebook import edges, fields
from controlroom.feeds.networks.facebook.branches import branch_of
from controlroom.feeds.networks.facebook.figures import with_video_figures
from controlroom.feeds.networks.facebook.looking import asked_for
from controlroom.feeds.networks.facebook.parse import NETWORK, comment_of, post_of
from controlroom.feeds.reading import read_all
from controlroom.model.errors import OurError
from controlroom.model.post import Post
from controlroom.model.stream import Source, SourceKind

_OF_POSTS = (SourceKind.POSTS, SourceKind.HOME, SourceKind.MENTIONS)
_AT_ONCE = 50

# In percent, as the headers count. One in 4,800 is what a call takes of a page with whom a single
# person engages, so even a look at 50 ids takes little more than one percent.
_ONE = MappingProxyType({"pages": 1})
_TWO = MappingProxyType({"pages": 2})
_DIALOGUES = MappingProxyType({"messenger": 1})
_FEW = timedelta(seconds=10)
_MINUTE = timedelta(minutes=1)

CAPABILITIES = Capabilities(
    network=NETWORK,
    name="Facebook",
    reads=MappingProxyType(
        {
            SourceKind.COMMENTS: Reading(edges.COMMENTS, whole=False, draws=_ONE),
            SourceKind.MENTIONS: Reading(edges.POSTS, whole=False, draws=_ONE),
            SourceKind.MESSAGES: Reading(edges.MESSAGES, whole=False, draws=_DIALOGUES),
            SourceKind.POSTS: Reading(edges.POSTS, whole=False, least_pause=_MINUTE, draws=_TWO),
            SourceKind.HOME: Reading(edges.POSTS, whole=False, least_pause=_MINUTE, draws=_TWO),
            SourceKind.CONVERSATION: Reading(edges.COMMENTS, least_pause=_MINUTE, draws=_TWO),
            SourceKind.LIVE: Reading(edges.COMMENTS, whole=False, least_pause=_FEW, draws=_ONE),
        }
    ),
    deletions=True,
    looks_again=_AT_ONCE,
    look_draws=_TWO,
)


def make_feed(seat: Seat) -> "FacebookFeed":
    """Returns a feed for the page in `seat`. Raises `AddressRefused` for an unsafe server."""
    return FacebookFeed(seat)


class FacebookFeed:
    """What a page sees."""

    capabilities = CAPABILITIES

    def __init__(self, seat: Seat) -> None:
        if seat.profile is None:
            raise OurError("Facebook is read through a page")
        self._page = seat.profile.remote_id
        self._now = seat.now
        self._graph = Graph(seat.server(api().host), seat.sign_in.credential, seat.now)
        self._calls = Calls(self._graph)

    def page(self, source: Source, *, older: str = "", known: str = "") -> Page:
        if source.kind is SourceKind.CONVERSATION:
            return self._conversation(source.term, older, known)
        branch = None if source.term else branch_of(source.kind, self._page)
        if branch is not None:
            return Sweep(branch, self._page, self._calls, self._now).page(older, known)
        read = read_edge(self._calls, edges.edge_of(source, self._page), older, known)
        return self._with_figures(read) if source.kind in _OF_POSTS else read

    def look(self, remote_ids: Sequence[str]) -> Looked:
        return Look(self._page, self._calls).look(asked_for(remote_ids, self._page))

    def close(self) -> None:
        self._graph.close()

    def _with_figures(self, read: Page) -> Page:
        posts, budgets = with_video_figures(read.posts, self._page, self._calls)
        return replace(read, posts=tuple(posts), budgets=budgets or read.budgets)

    def _conversation(self, term: str, older: str, known: str) -> Page:
        """Of a dialogue its messages; of a post or comment itself and all below it."""
        if term.startswith(edges.DIALOGUE):
            return read_edge(self._calls, edges.messages_of(term), older, known)
        if older:
            root, _, cursor = older.partition(" ")
            return self._below(term, root, cursor, known)
        head, bad, root = self._head(term)
        read = self._below(term, root, "", known)
        return replace(read, posts=(*head, *read.posts), set_aside=(*bad, *read.set_aside))

    def _below(self, term: str, root: str, cursor: str, known: str) -> Page:
        """The cursor carries the root: a comment says less about where it stands than its post."""
        read = read_edge(self._calls, edges.comments_of(term, self._page, root), cursor, known)
        return replace(read, older=f"{root} {read.older}" if read.older else "")

    def _head(self, term: str) -> tuple[list[Post], tuple[SetAside, ...], str]:
        try:
            raw, _ = self._calls.thing(term, fields.POST)
        except UnknownField:
            raw, _ = self._calls.thing(term, fields.COMMENT)
            posts, bad = read_all([raw], lambda one: comment_of(one, self._page))
            return posts, bad, posts[0].root if posts else ""
        posts, bad = read_all([raw], post_of)
        return posts, bad, term
