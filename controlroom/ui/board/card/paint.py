"""Draws a card: a pure function of its layout and state. It loads nothing."""

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from controlroom.ui.board.card.content import CardContent
from controlroom.ui.board.card.geometry import CardLayout, figure_text
from controlroom.ui.board.card.look import Look
from controlroom.ui.board.card.media import paint_media
from controlroom.ui.board.card.state import CardState
from controlroom.ui.board.card.write import advance, write
from controlroom.ui.controls.draw import CENTRE, box
from controlroom.ui.language import language
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon

translate = QCoreApplication.translate


class Sheet:
    """One card being drawn: what it says, where that stands, and with what it is drawn."""

    def __init__(
        self, painter: QPainter, content: CardContent, place: CardLayout, state: CardState,
        look: Look,
    ) -> None:  # fmt: skip
        self.painter, self.content, self.place = painter, content, place
        self.state, self.look = state, look
        self.px, self.colours = look.metrics.px, look.palette

    def ground(self) -> QColor:
        """Returns the colour below everything."""
        if self.state.focused:
            return self.colours.bg3
        return self.colours.bg2 if self.content.ours else self.colours.bg1

    def raised(self) -> QColor:
        """Returns the colour of what stands out from the ground."""
        special = self.state.focused or self.content.ours
        return self.colours.bg1 if special else self.colours.bg2

    def body_colour(self) -> QColor:
        """Returns the colour of running text."""
        return self.colours.text2 if self.state.read else self.colours.text1


def paint_card(
    painter: QPainter, content: CardContent, place: CardLayout, state: CardState, look: Look
) -> None:
    """Draws a card with its top left corner at the painter's origin."""
    sheet = Sheet(painter, content, place, state, look)
    painter.fillRect(0, 0, place.width, place.height, sheet.ground())
    painter.fillRect(0, place.height - 1, place.width, 1, sheet.colours.line1)
    _avatar(sheet)
    _first_line(sheet)
    _second_line(sheet)
    _text(sheet)
    _cover(sheet)
    _poll(sheet)
    _quote(sheet)
    for one in place.media:
        paint_media(painter, one, look, covered=_covered(sheet))
    _badges(sheet)
    _footer(sheet)
    if state.focused:
        _ring(sheet)


def _covered(sheet: Sheet) -> bool:
    sensitive = any(one.media.sensitive for one in sheet.place.media)
    return (sensitive or bool(sheet.content.warning)) and not sheet.state.opened


def _avatar(sheet: Sheet) -> None:
    rect, colours = sheet.place.avatar, sheet.colours
    if sheet.state.chosen:
        _check(sheet, rect)
        return
    if sheet.content.ours:
        radius = sheet.look.metrics.radius.thumb
        box(sheet.painter, rect, radius, colours.accent_tint, colours.accent_line)
    else:
        grounds = (colours.avatar0, colours.avatar1, colours.avatar2)
        shade = grounds[sum(sheet.content.handle.encode("utf-8", "replace")) % 3]
        box(sheet.painter, rect, rect.width() / 2, shade)
    colour = colours.accent if sheet.content.ours else colours.avatar_text
    write(sheet.painter, rect, sheet.content.initials, colour, Type.CAPTION, 600, CENTRE)


def _check(sheet: Sheet, rect: QRect) -> None:
    """A ticked box stands in the place of the avatar."""
    size, radius = sheet.px(18), sheet.look.metrics.radius.badge
    side = QRect(0, 0, size, size)
    side.moveCenter(rect.center())
    box(sheet.painter, side, radius, sheet.colours.accent_fill, sheet.colours.accent)
    icon = sheet.px(14)
    left, top = side.center().x() + 1 - icon // 2, side.center().y() + 1 - icon // 2
    draw_icon(sheet.painter, "check", left, top, icon, sheet.colours.on_accent)


def _first_line(sheet: Sheet) -> None:
    rect, px, colours = sheet.place.name, sheet.px, sheet.colours
    age_width = advance(sheet.look.fonts, sheet.state.age, Type.CAPTION)
    right = QRect(rect.right() + 1 - age_width, rect.y(), age_width, rect.height())
    write(sheet.painter, right, sheet.state.age, colours.text3, Type.CAPTION)
    left = rect.x()
    if not sheet.state.read:
        _dot(sheet, left, rect.center().y())
        left += px(7) + px(5)
    name = QRect(left, rect.y(), right.x() - px(5) - left, rect.height())
    weight, colour = (500, colours.text2) if sheet.state.read else (600, colours.text1)
    write(sheet.painter, name, sheet.content.name, colour, Type.BODY, weight)


