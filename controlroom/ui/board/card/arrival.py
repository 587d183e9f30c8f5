"""Draws onto a finished card the picture that has come for it; the rest stays as it was drawn."""

from typing import TYPE_CHECKING

from controlroom.ui.board.card.media import paint_media
from controlroom.ui.board.card.paint_head import paint_avatar
from controlroom.ui.board.card.wanted import is_covered
from controlroom.ui.board.pictures.shown import Find, address_of

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from controlroom.ui.board.card.sheet import Sheet


def paint_arrived(sheet: "Sheet", address: str, find: Find) -> "list[QRect]":
    """Draws the picture of an address wherever the card shows it; returns where that is."""
    content, place, drawn = sheet.content, sheet.place, []
    if content.avatar == address:
        drawn.append(_cleared(sheet, place.avatar))
        paint_avatar(sheet, find)
    covered = is_covered(content, place, opened=sheet.state.opened)
    for one in place.media:
        if address_of(one.media) == address and not covered:
            drawn.append(_cleared(sheet, one.rect))
            paint_media(sheet.painter, one, sheet.look, covered=covered, find=find)
    return drawn


def _cleared(sheet: "Sheet", rect: "QRect") -> "QRect":
    """Round corners let through what lies below."""
    sheet.painter.fillRect(rect, sheet.ground())
    return rect
