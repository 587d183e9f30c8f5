"""Bluesky's JSON to posts. Pure: the same bytes always give the same post.

A post's id is its address in its author's store ("at://did…/app.bsky.feed.post/…"), and an author's
id the did, both of which outlive a change of handle.
"""

from datetime import UTC, datetime, timedelta

from controlroom.feeds.networks.bluesky import labels, shape
from controlroom.feeds.networks.bluesky.addresses import web_address
from controlroom.feeds.networks.bluesky.embeds import shown_of
from controlroom.feeds.networks.bluesky.spans import spans_of
from controlroom.model.decoding import decoder
from controlroom.model.post import Author, Metrics, Post, PostKind, Quote

_view = decoder(shape.PostView).decode
_item = decoder(shape.FeedItem).decode
_notification = decoder(shape.Notification).decode
CALLED_FOR = ("mention", "reply", "quote")
"""Notifications that are posts to be answered; the others are likes and follows."""
_ROUNDED = timedelta(seconds=1)


def post_of(raw: bytes) -> tuple[str, Post]:
    """Returns a post's id and the post.

    Raises `ValueError` (or `RecursionError`) for what is no post.
    """
    view = _view(raw)
    return view.uri, post_in(view, raw)


def item_of(raw: bytes) -> tuple[str, Post]:
    """Returns the id and post of an item of a timeline, which may be a repost. Raises as above."""
    item = _item(raw)
    reason = item.reason
    if reason is None or reason.type != "app.bsky.feed.defs#reasonRepost" or reason.by is None:
        return post_of(bytes(item.post))
    post = _repost(_view(bytes(item.post)), reason, reason.by, raw)
    return post.remote_id, post


def called_by(raw: bytes) -> tuple[str, bool]:
    """Returns of a notification the id of what caused it and whether that is a post to be read.

    Raises as above.
    """
    notification = _notification(raw)
    return notification.uri, notification.reason in CALLED_FOR


def author_of(author: shape.Author) -> Author:
    """Returns who somebody is."""
    verification = author.verification or shape.Verification()
    states = verification.verified_status, verification.trusted_verifier_status
    return Author(
        remote_id=author.did,
        handle=author.handle,
        name=author.display_name or author.handle,
        avatar_url=author.avatar or "",
        verified="valid" in states,
    )


def moment_of(told: str) -> datetime:
    """Returns a moment in UTC. Raises `ValueError` or `OverflowError`."""
    moment = datetime.fromisoformat(told)
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC)


def post_in(view: shape.PostView, raw: bytes) -> Post:
    """Returns the post that the network shows so; `raw` is kept. Raises as above."""
    record = view.record
    given = labels.labels_of(view.labels, bytes(record.labels))
    shown = shown_of(bytes(view.embed), sensitive=labels.is_sensitive(given))
    return Post(
        network="bluesky",
        remote_id=view.uri,
        author=author_of(view.author),
        text=record.text,
        spans=spans_of(record.text, bytes(record.facets)),
        created_at=_created(record.created_at, view.indexed_at),
        media=shown.media,
        metrics=_metrics(view),
        language=record.langs[0] if record.langs else "",
        reply_to=record.reply.parent.uri if record.reply else "",
        root=record.reply.root.uri if record.reply else "",
        url=web_address(view.uri),
        quote=shown.quote,
        warning=labels.warning_of(given),
        raw=raw,
    )


def _repost(view: shape.PostView, reason: shape.Reason, by: shape.Author, raw: bytes) -> Post:
    """A repost shows what it repeats; older servers do not tell its own id."""
    original = post_in(view, raw)
    return Post(
        network="bluesky",
        remote_id=reason.uri or f"{view.uri}#{by.did}",
        author=author_of(by),
        text=original.text,
        spans=original.spans,
        created_at=_created(reason.indexed_at, None),
        kind=PostKind.REPOST,
        media=original.media,
        metrics=original.metrics,
        language=original.language,
        url=original.url,
        quote=Quote(view.uri, view.author.handle),
        warning=original.warning,
        raw=raw,
    )


def _created(told: str | None, indexed: str | None) -> datetime:
    """When the author says, but not after the network saw it; the author's clock may be wrong."""
    says, saw = _moment(told), _moment(indexed)
    if says is not None and (saw is None or says <= saw + _ROUNDED):
        return says
    if saw is None:
        raise ValueError("no moment that can be read")
    return saw


def _moment(told: str | None) -> datetime | None:
    try:
        return moment_of(told) if told else None
    except (ValueError, OverflowError):
        return None


def _metrics(view: shape.PostView) -> Metrics:
    return Metrics(
        replies=view.reply_count,
        reposts=view.repost_count,
        likes=view.like_count,
        quotes=view.quote_count,
    )
