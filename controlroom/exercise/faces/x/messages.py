"""Direct messages: those of all of a profile's dialogues, those of one, and sending."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Annotated, Any

import msgspec

from controlroom.exercise.faces.x.asked import Asked
from controlroom.exercise.faces.x.calls import Call, Question, Reply
from controlroom.exercise.faces.x.ids import number_in
from controlroom.exercise.faces.x.moments import written_ms
from controlroom.exercise.faces.x.posts import Page
from controlroom.exercise.faces.x.problems import forbidden, invalid_body, missing
from controlroom.exercise.faces.x.stretch import TURNS, meta_of, standing, stretch_of
from controlroom.exercise.faces.x.uploads import Uploads
from controlroom.exercise.faces.x.view import NETWORK, View, media_key, user_id
from controlroom.exercise.world import Account, Denied, PostKind, Said

Json = dict[str, Any]
_READ = frozenset(("dm.read", "tweet.read", "users.read"))
_WRITE = frozenset(("dm.write", "tweet.read", "users.read"))


class Attached(msgspec.Struct, forbid_unknown_fields=True):
    """An uploaded file, by its id."""

    media_id: Annotated[str, msgspec.Meta(pattern="^[0-9]{1,19}$")]


class NewMessage(msgspec.Struct, forbid_unknown_fields=True):
    """What X wants to be sent."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=10_000)] | None = None
    attachments: Annotated[list[Attached], msgspec.Meta(max_length=1)] | None = None


class Messages:
    """Answers questions for messages."""

    def __init__(self, uploads: Uploads) -> None:
        self._uploads = uploads

    def calls(self) -> list[Call]:
        """Returns what may be asked."""
        known = TURNS | {"event_types"}
        both = "/2/dm_conversations/{id}"
        one = "/2/dm_conversations/with/{other}"
        return [
            Call("GET", "/2/dm_events", "messages", self.all, _READ,
                 parameters=known, fields=True),
            Call("GET", "/2/dm_events/{id}", "messages", self.one, _READ, fields=True),
            Call("DELETE", "/2/dm_events/{id}", "send message", self.delete,
                 frozenset(("dm.read", "dm.write"))),
            Call("GET", f"{one}/dm_events", "messages", self.with_one, _READ,
                 parameters=known, fields=True),
            Call("GET", f"{both}/dm_events", "messages", self.in_dialogue, _READ,
                 parameters=known, fields=True),
            Call("POST", f"{one}/messages", "send message", self.send, _WRITE),
            Call("POST", f"{both}/messages", "send message", self.send_in, _WRITE),
        ]  # fmt: skip

    async def all(self, question: Question) -> Reply:
        """The messages of all of the caller's dialogues."""
        return _page(question, (NETWORK, "messages", question.caller.number))

    async def with_one(self, question: Question) -> Reply:
        """The messages of the caller's dialogue with somebody."""
        return _page(question, _dialogue(question.caller, _other(question)))

    async def in_dialogue(self, question: Question) -> Reply:
        """The messages of a dialogue of the caller's."""
        return _page(question, _dialogue(question.caller, _partner(question)))

    async def one(self, question: Question) -> Reply:
        """One message."""
        asked, told = question.asked("events"), question.id("id")
        view = _event(question, told)
        if view is None:
            return Reply({"errors": [missing("dm_event", "id", told)]})
        page = _events([view], asked)
        return Reply(page.envelope() | {"data": page.posts[0]})

    async def delete(self, question: Question) -> Reply:
        """Deletes a message the caller sent."""
        told = question.id("id")
        view = _event(question, told)
        if view is None:
            return Reply({"errors": [missing("dm_event", "id", told)]})
        if view.post.author != question.grant.account:
            raise forbidden()
        question.world.delete(view.post.number)
        return Reply({"data": {"deleted": True}})

    async def send(self, question: Question) -> Reply:
        """Sends a message to somebody."""
        return await self._send(question, _other(question))

    async def send_in(self, question: Question) -> Reply:
        """Sends a message in a dialogue there is."""
        return await self._send(question, _partner(question))

    async def _send(self, question: Question, to: Account) -> Reply:
        body = await question.body(NewMessage)
        if body.text is None and not body.attachments:
            raise invalid_body("Either text or attachments must be in the body")
        keys = [one.media_id for one in body.attachments or ()]
        media = self._uploads.taken(keys, question.grant.account)
        said = Said(body.text or "", question.caller.language, media)
        number = question.world.publish(
            question.grant.account, said, kind=PostKind.MESSAGE, to=to.number
        )
        view = View(question.world, question.world.post(number))
        told = {"dm_conversation_id": _conversation(view), "dm_event_id": view.id}
        return Reply({"data": told}, 201)


