"""Posts of a page: words, links, pictures; at once, at a time, or kept back."""

from typing import Any

from controlroom.exercise.faces.facebook import words
from controlroom.exercise.faces.facebook.calls import Call
from controlroom.exercise.faces.facebook.holders import NETWORK
from controlroom.exercise.faces.facebook.ids import Stretch, named
from controlroom.exercise.faces.facebook.media import SITE
from controlroom.exercise.faces.facebook.moments import seconds_in
from controlroom.exercise.faces.facebook.pictures import picture_of
from controlroom.exercise.faces.facebook.problems import Problem, bad
from controlroom.exercise.faces.facebook.rights import POSTS, as_page
from controlroom.exercise.faces.facebook.things import (
    Thing,
    View,
    draft_thing,
    post_thing,
)
from controlroom.exercise.world import Media, Said

Json = dict[str, Any]
SOONEST_S, LATEST_S = 600, 30 * 86_400
"""How far ahead a post can be set."""
LONGEST = 63_206
"""Characters of a post."""
_SAME_MS = 10 * 60_000


def to_feed(view: View, page: Thing, call: Call) -> Json:
    """Publishes on a page's wall. Raises `Problem`."""
    owner = as_page(view, page, POSTS)
    text, link = words.taken(view, call.text("message")), call.text("link")
    media = tuple(_attached(view, owner.number, call))
    if not (text.strip() or link or media):
        raise bad("Missing message or attachment", 1349125)
    if len(text) > LONGEST:
        raise bad("Param message is too long")
    said = Said(text, media=media)
    if not media:
        _not_again(view, owner.number, said, link)
    return {"id": out(view, owner.number, said, call, link).id}


def to_photos(view: View, page: Thing, call: Call) -> Json:
    """Puts up a picture, as a post of its own unless it is not published. Raises `Problem`."""
    owner = as_page(view, page, POSTS)
    media = picture_of(call.file(), call.text("alt_text_custom"))
    upload = view.book.add_upload(owner.number, media, Stretch.LOOSE_PHOTO, call.file())
    kept = not call.flag("published", usual=True) and not call.text("scheduled_publish_time")
    if kept:
        return {"id": upload.media.key}
    text = words.taken(view, call.text("message") or call.text("caption"))
    said = Said(text, media=(upload.media,))
    return {"id": upload.media.key, "post_id": out(view, owner.number, said, call).id}


def out(view: View, page: int, said: Said, call: Call, link: str = "") -> Thing:
    """Publishes now, later or not yet, as asked; a link to a post shares it. Raises `Problem`."""
    if call.flag("published", usual=True) and not call.text("scheduled_publish_time"):
        number = view.book.publish(page, said, link, shared=_shared(view, link))
        return post_thing(view, view.book.world.post(number))
    if call.flag("published", usual=False):
        raise bad("You cannot specify a scheduled publish time on a published post")
    return draft_thing(view, view.book.add_draft(page, said, link, due(view, call)))


def _shared(view: View, link: str) -> int:
    """Returns the number of the post a link leads to, 0 for any other link."""
    owner, _, story = link.removeprefix(f"{SITE}/").partition("/posts/")
    name = named(story) if link.startswith(f"{SITE}/") and owner else None
    if name is None or name.stretch is not Stretch.STORY:
        return 0
    world = view.book.world
    here = 0 < name.number <= len(world.columns) and not world.is_gone(name.number)
    return name.number if here and world.post(name.number).network == NETWORK else 0


def due(view: View, call: Call) -> int:
    """Returns when a post is to go out, 0 if nothing is said. Raises `Problem`."""
    told = call.text("scheduled_publish_time")
    if not told:
        return 0
    at = seconds_in(told)
    ahead = at - view.book.holders.now_s()
    if not SOONEST_S <= ahead <= LATEST_S:
        raise bad("The specified scheduled publish time is invalid.")
    return at


def _not_again(view: View, page: int, said: Said, link: str) -> None:
    """Refuses what the page said just before, word for word."""
    book = view.book
    for post in book.world.newest(NETWORK, "wall", page):
        if post.author == page:
            young = book.world.clock.now_ms() - post.created_ms < _SAME_MS
            if young and post.said == said and book.links.get(post.number, "") == link:
                raise Problem(506, "Duplicate status message", subcode=1455006)
            return


def _attached(view: View, page: int, call: Call) -> list[Media]:
    """Returns pictures that were put up before; both ways of naming them are taken."""
    told = call.parsed("attached_media") or []
    if not isinstance(told, list):
        raise bad("Param attached_media must be an array")
    told += [call.parsed(name) for name in sorted(call.given) if name.startswith("attached_media[")]
    return [_upload(view, page, one) for one in told]


def _upload(view: View, page: int, told: Any) -> Media:
    key = str(told.get("media_fbid", "")) if isinstance(told, dict) else ""
    name = named(key)
    uploads = view.book.uploads
    found = uploads[name.number - 1] if name and name.number <= len(uploads) else None
    if found is None or found.media.key != key or found.page != page:
        raise bad(f"Invalid media_fbid: {key[:40]}")
    if found.post:
        raise bad("Photo was already posted", 1366046)
    return found.media
