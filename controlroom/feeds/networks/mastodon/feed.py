"""Reading Mastodon: home, mentions, posts, hashtags, lists, searches, conversations, messages.

`Mastodon.py` is not used to read: it parses what came before anybody could bound it, turns it into
objects of its own, and the network's bytes, which are kept as evidence, are gone by then.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from types import MappingProxyType
from urllib.parse import quote

from controlroom.feeds.base import Capabilities, Heard, Looked, Page, Reading, Seat
from controlroom.feeds.networks.mastodon import dialogues, streaming, threads, timelines
from controlroom.feeds.networks.mastodon.client import PAGE, Client
from controlroom.feeds.networks.mastodon.instance import instance_of, taken_by
from controlroom.feeds.networks.mastodon.second_look import AT_ONCE, look
from controlroom.model.errors import OurError
from controlroom.model.server import Server
from controlroom.model.stream import Source, SourceKind

_ONE = MappingProxyType({"reads": 1, "host_reads": 1})
_TWO = MappingProxyType({"reads": 2, "host_reads": 2})
_SOON = timedelta(seconds=20)
_READS: Mapping[SourceKind, Reading] = MappingProxyType(
    {
        SourceKind.MENTIONS: Reading(PAGE, pushed=True, least_pause=_SOON, draws=_ONE, upward=True),
        SourceKind.MESSAGES: Reading(PAGE, pushed=True, least_pause=_SOON, draws=_ONE),
        SourceKind.HOME: Reading(PAGE, whole=False, pushed=True, draws=_ONE, upward=True),
        SourceKind.POSTS: Reading(PAGE, draws=_ONE, upward=True),
        SourceKind.HASHTAG: Reading(PAGE, pushed=True, draws=_ONE, upward=True),
        SourceKind.LIST: Reading(PAGE, whole=False, pushed=True, draws=_ONE, upward=True),
        SourceKind.SEARCH: Reading(PAGE, whole=False, least_pause=timedelta(minutes=1), draws=_ONE),
        SourceKind.CONVERSATION: Reading(PAGE, draws=_TWO),
    }
)
CAPABILITIES = Capabilities(
    network="mastodon",
    name="Mastodon",
    reads=_READS,
    many_hosts=True,
    edits=True,
    deletions=True,
    looks_again=AT_ONCE,
    look_draws=_ONE,
    server_draws=_ONE,
)


def make_feed(seat: Seat) -> "MastodonFeed":
    """Returns a feed for the profile in `seat`. Raises `AddressRefused` for an unsafe host."""
    return MastodonFeed(seat)


class MastodonFeed:
    """One profile's view of its server."""

    capabilities = CAPABILITIES

    def __init__(self, seat: Seat) -> None:
        if seat.profile is None:
            raise OurError("Mastodon is read through a profile")
        self._profile = seat.profile
        self._client = Client(seat, seat.profile.host)
        self._listener = streaming.Listener(self._client, seat, seat.profile.host)

    def page(self, source: Source, *, older: str = "", known: str = "") -> Page:
        match source.kind:
            case SourceKind.MENTIONS:
                return timelines.mentions(self._client, older, known)
            case SourceKind.MESSAGES:
                return dialogues.messages(self._client, older, known)
            case SourceKind.SEARCH:
                return timelines.found(self._client, source.term, older, known)
            case SourceKind.CONVERSATION:
                return threads.conversation(self._client, source.term, known)
        return timelines.statuses(self._client, self._path(source), older, known)

    def page_above(self, source: Source, known: str) -> Page:
        if source.kind is SourceKind.MENTIONS:
            return timelines.mentions_above(self._client, known)
        return timelines.statuses_above(self._client, self._path(source), known)

    def look(self, remote_ids: Sequence[str]) -> Looked:
        return look(self._client, remote_ids)

    def server(self) -> Server:
        return taken_by(instance_of(self._client))

    def channels(self, sources: Iterable[Source]) -> tuple[tuple[Source, ...], ...]:
        return streaming.channels(sources)

    def listen(
        self, sources: Sequence[Source], hear: Callable[[Heard], None], ready: Callable[[], None]
    ) -> None:
        self._listener.listen(sources, hear, ready)

    def close(self) -> None:
        self._listener.close()
        self._client.close()

    def _path(self, source: Source) -> str:
        term = quote(source.term, safe="")
        match source.kind:
            case SourceKind.HOME:
                return "/api/v1/timelines/home"
            case SourceKind.POSTS:
                account = self._client.own(source.term or self._profile.remote_id)
                return f"/api/v1/accounts/{quote(account, safe='')}/statuses"
            case SourceKind.HASHTAG:
                return f"/api/v1/timelines/tag/{term}"
            case SourceKind.LIST:
                return f"/api/v1/timelines/list/{term}"
        raise OurError(f"Mastodon has no {source.kind}")
