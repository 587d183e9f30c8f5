"""What hangs on X's posts and messages: media and polls."""

from collections.abc import Sequence
from datetime import datetime

from controlroom.feeds.networks.x import shape
from controlroom.feeds.networks.x.envelope import Included
from controlroom.feeds.networks.x.moments import moment
from controlroom.model.post import Media, MediaKind, Poll, PollOption

_KINDS = {
    "photo": MediaKind.IMAGE,
    "video": MediaKind.VIDEO,
    "animated_gif": MediaKind.GIF,
    "audio": MediaKind.AUDIO,
}


def media_of(
    attachments: shape.Attachments | None, included: Included, *, sensitive: bool = False
) -> tuple[Media, ...]:
    """Returns the media a page knows, in their order."""
    keys = (attachments.media_keys if attachments else None) or ()
    known = (included.media.get(key) for key in keys)
    return tuple(_medium(kept.value, sensitive=sensitive) for kept in known if kept)


def poll_of(attachments: shape.Attachments | None, included: Included) -> Poll | None:
    """Returns the poll of a post, if its page knows it."""
    for poll_id in (attachments.poll_ids if attachments else None) or ():
        if kept := included.polls.get(str(poll_id)):
            return _poll(kept.value)
    return None


def _medium(told: shape.Media, *, sensitive: bool) -> Media:
    return Media(
        kind=_KINDS.get(told.type or "", MediaKind.OTHER),
        url=told.url or _best(told.variants or ()) or told.preview_image_url or "",
        preview_url=told.preview_image_url or "",
        alt=told.alt_text or "",
        width=told.width or 0,
        height=told.height or 0,
        duration_ms=told.duration_ms or 0,
        sensitive=sensitive,
    )


def _best(variants: Sequence[shape.Variant]) -> str:
    """Returns the address of the richest whole file, or of what else there is."""
    files = [one for one in variants if one.content_type == "video/mp4" and one.url]
    best = max(files, key=lambda one: one.bit_rate or 0, default=None)
    chosen = best or next((one for one in variants if one.url), None)
    return (chosen.url or "") if chosen else ""


def _poll(told: shape.Poll) -> Poll:
    options = sorted(told.options, key=lambda option: option.position)
    return Poll(tuple(PollOption(one.label, one.votes) for one in options), _end(told))


def _end(told: shape.Poll) -> datetime | None:
    """Returns when a poll closes; an end nobody can read is no reason to lose a post."""
    try:
        return moment(told.end_datetime) if told.end_datetime else None
    except ValueError:
        return None
