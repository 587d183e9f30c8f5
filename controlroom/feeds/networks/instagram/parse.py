"""Instagram's JSON to posts. Pure: the same bytes always give the same post.

Handles are unique at any moment. Where Instagram keeps somebody's number to itself, the handle with
its sign stands for it.
"""

from dataclasses import replace

from controlroom.feeds.graph.moments import moment
from controlroom.feeds.graph.text import spans_of
from controlroom.feeds.networks.facebook import parse as facebook
from controlroom.feeds.networks.instagram import shape
from controlroom.model.decoding import decoder
from controlroom.model.post import UNSEEN, Author, Media, MediaKind, Metrics, Post, PostKind

NETWORK = "instagram"
_KINDS = {"IMAGE": MediaKind.IMAGE, "VIDEO": MediaKind.VIDEO}

_post = decoder(shape.Post).decode
_comment = decoder(shape.Comment).decode


def post_of(raw: bytes) -> Post:
    """Returns a post. Raises `ValueError` (or `RecursionError`) for what is none."""
    post = _post(raw)
    text = post.caption or ""
    return Post(
        network=NETWORK,
        remote_id=post.id,
        author=_author(post.owner, post.username),
        text=text,
        spans=spans_of(text, (), handles=True),
        created_at=moment(post.timestamp),
        media=_media(post),
        metrics=Metrics(replies=post.comments_count, likes=post.like_count),
        url=_address(post.permalink),
        raw=raw,
    )


def comment_of(raw: bytes, root: str = "") -> Post:
    """Returns a comment on the post `root`, "" to go by what it says. Raises as `post_of`."""
    comment = _comment(raw)
    text = comment.text or ""
    root = root or (comment.media and comment.media.id) or ""
    return Post(
        network=NETWORK,
        remote_id=comment.id,
        author=_author(comment.sender, comment.username),
        text=text,
        spans=spans_of(text, (), handles=True),
        created_at=moment(comment.timestamp),
        kind=PostKind.COMMENT,
        metrics=Metrics(likes=comment.like_count),
        reply_to=comment.parent_id or root,
        root=root,
        raw=raw,
    )


def message_of(raw: bytes, dialogue: str) -> Post:
    """Returns a message of a dialogue; the page holds it for the account. Raises as `post_of`."""
    one = facebook.message_of(raw, dialogue)
    return replace(one, network=NETWORK, spans=spans_of(one.text, (), handles=True))


def _author(person: shape.Named | None, username: str | None) -> Author:
    handle = username or (person and person.username) or ""
    number = person.id if person else None
    if not (number or handle):
        return UNSEEN
    return Author(number or f"@{handle}", handle)


def _media(post: shape.Post) -> tuple[Media, ...]:
    children = post.children.data if post.children else []
    found = [_medium(one) for one in children or [post]]
    return tuple(one for one in found if one.url or one.preview_url)


def _medium(one: shape.Child) -> Media:
    return Media(
        kind=_KINDS.get(one.media_type or "", MediaKind.OTHER),
        url=one.media_url or "",
        preview_url=one.thumbnail_url or "",
        alt=one.alt_text or "",
    )


def _address(told: str | None) -> str:
    return told if told and told.startswith("https://") else ""