def _dot(sheet: Sheet, left: int, middle: int) -> None:
    size = sheet.px(7)
    rect = QRect(left, middle - size // 2, size, size)
    box(sheet.painter, rect, size / 2, sheet.colours.accent)


def _second_line(sheet: Sheet) -> None:
    rect, px, content = sheet.place.second, sheet.px, sheet.content
    middle, icon = rect.center().y(), px(12)
    draw_icon(
        sheet.painter, content.look.glyph, rect.x(), middle - icon // 2, icon, sheet.colours.text3
    )
    left = rect.x() + icon + px(4)
    handle, through = _shares(sheet, rect.right() + 1 - left)
    x = _elided(sheet, left, content.handle, handle, sheet.colours.text3)
    if through:
        draw_icon(sheet.painter, "via", x + px(4), middle - icon // 2, icon, sheet.colours.text2)
        _elided(sheet, x + px(4) + icon + px(3), _through(sheet), through, sheet.colours.text2)


def _through(sheet: Sheet) -> str:
    more = sheet.content.more_through
    return f"{sheet.content.through} +{more}" if more else sheet.content.through


def _shares(sheet: Sheet, room: int) -> tuple[int, int]:
    """Returns the widths of the handle and of the profile, which shrinks last."""
    handle = advance(sheet.look.fonts, sheet.content.handle, Type.CAPTION)
    if not sheet.content.through:
        return min(handle, room), 0
    room -= sheet.px(4 + 12 + 3)
    through = advance(sheet.look.fonts, _through(sheet), Type.CAPTION)
    least = min(handle, room // 3)
    handle = max(least, min(handle, room - through))
    return handle, min(through, room - handle)


def _elided(sheet: Sheet, left: int, text: str, width: int, colour: QColor) -> int:
    rect = sheet.place.second
    area = QRect(left, rect.y(), width, rect.height())
    write(sheet.painter, area, text, colour, Type.CAPTION, from_middle=True)
    return left + width


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


def _badges(sheet: Sheet) -> None:
    px, colours = sheet.px, sheet.colours
    for one in sheet.place.badges:
        radius = sheet.look.metrics.radius.badge
        box(sheet.painter, one.rect, radius, sheet.raised(), None)
        style = Qt.PenStyle.DashLine if one.badge.dashed else Qt.PenStyle.SolidLine
        edge = colours.line3 if one.badge.dashed else colours.line2
        sheet.painter.setBrush(Qt.BrushStyle.NoBrush)
        sheet.painter.setPen(QPen(edge, 1, style))
        inside = QRectF(one.rect).adjusted(0.5, 0.5, -0.5, -0.5)
        sheet.painter.drawRoundedRect(inside, radius, radius)
        top = one.rect.center().y() - px(12) // 2
        draw_icon(sheet.painter, one.badge.icon, one.rect.x() + px(5), top, px(12), colours.text1)
        text = one.rect.adjusted(px(5 + 12 + 4), 0, -px(4), 0)
        write(sheet.painter, text, one.badge.text, colours.text1, Type.CAPTION, 500)
    if sheet.place.hidden_badges and sheet.place.badges:
        last = sheet.place.badges[-1].rect
        rest = QRect(last.right() + px(5), last.y(), px(40), last.height())
        write(sheet.painter, rest, f"+{sheet.place.hidden_badges}", colours.text3, Type.CAPTION)


def _footer(sheet: Sheet) -> None:
    px, rect, colour = sheet.px, sheet.place.footer, sheet.colours.text3
    x, size = rect.x(), px(13)
    figures = [(icon, figure_text(number)) for icon, number in sheet.content.figures]
    if sheet.content.private:
        figures = [("lock", translate("Card", "Private"))]
    for icon, text in figures:
        width = advance(sheet.look.fonts, text, Type.CAPTION)
        draw_icon(sheet.painter, icon, x, rect.center().y() - size // 2, size, colour)
        area = QRect(x + size + px(3), rect.y(), width, rect.height())
        write(sheet.painter, area, text, colour, Type.CAPTION)
        x = area.right() + 1 + px(10)


def _ring(sheet: Sheet) -> None:
    sheet.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    sheet.painter.setBrush(Qt.BrushStyle.NoBrush)
    colour, place = sheet.colours.accent, sheet.place
    for inset in (0, 1):
        rect = QRect(inset, inset, place.width - 2 * inset, place.height - 2 * inset)
        sheet.painter.setPen(colour)
        sheet.painter.drawRect(rect.adjusted(0, 0, -1, -1))
