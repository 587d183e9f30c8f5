"""Looking posts and accounts up by id or name; what is gone is told beside what is there."""

from collections.abc import Iterable
from typing import Any

from controlroom.exercise.faces.x.calls import Call, Question, Reply
from controlroom.exercise.faces.x.ids import number_in
from controlroom.exercise.faces.x.people import user_of
from controlroom.exercise.faces.x.posts import Page, page_of
from controlroom.exercise.faces.x.problems import missing
from controlroom.exercise.faces.x.view import NETWORK, View
from controlroom.exercise.world import Account, Denied, PostKind, World

Json = dict[str, Any]
_READ = frozenset(("tweet.read", "users.read"))


def calls() -> list[Call]:
    """Returns what may be asked."""
    known = frozenset(("ids",))
    return [
        Call("GET", "/2/tweets", "lookup", posts, _READ, app=True, parameters=known, fields=True),
        Call("GET", "/2/tweets/{id}", "post", post, _READ, app=True, fields=True),
        Call("GET", "/2/users/me", "me", me, _READ, fields=True),
        Call("GET", "/2/users", "users", users, _READ, app=True, parameters=known, fields=True),
        Call("GET", "/2/users/by", "users", users_by, _READ, app=True,
             parameters=frozenset(("usernames",)), fields=True),
        Call("GET", "/2/users/by/username/{name}", "users", user_by, _READ, app=True, fields=True),
        Call("GET", "/2/users/{id}", "users", user, _READ, app=True, fields=True),
    ]  # fmt: skip


async def posts(question: Question) -> Reply:
    """Up to 100 posts; an id names one version of a post."""
    asked, ids = question.asked(), question.ids()
    found = {one: version_of(question.world, one) for one in dict.fromkeys(ids)}
    page = page_of((view for view in found.values() if view), asked)
    what = asked.age.name("post")
    page.errors += [missing(what, "ids", one) for one, view in found.items() if view is None]
    return Reply(page.envelope())


async def post(question: Question) -> Reply:
    """One post."""
    asked, told = question.asked(), question.id("id")
    view = version_of(question.world, told)
    if view is None:
        return Reply({"errors": [missing(asked.age.name("post"), "id", told)]})
    page = Page(asked)
    page.add(view)
    return Reply(page.envelope() | {"data": page.posts[0]})


async def me(question: Question) -> Reply:
    """Who asks."""
    return Reply({"data": user_of(question.world, question.caller, question.asked("users"))})


async def user(question: Question) -> Reply:
    """An account by id."""
    told = question.id("id")
    return _one(question, question.site.account(told), "id", told)


async def user_by(question: Question) -> Reply:
    """An account by name."""
    told = question.request.match_info["name"]
    return _one(question, question.world.by_handle(NETWORK, told), "username", told)


async def users(question: Question) -> Reply:
    """Up to 100 accounts by id."""
    found = ((one, question.site.account(one)) for one in question.ids())
    return _several(question, found, "ids")


async def users_by(question: Question) -> Reply:
    """Up to 100 accounts by name."""
    names = question.query.get("usernames", "").split(",")[:100]
    found = ((one, question.world.by_handle(NETWORK, one)) for one in names)
    return _several(question, found, "usernames")


def version_of(world: World, told: str) -> View | None:
    """Returns the version of a post that an id of X names, None if it is gone or never was."""
    try:
        found = world.post(number_in(told))
    except Denied:
        return None
    view = View(world, found)
    if found.network != NETWORK or found.kind is PostKind.MESSAGE or told not in view.ids:
        return None
    return None if view.gone else View(world, found, view.ids.index(told))


def _one(question: Question, found: Account | None, parameter: str, told: str) -> Reply:
    asked = question.asked("users")
    if found is None:
        return Reply({"errors": [missing("user", parameter, told)]})
    return Reply({"data": user_of(question.world, found, asked)})


def _several(
    question: Question, found: Iterable[tuple[str, Account | None]], parameter: str
) -> Reply:
    asked = question.asked("users")
    data: list[Json] = []
    errors: list[Json] = []
    for told, account in found:
        if account is None:
            errors.append(missing("user", parameter, told))
        else:
            data.append(user_of(question.world, account, asked))
    return Reply(({"data": data} if data else {}) | ({"errors": errors} if errors else {}))
