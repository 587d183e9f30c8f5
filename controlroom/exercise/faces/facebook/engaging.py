"""What a page does with posts and comments: answer, like, hide, change, take down."""

from dataclasses import replace
from typing import Any

from controlroom.exercise.faces.facebook import words
from controlroom.exercise.faces.facebook.calls import Call
from controlroom.exercise.faces.facebook.ids import Stretch
from controlroom.exercise.faces.facebook.lists import root_of
from controlroom.exercise.faces.facebook.pictures import picture_of
from controlroom.exercise.faces.facebook.problems import Problem, absent, bad, forbidden
from controlroom.exercise.faces.facebook.publishing import due
from controlroom.exercise.faces.facebook.rights import ENGAGEMENT, POSTS, acting, on_own_wall
from controlroom.exercise.faces.facebook.things import Node, Thing, View, comment_thing
from controlroom.exercise.world import Media, PostKind, Said

Json = dict[str, Any]
DONE: Json = {"success": True}
LONGEST = 8_000
"""Characters of a comment."""


def comment(view: View, one: Thing, call: Call) -> Json:
    """Answers a post, a comment, a picture or a live video. Raises `Problem`."""
    page, below = acting(view, ENGAGEMENT), root_of(view, one)
    if not below:
        raise absent(one.id, "post")
    text = words.taken(view, call.text("message"))
    media = _picture(view, page, call)
    if not text.strip() and not media:
        raise bad("Param message must be a non-empty string", 1705)
    if len(text) > LONGEST:
        raise bad("Param message is too long")
    said = Said(text, media=media)
    number = view.book.world.publish(page, said, kind=PostKind.COMMENT, reply_to=below)
    for upload in view.book.uploads:
        if media and upload.media.key == media[0].key:
            upload.post = number
    return {"id": comment_thing(view, view.book.world.post(number)).id}


def _picture(view: View, page: int, call: Call) -> tuple[Media, ...]:
    wanted = call.text("attachment_id")
    if wanted:
        mine = (one.media for one in view.book.uploads if one.page == page)
        found = next((one for one in mine if one.key == wanted), None)
        if found is None:
            raise bad("Invalid attachment_id")
        return (found,)
    if not call.file():
        return ()
    media = picture_of(call.file(), "")
    return (view.book.add_upload(page, media, Stretch.LOOSE_PHOTO, call.file()).media,)


def like(view: View, one: Thing, _: Call) -> Json:
    """Likes something in the page's name, once. Raises `Problem`."""
    page, number = acting(view, ENGAGEMENT), root_of(view, one)
    if not number:
        raise absent(one.id, "post")
    if (page, number) not in view.book.liked:
        view.book.liked.add((page, number))
        view.book.world.like(number)
    return DONE


def unlike(view: View, one: Thing, _: Call) -> Json:
    """Takes a like back. Raises `Problem`."""
    page, number = acting(view, ENGAGEMENT), root_of(view, one)
    if (page, number) in view.book.liked:
        view.book.liked.discard((page, number))
        view.book.world.like(number, -1)
    return DONE


def change(view: View, one: Thing, call: Call) -> Json:
    """Changes a post or a comment, or hides it. Raises `Problem`."""
    if one.node is Node.COMMENT:
        return _change_comment(view, one, call)
    if one.node is Node.POST:
        return _change_draft(view, one, call) if one.beside else _change_post(view, one, call)
    raise absent(one.id, "post")


def _change_comment(view: View, one: Thing, call: Call) -> Json:
    if call.text("is_hidden"):
        on_own_wall(view, one, ENGAGEMENT)
        if one.said.author == view.page:
            raise forbidden("You do not have sufficient permissions to hide this comment")
        view.book.world.hide(one.number, hidden=call.flag("is_hidden", usual=False))
        return DONE
    _only_its_author(view, one, ENGAGEMENT)
    return _reword(view, one, call)


def _change_post(view: View, one: Thing, call: Call) -> Json:
    if call.text("is_hidden") or call.text("timeline_visibility"):
        on_own_wall(view, one, POSTS)
        hidden = call.text("timeline_visibility") == "hidden" or call.flag("is_hidden", usual=False)
        view.book.world.hide(one.number, hidden=hidden)
        return DONE
    _only_its_author(view, one, POSTS)
    return _reword(view, one, call)


def _change_draft(view: View, one: Thing, call: Call) -> Json:
    acting(view, POSTS)
    draft = view.book.drafts[one.beside - 1]
    if call.text("message"):
        draft.said = replace(draft.said, text=words.taken(view, call.text("message")))
    if call.text("scheduled_publish_time"):
        draft.at_s = due(view, call)
    if call.flag("is_published", usual=False):
        view.book.send(draft)
    return DONE


def _reword(view: View, one: Thing, call: Call) -> Json:
    text = words.taken(view, call.text("message"))
    if not text.strip():
        raise bad("Param message must be a non-empty string")
    view.book.world.edit(one.number, replace(one.said.said, text=text))
    return DONE


def _only_its_author(view: View, one: Thing, scope: str) -> None:
    if acting(view, scope) != one.said.author:
        raise forbidden("Permissions error")


def delete(view: View, one: Thing, _: Call) -> Json:
    """Takes something down. Raises `Problem`."""
    match one.node:
        case Node.POST if one.beside:
            acting(view, POSTS)
            view.book.drafts[one.beside - 1].gone = True
            return DONE
        case Node.POST:
            on_own_wall(view, one, POSTS)
        case Node.COMMENT:
            if acting(view, ENGAGEMENT) != one.said.author:
                on_own_wall(view, one, ENGAGEMENT)
        case Node.LIVE:
            return _drop_live(view, one)
        case Node.PHOTO | Node.VIDEO if one.post is not None:
            _only_its_author(view, one, POSTS)
            if len(one.post.said.media) > 1:
                return _drop_medium(view, one)
        case _:
            raise Problem(3, "(#3) Application does not have the capability to make this API call.")
    view.book.world.delete(one.number)
    return DONE


def _drop_medium(view: View, one: Thing) -> Json:
    """Of several only this one goes."""
    media = one.said.said.media
    left = (*media[: one.beside], *media[one.beside + 1 :])
    view.book.world.edit(one.number, replace(one.said.said, media=left))
    return DONE


def _drop_live(view: View, one: Thing) -> Json:
    live = view.book.lives[one.number - 1]
    if acting(view, POSTS) != live.page:
        raise absent(one.id, "delete")
    live.gone = True
    if live.post and not view.book.world.is_gone(live.post):
        view.book.world.delete(live.post)
    return DONE
