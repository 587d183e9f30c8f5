"""Facebook's JSON to posts. Pure: the same bytes always give the same post.

People who have not let the application know them come without a name and without an id. Those who
have come with a number and a name: there are no handles but those of pages.
"""

from collections.abc import Iterable
from dataclasses import replace

from controlroom.feeds.graph.moments import moment
from controlroom.feeds.graph.text import Tag, spans_of
from controlroom.feeds.networks.facebook import shape
from controlroom.feeds.networks.facebook.media import (
    media_of,
    media_of_comment,
    media_of_message,
    milliseconds,
    videos_of,
)
from controlroom.model.decoding import decoder
from controlroom.model.post import (
    UNSEEN,
    Author,
    MediaKind,
    Metrics,
    Post,
    PostKind,
    Quote,
    Span,
)

NETWORK = "facebook"
_SITE = "https://www.facebook.com"

_post = decoder(shape.PagePost).decode
_comment = decoder(shape.Comment).decode
_message = decoder(shape.Message).decode
_video = decoder(shape.Video).decode


def post_of(raw: bytes) -> Post:
    """Returns a page's post. Raises `ValueError` (or `RecursionError`) for what is none."""
    post = _post(raw)
    text = post.message or post.story or ""
    shared = post.status_type == "shared_story" and bool(post.parent_id)
    return Post(
        network=NETWORK,
        remote_id=post.id,
        author=_author(post.sender),
        text=text,
        spans=_spans(text, post.message_tags if post.message else None),
        created_at=moment(post.created_time),
        kind=PostKind.REPOST if shared and not post.message else PostKind.STATUS,
        media=media_of(post.attachments, text),
        metrics=_metrics(post),
        url=_address(post.permalink_url),
        quote=_quote(post) if shared else None,
        raw=raw,
    )


def comment_of(raw: bytes, page: str, root: str = "", below: str = "") -> Post:
    """Returns a comment.

    Args:
        page: id of the page it stands on.
        root: id of the post it belongs to; "" to go by what the comment says.
        below: what it was found below, in case it does not say.

    Raises:
        ValueError, RecursionError: it is no comment.
    """
    comment = _comment(raw)
    text = comment.message or ""
    root = root or _object(comment.object, page) or below
    parent = comment.parent.id if comment.parent else None
    return Post(
        network=NETWORK,
        remote_id=comment.id,
        author=_author(comment.sender),
        text=text,
        spans=_spans(text, comment.message_tags),
        created_at=moment(comment.created_time),
        kind=PostKind.COMMENT,
        media=media_of_comment(comment.attachment, text),
        metrics=Metrics(replies=comment.comment_count, likes=comment.like_count),
        reply_to=parent or root,
        root=root,
        url=_address(comment.permalink_url),
        raw=raw,
    )


def message_of(raw: bytes, root: str) -> Post:
    """Returns a message of the dialogue `root`. Raises as `post_of`.

    Of older messages Facebook gives the number and the time only; those are none to us.
    """
    message = _message(raw)
    text, media = message.message or "", media_of_message(message)
    if message.sender is None and not (text or media):
        raise ValueError("a message without its details")
    return Post(
        network=NETWORK,
        remote_id=message.id,
        author=_author(message.sender),
        text=text,
        spans=_spans(text, None),
        created_at=moment(message.created_time),
        kind=PostKind.MESSAGE,
        media=media,
        root=root,
        raw=raw,
    )


def videos_in(raw: bytes) -> tuple[str, ...]:
    """Returns the ids of the videos of a post. Raises as `post_of`."""
    return videos_of(_post(raw).attachments)


def with_figures(post: Post, video: bytes) -> Post:
    """Returns a post with how long its video is and how often it was seen. Raises as `post_of`."""
    figures = _video(video)
    length = milliseconds(figures.length)
    media = (
        replace(one, duration_ms=length) if one.kind is MediaKind.VIDEO else one
        for one in post.media
    )
    metrics = replace(post.metrics, views=figures.views)
    return replace(post, media=tuple(media), metrics=metrics)


def _author(person: shape.Person | None) -> Author:
    if person is None:
        return UNSEEN
    name, handle = person.name or "", person.username or ""
    called = handle or name
    # Lest all who come without a number be taken for one person.
    return Author(str(person.id or (f"@{called}" if called else "")), handle, name)


def _spans(text: str, told: shape.Tags | None) -> tuple[Span, ...]:
    return spans_of(text, [Tag(one.name or "", one.offset, one.length) for one in _tags(told)])


def _tags(told: shape.Tags | None) -> Iterable[shape.Tag]:
    if isinstance(told, dict):
        return [tag for tags in told.values() for tag in tags]
    return told or ()


def _metrics(post: shape.PagePost) -> Metrics:
    return Metrics(
        replies=_total(post.comments),
        reposts=post.shares.count if post.shares else None,
        likes=_total(post.reactions),
    )


def _total(counted: shape.Counted | None) -> int | None:
    return counted.summary.total_count if counted and counted.summary else None


def _quote(post: shape.PagePost) -> Quote:
    shared = post.attachments.data[:1] if post.attachments else []
    author = shared[0].title or "" if shared else ""
    return Quote(post.parent_id or "", author, shared[0].description or "" if shared else "")


def _object(told: shape.Named | None, page: str) -> str:
    """Posts are known by page and number; of a comment's post only the number may be told."""
    number = (told.id if told else None) or ""
    return f"{page}_{number}" if number and "_" not in number else number


def _address(told: str | None) -> str:
    """Videos come with a path only. What is no address of the web is none to open."""
    address = f"{_SITE}{told}" if told and told.startswith("/") else told or ""
    return address if address.startswith("https://") else ""
