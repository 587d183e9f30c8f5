"""Which address of a medium is shown on a card, and how it is drawn into its box."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

from controlroom.model.post import Media, MediaKind

Find = Callable[[str, QSize], QImage | None]
"""From an address and a size in pixels of the screen to a picture, if it can be drawn now."""


def address_of(media: Media) -> str:
    """Returns where the still picture of a medium lies, "" if it has none."""
    if media.preview_url:
        return media.preview_url
    return media.url if media.kind is MediaKind.IMAGE else ""


def draw_picture(painter: QPainter, rect: QRect, radius: float, media: Media, find: Find) -> bool:
    """Fills a box with its picture; returns whether that is there."""
    address, ratio = address_of(media), painter.device().devicePixelRatio()
    size = QSize(round(rect.width() * ratio), round(rect.height() * ratio))
    image = find(address, size) if address else None
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
