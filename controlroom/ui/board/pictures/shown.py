"""Which address of a medium is shown on a card, and how it is drawn into its box."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath

from controlroom.model.post import Media, MediaKind

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

Find = Callable[[str, QSize], "QImage | None"]
"""From an address and a size in pixels of the screen to a picture, if it can be drawn now."""


def address_of(media: Media) -> str:
    """Returns where the still picture of a medium lies, "" if it has none."""
    if media.preview_url:
        return media.preview_url
    return media.url if media.kind is MediaKind.IMAGE else ""


def draw_picture(painter: QPainter, rect: QRect, radius: float, media: Media, find: Find) -> bool:
    """Fills a box with the picture of a medium; returns whether that is there."""
    address = address_of(media)
    return bool(address) and draw_filled(painter, rect, radius, address, find)


def on_screen(size: QSize, ratio: float) -> QSize:
    """Returns how many pixels of the screen a box takes."""
    return QSize(round(size.width() * ratio), round(size.height() * ratio))


def draw_filled(painter: QPainter, rect: QRect, radius: float, address: str, find: Find) -> bool:
    """Fills a box with round corners with a picture; returns whether that is there."""
    ratio = painter.device().devicePixelRatio()
    image = find(address, on_screen(rect.size(), ratio))
    if image is None:
        return False
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    around = QPainterPath()
    around.addRoundedRect(QRectF(rect), radius, radius)
    painter.setClipPath(around, Qt.ClipOperation.IntersectClip)
    painter.drawImage(rect, image)
    painter.restore()
    return True
