"""The icons: drawn once for each name, size, colour and pixel ratio."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from controlroom.bundle import bundled


def icon_pixmap(name: str, size: int, colour: QColor, ratio: float) -> QPixmap:
    """Returns an icon of `size` by `size` pixels for a screen of that pixel ratio.

    Raises:
        FileNotFoundError: no icon has that name.
    """
    return _drawn(name, size, colour.name(QColor.NameFormat.HexRgb), ratio)


def draw_icon(painter: QPainter, name: str, x: float, y: float, size: int, colour: QColor) -> None:
    """Draws an icon with its top left corner at a point."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(round(x), round(y), icon_pixmap(name, size, colour, ratio))


def menu_icon(name: str, size: int, colour: QColor, ratio: float = 2.0) -> QIcon:
    """Returns an icon for the places where Qt draws: menus."""
    return QIcon(icon_pixmap(name, size, colour, ratio))


@lru_cache(maxsize=2000)
def _drawn(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    drawing = QByteArray(_source(name).replace("currentColor", colour).encode())
    painter = QPainter(pixmap)
    QSvgRenderer(drawing).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@cache
def _source(name: str) -> str:
    return bundled("icons", f"{name}.svg").read_text("utf-8")
