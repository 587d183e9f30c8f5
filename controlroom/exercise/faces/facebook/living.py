"""Live videos: planned, begun, ended."""

from typing import Any

from controlroom.exercise.faces.facebook.answering import shown
from controlroom.exercise.faces.facebook.book import Live
from controlroom.exercise.faces.facebook.calls import Call
from controlroom.exercise.faces.facebook.ids import Stretch, id_of
from controlroom.exercise.faces.facebook.moments import seconds_in
from controlroom.exercise.faces.facebook.problems import bad, forbidden
from controlroom.exercise.faces.facebook.rights import POSTS, acting, as_page
from controlroom.exercise.faces.facebook.selection import selection_of
from controlroom.exercise.faces.facebook.things import Node, Thing, View

Json = dict[str, Any]
STATUSES = ("LIVE_NOW", "UNPUBLISHED", "SCHEDULED_UNPUBLISHED", "SCHEDULED_LIVE")
FOLLOWERS, AGE_MS = 100, 60 * 86_400_000
"""What a page needs before it may go live."""


def to_live_videos(view: View, page: Thing, call: Call) -> Json:
    """Makes a live video, which begins at once if that is asked for. Raises `Problem`."""
    owner = as_page(view, page, POSTS)
    status = call.text("status") or "UNPUBLISHED"
    if status not in STATUSES:
        raise bad(f"Param status must be one of {{{', '.join(STATUSES)}}}")
    now = view.book.world.clock.now_ms()
    if owner.followers < FOLLOWERS or now - owner.joined_ms < AGE_MS:
        raise forbidden("The page does not meet the requirements to go live.", 200)
    live = Live(len(view.book.lives) + 1, owner.number, call.text("title"),
                call.text("description"), _waiting(status), now, _planned(call))  # fmt: skip
    view.book.lives.append(live)
    if status == "LIVE_NOW":
        view.book.begin_live(live)
    thing = Thing(Node.LIVE, id_of(Stretch.LIVE, live.number), live.number)
    return shown(view, thing, selection_of("id,stream_url,secure_stream_url"))


def change_live(view: View, one: Thing, call: Call) -> Json:
    """Begins or ends a live video, or changes its words. Raises `Problem`."""
    live = view.book.lives[one.number - 1]
    if acting(view, POSTS) != live.page:
        raise forbidden("Permissions error")
    live.title = call.text("title") or live.title
    live.description = call.text("description") or live.description
    if call.flag("end_live_video", usual=False):
        if live.status != "LIVE":
            raise bad("The live video is not live")
        live.status = "VOD"
    elif call.text("status") == "LIVE_NOW" and not live.post:
        view.book.begin_live(live)
    return {"id": one.id}


def _waiting(status: str) -> str:
    return "UNPUBLISHED" if status == "LIVE_NOW" else status


def _planned(call: Call) -> int:
    params = call.parsed("event_params")
    told = params.get("start_time") if isinstance(params, dict) else None
    told = told or call.text("planned_start_time")
    return seconds_in(str(told)) if told else 0
