"""What an account does on Instagram: publish in two steps, answer, hide, take down."""

from collections.abc import Callable, Mapping
from typing import Any

from controlroom.exercise.faces.facebook.book import Container
from controlroom.exercise.faces.facebook.calls import Call
from controlroom.exercise.faces.facebook.gram_shown import own
from controlroom.exercise.faces.facebook.ids import Stretch, id_of, named
from controlroom.exercise.faces.facebook.pictures import picture_of, size_of
from controlroom.exercise.faces.facebook.problems import Problem, bad, forbidden
from controlroom.exercise.faces.facebook.rights import need
from controlroom.exercise.faces.facebook.things import Node, Thing, View
from controlroom.exercise.world import Media, MediaKind, PostKind, Said

Json = dict[str, Any]
PUBLISH, COMMENTS = "instagram_content_publish", "instagram_manage_comments"
IN_A_DAY, LONGEST, MOST_PARTS = 50, 2_200, 10
"""Posts an account may publish by the Graph, characters of a caption, parts of an album."""
_DAY_S = 86_400
_DAY_MS = 86_400_000


def _acting(view: View, account: int, scope: str) -> None:
    need(view, scope)
    if not own(view, account):
        raise forbidden("Application does not have permission for this action", 10)


def prepare(view: View, user: Thing, call: Call) -> Json:
    """Puts a post together, which is published in a second step. Raises `Problem`."""
    _acting(view, user.number, PUBLISH)
    text = call.text("caption")
    if len(text) > LONGEST:
        raise Problem(100, "The caption is too long.", subcode=2207010)
    album = call.text("media_type") == "CAROUSEL"
    media = _parts(view, user, call) if album else (_medium(view, user, call),)
    part, now = call.flag("is_carousel_item", usual=False), view.book.world.clock.now_ms()
    view.book.containers.append(Container(user.number, text, media, part, now))
    return {"id": id_of(Stretch.GRAM_CONTAINER, len(view.book.containers))}


def publish(view: View, user: Thing, call: Call) -> Json:
    """Publishes what was put together. Raises `Problem`."""
    _acting(view, user.number, PUBLISH)
    container = _container(view, user, call.text("creation_id"))
    if container.post or container.is_part:
        raise Problem(9007, "The media is not ready for publishing, please wait for a moment.",
                      subcode=2207027)  # fmt: skip
    meter = view.book.usage.meter
    if not meter.spend("grams", str(user.number), IN_A_DAY, _DAY_S).allowed:
        raise Problem(9, "Application request limit reached", status=403, subcode=2207042)
    said = Said(container.text, media=container.media)
    container.post = view.book.world.publish(user.number, said)
    return {"id": id_of(Stretch.GRAM_POST, container.post)}


def publishing_limit(view: View, user: Thing) -> Json:
    """Tells how much of a day's posts is used. Raises `Problem`."""
    _acting(view, user.number, PUBLISH)
    now = view.book.usage.meter.spend("grams", str(user.number), IN_A_DAY, _DAY_S, cost=0)
    config = {"quota_total": IN_A_DAY, "quota_duration": _DAY_S}
    return {"data": [{"config": config, "quota_usage": now.limit - now.remaining}]}


def answer(view: View, one: Thing, call: Call) -> Json:
    """Answers a post or a comment in the account's name. Raises `Problem`."""
    need(view, COMMENTS)
    root = one.said.root or one.number
    account = view.book.world.columns.row(root).author
    if not own(view, account):
        raise forbidden("Application does not have permission for this action", 10)
    text = call.text("message")
    if not text.strip():
        raise bad("Param message must be a non-empty string")
    said = Said(text)
    number = view.book.world.publish(account, said, kind=PostKind.COMMENT, reply_to=one.number)
    return {"id": id_of(Stretch.GRAM_COMMENT, number)}


def change(view: View, one: Thing, call: Call) -> Json:
    """Hides a comment below a post of the account, or shows it again. Raises `Problem`."""
    _acting(view, view.book.world.columns.row(one.said.root).author, COMMENTS)
    if not call.text("hide"):
        raise bad("The parameter hide is required")
    view.book.world.hide(one.number, hidden=call.flag("hide", usual=False))
    return {"success": True}


def delete(view: View, one: Thing, _: Call) -> Json:
    """Takes a comment below a post of the account down. Raises `Problem`."""
    _acting(view, view.book.world.columns.row(one.said.root).author, COMMENTS)
    view.book.world.delete(one.number)
    return {"success": True}


def _medium(view: View, user: Thing, call: Call) -> Media:
    """Instagram takes no uploads here: it fetches what lies at an address."""
    body = call.file()
    if not body:
        raise Problem(9004, "Only photo or video can be accepted as media type.", subcode=2207052)
    if size_of(body) is not None:
        media, stretch = picture_of(body, call.text("alt_text")), Stretch.LOOSE_PHOTO
    else:
        media, stretch = Media("", MediaKind.VIDEO, width=1080, height=1920), Stretch.LOOSE_VIDEO
    return view.book.add_upload(user.number, media, stretch, body).media


def _parts(view: View, user: Thing, call: Call) -> tuple[Media, ...]:
    told = call.text("children")
    names = call.parsed("children") if told.startswith("[") else told.split(",")
    if not 2 <= len(names) <= MOST_PARTS:
        raise bad("An album has 2 to 10 parts")
    return tuple(_container(view, user, str(name)).media[0] for name in names)


def _container(view: View, user: Thing, told: str) -> Container:
    name = named(told)
    here = name is not None and name.stretch is Stretch.GRAM_CONTAINER
    containers = view.book.containers
    if name is None or not here or name.number > len(containers):
        raise bad("Invalid creation_id", 2207008)
    container = containers[name.number - 1]
    old = view.book.world.clock.now_ms() - container.made_ms > _DAY_MS
    if old or container.page != user.number:
        raise bad("Invalid creation_id", 2207008)
    return container


POSTS_TO: Mapping[Node, Mapping[str, Callable[[View, Thing, Call], Json]]] = {
    Node.GRAM_USER: {"media": prepare, "media_publish": publish},
    Node.GRAM_MEDIA: {"comments": answer},
    Node.GRAM_COMMENT: {"replies": answer},
}
"""What is posted where."""
