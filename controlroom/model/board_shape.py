"""What a board is made of, apart from how one person sees it: this is what a team shares.

Streams go by name, since each desk numbers its own. A column whose stream a desk does not know is
missing there, and stays in the shape: nobody takes it from the others by not knowing it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from controlroom.model.board import Board, Column
from controlroom.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A column: a stream by its name, "" for a search; what it is called; what narrows it."""

    stream: str
    title: str = ""
    filter: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """A board: its name and its columns, left to right."""

    name: str
    columns: tuple[Part, ...] = ()


def shape_of(board: Board, names: Mapping[int, str], absent: Iterable[tuple[int, Part]]) -> Shape:
    """Returns what a board is made of.

    Args:
        names: of the streams known here, by their ids.
        absent: columns that only other desks show, each with its place in the shape.
    """
    columns = [
        Part(names.get(one.stream, ""), one.title, one.filter)
        for one in board.columns
        if one.stream in names or (not one.stream and one.filter)
    ]
    for place, part in absent:
        columns.insert(place, part)
    return Shape(board.name, tuple(columns))


def absent_of(
    shape: Shape, names: Mapping[int, str], missing: frozenset[str]
) -> tuple[tuple[int, Part], ...]:
    """Returns the columns of a shape that this desk does not show, with their places.

    Args:
        missing: names of streams that were not known when the board was taken over.
    """
    known = {*names.values()}
    return tuple(
        (place, one)
        for place, one in enumerate(shape.columns)
        if one.stream and (one.stream in missing or one.stream not in known)
    )


def formed(board: Board, shape: Shape, names: Mapping[int, str]) -> Board:
    """Returns a board made to the shape as far as its streams are known.

    A column that was there already stays the same one, with its width and its place.
    """
    ids = ids_of(names)
    wanted = [one for one in shape.columns if one.stream in ids or not one.stream]
    found: dict[int, Column] = {}
    free = [(names.get(one.stream, ""), one) for one in board.columns]
    for fits in (_same, _retitled, _narrowed):
        _match(wanted, free, found, fits)
    columns = tuple(
        _as(found.get(at, Column(0, ids.get(part.stream, 0))), part)
        for at, part in enumerate(wanted)
    )
    return replace(board, name=shape.name, columns=columns)


def ids_of(names: Mapping[int, str]) -> dict[str, int]:
    """Returns the streams by their names; of two of one name, the older."""
    return {names[number]: number for number in sorted(names, reverse=True)}


def missing_of(shape: Shape, names: Mapping[int, str]) -> frozenset[str]:
    """Returns the names of streams that a shape has and this desk does not know."""
    return frozenset(one.stream for one in shape.columns) - {"", *names.values()}


Named = tuple[str, Column]


def _same(stream: str, column: Column, part: Part) -> bool:
    return _retitled(stream, column, part) and column.title == part.title


def _retitled(stream: str, column: Column, part: Part) -> bool:
    return stream == part.stream and column.filter == part.filter


def _narrowed(stream: str, column: Column, part: Part) -> bool:
    return stream == part.stream and column.title == part.title and bool(stream or part.title)


def _match(
    wanted: list[Part],
    free: list[Named],
    found: dict[int, Column],
    fits: Callable[[str, Column, Part], bool],
) -> None:
    """Gives each column that is wanted and not found yet the first free one that fits."""
    for at, part in enumerate(wanted):
        one = next((one for one in free if fits(*one, part)), None) if at not in found else None
        if one is not None:
            free.remove(one)
            found[at] = one[1]


def _as(column: Column, part: Part) -> Column:
    if column.filter == part.filter:
        return replace(column, title=part.title)
    return replace(column, title=part.title, filter=part.filter, anchor=0, offset=0)
