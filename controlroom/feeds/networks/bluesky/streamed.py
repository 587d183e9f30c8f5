"""Posts as the stream itself tells them, where that is all there is to know. Pure.

Looking each post up would cost a tenth of a second and a share of a small budget; a stream of
thousands a second leaves no room for it.
"""

from datetime import UTC, datetime

from controlroom.feeds.networks.bluesky import shape
from controlroom.feeds.networks.bluesky.jetstream import Sighted
from controlroom.feeds.networks.bluesky.parse import post_in
from controlroom.model.post import Post

_NOTHING = bytes(shape.NOTHING)


def tells_all(sighted: Sighted) -> bool:
    """Whether a new post can be read without asking for more than who wrote it.

    What hangs on a post is shown by the network alone, and so is a change as it came through.
    """
    record = sighted.record
    return record is not None and not sighted.again and bytes(record.embed) == _NOTHING


def post_from(sighted: Sighted, author: shape.Author) -> Post:
    """Returns a post of which the stream `tells_all`.

    Raises `ValueError` (or `RecursionError`) for what is no post.
    """
    if sighted.record is None:
        raise ValueError("nothing was written")
    # Nobody has answered what is being published now, so its figures are known as well.
    view = shape.PostView(
        uri=sighted.uri,
        author=author,
        record=sighted.record,
        indexed_at=_moment(sighted.seen_us),
        reply_count=0,
        repost_count=0,
        like_count=0,
        quote_count=0,
    )
    return post_in(view, sighted.raw)


def _moment(us: int) -> str | None:
    try:
        return datetime.fromtimestamp(us / 1e6, UTC).isoformat() if us else None
    except (ValueError, OverflowError, OSError):
        return None
