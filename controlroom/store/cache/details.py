"""The part of a post that is only ever read whole, packed into one value.

Layout (msgpack array): spans, media, quote, poll, warning, address, the author's handle and name
as this version was last seen under. A later version may append.
"""

from operator import attrgetter
from typing import Any
from zlib import crc32

import msgspec

from controlroom.model.post import (
    Media,
    MediaKind,
    Poll,
    PollOption,
    Post,
    Quote,
    Span,
    SpanKind,
)
from controlroom.store.cache.times import from_ms, to_ms

_EMPTY_PARTS: tuple[Any, ...] = ()
_span = attrgetter("kind", "start", "end", "target")
_media = attrgetter(
    "kind", "url", "preview_url", "alt", "width", "height", "duration_ms", "sensitive"
)
_quote = attrgetter("remote_id", "author", "text")
_LINK = SpanKind.LINK.value
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder().decode


def pack(post: Post) -> bytes:
    """Returns the packed details of a post."""
    author = post.author
    return _encode((
        list(map(_span, post.spans)) if post.spans else _EMPTY_PARTS,
        list(map(_media, post.media)) if post.media else _EMPTY_PARTS,
        _quote(post.quote) if post.quote else _EMPTY_PARTS,
        _poll(post.poll) if post.poll else _EMPTY_PARTS,
        post.warning,
        post.url,
        author.handle,
        author.name,
    ))  # fmt: skip


def unpack(packed: bytes) -> dict[str, Any]:
    """Returns the packed part as keyword arguments of `Post`."""
    spans, media, quote, poll, warning, url, *_ = _decode(packed)
    return {
        "spans": tuple(Span(SpanKind(s[0]), s[1], s[2], s[3]) for s in spans),
        "media": tuple(Media(MediaKind(m[0]), *m[1:]) for m in media),
        "quote": Quote(*quote) if quote else None,
        "poll": _unpack_poll(poll),
        "warning": warning,
        "url": url,
    }


def byline(packed: bytes) -> tuple[str, str]:
    """Returns handle and name of the author as they stood at the post."""
    handle, name = _decode(packed)[6:8]
    return handle, name


def texts(packed: bytes) -> list[str]:
    """Returns what the full text takes of the details: words and targets, but no tags."""
    spans, media, _, _, warning, _, handle, name = _decode(packed)[:8]
    targets = [span[3] for span in spans if span[0] != _LINK]
    return [warning, handle, name, *targets, *(m[3] for m in media)]


def digest(post: Post) -> int:
    """Returns a number that changes when what people read changes.

    It only has to tell versions of one post apart, so a checksum and a length will do.

    Addresses of media are left out: several networks sign them anew at every read.
    """
    if not (post.warning or post.media or post.poll):
        return _digest(post.text)
    parts = [post.text, post.warning]
    if post.media:
        parts += [m.kind._value_ + m.alt for m in post.media]
    if post.poll:
        parts += [option.text for option in post.poll.options]
    return _digest("\0".join(parts))


def _digest(text: str) -> int:
    return crc32(text.encode()) << 24 | len(text) & 0xFFFFFF


def _poll(poll: Poll) -> tuple[Any, ...]:
    closes = to_ms(poll.closes_at) if poll.closes_at else None
    return (closes, [(option.text, option.votes) for option in poll.options])


def _unpack_poll(poll: list[Any]) -> Poll | None:
    if not poll:
        return None
    closes, options = poll
    return Poll(
        tuple(PollOption(*option) for option in options),
        from_ms(closes) if closes is not None else None,
    )
