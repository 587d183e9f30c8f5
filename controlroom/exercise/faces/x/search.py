"""Searching what was said in the last days."""

import asyncio
import re
from collections.abc import Sequence

from controlroom.exercise.faces.x.calls import Call, Question, Reply
from controlroom.exercise.faces.x.ids import id_at, ms_in, number_in
from controlroom.exercise.faces.x.moments import read_ms, written_ms
from controlroom.exercise.faces.x.posts import page_of
from controlroom.exercise.faces.x.problems import invalid
from controlroom.exercise.faces.x.query import NoQuery, Test, compiled
from controlroom.exercise.faces.x.stretch import STRETCH, Stretch, first_since, meta_of, stretch_of
from controlroom.exercise.faces.x.subject import Subject
from controlroom.exercise.faces.x.view import NETWORK, View
from controlroom.exercise.world import World
from controlroom.model.query.fold import fold

_DAY_MS = 86_400_000
_AT_ONCE = 400
"""Posts looked at before others have their turn."""
_ONE_CONVERSATION = re.compile(r"conversation_id:(\d{1,19})\s*")
_ONE_TAG = re.compile(r"#(\w+)\s*")
_TURNS = frozenset(("query", "max_results", "next_token", "pagination_token", "sort_order"))


def calls() -> list[Call]:
    """Returns what may be asked."""
    read = frozenset(("tweet.read", "users.read"))
    path = "/2/tweets/search/recent"
    known = STRETCH | _TURNS
    return [Call("GET", path, "search", recent, read, app=True, parameters=known, fields=True)]


async def recent(question: Question) -> Reply:
    """What holds the words of a query, newest first."""
    query, test = _test(question)
    most = question.whole("max_results", 10, 100, 10)
    oldest_ms = question.world.clock.now_ms() - question.site.limits.search_days * _DAY_MS
    _refuse_older(question, oldest_ms)
    asked, stretch = question.asked(), stretch_of(question)
    after = max(stretch.after, first_since(question.world, oldest_ms) - 1)
    numbers = _among(question.world, query)
    views = await found(question.world, numbers, test, Stretch(stretch.before, after), most + 1)
    page = page_of(views[:most], asked)
    return Reply(page.envelope() | {"meta": meta_of(views[:most], further=len(views) > most)})


async def found(
    world: World, numbers: Sequence[int] | None, test: Test, stretch: Stretch, most: int
) -> list[View]:
    """Returns the newest posts that pass a test.

    Args:
        numbers: where to look, oldest first; None for everywhere.
    """
    views: list[View] = []
    looked = 0
    for number in _newest_first(world, numbers, stretch):
        looked += 1
        if looked % _AT_ONCE == 0:
            await asyncio.sleep(0)
        if world.is_gone(number):
            continue
        view = View(world, world.post(number))
        if test(Subject(view)) and not view.gone:
            views.append(view)
            if len(views) == most:
                break
    return views


def _newest_first(world: World, numbers: Sequence[int] | None, stretch: Stretch) -> Sequence[int]:
    """Returns where to look; a copy, since others publish between two turns."""
    if numbers is None:
        key = (NETWORK, "public", "")
        return list(world.lists.newest_first(key, stretch.before, stretch.after))
    before, after = stretch.before or len(world.columns) + 1, stretch.after
    return [number for number in reversed(numbers) if after < number < before]


def _test(question: Question) -> tuple[str, Test]:
    query, longest = question.query.get("query", ""), question.site.limits.query_length
    if not 1 <= len(query) <= longest:
        text = f"Rules must be between 1 and {longest} characters"
        raise invalid("query", query[:100], text)
    try:
        return query, compiled(query)
    except NoQuery as error:
        raise invalid(
            "query", query, f"There were errors processing your request: {error}"
        ) from None


def _refuse_older(question: Question, oldest_ms: int) -> None:
    """Refuses to look further back than X searches."""
    for name in ("since_id", "until_id"):
        told = question.query.get(name)
        if told is not None and told.isdecimal() and ms_in(told) < oldest_ms:
            least = id_at(oldest_ms, 0)
            text = (
                f"'{name}' must be a tweet id created after [{written_ms(oldest_ms)}]. "
                f"Please use a '{name}' that is larger than {least}"
            )
            raise invalid(name, told, text)
    for name in ("start_time", "end_time"):
        told = question.query.get(name)
        if told is not None and (read_ms(told) or oldest_ms) < oldest_ms:
            text = (
                f"Invalid '{name}':'{told}'. '{name}' must be on or after {written_ms(oldest_ms)}"
            )
            raise invalid(name, told, text)


def _among(world: World, query: str) -> Sequence[int] | None:
    """Returns the posts of the one conversation or hashtag that is asked for, oldest first."""
    if tag := _ONE_TAG.fullmatch(query):
        return world.lists.numbers((NETWORK, "tag", fold(tag[1])))
    told = _ONE_CONVERSATION.fullmatch(query)
    if told is None:
        return None
    root = number_in(told[1])
    return [root, *world.lists.numbers((NETWORK, "thread", root))] if root else []
