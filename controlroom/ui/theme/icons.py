"""The icons: drawn once for each name, size, colour and pixel ratio."""

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from controlroom.bundle import bundled
from controlroom.ui.theme import ready_icons
from controlroom.ui.theme.ready_icons import IconKey

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

CLEAR = QColor(0, 0, 0, 0)
_ready: dict[IconKey, QPixmap] = {}
_used: dict[IconKey, QPixmap] | None = None


def icon_pixmap(name: str, size: int, colour: QColor, ratio: float) -> QPixmap:
    """Returns an icon of `size` by `size` pixels for a screen of that pixel ratio.

    Raises:
        FileNotFoundError: no icon has that name.
    """
    return _found(name, size, colour.rgb(), ratio)


def draw_icon(painter: QPainter, name: str, x: float, y: float, size: int, colour: QColor) -> None:
    """Draws an icon with its top left corner at a point."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(round(x), round(y), icon_pixmap(name, size, colour, ratio))


def menu_icon(name: str, size: int, colour: QColor, ratio: float = 2.0) -> "QIcon":
    """Returns an icon for the places where Qt draws: menus."""
    # Its 150 names of themed icons take 3 ms to load.
    from PySide6.QtGui import QIcon

    return QIcon(icon_pixmap(name, size, colour, ratio))


def make_ready(folder: Path, file_name: str = ready_icons.FILE_NAME) -> None:
    """Takes the icons that the last start has left in a folder, so that they need no drawing."""
    global _used
    _ready.update(ready_icons.load(folder, file_name))
    _used = {}


def keep_ready(folder: Path, file_name: str = ready_icons.FILE_NAME) -> None:
    """Leaves the icons used since `make_ready` for the next start, if any of them had to be drawn.

    Meant for the moment after the first painting, of the frame or of the board.
    """
    global _used
    used, _used = _used, None
    if used and not used.keys() <= _ready.keys():
        ready_icons.save(folder, used, file_name)
    _ready.clear()


@lru_cache(maxsize=2000)
def _found(name: str, size: int, rgb: int, ratio: float) -> QPixmap:
    key = IconKey(name, size, QColor(rgb).name(QColor.NameFormat.HexRgb), ratio)
    icon = _ready.get(key) or _draw(key)
    if _used is not None:
        _used[key] = icon
    return icon


def _draw(key: IconKey) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    name, size, colour, ratio = key
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(CLEAR)
    drawing = _source(name).replace(b"currentColor", colour.encode())
    painter = QPainter(pixmap)
    QSvgRenderer(drawing).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@cache
def _source(name: str) -> bytes:
    return bundled("icons", f"{name}.svg").read_bytes()
