"""Reading RSS and Atom by conditional GET: an unchanged feed costs its publisher nothing."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from urllib.parse import urlsplit
from zlib import crc32

import msgspec

from controlroom.feeds.addresses import shown
from controlroom.feeds.base import Capabilities, Page, Reading, Seat
from controlroom.feeds.errors import AddressRefused
from controlroom.feeds.networks.rss.parse import posts_of
from controlroom.feeds.wire import Limits, Wire
from controlroom.model.decoding import from_json
from controlroom.model.post import Post
from controlroom.model.stream import Source, SourceKind

_MARKS = 100

CAPABILITIES = Capabilities(
    network="rss",
    name="RSS",
    reads=MappingProxyType(
        {
            SourceKind.FEED: Reading(
                page_size=50,
                whole=False,
                least_pause=timedelta(minutes=2),
                longest_pause=timedelta(hours=1),
            )
        }
    ),
    signs_in=False,
    edits=True,
)


class _Mark(msgspec.Struct):
    """What is remembered of a feed: its two validators and which entries it had."""

    etag: str = ""
    modified: str = ""
    seen: list[int] = []


def make_feed(seat: Seat) -> "RssFeed":
    """Returns a feed; whose profile it is does not matter."""
    return RssFeed(seat.now, seat.server)


class RssFeed:
    """Feeds by their address, which is the source's term."""

    capabilities = CAPABILITIES

    def __init__(self, now: Callable[[], datetime], server: Callable[[str], str]) -> None:
        self._now = now
        self._server = server
        self._wire = Wire("", str, now, limits=Limits(size=4_000_000))

    def page(self, source: Source, *, older: str = "", known: str = "") -> Page:
        before = _mark(known)
        answer = self._wire.get(self._address(source.term), headers=_conditions(before))
        if answer.status == 304:
            return Page((), mark=known, reached_known=True)
        posts, set_aside = posts_of(answer.body, source.term, self._now())
        marks = [_number(post) for post in posts]
        return Page(
            posts=tuple(posts),
            mark=_written(answer.headers, marks),
            reached_known=bool(known) and _met(before.seen, marks),
            set_aside=tuple(set_aside),
        )

    def close(self) -> None:
        self._wire.close()

    def _address(self, term: str) -> str:
        """Returns where the feed is read: at its own address, or where its server is led to."""
        try:
            parts = urlsplit(term)
        except ValueError:
            raise AddressRefused(host=shown(term)) from None
        host = parts.netloc if parts.scheme == "https" else f"{parts.scheme}://{parts.netloc}"
        base = self._server(host)
        return base + parts._replace(scheme="", netloc="", fragment="").geturl()


def _met(before: list[int], marks: list[int]) -> bool:
    return not before or not set(before).isdisjoint(marks)


def _conditions(before: _Mark) -> dict[str, str]:
    told = {"If-None-Match": before.etag, "If-Modified-Since": before.modified}
    return {name: value for name, value in told.items() if value}


def _mark(known: str) -> _Mark:
    try:
        return from_json(known, _Mark) if known else _Mark()
    except msgspec.MsgspecError:
        return _Mark()


def _written(headers: Mapping[str, str], marks: list[int]) -> str:
    etag, modified = headers.get("ETag", "")[:500], headers.get("Last-Modified", "")[:100]
    return msgspec.json.encode(_Mark(etag, modified, marks[:_MARKS])).decode()


def _number(post: Post) -> int:
    return crc32(post.remote_id.encode("utf-8", "replace"))
