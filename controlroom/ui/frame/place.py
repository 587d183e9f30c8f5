"""Where the window stands, kept for the next start."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from controlroom.settings import WindowPlace

FIRST = (1600, 960)
LEAST = (960, 560)


def place_of(window: QWidget) -> WindowPlace:
    """Returns where a window stands; for a maximised one, where it would stand otherwise."""
    whole = window.isMaximized() or window.isFullScreen()
    rect = window.normalGeometry() if whole else window.geometry()
    screen = window.screen().name() if window.screen() else ""
    width, height = max(rect.width(), LEAST[0]), max(rect.height(), LEAST[1])
    return WindowPlace(rect.x(), rect.y(), width, height, window.isMaximized(), screen)


def put_back(window: QWidget, place: WindowPlace | None) -> None:
    """Puts a window where it stood, on its screen if that is still there, else on the first."""
    screen = _screen(place)
    area = screen.availableGeometry()
    if place is None:
        width, height = min(FIRST[0], area.width()), min(FIRST[1], area.height())
        rect = QRect(0, 0, width, height)
        rect.moveCenter(area.center())
    else:
        rect = QRect(place.x, place.y, place.width, place.height)
    window.setGeometry(_within(rect, area))


def _screen(place: WindowPlace | None) -> QScreen:
    screens = QGuiApplication.screens()
    named = [one for one in screens if place is not None and one.name() == place.screen]
    return named[0] if named else QGuiApplication.primaryScreen()


def _within(rect: QRect, area: QRect) -> QRect:
    size = rect.size().boundedTo(area.size())
    x = min(max(rect.x(), area.left()), area.right() + 1 - size.width())
    y = min(max(rect.y(), area.top()), area.bottom() + 1 - size.height())
    return QRect(x, y, size.width(), size.height())
