"""How long a post's video is and how often it was seen: told by the video, not by the post."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from controlroom.feeds.base import Budget
from controlroom.feeds.errors import NonsenseReceived, NotFound, PermissionMissing
from controlroom.feeds.graph.calls import Calls
from controlroom.feeds.graph.faults import TooMuchAsked
from controlroom.feeds.networks.facebook import fields
from controlroom.feeds.networks.facebook.parse import videos_in, with_figures
from controlroom.feeds.reading import UNREADABLE
from controlroom.model.post import Post

_MOST = 5
"""Every video counts as a call; those of the latest posts are what people look at."""
_WITHHELD = (NotFound, PermissionMissing, NonsenseReceived, TooMuchAsked)


def with_video_figures(
    posts: Sequence[Post], page: str, calls: Calls
) -> tuple[list[Post], tuple[Budget, ...]]:
    """Returns the posts of a page with the figures of its own latest videos.

    Other people's videos keep theirs to themselves. Posts go without where Facebook withholds.

    Raises:
        ReadError: for what concerns every question, like a spent budget.
    """
    videos = dict(islice(_videos(posts, page), _MOST))
    if not videos:
        return list(posts), ()
    try:
        figures, budgets = calls.things(list(dict.fromkeys(videos.values())), fields.VIDEO)
    except _WITHHELD:
        return list(posts), ()
    return [_filled(post, videos.get(post.remote_id, ""), figures) for post in posts], budgets


def _videos(posts: Sequence[Post], page: str) -> Iterator[tuple[str, str]]:
    """Yields posts and the first video of each."""
    for post in posts:
        ids = videos_in(post.raw) if post.author.remote_id == page else ()
        if ids:
            yield post.remote_id, ids[0]


def _filled(post: Post, video: str, figures: Mapping[str, bytes]) -> Post:
    try:
        return with_figures(post, figures[video]) if video in figures else post
    except UNREADABLE:
        return post
