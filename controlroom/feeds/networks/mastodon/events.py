"""What a server pushes, to what was heard. Pure."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache

from controlroom.feeds.base import Heard
from controlroom.feeds.errors import NonsenseReceived
from controlroom.feeds.networks.mastodon import shape
from controlroom.feeds.networks.mastodon.parse import dialogue_of, mention_of, status_of
from controlroom.feeds.wire import usual_error
from controlroom.model.decoding import decoder, from_json
from controlroom.model.post import Post
from controlroom.model.stream import Source, SourceKind

Event = tuple[str, bytes]
"""Its name and its payload."""
LONGEST = 1_000_000
"""Bytes of one event."""
_TIMELINES = (SourceKind.HOME, SourceKind.HASHTAG, SourceKind.LIST)
_UPDATES = ("update", "status.update", "status_update")
_FIELDS = (b"event", b"data", b"id", b"retry")
_REMEMBERED = 512
"""Posts read lately: one that is pushed for several hashtags comes several times at once."""
_pushed = decoder(shape.Pushed).decode


class NoEvents(NonsenseReceived):
    """What answers is no stream of events; another way to listen may be there."""


def heard_of(event: Event, host: str, sources: Sequence[Source]) -> Heard | None:
    """Returns what an event means for the sources listened to; None if nothing.

    Raises `ValueError` (or `RecursionError`) for what cannot be read.
    """
    name, payload = event
    if name in _UPDATES:
        return _heard(_status(payload, host), sources, _TIMELINES)
    if name == "notification":
        return _heard(mention_of(payload, host)[1], sources, (SourceKind.MENTIONS,))
    if name == "conversation":
        return _heard(dialogue_of(payload, host)[2], sources, (SourceKind.MESSAGES,))
    if name == "delete":
        return Heard(tuple(sources), gone=(f"{host}/{_id(payload)}",))
    return None


def events_in(lines: Iterable[bytes], host: str, began: Callable[[], None]) -> Iterator[Event]:
    """Yields the events of a `text/event-stream`.

    Args:
        began: called at the first line that belongs to such a stream.

    Raises:
        NoEvents: it is another kind of text.
        NonsenseReceived: an event is far too long.
    """
    reader = _Reader(host)
    for line in lines:
        if line and not reader.sure:
            reader.check(line)
            began()
        if event := reader.take(line):
            yield event


def event_in(message: bytes, host: str, now: datetime) -> Event:
    """Returns the event of one message on a websocket, ("", b"") for none.

    Raises `ReadError` if it is a refusal, and `ValueError` if it cannot be read.
    """
    told = _pushed(message)
    if told.error is not None and not told.event:
        raise usual_error(told.status or 400, {}, host, "", now)
    payload = bytes(told.payload)
    if payload.startswith(b'"'):
        payload = from_json(payload, str).encode()
    return told.event, payload


class _Reader:
    """Puts the lines of an event together."""

    def __init__(self, host: str) -> None:
        self.sure = False
        self._host = host
        self._name = ""
        self._size = 0
        self._data: list[bytes] = []

    def check(self, line: bytes) -> None:
        if not line.startswith(b":") and line.partition(b":")[0] not in _FIELDS:
            raise NoEvents(host=self._host, reason="no events")
        self.sure = True

    def take(self, line: bytes) -> Event | None:
        """Returns an event at the empty line that ends it."""
        if not line:
            event = (self._name, b"\n".join(self._data)) if self._data else None
            self._forget()
            return event
        field, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if field == b"event":
            self._name = value[:100].decode("utf-8", "replace")
        elif field == b"data":
            self._add(value)
        return None

    def _add(self, value: bytes) -> None:
        self._size += len(value)
        if self._size > LONGEST:
            raise NonsenseReceived(host=self._host, reason="far too long")
        self._data.append(value)

    def _forget(self) -> None:
        self._name, self._size, self._data = "", 0, []


@lru_cache(_REMEMBERED)
def _status(payload: bytes, host: str) -> Post:
    return status_of(payload, host)[1]


def _heard(
    post: Post | None, sources: Sequence[Source], kinds: Sequence[SourceKind]
) -> Heard | None:
    wanted = tuple(source for source in sources if source.kind in kinds)
    return Heard(wanted, (post,)) if post and wanted else None


def _id(payload: bytes) -> str:
    told = payload.decode().strip().strip('"')
    if not told or len(told) > 100 or not told.isprintable() or "/" in told:
        raise ValueError("no id of a deleted post")
    return told
