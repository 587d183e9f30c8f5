"""Instagram's dialogues and messages, which a page holds for the account that belongs to it."""

from collections.abc import Iterator, Mapping
from typing import Any

from controlroom.exercise.faces.facebook.ids import (
    Stretch,
    gram_message_id,
    gram_message_in,
    gram_thread_id,
    gram_thread_in,
    id_of,
)
from controlroom.exercise.faces.facebook.moments import told
from controlroom.exercise.faces.facebook.problems import forbidden
from controlroom.exercise.faces.facebook.things import GRAM, Node, Thing, View
from controlroom.exercise.world import Account, Denied, PostKind, SimPost

MESSAGES = "instagram_manage_messages"
DETAILED = 20
"""Of a dialogue's older messages only the number and the time are told."""


def account_of(view: View, page: int) -> Account | None:
    """Returns the account that belongs to a page, by the same handle; None if none does."""
    return view.book.world.by_handle(GRAM, view.book.world.account(page).handle)


def threads(view: View, page: Thing, wanted: str, after: int) -> Iterator[tuple[int, Thing]]:
    """Yields the dialogues of a page's account by their latest message. Raises `Problem`.

    Args:
        wanted: the id of the person whose dialogue alone is asked for, "" for all.
    """
    if view.holder is None or MESSAGES not in view.holder.scopes:
        raise forbidden(f"Requires {MESSAGES} permission to manage the object")
    account, met = account_of(view, page.number), set[int]()
    if account is None:
        return
    world = view.book.world
    for number in world.lists.newest_first((GRAM, "messages", account.number)):
        row = world.columns.row(number)
        other = row.to if row.author == account.number else row.author
        if other in met or world.is_gone(number):
            continue
        met.add(other)
        fits = wanted in ("", id_of(Stretch.GRAM_USER, other))
        if fits and not (after and number >= after):
            yield number, _thread(account.number, other)


def thing(view: View, name: str) -> Thing | None:
    """Returns a dialogue or message of Instagram's by its id, None for anything else."""
    account = account_of(view, view.page) if view.page else None
    pair, number = gram_thread_in(name), gram_message_in(name)
    if account is None:
        return None
    if pair is not None:
        there = pair[0] == account.number and numbers(view, *pair)
        return _thread(*pair) if there else None
    post = _message(view, number) if number else None
    mine = post is not None and account.number in (post.author, post.to)
    return Thing(Node.GRAM_MESSAGE, name, number, post=post) if mine else None


def numbers(view: View, account: int, person: int) -> list[int]:
    """Returns the messages of a dialogue, oldest first."""
    pair = f"{min(account, person)}-{max(account, person)}"
    found = view.book.world.lists.numbers((GRAM, "dialogue", pair))
    return [number for number in found if not view.book.world.is_gone(number)]


def last_word(view: View, account: int, person: int) -> int:
    """Returns when a person last wrote to an account, milliseconds since 1970; 0 for never."""
    columns = view.book.world.columns
    for number in reversed(numbers(view, account, person)):
        if columns.row(number).author == person:
            return columns.row(number).created_ms
    return 0


def _thread(account: int, person: int) -> Thing:
    return Thing(Node.GRAM_THREAD, gram_thread_id(account, person), account, person)


def _message(view: View, number: int) -> SimPost | None:
    try:
        post = view.book.world.post(number)
    except Denied:
        return None
    here = post.network == GRAM and post.kind is PostKind.MESSAGE and not post.deleted_ms
    return post if here else None


def _messages(view: View, one: Thing, _: Any, after: int) -> Iterator[tuple[int, Thing]]:
    for number in reversed(numbers(view, one.number, one.beside)):
        if not after or number < after:
            post = view.book.world.post(number)
            yield number, Thing(Node.GRAM_MESSAGE, gram_message_id(number), number, post=post)


def _party(view: View, number: int) -> dict[str, str]:
    account = view.book.world.account(number)
    return {"username": account.handle, "id": id_of(Stretch.GRAM_USER, number)}


def _latest(view: View, one: Thing) -> SimPost:
    return view.book.world.post(numbers(view, one.number, one.beside)[-1])


def _if_detailed(view: View, one: Thing, value: Any) -> Any:
    latest = numbers(view, one.said.author, one.said.to)[-DETAILED:]
    return value if one.number >= latest[0] else None


THREAD: Mapping[str, Any] = {
    "id": lambda _, one: one.id,
    "updated_time": lambda view, one: told(_latest(view, one).created_ms),
    "message_count": lambda view, one: len(numbers(view, one.number, one.beside)),
    "participants": lambda view, one: {
        "data": [_party(view, one.number), _party(view, one.beside)]
    },
}
MESSAGE: Mapping[str, Any] = {
    "id": lambda _, one: one.id,
    "created_time": lambda _, one: told(one.said.created_ms),
    "from": lambda view, one: _if_detailed(view, one, _party(view, one.said.author)),
    "to": lambda view, one: _if_detailed(view, one, {"data": [_party(view, one.said.to)]}),
    "message": lambda view, one: _if_detailed(view, one, one.said.said.text),
}
OF_NODE = {Node.GRAM_THREAD: THREAD, Node.GRAM_MESSAGE: MESSAGE}
EDGES = {Node.GRAM_THREAD: {"messages": _messages}, Node.GRAM_MESSAGE: dict[str, Any]()}
KNOWN = {
    Node.GRAM_THREAD.value: frozenset((*THREAD, "name", "messages")),
    Node.GRAM_MESSAGE.value: frozenset(
        (*MESSAGE, "attachments", "shares", "story", "reactions", "is_unsupported", "tags")
    ),
}
USUAL = {Node.GRAM_THREAD: "id,updated_time", Node.GRAM_MESSAGE: "id,created_time"}
