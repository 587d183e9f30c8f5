"""Changes to an edit, each a new one. Pure."""

from dataclasses import replace

from controlroom.outbound.media.edit import WHOLE, Box, Cover, Edit, Mark, Over

LEAST = 120
"""The least side of a region, in ten-thousandths of the picture's."""


def bounded(box: Box) -> Box:
    """Returns a region that lies within the picture, and is not too small to be seen."""
    width = min(max(box.width, LEAST), WHOLE)
    height = min(max(box.height, LEAST), WHOLE)
    left = min(max(box.left, 0), WHOLE - width)
    top = min(max(box.top, 0), WHOLE - height)
    return Box(left, top, width, height)


def between(one: tuple[int, int], other: tuple[int, int]) -> Box:
    """Returns the region between two corners."""
    (x0, y0), (x1, y1) = one, other
    return bounded(Box(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)))


def covered(edit: Edit, over: Over, box: Box, at_ms: int) -> Edit:
    """Returns an edit with a further region covered, all through a clip."""
    return replace(edit, covers=(*edit.covers, Cover(over, (Mark(at_ms, bounded(box)),))))


def uncovered(edit: Edit, number: int) -> Edit:
    """Returns an edit without a region."""
    return replace(edit, covers=_without(edit, number))


def moved(edit: Edit, number: int, box: Box, at_ms: int) -> Edit:
    """Returns an edit in which a region is elsewhere at a moment."""
    cover = edit.covers[number]
    kept = [mark for mark in cover.marks if mark.at_ms != at_ms]
    marks = sorted([*kept, Mark(at_ms, bounded(box))], key=lambda mark: mark.at_ms)
    return _with(edit, number, replace(cover, marks=tuple(marks)))


def followed(edit: Edit, number: int, marks: tuple[Mark, ...], lost_ms: int) -> Edit:
    """Returns an edit in which a region goes where it was followed to.

    From where it was lost on it is not covered any more by this one: a person goes on from there.
    """
    cover = edit.covers[number]
    before = tuple(mark for mark in cover.marks if marks and mark.at_ms < marks[0].at_ms)
    ends = lost_ms or cover.ends_ms
    return _with(edit, number, replace(cover, marks=(*before, *marks), ends_ms=ends))


def spanned(edit: Edit, number: int, begins_ms: int, ends_ms: int) -> Edit:
    """Returns an edit in which a region is covered only for a while; `ends_ms` 0 for to the end."""
    cover = replace(edit.covers[number], begins_ms=begins_ms, ends_ms=ends_ms)
    return _with(edit, number, cover)


def turned(edit: Edit) -> Edit:
    """Returns an edit turned by a quarter, clockwise."""
    return replace(edit, turn=(edit.turn + 90) % 360)


def cropped(edit: Edit, box: Box | None) -> Edit:
    """Returns an edit with another crop; None for the whole picture."""
    return replace(edit, crop=bounded(box) if box is not None else None)


def trimmed(edit: Edit, begin_ms: int, end_ms: int, length_ms: int) -> Edit:
    """Returns an edit with another beginning and end; what is no cut is none."""
    begin = max(0, min(begin_ms, length_ms - 1))
    end = 0 if end_ms >= length_ms else max(end_ms, begin + 1)
    return replace(edit, begin_ms=begin, end_ms=end)


def _with(edit: Edit, number: int, cover: Cover) -> Edit:
    covers = (*edit.covers[:number], cover, *edit.covers[number + 1 :])
    return replace(edit, covers=covers)


def _without(edit: Edit, number: int) -> tuple[Cover, ...]:
    return (*edit.covers[:number], *edit.covers[number + 1 :])
