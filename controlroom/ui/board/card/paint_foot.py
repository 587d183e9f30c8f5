"""Draws the foot of a card: badges and figures."""

from PySide6.QtCore import QCoreApplication, QRect

from controlroom.ui.board.card.geometry import action_rect, figure_text
from controlroom.ui.board.card.sheet import Sheet
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.write import advance, write
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon

translate = QCoreApplication.translate


def paint_badges(sheet: Sheet) -> None:
    """Draws the badges that have room, and how many have not."""
    px, colours = sheet.px, sheet.colours
    for one in sheet.place.badges:
        radius = sheet.look.metrics.radius.badge
        edge = colours.line3 if one.badge.dashed else colours.line2
        edge = colours.accent_line if one.badge.mine else edge
        box(sheet.painter, one.rect, radius, sheet.raised(), edge, dashed=one.badge.dashed)
        ink = colours.accent if one.badge.mine else colours.text1
        top = one.rect.center().y() - px(12) // 2
        draw_icon(sheet.painter, one.badge.icon, one.rect.x() + px(5), top, px(12), ink)
        text = one.rect.adjusted(px(5 + 12 + 4), 0, -px(4), 0)
        write(sheet.painter, text, one.badge.text, ink, Type.CAPTION, 500)
    if sheet.place.hidden_badges and sheet.place.badges:
        last = sheet.place.badges[-1].rect
        rest = QRect(last.right() + px(5), last.y(), px(40), last.height())
        write(sheet.painter, rest, f"+{sheet.place.hidden_badges}", colours.text3, Type.CAPTION)


def paint_footer(sheet: Sheet) -> None:
    """Draws what the network counts, as far as the actions leave room for it."""
    end = action_rect(sheet.place.footer, 0, sheet.look).x()
    px, rect, colour = sheet.px, sheet.place.footer, sheet.colours.text3
    x, size = rect.x(), px(13)
    figures = [(icon, figure_text(number)) for icon, number in sheet.content.figures]
    if sheet.content.private:
        figures = [("lock", translate("Card", "Private"))]
    for icon, text in figures:
        width = advance(sheet.look.fonts, text, Type.CAPTION)
        if x + size + px(3) + width > end:
            return
        draw_icon(sheet.painter, icon, x, rect.center().y() - size // 2, size, colour)
        area = QRect(x + size + px(3), rect.y(), width, rect.height())
        write(sheet.painter, area, text, colour, Type.CAPTION)
        x = area.right() + 1 + px(10)
