"""What is said in a live chat, to posts. Pure, as `parse`."""

from dataclasses import dataclass

from controlroom.feeds.networks.youtube import shape
from controlroom.feeds.networks.youtube.parse import NETWORK, WATCH, count, moment
from controlroom.feeds.networks.youtube.spans import spans_of
from controlroom.model.decoding import decoder
from controlroom.model.post import Author, Poll, PollOption, Post, PostKind

_message = decoder(shape.ChatMessage).decode
ENDED = "chatEndedEvent"


@dataclass(frozen=True, slots=True)
class ChatRead:
    """One event of a chat.

    Attributes:
        post: what was said; None for events that say nothing.
        gone: id of a message that was deleted or taken back, "" for none.
        ended: the chat is over.
    """

    id: str
    post: Post | None = None
    gone: str = ""
    ended: bool = False


def message_of(raw: bytes, video: str) -> ChatRead:
    """Returns one event of the chat beside `video`. Raises `ValueError`."""
    message = _message(raw)
    if gone := _gone(message):
        return ChatRead(message.id, gone=gone)
    text = _said(message.snippet)
    post = _post(message, text, video, raw) if text else None
    return ChatRead(message.id, post, ended=message.snippet.type == ENDED)


def _gone(message: shape.ChatMessage) -> str:
    snippet = message.snippet
    if snippet.message_deleted_details:
        return snippet.message_deleted_details.deleted_message_id or ""
    if snippet.message_retracted_details:
        return snippet.message_retracted_details.retracted_message_id or ""
    return message.id if snippet.type == "tombstone" else ""


def _said(snippet: shape.ChatSnippet) -> str:
    """A message as it was written; of gifts, memberships and the like what YouTube shows."""
    if snippet.text_message_details and snippet.text_message_details.message_text:
        return snippet.text_message_details.message_text
    question = snippet.poll_details.metadata if snippet.poll_details else None
    return (question.question_text if question else "") or snippet.display_message or ""


def _post(message: shape.ChatMessage, text: str, video: str, raw: bytes) -> Post:
    if not message.snippet.published_at:
        raise ValueError("a message without a moment")
    return Post(
        network=NETWORK,
        remote_id=message.id,
        author=_author(message),
        text=text,
        spans=spans_of(text),
        created_at=moment(message.snippet.published_at),
        kind=PostKind.COMMENT,
        poll=_poll(message.snippet.poll_details),
        reply_to=video,
        root=video,
        url=WATCH + video if video else "",
        raw=raw,
    )


def _author(message: shape.ChatMessage) -> Author:
    told = message.author_details or shape.ChatAuthor()
    shown = (told.display_name or "").strip().removeprefix("@")
    return Author(
        remote_id=told.channel_id or message.snippet.author_channel_id or "",
        handle=shown,
        name=shown,
        avatar_url=told.profile_image_url or "",
        verified=bool(told.is_verified),
    )


def _poll(told: shape.ChatPoll | None) -> Poll | None:
    if told is None or told.metadata is None:
        return None
    options = (PollOption(one.option_text, count(one.tally)) for one in told.metadata.options)
    return Poll(tuple(options))
