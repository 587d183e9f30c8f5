"""Listening to a server: over a stream of events, or over a websocket where it has only that."""

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from urllib.parse import urlsplit

from controlroom.feeds.base import Heard, Seat
from controlroom.feeds.errors import HungUp, NotFound, ReadError, TokenExpired
from controlroom.feeds.networks.mastodon.client import BUDGET_HEADERS, Client
from controlroom.feeds.networks.mastodon.events import (
    Event,
    NoEvents,
    event_in,
    events_in,
    heard_of,
)
from controlroom.feeds.networks.mastodon.instance import instance_of
from controlroom.feeds.reading import UNREADABLE
from controlroom.feeds.sockets import Socket, SocketLimits
from controlroom.feeds.wire import Limits, Refusal, Wire
from controlroom.model.stream import Source, SourceKind

log = logging.getLogger(__name__)

_PATH = "/api/v1/streaming"
_STREAMS: Mapping[SourceKind, str] = MappingProxyType(
    {
        SourceKind.HOME: "user",
        SourceKind.MENTIONS: "user",
        SourceKind.MESSAGES: "direct",
        SourceKind.HASHTAG: "hashtag",
        SourceKind.LIST: "list",
    }
)
_TERMS: Mapping[str, str] = MappingProxyType({"hashtag": "tag", "list": "list"})
_NOT_THIS_WAY = (400, 404, 405, 406, 426, 501)
"""How servers answer that know no stream of events."""
_LIMITS = Limits(silence_s=90)
_SOCKET_LIMITS = SocketLimits(silence_s=90)
"""A sign of life comes every 15 seconds from Mastodon, more rarely from others."""


def channels(sources: Iterable[Source]) -> tuple[tuple[Source, ...], ...]:
    """Parts sources into those that come over one stream of a server."""
    parted: dict[tuple[str, str], list[Source]] = {}
    for source in sources:
        if source.kind in _STREAMS:
            stream = _STREAMS[source.kind]
            term = source.term.lower() if stream in _TERMS else ""
            parted.setdefault((stream, term), []).append(source)
    return tuple(tuple(part) for part in parted.values())


class Listener:
    """Listens on one stream. Used by one thread, except for `close`."""

    def __init__(self, client: Client, seat: Seat, host: str) -> None:
        self._client = client
        self._seat = seat
        self._named = host
        self._lock = threading.Lock()
        self._closed = False
        self._open: Wire | Socket | None = None

    def listen(
        self, sources: Sequence[Source], hear: Callable[[Heard], None], ready: Callable[[], None]
    ) -> None:
        """Passes on what comes. Raises `ReadError`; never returns."""
        access = self._client.renewal.access()
        try:
            self._listen(sources, hear, ready)
        except TokenExpired:
            if not self._client.renewal.refused(access):
                raise
        self._listen(sources, hear, ready)

    def close(self) -> None:
        """Hangs up; `listen` ends with `HungUp`."""
        with self._lock:
            self._closed = True
            if self._open:
                self._open.close()

    def _listen(
        self, sources: Sequence[Source], hear: Callable[[Heard], None], ready: Callable[[], None]
    ) -> None:
        for event in self._events(sources[0], ready):
            try:
                heard = heard_of(event, self._client.host, sources)
            except UNREADABLE as error:
                log.warning("what was pushed is set aside: %s", type(error).__name__)
                continue
            if heard:
                hear(heard)

    def _events(self, source: Source, ready: Callable[[], None]) -> Iterator[Event]:
        base = self._base()
        stream = _STREAMS[source.kind]
        term = {_TERMS[stream]: source.term} if stream in _TERMS else {}
        try:
            yield from self._by_events(base, f"{_PATH}/{stream}", term, ready)
        except NoEvents:
            yield from self._by_socket(base, {"stream": stream} | term, ready)

    def _by_events(
        self, base: str, path: str, term: Mapping[str, str], ready: Callable[[], None]
    ) -> Iterator[Event]:
        wire = Wire(
            base,
            self._access,
            self._seat.now,
            budget_headers=BUDGET_HEADERS,
            refused=_refused,
            limits=_LIMITS,
        )
        self._use(wire)
        yield from events_in(wire.lines(path, term), self._client.host, ready)

    def _by_socket(
        self, base: str, query: Mapping[str, str], ready: Callable[[], None]
    ) -> Iterator[Event]:
        now, host = self._seat.now, self._client.host
        socket = Socket(base + _PATH, self._access, now, query=query, limits=_SOCKET_LIMITS)
        self._use(socket)
        for message in socket.frames(ready):
            try:
                yield event_in(message, host, now())
            except UNREADABLE as error:
                log.warning("what was pushed is set aside: %s", type(error).__name__)

    def _use(self, connection: Wire | Socket) -> None:
        with self._lock:
            if self._open:
                self._open.close()
            self._open = connection
            if self._closed:
                connection.close()
                raise HungUp(host=self._client.host)

    def _base(self) -> str:
        """Returns where the server streams from. Raises `NotFound` if it says that it does not."""
        told = instance_of(self._client).streaming
        if told is None:
            raise NotFound(host=self._client.host)
        return streaming_base(told, self._client.base, self._named, self._seat.server)

    def _access(self) -> str:
        return self._seat.sign_in.credential().access


def streaming_base(told: str, base: str, named: str, server: Callable[[str], str]) -> str:
    """Returns the address a server streams from.

    A token goes to no other server than its own and those under its name, so any other address is
    passed over: most servers stream from their own as well.

    Args:
        told: as the server says, "" if it does not.
        base: its address, and `named` as the profile calls it.
    """
    host, scheme, port = _parts(told)
    own = {_parts(base)[0], _parts(named if "://" in named else f"https://{named}")[0]} - {""}
    if not host or scheme not in ("wss", "ws", "https", "http"):
        return base
    if host in own and port in (None, _parts(base)[2]):
        return base
    if host not in own and not any(host.endswith(f".{one}") for one in own):
        return base
    place = host if port is None else f"{host}:{port}"
    return server(place if scheme in ("wss", "https") else f"http://{place}")


def _parts(address: str) -> tuple[str, str, int | None]:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return "", "", None
    return parts.hostname or "", parts.scheme, port


def _refused(refusal: Refusal) -> ReadError | None:
    if refusal.status in _NOT_THIS_WAY:
        return NoEvents(host=refusal.host, reason="no events")
    return None
