"""YouTube's JSON to posts. Pure: the same bytes always give the same post.

Ids are the network's own: of a video, a comment, a message of a live chat. Comments hang on their
video, answers to a comment on that comment. Everything raises `ValueError` (or `RecursionError`)
for what cannot be read.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec

from controlroom.feeds.html_text import PlainText, plain_text
from controlroom.feeds.networks.youtube import shape
from controlroom.feeds.networks.youtube.spans import spans_of
from controlroom.feeds.reading import UNREADABLE
from controlroom.model.decoding import decoder
from controlroom.model.post import (
    Author,
    Media,
    MediaKind,
    Metrics,
    Post,
    PostKind,
    SpanKind,
)

NETWORK = "youtube"
WATCH = "https://www.youtube.com/watch?v="
"""Where people see a video; nothing is read there."""
_video = decoder(shape.Video).decode
_thread = decoder(shape.Thread).decode
_comment = decoder(shape.Comment).decode
_DURATION = re.compile(r"P(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?")
_VIDEO_ID = 11
_WITHDRAWN = ("deleted", "failed", "rejected")


@dataclass(frozen=True, slots=True)
class ThreadRead:
    """A comment with the answers that came with it.

    Attributes:
        answers: how many there are; more than came if the network keeps some back.
        bad: answers that could not be read, with the reason.
    """

    id: str
    video: str
    answers: int
    posts: tuple[Post, ...]
    came: int
    bad: tuple[tuple[Exception, bytes], ...] = ()


def video_of(raw: bytes) -> Post | None:
    """Returns a video; None for one that is not, or no longer, there for others to see."""
    video = _video(raw)
    if not is_public(video):
        return None
    snippet = video.snippet
    text = "\n\n".join(part for part in (snippet.title, snippet.description) if part)
    return Post(
        network=NETWORK,
        remote_id=video.id,
        author=Author(snippet.channel_id, snippet.channel_title, snippet.channel_title),
        text=text,
        spans=spans_of(text),
        created_at=moment(snippet.published_at),
        kind=PostKind.VIDEO,
        media=(_clip(video),),
        metrics=_metrics(video.statistics or shape.VideoStatistics()),
        language=snippet.default_language or snippet.default_audio_language or "",
        url=WATCH + video.id,
        raw=raw,
    )


def names_video(remote_id: str) -> bool:
    """Whether an id is one of a video: those of comments and channels are longer."""
    return len(remote_id) <= _VIDEO_ID


def is_public(video: shape.Video) -> bool:
    """Whether others see a video; unlisted ones count, since whoever has the address does."""
    status = video.status or shape.VideoStatus()
    return status.privacy_status != "private" and status.upload_status not in _WITHDRAWN


def thread_of(raw: bytes) -> ThreadRead:
    """Returns a comment and the answers that came with it, newest first."""
    thread = _thread(raw)
    video = thread.snippet.video_id or ""
    total = max(thread.snippet.total_reply_count, 0)
    top = comment_of(bytes(thread.snippet.top_level_comment), video, total)
    answers = thread.replies.comments if thread.replies else []
    posts, bad = _answers(answers, video)
    newest_first = sorted(posts, key=lambda post: post.created_at, reverse=True)
    return ThreadRead(thread.id, video, total, (*newest_first, top), len(answers), bad)


def comment_of(raw: bytes, video: str = "", answers: int | None = None) -> Post:
    """Returns a comment or an answer to one.

    Args:
        video: on which it stands, where the comment does not say it.
        answers: how many there are.
    """
    comment = _comment(raw)
    snippet = comment.snippet
    on = snippet.video_id or video
    parent = snippet.parent_id or ""
    text = _text(snippet)
    return Post(
        network=NETWORK,
        remote_id=comment.id,
        author=_author(snippet),
        text=text.text,
        spans=text.spans,
        created_at=moment(snippet.published_at),
        edited_at=_edited(snippet),
        kind=PostKind.COMMENT,
        media=_picture(snippet.image_url),
        metrics=Metrics(replies=answers, likes=count(snippet.like_count)),
        reply_to=parent or on,
        root=on or parent,
        url=f"{WATCH}{on}&lc={comment.id}" if on else "",
        raw=raw,
    )


def _answers(
    raws: Iterable[msgspec.Raw], video: str
) -> tuple[list[Post], tuple[tuple[Exception, bytes], ...]]:
    posts: list[Post] = []
    bad: list[tuple[Exception, bytes]] = []
    for raw in raws:
        try:
            posts.append(comment_of(bytes(raw), video))
        except UNREADABLE as error:
            bad.append((error, bytes(raw)))
    return posts, tuple(bad)


def _text(snippet: shape.CommentSnippet) -> PlainText:
    """The text as it was written, where we may have it; otherwise what is shown of it."""
    if snippet.text_original:
        return PlainText(snippet.text_original, spans_of(snippet.text_original))
    return plain_text(snippet.text_display or "", _name)


def _name(address: str, _classes: str, text: str) -> tuple[SpanKind, str] | None:
    if not address.startswith(("https://", "http://")):
        return None
    if text.startswith("#") and len(text) > 1:
        return SpanKind.HASHTAG, text[1:]
    if text.startswith("@") and len(text) > 1:
        return SpanKind.MENTION, text[1:]
    return SpanKind.LINK, address


def _author(snippet: shape.CommentSnippet) -> Author:
    shown = (snippet.author_display_name or "").strip().removeprefix("@")
    return Author(
        remote_id=_channel(snippet) or (f"@{shown}" if shown else ""),
        handle=shown,
        name=shown,
        avatar_url=snippet.author_profile_image_url or "",
    )


def _channel(snippet: shape.CommentSnippet) -> str:
    """Returns the id of a commenter's channel, "" where it is gone: then a handle has to do, lest
    all whose channels are gone be taken for one person.
    """
    if snippet.author_channel_id and snippet.author_channel_id.value:
        return snippet.author_channel_id.value
    from_address = (snippet.author_channel_url or "").rpartition("/channel/")[2]
    return from_address if from_address.startswith("UC") else ""


def _edited(snippet: shape.CommentSnippet) -> datetime | None:
    if not snippet.updated_at or snippet.updated_at == snippet.published_at:
        return None
    updated = moment(snippet.updated_at)
    return updated if updated > moment(snippet.published_at) else None


def _picture(url: str | None) -> tuple[Media, ...]:
    return (Media(MediaKind.IMAGE, url),) if url else ()


def _clip(video: shape.Video) -> Media:
    told = (video.snippet.thumbnails or {}).values()
    preview = max(told, key=lambda one: one.width, default=shape.Thumbnail())
    duration = video.content_details.duration if video.content_details else None
    return Media(
        MediaKind.VIDEO,
        WATCH + video.id,
        preview_url=preview.url,
        duration_ms=_milliseconds(duration or ""),
    )


def _milliseconds(duration: str) -> int:
    """ISO 8601, days at most; 0 for a broadcast that is not over and for what is no duration."""
    found = _DURATION.fullmatch(duration)
    if not found:
        return 0
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000


def _metrics(told: shape.VideoStatistics) -> Metrics:
    return Metrics(
        replies=count(told.comment_count),
        likes=count(told.like_count),
        views=count(told.view_count),
    )


def count(told: shape.Count | None) -> int | None:
    """Returns a number told as text or number; None for none. Raises `ValueError`."""
    if told is None:
        return None
    if isinstance(told, str) and not (told.isascii() and told.isdigit() and len(told) < 20):
        raise ValueError("a count that is no number")
    return int(told) if 0 <= int(told) <= 2**53 else None


def moment(told: str) -> datetime:
    """Returns a moment in UTC. Raises `ValueError`."""
    parsed = datetime.fromisoformat(told)
    aware = parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)
    return aware.astimezone(UTC)
