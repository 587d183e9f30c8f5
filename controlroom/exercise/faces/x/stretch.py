"""Which stretch of a list a question asks for, and how its pages go on."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from controlroom.exercise.faces.x.calls import Question
from controlroom.exercise.faces.x.ids import id_at, ms_in, number_in, value_of
from controlroom.exercise.faces.x.moments import read_ms
from controlroom.exercise.faces.x.posts import Page, page_of
from controlroom.exercise.faces.x.problems import not_valid
from controlroom.exercise.faces.x.view import View
from controlroom.exercise.world import World

STRETCH = frozenset(("since_id", "until_id", "start_time", "end_time"))
TURNS = frozenset(("max_results", "pagination_token"))
_TOKEN = "7140dibdnow9c7btw4"
"""How tokens begin; X's say nothing to people either."""
_LATE_MS = 5_000
"""How long after the moment it bears a post may appear."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Numbers of posts between bounds, both excluded; 0 for none."""

    before: int = 0
    after: int = 0


def stretch_of(question: Question) -> Stretch:
    """Returns what a question asks for. Raises `Refusal`."""
    told = [(name, question.query[name]) for name in _BOUNDS if name in question.query]
    firsts = [(name, _BOUNDS[name](question.world, name, value)) for name, value in told]
    return Stretch(
        before=min((first for name, first in firsts if name in _ABOVE), default=0),
        after=max((first - 1 for name, first in firsts if name not in _ABOVE), default=0),
    )


def first_since(world: World, ms: int) -> int:
    """Returns the number of the first post of all made at a moment or later."""
    columns = world.columns
    return bisect_left(range(1, len(columns) + 1), ms, key=columns.created_ms) + 1


def turned(numbers: Iterable[int], question: Question, most: int) -> tuple[Page, dict[str, object]]:
    """Returns a page of the posts that are still there, and what its `meta` says."""
    views: list[View] = []
    further = False
    for view in standing(question.world, numbers):
        if len(views) == most:
            further = True
            break
        views.append(view)
    return page_of(views, question.asked()), meta_of(views, further=further)


def standing(world: World, numbers: Iterable[int]) -> Iterator[View]:
    """Yields the posts that are not gone."""
    for number in numbers:
        if world.is_gone(number):
            continue
        view = View(world, world.post(number))
        if not view.gone:
            yield view


def meta_of(views: list[View], *, further: bool, ends: bool = True) -> dict[str, object]:
    """Returns what an answer says of its page.

    Args:
        ends: it names its newest and oldest post.
    """
    meta: dict[str, object] = {"result_count": len(views)}
    if views and ends:
        meta |= {"newest_id": views[0].ids[0], "oldest_id": views[-1].ids[0]}
    if further:
        meta["next_token"] = token_of(views[-1].post.number)
    return meta


def token_of(number: int) -> str:
    """Returns the token of the page that begins below a post."""
    return f"{_TOKEN}{number:x}"


def _by_token(_: World, name: str, told: str) -> int:
    try:
        if told.startswith(_TOKEN):
            return int(told.removeprefix(_TOKEN), 16)
    except ValueError:
        pass
    raise not_valid(name, told)


def _at_id(world: World, name: str, told: str) -> int:
    """Returns the number of the first post with this id or a greater one; for `since_id` that of
    the first one with a greater id."""
    if value_of(told) is None:
        raise not_valid(name, told)
    number = number_in(told)
    is_there = 1 <= number <= len(world.columns)
    if is_there and id_at(world.columns.created_ms(number), number) == told:
        return number + (name == "since_id")
    return first_since(world, ms_in(told) - _LATE_MS)


def _at_moment(world: World, name: str, told: str) -> int:
    ms = read_ms(told)
    if ms is None:
        raise not_valid(name, told)
    return first_since(world, ms)


_ABOVE = frozenset(("pagination_token", "next_token", "until_id", "end_time"))
"""What bounds a stretch at its newer end."""
_BOUNDS: Mapping[str, Callable[[World, str, str], int]] = MappingProxyType(
    {
        "pagination_token": _by_token,
        "next_token": _by_token,
        "until_id": _at_id,
        "since_id": _at_id,
        "end_time": _at_moment,
        "start_time": _at_moment,
    }
)
"""From a parameter's value to the number of the first post past the bound."""
