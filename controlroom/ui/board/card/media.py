"""The room a card keeps for pictures, clips and sound, and what is said about them."""

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QColor, QPainter

from controlroom.model.post import Media, MediaKind
from controlroom.ui.board.card.geometry import MediaBox
from controlroom.ui.board.card.look import Look
from controlroom.ui.board.pictures.shown import Find, draw_picture
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import CENTRE
from controlroom.ui.controls.write import advance, write
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon

translate = QCoreApplication.translate
LABEL_GROUND, LABEL_TEXT = QColor(8, 11, 15, 219), QColor(241, 244, 248)
ICONS = {
    MediaKind.IMAGE: "image",
    MediaKind.VIDEO: "video",
    MediaKind.GIF: "video",
    MediaKind.AUDIO: "sound",
    MediaKind.OTHER: "link",
}


def length(duration_ms: int) -> str:
    """Returns how long a clip is: 0:42, 1:02:30."""
    seconds = round(duration_ms / 1000)
    hours, minutes = seconds // 3600, seconds // 60 % 60
    tail = f"{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"
    return f"{hours}:{tail}" if hours else tail


def paint_media(
    painter: QPainter, place: MediaBox, look: Look, *, covered: bool, find: Find | None = None
) -> None:
    """Draws a picture, or a box in its place, with what is known about it.

    Args:
        find: gives the picture if it is there; what is covered is not even asked for.
    """
    radius = look.metrics.radius.thumb
    shown = None if covered else find
    if shown and draw_picture(painter, place.rect, radius, place.media, shown):
        _mark_clip(painter, place, look)
    else:
        _stand_in(painter, place, look, covered)
    if place.more:
        _label(painter, place.rect, look, "", f"+{place.more}", at_right=True)
    said = _said(place.media, covered)
    if said is not None:
        _label(painter, place.rect, look, *said)


def _stand_in(painter: QPainter, place: MediaBox, look: Look, covered: bool) -> None:
    colours = look.palette
    box(painter, place.rect, look.metrics.radius.thumb, colours.picture0, colours.line1)
    icon = "eye" if covered else ICONS[place.media.kind]
    _centred(painter, place.rect, icon, look.metrics.px(24), colours.picture4)


def _mark_clip(painter: QPainter, place: MediaBox, look: Look) -> None:
    """A still does not look as if it moved."""
    if place.media.kind in (MediaKind.VIDEO, MediaKind.GIF):
        side, centre = look.metrics.px(32), place.rect.center()
        ground = QRect(centre.x() - side // 2, centre.y() - side // 2, side, side)
        box(painter, ground, side / 2, LABEL_GROUND)
        _centred(painter, place.rect, "video", look.metrics.px(18), LABEL_TEXT)


def _centred(painter: QPainter, rect: QRect, icon: str, size: int, colour: QColor) -> None:
    centre = rect.center()
    draw_icon(painter, icon, centre.x() - size // 2, centre.y() - size // 2, size, colour)


def _said(media: Media, covered: bool) -> tuple[str, str] | None:
    if covered:
        return "", translate("Card", "Covered")
    if media.duration_ms:
        return "video" if media.kind is not MediaKind.AUDIO else "sound", length(media.duration_ms)
    return ("", translate("Card", "ALT")) if media.alt else None


def _label(
    painter: QPainter, rect: QRect, look: Look, icon: str, text: str, *, at_right: bool = False
) -> None:
    px = look.metrics.px
    wide = advance(look.fonts, text, Type.CAPTION, 500)
    width = wide + px(10) + (px(15) if icon else 0)
    left = rect.right() + 1 - px(4) - width if at_right else rect.x() + px(4)
    ground = QRect(left, rect.bottom() + 1 - px(20), width, px(16))
    box(painter, ground, look.metrics.radius.badge, LABEL_GROUND)
    x = ground.x() + px(5)
    if icon:
        draw_icon(painter, icon, x, ground.center().y() - px(11) // 2, px(11), LABEL_TEXT)
        x += px(15)
    area = QRect(x, ground.y(), wide, ground.height())
    write(painter, area, text, LABEL_TEXT, Type.CAPTION, 500, CENTRE)
