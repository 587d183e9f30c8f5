"""Draws items of the plan. It loads nothing."""

from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygon

from controlroom.ui.board.card.networks import look_of
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import width_of, words
from controlroom.ui.planner.plan import PlanItem, PlanState
from controlroom.ui.planner.words import (
    ICONS,
    day_told,
    time_of,
    title_of,
    to_briefly,
    to_told,
    translate,
)
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

STRIP, ICON, GLYPH, PAD, MOST_GLYPHS = 7, 12, 11, 6, 4


class Face(NamedTuple):
    """Colours of a state."""

    ground: QColor
    edge: QColor
    ink: QColor
    icon: QColor
    dashed: bool = False
    strip: bool = False


def face_of(state: PlanState) -> Face:
    """Returns how a state looks: sent flat, scheduled filled, waiting with a strong edge, drafts
    dashed, held with a strip, failed on red.
    """
    c = theme().palette
    return {
        PlanState.SENT: Face(c.bg1, c.line1, c.text2, c.text3),
        PlanState.SCHEDULED: Face(c.bg3, c.line2, c.text1, c.text2),
        PlanState.WAITING: Face(c.bg3, c.text2, c.text1, c.text1),
        PlanState.DRAFT: Face(c.bg1, c.line3, c.text1, c.text2, dashed=True),
        PlanState.HELD: Face(c.amber_tint, c.amber_line, c.text1, c.amber, dashed=True, strip=True),
        PlanState.FAILED: Face(c.red_tint, c.red_line, c.text1, c.red),
        PlanState.WITHDRAWN: Face(c.bg1, c.line1, c.text3, c.text3, dashed=True),
        PlanState.COMING: Face(c.bg1, c.line2, c.text2, c.text2, dashed=True),
    }[state]


def paint_item(
    painter: QPainter, rect: QRect, item: PlanItem, zone: ZoneInfo, *, current: bool, focused: bool
) -> None:
    """Draws an item of two lines, or of one where it is low."""
    px, face = theme().metrics.px, face_of(item.state)
    _paint_ground(painter, rect, face)
    if current:
        ring = theme().palette.accent if focused else theme().palette.line3
        painter.setPen(QPen(ring, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), px(3), px(3))
    inner = rect.adjusted(px(PAD + (STRIP if face.strip else 0)), px(3), -px(PAD), -px(2))
    line = px(16)
    tall = inner.height() >= 2 * line
    icon = QRect(inner.left(), inner.top() + px(2), px(ICON), px(ICON))
    draw_icon(painter, ICONS[item.state], icon.left(), icon.top(), px(ICON), face.icon)
    title = QRect(icon.right() + px(5), inner.top(), inner.right() - icon.right() - px(5), line)
    if item.draft is not None and item.series and title.width() > px(60):
        left, top = title.right() - px(GLYPH), title.top() + px(3)
        draw_icon(painter, "sync", left, top, px(GLYPH), face.icon)
        title.setRight(left - px(4))
    if tall:
        words(painter, title, title_of(item), face.ink, Type.SMALL, 600)
        _paint_second(painter, QRect(inner.left(), title.bottom(), inner.width(), line), item, zone)
    else:
        time = time_of(item, zone)
        wide = width_of(time, Type.CAPTION, 600) + px(5)
        words(painter, title, time, face.ink, Type.CAPTION, 600)
        words(painter, title.adjusted(wide, 0, 0, 0), title_of(item), face.ink, Type.CAPTION)


def _paint_second(painter: QPainter, rect: QRect, item: PlanItem, zone: ZoneInfo) -> None:
    px, colours, face = theme().metrics.px, theme().palette, face_of(item.state)
    time, left = time_of(item, zone), rect.left()
    wide = width_of(time, Type.CAPTION, 600)
    words(painter, QRect(left, rect.top(), wide, rect.height()), time, face.ink, Type.CAPTION, 600)
    left += wide + px(6)
    for network in item.networks[:MOST_GLYPHS]:
        if left + px(GLYPH) > rect.right():
            return
        top = rect.top() + (rect.height() - px(GLYPH)) // 2
        draw_icon(painter, look_of(network).glyph, left, top, px(GLYPH), colours.text2)
        left += px(GLYPH + 4)
    rest = QRect(left + px(2), rect.top(), rect.right() - left - px(2), rect.height())
    if rest.width() > px(20):
        whole = to_told(item, zone)
        fits = width_of(whole, Type.CAPTION) <= rest.width()
        told = whole if fits else to_briefly(item, zone)
        words(painter, rest, told, colours.text2, Type.CAPTION)


def _paint_ground(painter: QPainter, rect: QRect, face: Face) -> None:
    radius = theme().metrics.radius.button_small
    if not face.dashed:
        box(painter, rect, radius, face.ground, face.edge)
        return
    box(painter, rect, radius, face.ground)
    painter.setPen(QPen(face.edge, 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), radius, radius)
    if face.strip:
        _paint_strip(painter, rect)


def _paint_strip(painter: QPainter, rect: QRect) -> None:
    px, colours = theme().metrics.px, theme().palette
    strip = QRect(rect.left() + 1, rect.top() + 1, px(STRIP), rect.height() - 2)
    painter.save()
    painter.setClipRect(strip)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.amber)
    step = px(6)
    for top in range(strip.top() - strip.width() - step, strip.bottom() + step, step):
        corners = (
            (0, px(STRIP)),
            (0, px(STRIP) + step // 2),
            (px(STRIP), step // 2),
            (px(STRIP), 0),
        )
        painter.drawPolygon(QPolygon([QPoint(strip.left() + x, top + y) for x, y in corners]))
    painter.restore()


def day_head(day: date, today: date, room: int, step: Type) -> str:
    """Returns the fullest name of a day that has room, today's with the word for it."""
    told = day_told(day)
    whole = f"{told} · {translate('Planner', 'Today')}" if day == today else told
    fitting = (one for one in (whole, told) if width_of(one, step, 600) <= room)
    return next(fitting, str(day.day))
