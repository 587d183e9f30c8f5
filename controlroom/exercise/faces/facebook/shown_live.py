"""Live videos, field by field."""

from collections.abc import Mapping

from controlroom.exercise.faces.facebook.book import Live
from controlroom.exercise.faces.facebook.media import medium_id
from controlroom.exercise.faces.facebook.moments import told
from controlroom.exercise.faces.facebook.shown_posts import Fields
from controlroom.exercise.faces.facebook.things import Thing, View

_RTMP, _RTMPS = "rtmp://live-api-s.facebook.com:80", "rtmps://live-api-s.facebook.com:443"


def live_of(view: View, one: Thing) -> Live:
    """Returns a live video."""
    return view.book.lives[one.number - 1]


def _stream(view: View, one: Thing, base: str) -> str | None:
    """Where the film is to be sent is told to its page only."""
    live = live_of(view, one)
    if live.page != view.page or live.status in ("VOD", "LIVE_STOPPED"):
        return None
    return f"{base}/rtmp/FB-{one.id}-0-{view.book.holders.app.secret[:8]}"


def _film_of(view: View, one: Thing) -> Mapping[str, str] | None:
    live = live_of(view, one)
    if not live.post:
        return None
    media = view.book.world.post(live.post).said.media[0]
    return {"id": medium_id(live.post, 0, media)}


def _watching(view: View, one: Thing) -> int:
    live = live_of(view, one)
    return view.book.world.post(live.post).views if live.post and live.status == "LIVE" else 0


def _on_page(view: View, one: Thing) -> Mapping[str, str]:
    account = view.book.world.account(live_of(view, one).page)
    return {"name": account.name, "id": view.book.owner_id(account)}


def _began(view: View, one: Thing) -> str | None:
    began = live_of(view, one).began_ms
    return told(began) if began else None


LIVE: Fields = {
    "id": lambda _, one: one.id,
    "title": lambda view, one: live_of(view, one).title or None,
    "description": lambda view, one: live_of(view, one).description or None,
    "status": lambda view, one: live_of(view, one).status,
    "creation_time": lambda view, one: told(live_of(view, one).created_ms),
    "broadcast_start_time": _began,
    "planned_start_time": lambda view, one: (
        told(live_of(view, one).planned_s * 1000) if live_of(view, one).planned_s else None
    ),
    "from": _on_page,
    "live_views": _watching,
    "permalink_url": lambda view, one: f"/{_on_page(view, one)['id']}/videos/{one.id}/",
    "stream_url": lambda view, one: _stream(view, one, _RTMP),
    "secure_stream_url": lambda view, one: _stream(view, one, _RTMPS),
    "video": _film_of,
}
