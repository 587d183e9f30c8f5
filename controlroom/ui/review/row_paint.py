"""Draws a hit. It loads nothing."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from controlroom.ui.board.card.badges import Badge
from controlroom.ui.board.card.look import Look
from controlroom.ui.board.card.media import paint_media
from controlroom.ui.board.pictures.shown import Find
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.write import advance, write
from controlroom.ui.language import language
from controlroom.ui.review.row import HEAD, LEFT, HitRow
from controlroom.ui.review.talk_paint import paint_join, paint_talk
from controlroom.ui.review.tick import Tick, paint_tick
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon


def paint_hit(
    painter: QPainter,
    row: HitRow,
    width: int,
    look: Look,
    *,
    current: bool,
    focused: bool,
    tick: Tick = Tick.NONE,
    find: Find | None = None,
) -> None:
    """Draws a row with its top left corner at the painter's origin.

    Args:
        current: its post stands in the pane beside the list.
        focused: the keyboard is on it.
        tick: what stands in the box that chooses it.
        find: gives the pictures that are there.
    """
    colours = look.palette
    ground = colours.bg3 if current else colours.bg2 if row.content.ours else colours.bg1
    painter.fillRect(0, row.top, width, row.height - row.top, ground)
    painter.fillRect(0, row.height - 1, width, 1, colours.line1)
    paint_tick(painter, look.metrics.px(LEFT), row.times.center().y(), tick, look)
    _times(painter, row, look)
    _head(painter, row, look)
    if row.text is not None:
        painter.setPen(colours.text2 if row.content.gone else colours.text1)
        row.text.layout.draw(painter, QPointF(row.body.topLeft()))
    paint_badges(painter, row.content.badges, look, row.badges)
    for one in row.media:
        covered = bool(row.content.warning) or one.media.sensitive
        paint_media(painter, one, look, covered=covered, find=find)
    if row.talk is not None:
        paint_talk(painter, row.talk, QRect(0, 0, width, row.top), look)
    if row.joined:
        paint_join(painter, row, look)
    if current:
        _mark(painter, row, width, look, focused=focused)


def paint_badges(painter: QPainter, badges: tuple[Badge, ...], look: Look, area: QRect) -> None:
    """Draws badges side by side, as many as there is room for."""
    px, colours, left = look.metrics.px, look.palette, area.x()
    for badge in badges:
        wide = advance(look.fonts, badge.text, Type.CAPTION, 500)
        rect = QRect(left, area.y(), wide + px(27), area.height())
        if rect.right() > area.right():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colours.bg2)
        style = Qt.PenStyle.DashLine if badge.dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colours.line3 if badge.dashed else colours.line2, 1, style))
        radius = look.metrics.radius.badge
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        top = rect.center().y() - px(12) // 2
        draw_icon(painter, badge.icon, left + px(5), top, px(12), colours.text1)
        text = rect.adjusted(px(21), 0, -px(4), 0)
        write(painter, text, badge.text, colours.text1, Type.CAPTION, 500)
        left += rect.width() + px(4)


def _times(painter: QPainter, row: HitRow, look: Look) -> None:
    local = row.content.created_at.astimezone()
    line = look.metrics.px(HEAD)
    first = QRect(row.times.x(), row.times.y(), row.times.width(), line)
    write(painter, first, language().clock(local), look.palette.text1, Type.SMALL, 500)
    day = language().date(local)
    write(painter, first.translated(0, line), day, look.palette.text3, Type.CAPTION)


def _head(painter: QPainter, row: HitRow, look: Look) -> None:
    px, colours, content, head = look.metrics.px, look.palette, row.content, row.head
    size, middle = px(13), row.head.center().y()
    draw_icon(painter, content.look.glyph, head.x(), middle - size // 2, size, colours.text2)
    left = head.x() + size + px(6)
    name = min(advance(look.fonts, content.name, Type.BODY, 600), head.width() // 2)
    place = QRect(left, head.y(), name, head.height())
    write(painter, place, content.name, colours.text1, Type.BODY, 600)
    left = place.right() + 1 + px(8)
    if content.handle.lstrip("@") != content.name:
        wide = min(advance(look.fonts, content.handle, Type.CAPTION), head.right() - left)
        second = QRect(left, head.y(), max(0, wide), head.height())
        write(painter, second, content.handle, colours.text3, Type.CAPTION)
        left = second.right() + 1 + px(8)
    if content.through and left + px(60) < head.right():
        draw_icon(painter, "via", left, middle - px(12) // 2, px(12), colours.text3)
        left += px(12) + px(4)
        more = f" +{content.more_through}" if content.more_through else ""
        rest = QRect(left, head.y(), head.right() + 1 - left, head.height())
        write(painter, rest, content.through + more, colours.text2, Type.CAPTION)


def _mark(painter: QPainter, row: HitRow, width: int, look: Look, *, focused: bool) -> None:
    """The current hit has a bar; a ring besides while the keyboard is in the list."""
    accent = look.palette.accent
    ring = QRect(0, row.top, width, row.height - row.top - 1)
    painter.fillRect(0, ring.y(), 3, ring.height(), accent)
    if focused:
        for inset in (0, 1):
            inner = ring.adjusted(inset, inset, -inset - 1, -inset - 1)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(accent)
            painter.drawRect(inner)


def paint_nothing(painter: QPainter, area: QRect, text: str, look: Look) -> None:
    """Says why there is no hit."""
    ground = area.adjusted(look.metrics.px(14), look.metrics.px(14), -look.metrics.px(14), 0)
    line = QRect(ground.x(), ground.y(), ground.width(), look.metrics.px(24))
    box(painter, line, 0, look.palette.bg1)
    write(painter, line, text, look.palette.text2, Type.BODY)