def _page(question: Question, key: tuple[str, str, str | int]) -> Reply:
    asked, most = question.asked("events"), question.whole("max_results", 1, 100, 100)
    stretch = stretch_of(question)
    wanted = question.query.get("event_types", "MessageCreate").split(",")
    numbers = question.world.lists.newest_first(key, stretch.before)
    there = standing(question.world, numbers if "MessageCreate" in wanted else ())
    views = [view for _, view in zip(range(most + 1), there, strict=False)]
    meta = meta_of(views[:most], further=len(views) > most, ends=False)
    return Reply(_events(views[:most], asked).envelope() | {"meta": meta})


def _events(views: Iterable[View], asked: Asked) -> Page:
    page = Page(asked)
    for view in views:
        told: Json = {"id": view.id, "event_type": "MessageCreate", "text": view.written.text}
        for name in asked.event & _FIELDS.keys():
            value = _FIELDS[name](view)
            if value is not None:
                told[asked.age.name(name)] = value
        if view.quoted is not None and "references" in asked.event | asked.beside:
            told[asked.age.name("references")] = [{"id": view.quoted.id}]
        page.posts.append(told)
        _beside(page, view)
    return page


def _beside(page: Page, view: View) -> None:
    beside = page.asked.beside
    if "author" in beside or "participants" in beside:
        page.user(view, view.author)
    if "participants" in beside:
        page.user(view, view.world.account(view.post.to))
    if "media" in beside:
        page.media(view)
    if "references" in beside and view.quoted is not None:
        page.other(view.quoted)


def _event(question: Question, told: str) -> View | None:
    """Returns a message of the caller's, None if there is none."""
    try:
        view = View(question.world, question.world.post(number_in(told)))
    except Denied:
        return None
    mine = question.grant.account in (view.post.author, view.post.to)
    is_one = view.post.kind is PostKind.MESSAGE and view.id == told and mine
    return view if is_one and not view.gone else None


def _other(question: Question) -> Account:
    found = question.site.account(question.id("other"))
    if found is None or found.number == question.grant.account:
        raise forbidden("You cannot send messages to this user.")
    return found


def _partner(question: Question) -> Account:
    """Returns the other one of a dialogue of the path."""
    ids = question.request.match_info["id"].split("-")
    people = [question.site.account(one) for one in ids]
    others = [one for one in people if one and one.number != question.grant.account]
    if len(people) != 2 or len(others) != 1:
        raise forbidden("You are not a participant of this conversation.")
    return others[0]


def _dialogue(one: Account, other: Account) -> tuple[str, str, str]:
    numbers = sorted((one.number, other.number))
    return NETWORK, "dialogue", f"{numbers[0]}-{numbers[1]}"


def _people(view: View) -> list[str]:
    return sorted((user_id(view.author), user_id(view.world.account(view.post.to))), key=int)


def _conversation(view: View) -> str:
    return "-".join(_people(view))


def _attachments(view: View) -> Json | None:
    keys = [media_key(one) for one in view.media]
    return {"media_keys": keys} if keys else None


_FIELDS: Mapping[str, Callable[[View], Any]] = MappingProxyType(
    {
        "created_at": lambda view: written_ms(view.created_ms),
        "dm_conversation_id": _conversation,
        "sender_id": lambda view: user_id(view.author),
        "participant_ids": _people,
        "entities": lambda view: view.written.entities or None,
        "attachments": _attachments,
    }
)
