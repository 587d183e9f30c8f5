"""Media and polls as X shows them."""

from typing import Any
from urllib.parse import quote

from controlroom.exercise.faces.x.asked import Asked
from controlroom.exercise.faces.x.moments import written_ms
from controlroom.exercise.faces.x.view import View, media_key
from controlroom.exercise.world import Media, MediaKind
from controlroom.exercise.world.post import Poll

Json = dict[str, Any]
STILLS, CLIPS = "pbs.twimg.com", "video.twimg.com"
"""Where X keeps pictures, and where what moves."""
_KINDS = {MediaKind.IMAGE: "photo", MediaKind.GIF: "animated_gif"}
_BIT_RATE = 2_176_000


def address(host: str, media: Media, view: View) -> str:
    """Returns where a medium lies; the post it hangs on says what it shows."""
    return f"https://{host}/media/{quote(media.key, safe='')}?of={view.ids[0]}"


def medium_of(media: Media, view: View, asked: Asked) -> Json:
    """Returns a medium with the fields asked for."""
    told: Json = {
        "media_key": media_key(media),
        "type": _KINDS.get(media.kind, "video"),
        "width": media.width,
        "height": media.height,
    }
    if media.alt:
        told["alt_text"] = media.alt
    told |= _picture(media, view) if media.kind is MediaKind.IMAGE else _clip(media, view)
    return {name: value for name, value in told.items() if name in asked.media}


def poll_of(poll: Poll, view: View, asked: Asked) -> Json:
    """Returns a poll with the fields asked for."""
    is_over = poll.closes_ms <= view.world.clock.now_ms()
    told = {
        "id": poll_id(view),
        "options": [
            {"position": at, "label": label, "votes": votes}
            for at, (label, votes) in enumerate(zip(poll.options, poll.votes, strict=True), 1)
        ],
        "end_datetime": written_ms(poll.closes_ms),
        "duration_minutes": max(0, poll.closes_ms - view.post.created_ms) // 60_000,
        "voting_status": "closed" if is_over else "open",
    }
    return {name: value for name, value in told.items() if name in asked.poll}


def poll_id(view: View) -> str:
    """Returns the id of a post's poll."""
    return view.ids[0]


def _picture(media: Media, view: View) -> Json:
    return {"url": address(STILLS, media, view)}


def _clip(media: Media, view: View) -> Json:
    variant = {"content_type": "video/mp4", "url": address(CLIPS, media, view)}
    told: Json = {
        "preview_image_url": address(STILLS, media, view),
        "variants": [variant | {"bit_rate": _BIT_RATE}],
    }
    if media.kind is not MediaKind.GIF:
        told |= {"duration_ms": media.duration_ms, "public_metrics": {"view_count": 0}}
    return told
