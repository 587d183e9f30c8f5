"""Which link of a post is at a place in its text as it is laid out."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QTextLayout, QTextLine

from controlroom.model.post import Post, SpanKind
from controlroom.ui.board.card.clean import clean

_MOST = 200


class Link(NamedTuple):
    """An address and the words that stand for it."""

    address: str
    shown: str


class Found(NamedTuple):
    """A link where it stands.

    Attributes:
        lines: a thin rectangle below each of its lines, from the top left corner of the text.
    """

    link: Link
    lines: tuple[QRect, ...]


def links_of(post: Post) -> list[Link]:
    """Returns the links in the text of a post, in order, each once."""
    found = (
        Link(span.target, post.text[span.start : span.end])
        for span in post.spans[:_MOST]
        if span.kind is SpanKind.LINK and span.target
    )
    return list(dict.fromkeys(found))


def link_at(post: Post, layout: QTextLayout, at: QPoint) -> Link | None:
    """Returns the link at a place, from the top left corner of the text; None if there is none."""
    found = found_at(post, layout, at)
    return None if found is None else found.link


def found_at(post: Post, layout: QTextLayout, at: QPoint) -> Found | None:
    """Returns the same link with where it stands."""
    if not any(span.kind is SpanKind.LINK for span in post.spans):
        return None
    place = _character(layout, QPointF(at))
    if place is None:
        return None
    for start, end, link in places_of(post):
        if start <= place < end:
            return Found(link, tuple(_below(layout, start, end)))
    return None


def places_of(post: Post) -> list[tuple[int, int, Link]]:
    """Returns where the links stand in the text as it is laid out, in characters."""
    text = clean(post.text)
    return [
        (
            text.place(span.start),
            text.place(span.end),
            Link(span.target, post.text[span.start : span.end]),
        )
        for span in post.spans[:_MOST]
        if span.kind is SpanKind.LINK and span.target
    ]


def _below(layout: QTextLayout, start: int, end: int) -> Iterator[QRect]:
    text = layout.text()
    first, last = _units(text, start), _units(text, end)
    for line in _lines(layout):
        begins, ends = line.textStart(), line.textStart() + line.textLength()
        if first < ends and last > begins:
            left, right = sorted((_x(line, max(first, begins)), _x(line, min(last, ends))))
            base = round(line.y() + line.ascent()) + 1
            yield QRect(left, base, max(1, right - left), 1)


def _x(line: QTextLine, units: int) -> int:
    found: Any = line.cursorToX(units)
    at: float = found[0] if isinstance(found, tuple) else found
    return round(at)


def _character(layout: QTextLayout, at: QPointF) -> int | None:
    for line in _lines(layout):
        if line.naturalTextRect().contains(at):
            found = line.xToCursor(at.x(), QTextLine.CursorPosition.CursorOnCharacter)
            units = int(found[0] if isinstance(found, tuple) else found)
            return _characters(layout.text(), units)
    return None


def _lines(layout: QTextLayout) -> Sequence[QTextLine]:
    return [layout.lineAt(number) for number in range(layout.lineCount())]


def _units(text: str, place: int) -> int:
    head = text[:place]
    return place if head.isascii() else len(head.encode("utf-16-le", "surrogatepass")) // 2


def _characters(text: str, units: int) -> int:
    """Qt counts in halves of pairs where a character has one."""
    if text.isascii():
        return units
    head = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(head.decode("utf-16-le", "replace"))
