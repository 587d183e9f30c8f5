"""A thread, as a tree of posts, laid out flat. Pure."""

from collections.abc import Iterator

from controlroom.feeds.networks.bluesky import shape
from controlroom.model.decoding import decoder

_node = decoder(shape.Node).decode
_view = decoder(shape.PostView).decode
_NONE = bytes(shape.NOTHING)
MOST_LEVELS = 250
"""Deeper is not read, lest reading takes the square of what a thread's length would."""


def posts_of(thread: bytes) -> Iterator[bytes]:
    """Yields the posts of a thread, undecoded: those above first, then itself and the replies.

    What is blocked or gone is passed over, and so is what is no thread at all.
    """
    start = _read(thread)
    above = [_NONE] if start is None else [bytes(start.parent)]
    line: list[bytes] = []
    while (node := _read(above.pop())) and len(line) < MOST_LEVELS:
        line.append(bytes(node.post))
        above.append(bytes(node.parent))
    yield from (post for post in reversed(line) if post != _NONE)
    yield from _downwards(start)


def root_of(thread: bytes) -> str:
    """Returns the id of the first post of the conversation a thread's own post is in.

    "" if that is the post itself, or if nobody can tell.
    """
    node = _read(thread)
    try:
        reply = _view(bytes(node.post)).record.reply if node else None
    except (ValueError, RecursionError):
        return ""
    return reply.root.uri if reply else ""


def _downwards(start: shape.Node | None) -> Iterator[bytes]:
    waiting = [(start, 0)] if start else []
    while waiting:
        node, level = waiting.pop()
        if node.post != shape.NOTHING:
            yield bytes(node.post)
        if level < MOST_LEVELS:
            replies = (_read(bytes(reply)) for reply in node.replies or ())
            waiting += [(reply, level + 1) for reply in replies if reply]


def _read(raw: bytes) -> shape.Node | None:
    if raw == _NONE:
        return None
    try:
        return _node(raw)
    except (ValueError, RecursionError):
        return None
