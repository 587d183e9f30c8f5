"""Dialogues and messages, field by field."""

from collections.abc import Mapping
from typing import Any

from controlroom.exercise.faces.facebook.holders import NETWORK
from controlroom.exercise.faces.facebook.media import film, medium_id, still
from controlroom.exercise.faces.facebook.moments import told
from controlroom.exercise.faces.facebook.shown_posts import Fields
from controlroom.exercise.faces.facebook.things import Thing, View
from controlroom.exercise.world import MediaKind, SimPost

DETAILED = 20
"""Of a dialogue's older messages only the number and the time are told."""
WINDOW_MS = 86_400_000


def dialogue(one: Thing) -> str:
    """Returns the world's name of a dialogue."""
    return f"{min(one.number, one.beside)}-{max(one.number, one.beside)}"


def _numbers(view: View, one: Thing) -> list[int]:
    numbers = view.book.world.lists.numbers((NETWORK, "dialogue", dialogue(one)))
    return [number for number in numbers if not view.book.world.is_gone(number)]


def _latest(view: View, one: Thing) -> SimPost:
    return view.book.world.post(_numbers(view, one)[-1])


def _both(view: View, one: Thing) -> Mapping[str, Any]:
    return {"data": [_party(view, one.beside), _party(view, one.number)]}


def _party(view: View, number: int) -> dict[str, str]:
    account = view.book.world.account(number)
    name = view.book.owner_id(account)
    return {"name": account.name, "email": f"{name}@facebook.com", "id": name}


def last_word(view: View, page: int, person: int) -> int:
    """Returns when a person last wrote to a page, milliseconds since 1970; 0 for never."""
    world = view.book.world
    pair = f"{min(page, person)}-{max(page, person)}"
    for number in reversed(world.lists.numbers((NETWORK, "dialogue", pair))):
        row = world.columns.row(number)
        if row.author == person:
            return row.created_ms
    return 0


def _open(view: View, one: Thing) -> bool:
    since = view.book.world.clock.now_ms() - last_word(view, one.number, one.beside)
    return since <= WINDOW_MS


THREAD: Fields = {
    "id": lambda _, one: one.id,
    "link": lambda _, one: f"/{one.number}/inbox/{one.id.removeprefix('t_')}/",
    "updated_time": lambda view, one: told(_latest(view, one).created_ms),
    "message_count": lambda view, one: len(_numbers(view, one)),
    "unread_count": lambda _, one: 0,
    "snippet": lambda view, one: _latest(view, one).said.text[:100],
    "participants": _both,
    "senders": _both,
    "can_reply": _open,
    "is_subscribed": lambda _, one: True,
}


def _detailed(view: View, one: Thing) -> bool:
    post = one.said
    pair = f"{min(post.author, post.to)}-{max(post.author, post.to)}"
    latest = view.book.world.lists.numbers((NETWORK, "dialogue", pair))[-DETAILED:]
    return one.number >= latest[0]


def _files(view: View, one: Thing) -> Mapping[str, Any] | None:
    media = one.said.said.media
    found = [_file(one, at) for at in range(len(media))]
    return {"data": found} if found and _detailed(view, one) else None


def _file(one: Thing, index: int) -> dict[str, Any]:
    media = one.said.said.media[index]
    of = medium_id(one.number, index, media)
    told: dict[str, Any] = {"id": of, "name": media.alt or f"file-{of}"}
    size = {"width": media.width, "height": media.height}
    match media.kind:
        case MediaKind.IMAGE:
            where = still(media, of)
            shown = size | {"url": where, "preview_url": where, "image_type": 1}
            return told | {"mime_type": "image/jpeg", "image_data": shown}
        case MediaKind.GIF:
            where = still(media, of)
            shown = size | {"url": where, "preview_url": where, "animated_gif_url": where}
            return told | {"mime_type": "image/gif", "image_data": shown}
        case MediaKind.AUDIO:
            return told | {"mime_type": "audio/mpeg", "file_url": film(media, of)}
    shown = size | {"url": film(media, of), "preview_url": still(media, of)}
    shown |= {"length": media.duration_ms // 1000, "video_type": 1, "rotation": 0}
    return told | {"mime_type": "video/mp4", "video_data": shown}


def _if_detailed(view: View, one: Thing, value: Any) -> Any:
    return value if _detailed(view, one) else None


MESSAGE: Fields = {
    "id": lambda _, one: one.id,
    "created_time": lambda _, one: told(one.said.created_ms),
    "from": lambda view, one: _if_detailed(view, one, _party(view, one.said.author)),
    "to": lambda view, one: _if_detailed(view, one, {"data": [_party(view, one.said.to)]}),
    "message": lambda view, one: _if_detailed(view, one, one.said.said.text),
    "attachments": _files,
}
