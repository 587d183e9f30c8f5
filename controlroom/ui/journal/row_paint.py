"""Draws an entry as a row of the list. It loads nothing."""

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from controlroom.model.journal import Entry
from controlroom.store.journal.listing import Line, Unread
from controlroom.ui.board.card.look import Look
from controlroom.ui.controls.draw import RIGHT, words
from controlroom.ui.controls.write import advance, write
from controlroom.ui.journal.sentences import Part, Sentence, plain
from controlroom.ui.language import language
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon

ICON, TIME, NUMBER, GAP = 40, 150, 84, 14


class Row(NamedTuple):
    """An entry as it is drawn.

    Attributes:
        sentence: what it says.
        badge: "Without effect" and the like, "" for none.
        why: behind the sentence: why it has no effect.
    """

    line: Line
    icon: str
    sentence: Sentence
    badge: str = ""
    why: str = ""

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        if isinstance(self.line, Unread):
            return plain(self.sentence)
        local = self.line.at.astimezone()
        when = f"{language().date(local)} {language().clock(local)}"
        said = [
            f"{when}. {plain(self.sentence)}",
            f"{self.badge}: {self.why}." if self.badge else "",
        ]
        return " ".join(part for part in said if part)


class Columns(NamedTuple):
    """Where the columns of a row stand, in pixels from its left."""

    icon: int
    time: QRect
    told: QRect
    number: QRect


def columns(width: int, height: int, look: Look) -> Columns:
    """Returns the places for a width; the time gives up its date where there is little room."""
    px = look.metrics.px
    time = px(TIME) if width > px(640) else px(70)
    number = px(NUMBER) if width > px(480) else 0
    told = px(ICON) + time
    return Columns(
        px(14),
        QRect(px(ICON), 0, time - px(8), height),
        QRect(told, 0, max(px(60), width - told - number - px(GAP)), height),
        QRect(width - number, 0, number - px(GAP), height),
    )


def paint_row(
    painter: QPainter, row: Row, size: QRect, look: Look, *, current: bool, focused: bool
) -> None:
    """Draws a row with its top left corner at the painter's origin."""
    colours, at = look.palette, columns(size.width(), size.height(), look)
    painter.fillRect(size, colours.bg3 if current else colours.bg1)
    painter.fillRect(0, size.height() - 1, size.width(), 1, colours.line1)
    broken = isinstance(row.line, Unread)
    icon = look.metrics.px(14)
    ink = colours.red if broken else colours.text2
    draw_icon(painter, row.icon, at.icon, (size.height() - icon) // 2, icon, ink)
    if isinstance(row.line, Entry):
        _time(painter, row.line, at.time, look)
    _told(painter, row, at.told, look, broken=broken)
    if at.number.width() > 0:
        text = language().figure(row.line.seq)
        words(painter, at.number, text, colours.text3, Type.CAPTION, 400, RIGHT)
    if current:
        _mark(painter, size, look, focused=focused)


def paint_waiting(painter: QPainter, size: QRect, look: Look) -> None:
    """Draws a row that has not been read yet."""
    colours, at = look.palette, columns(size.width(), size.height(), look)
    painter.fillRect(size, colours.bg1)
    painter.fillRect(0, size.height() - 1, size.width(), 1, colours.line1)
    bar = look.metrics.px(10)
    top = (size.height() - bar) // 2
    painter.fillRect(at.time.x(), top, at.time.width() // 2, bar, colours.bg3)
    painter.fillRect(at.told.x(), top, at.told.width() // 2, bar, colours.bg3)


def _time(painter: QPainter, entry: Entry, place: QRect, look: Look) -> None:
    local, colours = entry.at.astimezone(), look.palette
    clock = language().clock(local)
    write(painter, place, clock, colours.text1, Type.SMALL, 500)
    left = place.x() + advance(look.fonts, clock, Type.SMALL, 500) + look.metrics.px(8)
    rest = QRect(left, place.y(), place.right() - left, place.height())
    if rest.width() > look.metrics.px(60):
        write(painter, rest, language().date(local), colours.text3, Type.CAPTION)


def _told(painter: QPainter, row: Row, place: QRect, look: Look, *, broken: bool) -> None:
    colours = look.palette
    if row.badge:
        place = _badge(painter, row.badge, place, look)
    quiet = colours.text2 if row.badge else colours.text1
    left = place.x()
    for part in _all_parts(row):
        room = place.right() - left
        if room < look.metrics.px(8):
            return
        weight = 600 if part.named else 400
        wide = min(room, advance(look.fonts, part.text, Type.SMALL, weight))
        ink: QColor = colours.red if broken else quiet if part.named else colours.text2
        write(painter, QRect(left, 0, wide, place.height()), part.text, ink, Type.SMALL, weight)
        left += wide


def _all_parts(row: Row) -> Sentence:
    return (*row.sentence, Part(f"  – {row.why}")) if row.why else row.sentence


def _badge(painter: QPainter, text: str, place: QRect, look: Look) -> QRect:
    """Draws a dashed badge at the right, and returns what is left of the place."""
    px, colours = look.metrics.px, look.palette
    high = look.metrics.height.badge
    wide = advance(look.fonts, text, Type.CAPTION, 500) + px(12)
    rect = QRect(place.right() - wide, (place.height() - high) // 2, wide, high)
    painter.setBrush(colours.bg2)
    painter.setPen(QPen(colours.line3, 1, Qt.PenStyle.DashLine))
    radius = look.metrics.radius.badge
    painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), radius, radius)
    write(painter, rect.adjusted(px(6), 0, -px(4), 0), text, colours.text1, Type.CAPTION, 500)
    return place.adjusted(0, 0, -wide - px(8), 0)


def _mark(painter: QPainter, size: QRect, look: Look, *, focused: bool) -> None:
    """The current row has a bar; a ring besides while the keyboard is in the list."""
    accent = look.palette.accent
    painter.fillRect(0, 0, 3, size.height() - 1, accent)
    if focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(accent)
        for inset in (0, 1):
            painter.drawRect(size.adjusted(inset, inset, -inset - 1, -inset - 2))
