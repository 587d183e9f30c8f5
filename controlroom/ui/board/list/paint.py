"""Draws what of a list is in view: finished cards, and the rows between them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from controlroom.ui.board.list.line import paint_row
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from controlroom.ui.board.list.body import CardBody
    from controlroom.ui.board.list.rows import Row


def paint_list(cards: "CardBody", painter: QPainter, dirty: QRect) -> None:
    """Draws everything of a list that lies in the part to be drawn anew."""
    bottom, width = 0, cards.viewport().width()
    first, last = dirty.top(), dirty.bottom()
    for index, top in cards.places.visible():
        start = top - cards.rows.height_above(index)
        if start > bottom and bottom == 0:
            _fill(painter, 0, start, width)
        if start < top:
            _paint_rows(painter, cards.rows.above(index), start, width)
        bottom = top + cards.measured(index)
        if bottom > first and top <= last:
            cards.paint_card(painter, index, top)
    if bottom <= last:
        _paint_rows(painter, cards.rows.below(), bottom, width)
        _fill(painter, bottom + cards.rows.foot, cards.viewport().height(), width)
    if not cards.posts() and cards.hint is not None:
        cards.hint.paint(painter, cards.viewport().rect())


def _paint_rows(painter: QPainter, rows: "Sequence[Row]", top: int, width: int) -> None:
    for row in rows:
        height = row.height()
        paint_row(painter, QRect(0, top, width, height), row)
        top += height


def _fill(painter: QPainter, start: int, end: int, width: int) -> None:
    if end > start:
        painter.fillRect(0, start, width, end - start, theme().palette.bg1)
