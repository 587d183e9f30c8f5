"""Pages of lists: from where, how many, and the `Link` to the next and the one before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import merge
from itertools import islice
from typing import Any, TypeVar
from urllib.parse import quote, urlencode

from controlroom.exercise.faces.mastodon.ids import ms_in, number_in, value_of
from controlroom.exercise.faces.mastodon.problems import invalid
from controlroom.exercise.world import World
from controlroom.exercise.world.lists import Key

Json = dict[str, Any]
_BOUNDS = ("max_id", "min_id", "since_id")
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Stretch:
    """What of a list is asked for.

    Attributes:
        before, after: numbers of the world's posts, excluded; 0 for no bound.
        from_old: the oldest above `after` are wanted, not the newest.
    """

    limit: int
    before: int = 0
    after: int = 0
    from_old: bool = False

    def taken(self, newest: Iterable[Item]) -> list[Item]:
        """Returns as many as are wanted, newest first."""
        if not self.from_old:
            return list(islice(newest, self.limit))
        return list(newest)[-self.limit :]


def stretch_of(query: Mapping[str, str], world: World, usual: int, most: int) -> Stretch:
    """Returns the stretch a query asks for by ids of posts. Raises `Refusal`."""
    found = Stretch(limit_of(query, usual, most))
    for name in _BOUNDS:
        told = query.get(name, "")
        if not told:
            continue
        number = _place(world, told, up=name == "max_id")
        found = _bounded(found, name, number)
    return found


def numbered(query: Mapping[str, str], usual: int, most: int) -> Stretch:
    """Returns the stretch a query asks for where ids are plain numbers. Raises `Refusal`."""
    found = Stretch(limit_of(query, usual, most))
    for name in _BOUNDS:
        if told := query.get(name, ""):
            found = _bounded(found, name, value_of(told) or 0)
    return found


def limit_of(query: Mapping[str, str], usual: int, most: int) -> int:
    """Returns how many are wanted; more than there may be is as many as there may be."""
    told = query.get("limit", "")
    if told and not told.lstrip("-").isdigit():
        raise invalid("Limit is not a number")
    return min(most, max(1, int(told))) if told else usual


def newest(world: World, keys: Sequence[Key], at: Stretch) -> Iterator[int]:
    """Yields the numbers of posts in any of the world's lists, newest first, each once."""
    lists = (world.lists.newest_first(key, at.before, at.after) for key in keys)
    last = 0
    for number in merge(*lists, reverse=True):
        if number != last and not world.is_gone(number):
            yield number
        last = number


def links(
    address: str, query: Mapping[str, str], ids: Sequence[str], *, full: bool
) -> dict[str, str]:
    """Returns the header that leads to the pages beside; none for an empty page.

    Args:
        query: as it was asked, without bounds.
        ids: those by which pages go on, newest first.
        full: as many as were wanted, so there may be more.
    """
    if not ids:
        return {}
    kept = {name: told for name, told in query.items() if name not in _BOUNDS}
    following = urlencode(kept | {"max_id": ids[-1]}, quote_via=quote)
    before = urlencode(kept | {"min_id": ids[0]}, quote_via=quote)
    told = [f'<{address}?{following}>; rel="next"'] if full else []
    return {"Link": ", ".join([*told, f'<{address}?{before}>; rel="prev"'])}


def _bounded(found: Stretch, name: str, number: int) -> Stretch:
    if name == "max_id":
        return replace(found, before=max(1, number))
    after = max(found.after, number)
    return replace(found, after=after, from_old=found.from_old or name == "min_id")


def _place(world: World, told: str, *, up: bool) -> int:
    """Returns the number an id stands for; of an id that is nobody's, where it would stand."""
    number, columns = number_in(told), world.columns
    if 1 <= number <= len(columns) and ms_in(told) == columns.created_ms(number) >> 6 << 6:
        return number
    ms, low, high = ms_in(told), 1, len(columns) + 1
    while low < high:
        middle = (low + high) // 2
        if columns.created_ms(middle) < ms:
            low = middle + 1
        else:
            high = middle
    return low if up else low - 1
