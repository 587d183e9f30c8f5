"""Pictures and films, field by field."""

from collections.abc import Mapping
from typing import Any

from controlroom.exercise.faces.facebook import words
from controlroom.exercise.faces.facebook.media import SITE, film, still
from controlroom.exercise.faces.facebook.moments import told
from controlroom.exercise.faces.facebook.shown_posts import Fields
from controlroom.exercise.faces.facebook.things import Thing, View, post_thing
from controlroom.exercise.world import Media


def _medium(view: View, one: Thing) -> Media:
    if one.post is not None:
        return one.post.said.media[one.beside]
    return view.book.uploads[one.beside - 1].media


def _owner(view: View, one: Thing) -> Mapping[str, str]:
    number = one.post.author if one.post else view.book.uploads[one.beside - 1].page
    account = view.book.world.account(number)
    return {"name": account.name, "id": view.book.owner_id(account)}


def _words(view: View, one: Thing) -> str | None:
    return words.shown(view, one.post.said.text)[0] or None if one.post else None


def _of_post(view: View, one: Thing) -> str | None:
    return post_thing(view, one.post).id if one.post and not one.post.reply_to else None


def _made(view: View, one: Thing) -> str:
    return told(one.post.created_ms if one.post else view.book.world.clock.now_ms())


def _images(view: View, one: Thing) -> list[dict[str, Any]]:
    media = _medium(view, one)
    return [{"height": media.height, "width": media.width, "source": still(media, one.id)}]


PHOTO: Fields = {
    "id": lambda _, one: one.id,
    "created_time": _made,
    "updated_time": _made,
    "from": _owner,
    "name": _words,
    "alt_text": lambda view, one: _medium(view, one).alt or "May be an image",
    "alt_text_custom": lambda view, one: _medium(view, one).alt or None,
    "height": lambda view, one: _medium(view, one).height,
    "width": lambda view, one: _medium(view, one).width,
    "images": _images,
    "picture": lambda view, one: still(_medium(view, one), one.id),
    "source": lambda view, one: still(_medium(view, one), one.id),
    "link": lambda _, one: f"{SITE}/photo.php?fbid={one.id}",
    "page_story_id": _of_post,
    "can_delete": lambda view, one: bool(one.post) and one.said.author == view.page,
}


def _status(view: View, one: Thing) -> dict[str, Any]:
    done = {"status": "complete"}
    return {"video_status": "ready", "uploading_phase": done, "processing_phase": done,
            "publishing_phase": done | {"publish_status": "published"}}  # fmt: skip


VIDEO: Fields = {
    "id": lambda _, one: one.id,
    "created_time": _made,
    "updated_time": _made,
    "from": _owner,
    "description": _words,
    "length": lambda view, one: _medium(view, one).duration_ms / 1000,
    "views": lambda _, one: one.post.views if one.post else 0,
    "source": lambda view, one: film(_medium(view, one), one.id),
    "picture": lambda view, one: still(_medium(view, one), one.id),
    "permalink_url": lambda view, one: f"/{_owner(view, one)['id']}/videos/{one.id}/",
    "published": lambda _, one: one.post is not None,
    "post_id": lambda view, one: (_of_post(view, one) or "_").partition("_")[2] or None,
    "status": _status,
    "embeddable": lambda _, one: True,
}
