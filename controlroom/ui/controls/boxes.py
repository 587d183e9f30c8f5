"""Boxes with round corners; small ones are drawn once for each size and colour."""

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

LARGEST = 12_000
"""Pixels of a box up to which it is kept drawn: badges, dots and avatars are, panels are not."""
_CLEAR = QColor(0, 0, 0, 0)


def box(
    painter: QPainter,
    rect: QRect,
    radius: float,
    fill: QColor,
    edge: QColor | None = None,
    *,
    dashed: bool = False,
) -> None:
    """Draws a box with round corners and a one-pixel edge inside its rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ratio = painter.device().devicePixelRatio()
    width, height = rect.width(), rect.height()
    if ratio % 1 or not 0 < width * height <= LARGEST:
        # Between two pixels of the screen a picture would be blurred.
        _draw(painter, QRectF(rect), radius, fill, edge, dashed=dashed)
        return
    colours = fill.rgba(), edge.rgba() if edge else None
    painter.drawPixmap(rect.topLeft(), _drawn(width, height, radius, *colours, dashed, ratio))


@lru_cache(maxsize=512)
def _drawn(
    width: int, height: int, radius: float, fill: int, edge: int | None, dashed: bool, ratio: float
) -> QPixmap:
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(_CLEAR)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = None if edge is None else QColor.fromRgba(edge)
    _draw(painter, QRectF(0, 0, width, height), radius, QColor.fromRgba(fill), line, dashed=dashed)
    painter.end()
    return picture


def _draw(
    painter: QPainter, rect: QRectF, radius: float, fill: QColor, edge: QColor | None, *,
    dashed: bool,
) -> None:  # fmt: skip
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    painter.setBrush(fill)
    painter.setPen(QPen(edge, 1, style) if edge else Qt.PenStyle.NoPen)
    inset = 0.5 if edge else 0.0
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
