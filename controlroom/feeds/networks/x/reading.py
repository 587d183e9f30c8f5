"""From answers of X to posts: what cannot be read is set aside and costs nothing else."""

from collections.abc import Callable

from controlroom.feeds.base import SetAside
from controlroom.feeds.networks.x.envelope import Envelope, Included, post_in
from controlroom.feeds.networks.x.parse import post_of
from controlroom.model.post import Post

Parse = Callable[[bytes, Included], tuple[str, Post | None]]


def read(envelope: Envelope, parse: Parse) -> tuple[list[str], list[Post], list[SetAside]]:
    """Returns X's ids of a page's items, the posts in them, and what could not be read."""
    ids: list[str] = []
    posts: list[Post] = []
    set_aside: list[SetAside] = []
    for raw in envelope.items:
        try:
            version, post = parse(raw, envelope.included)
        except (ValueError, RecursionError, OverflowError) as error:
            set_aside.append(SetAside(f"{type(error).__name__}: {error}"[:300], raw[:300]))
            continue
        ids.append(version)
        if post is not None:
            posts.append(post)
    return ids, posts, set_aside


def versions(envelope: Envelope) -> tuple[dict[str, Post], list[str]]:
    """Returns the posts by our ids, and X's ids of later versions of them."""
    posts: dict[str, Post] = {}
    later: list[str] = []
    for raw in envelope.items:
        try:
            post = post_of(raw, envelope.included)[1]
        except (ValueError, RecursionError, OverflowError):
            continue
        posts[post.remote_id] = post
        later += _later(raw)
    return posts, later


def _later(raw: bytes) -> list[str]:
    """Returns the id of a post's last version if that is another one."""
    post = post_in(raw)
    return [last for last in post.history()[-1:] if last != str(post.id)]
