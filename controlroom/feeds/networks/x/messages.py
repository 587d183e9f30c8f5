"""X's direct messages to posts. Pure."""

from controlroom.feeds.networks.x import shape
from controlroom.feeds.networks.x.attached import media_of
from controlroom.feeds.networks.x.envelope import Included, event_in, evidence
from controlroom.feeds.networks.x.moments import moment
from controlroom.feeds.networks.x.parse import SITE, belonging, quoted, user_of
from controlroom.feeds.networks.x.text import plain_text
from controlroom.model.post import Author, Post, PostKind, Quote


def message_of(item: bytes, included: Included) -> tuple[str, Post | None]:
    """Returns an event's id and its message; None for one that says something else.

    Raises `ValueError` (or `RecursionError`) for what is no event.
    """
    event = event_in(item)
    is_message = event.event_type == "MessageCreate"
    return str(event.id), _message(event, included, item) if is_message else None


def _message(event: shape.Event, included: Included, item: bytes) -> Post:
    sender = str(event.sender_id or "")
    text = plain_text(event.text or "", event.entities, lambda url: _is_shown(url, event))
    return Post(
        network="x",
        remote_id=str(event.id),
        author=user_of(sender, included) or Author(sender, ""),
        text=text.text,
        spans=text.spans,
        created_at=moment(event.created_at),
        kind=PostKind.MESSAGE,
        media=media_of(event.attachments, included),
        root=event.dm_conversation_id,
        url=f"{SITE}/messages/{event.dm_conversation_id}" if event.dm_conversation_id else "",
        quote=_quote(event, included),
        raw=evidence(item, belonging(event, included)),
    )


def _is_shown(url: shape.Url, event: shape.Event) -> bool:
    """Whether an address is that of an attached picture, which only its two people may open."""
    keys = (event.attachments.media_keys if event.attachments else None) or ()
    address = url.expanded_url or ""
    return bool(url.media_key) or (bool(keys) and f"/messages/media/{event.id}" in address)


def _quote(event: shape.Event, included: Included) -> Quote | None:
    return next((quoted(str(one.id), included) for one in event.references()), None)
