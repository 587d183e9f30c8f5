"""Lists in pages: newest first, merged from many, going on below a post."""

from collections.abc import Callable, Iterable, Iterator
from heapq import merge

from controlroom.exercise.faces.bluesky.calls import Question
from controlroom.exercise.faces.bluesky.ids import candidates, tid, told_by_tid
from controlroom.exercise.faces.bluesky.moments import written_ms
from controlroom.exercise.faces.bluesky.problems import invalid
from controlroom.exercise.faces.bluesky.tokens import NETWORK
from controlroom.exercise.world import SimPost, World

_BETWEEN = "::"


def merged(world: World, what: str, whose: Iterable[str | int], before: int) -> Iterator[int]:
    """Yields numbers from lists, newest first, each once, without what is gone."""
    keys = ((NETWORK, what, one) for one in whose)
    last = 0
    for number in merge(*(world.lists.newest_first(key, before) for key in keys), reverse=True):
        if number != last and not world.is_gone(number):
            yield number
        last = number


def page_of(
    question: Question,
    numbers: Callable[[int], Iterator[int]],
    wanted: Callable[[SimPost], bool] = lambda post: True,
    most: int = 100,
) -> tuple[list[SimPost], dict[str, str]]:
    """Returns a page of posts and where the next one begins.

    Args:
        numbers: gives the numbers below one, 0 for all.
    """
    limit = question.whole("limit", 50, 1, most)
    posts: list[SimPost] = []
    for number in numbers(start_of(question)):
        post = question.world.post(number)
        if not wanted(post):
            continue
        if len(posts) == limit:
            return posts, {"cursor": cursor_below(question.world, posts[-1].number)}
        posts.append(post)
    return posts, {}


def cursor_below(world: World, number: int) -> str:
    """Returns a cursor that goes on with what is older than a post."""
    ms = world.columns.created_ms(number)
    return f"{written_ms(ms)}{_BETWEEN}{tid(ms, number)}"


def start_of(question: Question) -> int:
    """Returns below which number to begin, 0 for the newest. Raises `Refusal`."""
    cursor = question.text("cursor")
    if not cursor:
        return 0
    told = told_by_tid(cursor.rpartition(_BETWEEN)[2])
    columns = question.world.columns
    for number in candidates(told[1], len(columns)) if told else ():
        if number and told and columns.created_ms(number) == told[0]:
            return number
    raise invalid("Malformed cursor")
