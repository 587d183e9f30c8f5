"""Mastodon's JSON to posts. Pure: the same bytes always give the same post.

Ids are unique on one server only, so ours are "host/id". One post that reached two servers is two
posts: each server knows it by its own id, and answers to it go there.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import msgspec

from controlroom.feeds.html_text import PlainText, plain_text
from controlroom.feeds.networks.mastodon import shape
from controlroom.model.decoding import decoder, from_plain
from controlroom.model.post import (
    Author,
    Media,
    MediaKind,
    Metrics,
    Poll,
    PollOption,
    Post,
    PostKind,
    Quote,
    SpanKind,
)

_status = decoder(shape.Status).decode
_conversation = decoder(shape.Conversation).decode
_notification = decoder(shape.Notification).decode
_MEDIA = {
    "image": MediaKind.IMAGE,
    "video": MediaKind.VIDEO,
    "gifv": MediaKind.GIF,
    "audio": MediaKind.AUDIO,
}


def status_of(raw: bytes, host: str) -> tuple[str, Post]:
    """Returns the id by which pages go on, and the post.

    Raises `ValueError` (or `RecursionError`) for what is no status.
    """
    status = _status(raw)
    return str(status.id), _post(status, host, raw)


def mention_of(raw: bytes, host: str) -> tuple[str, Post | None]:
    """Returns a notification's id and its post; None for what is not a mention.

    Raises as `status_of`.
    """
    notification = _notification(raw)
    is_mention = notification.type == "mention"
    post = status_of(bytes(notification.status), host)[1] if is_mention else None
    return str(notification.id), post


def message_of(raw: bytes, host: str, dialogue: str) -> Post | None:
    """Returns a direct message of a dialogue; None for what everybody may read.

    Raises as `status_of`.
    """
    post = status_of(raw, host)[1]
    return replace(post, root=f"{host}/{dialogue}") if post.kind is PostKind.MESSAGE else None


def dialogue_of(raw: bytes, host: str) -> tuple[str, str, Post | None]:
    """Returns the id of a dialogue, that of its latest message, and that message.

    The latter are "" and None where a dialogue is empty. Raises as `status_of`.
    """
    conversation = _conversation(raw)
    latest = bytes(conversation.last_status)
    if latest == b"null":
        return str(conversation.id), "", None
    post = message_of(latest, host, str(conversation.id))
    return str(conversation.id), status_of(latest, host)[0], post


def _post(status: shape.Status, host: str, raw: bytes) -> Post:
    shown = status.reblog or status
    text = _text(shown, host)
    return Post(
        network="mastodon",
        remote_id=f"{host}/{status.id}",
        author=_author(status.account, host),
        text=text.text,
        spans=text.spans,
        created_at=_moment(status.created_at),
        kind=_kind(status),
        media=_media(shown),
        metrics=_metrics(shown),
        language=shown.language or "",
        edited_at=_moment(shown.edited_at) if shown.edited_at else None,
        reply_to=f"{host}/{shown.in_reply_to_id}" if shown.in_reply_to_id else "",
        url=status.url or status.uri or "",
        quote=_reposted(status, host) if status.reblog else _quote(status.quote, host),
        poll=_poll(shown.poll),
        warning=shown.spoiler_text or "",
        raw=raw,
    )


def _kind(status: shape.Status) -> PostKind:
    if status.reblog is not None:
        return PostKind.REPOST
    return PostKind.MESSAGE if status.visibility == "direct" else PostKind.STATUS


def _author(account: shape.Account, host: str) -> Author:
    return Author(
        remote_id=f"{host}/{account.id}",
        handle=_handle(account.acct, host),
        name=account.display_name or account.acct.partition("@")[0],
        avatar_url=account.avatar or "",
        followers=_count(account.followers_count),
        automated=bool(account.bot),
    )


def _handle(acct: str, host: str) -> str:
    """Handles of the server's own people come without it."""
    return acct if "@" in acct else f"{acct}@{host}"


def _text(status: shape.Status, host: str) -> PlainText:
    people = {m.url: _handle(m.acct, host) for m in status.mentions or () if m.url}

    def name(address: str, classes: str, text: str) -> tuple[SpanKind, str] | None:
        return _name(people, address, classes, text)

    return plain_text(status.content or "", name)


def _name(
    people: Mapping[str, str], address: str, classes: str, text: str
) -> tuple[SpanKind, str] | None:
    if not address.startswith(("https://", "http://")):
        return None
    if address in people:
        return SpanKind.MENTION, people[address]
    if text.startswith("#"):
        return SpanKind.HASHTAG, text[1:]
    if text.startswith("@") and "mention" in classes.split():
        server = _server(address)
        return SpanKind.MENTION, text[1:] if "@" in text[1:] else f"{text[1:]}@{server}"
    return SpanKind.LINK, address


def _server(address: str) -> str:
    """Returns the server of an address, "" where none can be made out."""
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""


def _media(status: shape.Status) -> tuple[Media, ...]:
    sensitive = bool(status.sensitive)
    return tuple(_medium(a, sensitive=sensitive) for a in status.media_attachments or ())


def _medium(attachment: shape.Attachment, *, sensitive: bool) -> Media:
    size = _size(attachment.meta)
    return Media(
        kind=_MEDIA.get(attachment.type or "", MediaKind.OTHER),
        url=attachment.url or attachment.remote_url or "",
        preview_url=attachment.preview_url or "",
        alt=attachment.description or "",
        width=int(size.width or 0),
        height=int(size.height or 0),
        duration_ms=round((size.duration or 0) * 1000),
        sensitive=sensitive,
    )


def _size(meta: Any) -> shape.Size:
    """Servers put anything here; a size nobody can read is no reason to lose a post."""
    try:
        return from_plain(meta, shape.Meta).original or shape.Size()
    except msgspec.ValidationError:
        return shape.Size()


def _metrics(status: shape.Status) -> Metrics:
    return Metrics(
        replies=_count(status.replies_count),
        reposts=_count(status.reblogs_count),
        likes=_count(status.favourites_count),
        quotes=_count(status.quotes_count),
    )


def _count(told: int | None) -> int | None:
    return None if told is None or told < 0 else told


def _reposted(status: shape.Status, host: str) -> Quote | None:
    original = status.reblog
    if original is None:
        return None
    return Quote(f"{host}/{original.id}", _handle(original.account.acct, host))


def _quote(quoted: shape.Quoted | None, host: str) -> Quote | None:
    while quoted is not None and quoted.quoted_status is not None:
        quoted = quoted.quoted_status
    if quoted is None:
        return None
    remote_id = quoted.id or quoted.quoted_status_id
    if not remote_id:
        return None
    author = _handle(quoted.account.acct, host) if quoted.account else ""
    return Quote(f"{host}/{remote_id}", author, plain_text(quoted.content or "").text)


def _poll(poll: shape.Poll | None) -> Poll | None:
    if poll is None:
        return None
    options = tuple(PollOption(o.title, _count(o.votes_count)) for o in poll.options)
    return Poll(options, _moment(poll.expires_at) if poll.expires_at else None)


def _moment(told: str) -> datetime:
    moment = datetime.fromisoformat(told)
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC)
