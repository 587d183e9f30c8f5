"""Draws a card: a pure function of its layout and state. It loads nothing."""

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from controlroom.ui.board.card.content import CardContent
from controlroom.ui.board.card.geometry import CardLayout
from controlroom.ui.board.card.look import Look
from controlroom.ui.board.card.media import paint_media
from controlroom.ui.board.card.paint_foot import paint_badges, paint_footer
from controlroom.ui.board.card.paint_head import paint_avatar, paint_name, paint_second
from controlroom.ui.board.card.sheet import Sheet
from controlroom.ui.board.card.state import CardState
from controlroom.ui.board.card.wanted import is_covered
from controlroom.ui.board.pictures.shown import Find
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.write import advance, write
from controlroom.ui.language import language
from controlroom.ui.theme.fonts import Type

translate = QCoreApplication.translate


def paint_card(
    painter: QPainter,
    content: CardContent,
    place: CardLayout,
    state: CardState,
    look: Look,
    find: Find | None = None,
) -> None:
    """Draws a card with its top left corner at the painter's origin.

    Args:
        find: gives the pictures that are there.
    """
    sheet = Sheet(painter, content, place, state, look)
    # On a screen of 1.5 pixels to one, a card may end in the middle of a pixel.
    painter.fillRect(0, 0, place.width + 1, place.height + 1, sheet.ground())
    painter.fillRect(0, place.height - 1, place.width, 1, sheet.colours.line1)
    paint_avatar(sheet, find)
    paint_name(sheet)
    paint_second(sheet)
    _text(sheet)
    _cover(sheet)
    _poll(sheet)
    _quote(sheet)
    covered = is_covered(content, place, opened=state.opened)
    for one in place.media:
        paint_media(painter, one, look, covered=covered, find=find)
    paint_badges(sheet)
    paint_footer(sheet)
    if state.focused:
        _ring(sheet)


def _text(sheet: Sheet) -> None:
    place = sheet.place
    if place.text is not None:
        if sheet.content.gone:
            _dashed(sheet, place.body)
        sheet.painter.setPen(sheet.body_colour())
        place.text.layout.draw(sheet.painter, QPointF(place.body.topLeft()))
    if place.more is not None:
        colour = sheet.colours.accent
        write(sheet.painter, place.more, more_word(), colour, Type.SMALL, 500)


def more_word() -> str:
    """Returns the word under a text that goes on."""
    return translate("Card", "more")


def _dashed(sheet: Sheet, body: QRect) -> None:
    reach = sheet.px(4)
    sheet.painter.setBrush(Qt.BrushStyle.NoBrush)
    sheet.painter.setPen(QPen(sheet.colours.line3, 1, Qt.PenStyle.DashLine))
    around = QRectF(body).adjusted(-reach, -1, reach - 2, 1).translated(0.5, 0.5)
    sheet.painter.drawRect(around)


def _cover(sheet: Sheet) -> None:
    rect = sheet.place.cover
    if rect is None:
        return
    radius, px = sheet.look.metrics.radius.thumb, sheet.px
    box(sheet.painter, rect, radius, sheet.raised(), sheet.colours.line2)
    line = sheet.look.fonts.line(Type.SMALL)
    first = QRect(rect.x() + px(8), rect.y() + px(5), rect.width() - px(16), line)
    write(sheet.painter, first, sheet.content.warning, sheet.body_colour(), Type.SMALL, 500)
    ask = translate("Card", "Covered by its author · O shows it")
    write(sheet.painter, first.translated(0, line), ask, sheet.colours.text3, Type.SMALL)


def _poll(sheet: Sheet) -> None:
    for row in sheet.place.poll:
        radius, px = sheet.look.metrics.radius.badge, sheet.px
        box(sheet.painter, row.rect, radius, sheet.raised(), sheet.colours.line1)
        inside = row.rect.adjusted(px(7), 0, -px(7), 0)
        if row.share is not None:
            filled = QRect(row.rect)
            filled.setWidth(round(row.rect.width() * min(1.0, row.share)))
            box(sheet.painter, filled, radius, sheet.colours.bg4)
            share = language().percent(round(100 * row.share))
            number = advance(sheet.look.fonts, share, Type.SMALL, 500)
            edge = QRect(inside.right() - number, inside.y(), number + 1, inside.height())
            write(sheet.painter, edge, share, sheet.colours.text1, Type.SMALL, 500)
            inside.setRight(edge.x() - px(7))
        write(sheet.painter, inside, row.text, sheet.colours.text1, Type.SMALL)


def _quote(sheet: Sheet) -> None:
    rect, block = sheet.place.quote, sheet.place.quote_text
    if rect is None or block is None:
        return
    sheet.painter.fillRect(rect, sheet.raised())
    bar = 2
    sheet.painter.fillRect(rect.x(), rect.y(), bar, rect.height(), sheet.colours.line3)
    sheet.painter.setPen(sheet.colours.text2)
    inset = sheet.px(8)
    block.layout.draw(sheet.painter, QPointF(rect.x() + bar + inset, rect.y() + sheet.px(5)))


def _ring(sheet: Sheet) -> None:
    sheet.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    sheet.painter.setBrush(Qt.BrushStyle.NoBrush)
    colour, place = sheet.colours.accent, sheet.place
    for inset in (0, 1):
        rect = QRect(inset, inset, place.width - 2 * inset, place.height - 2 * inset)
        sheet.painter.setPen(colour)
        sheet.painter.drawRect(rect.adjusted(0, 0, -1, -1))
