"""Draws the head of a card: who, where, when."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor

from controlroom.ui.board.card.avatar import paint_person
from controlroom.ui.board.card.sheet import Sheet
from controlroom.ui.board.pictures.shown import Find
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.write import advance, write
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon


def paint_avatar(sheet: Sheet, find: Find | None = None) -> None:
    """Draws who wrote the post; a ticked box where the post is chosen."""
    if sheet.state.chosen:
        _check(sheet, sheet.place.avatar)
    else:
        paint_person(sheet.painter, sheet.place.avatar, sheet.content, sheet.look, find)


def _check(sheet: Sheet, rect: QRect) -> None:
    """A ticked box stands in the place of the avatar."""
    size, radius = sheet.px(18), sheet.look.metrics.radius.badge
    side = QRect(0, 0, size, size)
    side.moveCenter(rect.center())
    box(sheet.painter, side, radius, sheet.colours.accent_fill, sheet.colours.accent)
    icon = sheet.px(14)
    left, top = side.center().x() + 1 - icon // 2, side.center().y() + 1 - icon // 2
    draw_icon(sheet.painter, "check", left, top, icon, sheet.colours.on_accent)


def paint_name(sheet: Sheet) -> None:
    """Draws the first line: unread dot, name, age."""
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


def paint_second(sheet: Sheet) -> None:
    """Draws the second line: network, handle, the profile it came through."""
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
