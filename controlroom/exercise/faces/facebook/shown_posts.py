"""Posts and comments, field by field."""

from collections.abc import Callable, Mapping
from typing import Any

from controlroom.exercise.faces.facebook import words
from controlroom.exercise.faces.facebook.book import is_page
from controlroom.exercise.faces.facebook.holders import NETWORK
from controlroom.exercise.faces.facebook.ids import Stretch, id_of
from controlroom.exercise.faces.facebook.media import SITE, attachment, attachments_of, still
from controlroom.exercise.faces.facebook.moments import told
from controlroom.exercise.faces.facebook.things import (
    Thing,
    View,
    comment_thing,
    post_thing,
    story_part,
    wall_of,
)
from controlroom.exercise.world import MediaKind, PostKind, SimPost

Fields = Mapping[str, Callable[[View, Thing], Any]]
"""From names to what gives their value, None for nothing to tell."""
PRIVATE_REPLY_MS = 7 * 86_400_000


def author(view: View, post: SimPost) -> Mapping[str, str] | None:
    """Returns who wrote it; people are told to the page they wrote to, and to nobody else."""
    writer = view.book.world.account(post.author)
    wall = wall_of(view, post)
    if not is_page(writer) and is_page(wall) and wall.number != view.page:
        return None
    return {"name": writer.name, "id": view.book.owner_id(writer)}


def _message(view: View, one: Thing) -> str | None:
    return words.shown(view, one.said.said.text)[0] or None


def _tags(view: View, one: Thing) -> list[dict[str, Any]] | None:
    return words.shown(view, one.said.said.text)[1] or None


def _created(_: View, one: Thing) -> str:
    return told(one.said.created_ms)


def _updated(view: View, one: Thing) -> str:
    """A post changes with its latest comment, too."""
    post = one.said
    thread = view.book.world.lists.numbers((NETWORK, "thread", one.number))
    latest = view.book.world.columns.created_ms(thread[-1]) if thread else 0
    return told(max(post.created_ms, post.edited_ms, latest))


def _permalink(view: View, one: Thing) -> str:
    owner, _, story = one.id.partition("_")
    return f"{SITE}/{owner}/posts/{story}"


def _status_type(view: View, one: Thing) -> str:
    post = one.said
    if post.to and post.to != post.author:
        return "wall_post"
    if any(media.kind is not MediaKind.IMAGE for media in post.said.media):
        return "added_video"
    if post.said.media:
        return "added_photos"
    shared = post.quote or view.book.links.get(one.number) or words.link_in(post.said.text)
    return "shared_story" if shared else "mobile_status_update"


def _story(view: View, one: Thing) -> str | None:
    post = one.said
    if post.kind is not PostKind.REPOST:
        return None
    return f"{view.book.world.account(post.author).name} shared a post."


def _parent(view: View, one: Thing) -> str | None:
    quoted = one.said.quote
    return post_thing(view, view.book.world.post(quoted)).id if quoted else None


def _picture(_: View, one: Thing) -> str | None:
    media = one.said.said.media
    return still(media[0], one.id) if media else None


def _shares(_: View, one: Thing) -> Mapping[str, int] | None:
    return {"count": one.said.reposts} if one.said.reposts else None


def _due(view: View, one: Thing) -> int | None:
    return view.book.drafts[one.beside - 1].at_s or None if one.beside else None


POST: Fields = {
    "id": lambda _, one: one.id,
    "created_time": _created,
    "updated_time": _updated,
    "from": lambda view, one: author(view, one.said),
    "message": _message,
    "message_tags": _tags,
    "story": _story,
    "permalink_url": _permalink,
    "status_type": _status_type,
    "parent_id": _parent,
    "shares": _shares,
    "full_picture": _picture,
    "picture": _picture,
    "is_hidden": lambda _, one: one.said.hidden,
    "is_published": lambda _, one: not one.beside,
    "is_expired": lambda _, one: False,
    "scheduled_publish_time": _due,
    "attachments": lambda view, one: _listed(attachments_of(view, one.said)),
    "promotable_id": lambda _, one: one.id,
    "timeline_visibility": lambda _, one: "normal",
    "privacy": lambda _, one: {
        "allow": "", "deny": "", "description": "Public", "friends": "", "value": "EVERYONE",
    },
    "can_reply_privately": lambda view, one: _answerable(view, one),
}  # fmt: skip


def _listed(attachments: list[dict[str, Any]]) -> Mapping[str, Any] | None:
    return {"data": attachments} if attachments else None


def _answerable(view: View, one: Thing) -> bool:
    """A person can be answered privately once, within seven days."""
    post, world = one.said, view.book.world
    young = world.clock.now_ms() - post.created_ms <= PRIVATE_REPLY_MS
    ours = wall_of(view, post).number == view.page
    person = not is_page(world.account(post.author))
    return ours and person and young and one.number not in view.book.replied


def _comment_link(view: View, one: Thing) -> str:
    owner = view.book.owner_id(wall_of(view, one.said))
    own = id_of(Stretch.COMMENT, one.number)
    return f"{SITE}/{owner}/posts/{story_part(view, one.said.root)}?comment_id={own}"


def _above(view: View, one: Thing) -> Thing | None:
    post = one.said
    if post.reply_to == post.root:
        return None
    return comment_thing(view, view.book.world.post(post.reply_to))


def _alive_replies(view: View, one: Thing) -> int:
    world = view.book.world
    if not world.columns.replies(one.number):
        return 0
    numbers = world.lists.numbers((NETWORK, "replies", one.number))
    return sum(1 for number in numbers if not world.is_gone(number))


def _ours(view: View, one: Thing) -> bool:
    return wall_of(view, one.said).number == view.page


COMMENT: Fields = {
    "id": lambda _, one: one.id,
    "created_time": _created,
    "from": lambda view, one: author(view, one.said),
    "message": lambda view, one: words.shown(view, one.said.said.text)[0],
    "message_tags": _tags,
    "permalink_url": _comment_link,
    "parent": _above,
    "object": lambda view, one: {"id": story_part(view, one.said.root)},
    "attachment": lambda _, one: attachment(one.said, 0) if one.said.said.media else None,
    "comment_count": _alive_replies,
    "like_count": lambda _, one: one.said.likes,
    "is_hidden": lambda _, one: one.said.hidden,
    "is_private": lambda _, one: False,
    "can_comment": lambda view, one: view.page > 0,
    "can_like": lambda view, one: view.page > 0,
    "can_hide": lambda view, one: _ours(view, one) and one.said.author != view.page,
    "can_remove": lambda view, one: _ours(view, one) or one.said.author == view.page,
    "can_reply_privately": _answerable,
    "user_likes": lambda view, one: (view.page, one.number) in view.book.liked,
}
