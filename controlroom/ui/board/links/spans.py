"""Which link of a post is at a place in its text as it is laid out."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QTextLayout, QTextLine

from controlroom.model.post import Post, SpanKind
from controlroom.ui.board.card.clean import clean

_MOST = 200


class Link(NamedTuple):
    """An address and the words that stand for it."""

    address: str
    shown: str


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
    if not any(span.kind is SpanKind.LINK for span in post.spans):
        return None
    place = _character(layout, QPointF(at))
    return None if place is None else _link_over(post, place)


def _link_over(post: Post, place: int) -> Link | None:
    text = clean(post.text)
    for span in post.spans[:_MOST]:
        inside = text.place(span.start) <= place < text.place(span.end)
        if inside and span.kind is SpanKind.LINK and span.target:
            return Link(span.target, post.text[span.start : span.end])
    return None


def _character(layout: QTextLayout, at: QPointF) -> int | None:
    for line in _lines(layout):
        if line.naturalTextRect().contains(at):
            found = line.xToCursor(at.x(), QTextLine.CursorPosition.CursorOnCharacter)
            units = int(found[0] if isinstance(found, tuple) else found)
            return _characters(layout.text(), units)
    return None


def _lines(layout: QTextLayout) -> Sequence[QTextLine]:
    return [layout.lineAt(number) for number in range(layout.lineCount())]


def _characters(text: str, units: int) -> int:
    """Qt counts in halves of pairs where a character has one."""
    if text.isascii():
        return units
    head = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(head.decode("utf-16-le", "replace"))
