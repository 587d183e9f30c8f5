"""Direct messages to posts. Pure.

A message is found by its dialogue and its own id together, so our id is "dialogue/message".
"""

from collections.abc import Mapping

from controlroom.feeds.networks.bluesky import shape
from controlroom.feeds.networks.bluesky.embeds import shown_of
from controlroom.feeds.networks.bluesky.parse import author_of, moment_of
from controlroom.feeds.networks.bluesky.spans import spans_of
from controlroom.model.decoding import decoder
from controlroom.model.post import Author, Post, PostKind

_dialogue = decoder(shape.Dialogue).decode
_message = decoder(shape.Message).decode
_DELETED = "chat.bsky.convo.defs#deletedMessageView"
_WRITTEN = "chat.bsky.convo.defs#messageView"


def dialogue_of(raw: bytes) -> shape.Dialogue:
    """Returns a dialogue. Raises `ValueError` or `RecursionError` for what is none."""
    return _dialogue(raw)


def people_of(members: list[shape.Author]) -> dict[str, Author]:
    """Returns who takes part, by id."""
    return {member.did: author_of(member) for member in members}


def message_of(
    raw: bytes, dialogue: str, people: Mapping[str, Author]
) -> tuple[str, Post | None, str]:
    """Returns of a message its revision, the post, and its id if it was deleted.

    What the network says itself ("joined the group") is neither. Raises as `dialogue_of`.
    """
    message = _message(raw)
    remote_id = f"{dialogue}/{message.id}"
    if message.type == _DELETED:
        return message.rev, None, remote_id
    if message.type not in (_WRITTEN, "") or message.sender is None or not message.id:
        return message.rev, None, ""
    return message.rev, _post(message, message.sender.did, remote_id, dialogue, people, raw), ""


def _post(
    message: shape.Message,
    sender: str,
    remote_id: str,
    dialogue: str,
    people: Mapping[str, Author],
    raw: bytes,
) -> Post:
    shown = shown_of(bytes(message.embed))
    return Post(
        network="bluesky",
        remote_id=remote_id,
        author=people.get(sender) or Author(sender, sender),
        text=message.text,
        spans=spans_of(message.text, bytes(message.facets)),
        created_at=moment_of(message.sent_at),
        kind=PostKind.MESSAGE,
        media=shown.media,
        quote=shown.quote,
        reply_to=_answered(message, dialogue),
        root=dialogue,
        raw=raw,
    )


def _answered(message: shape.Message, dialogue: str) -> str:
    try:
        answered = _message(bytes(message.reply_to)).id
    except (ValueError, RecursionError):
        return ""
    return f"{dialogue}/{answered}" if answered else ""
