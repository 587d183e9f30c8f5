"""The composer in a window of its own, for a second screen."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from controlroom.ui.controls.focus_ring import FocusRing
from controlroom.ui.layers.layer import Panel
from controlroom.ui.layers.stack import Layers
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
USUAL = QSize(1600, 940)


class ComposeAside(QWidget):
    """Holds the page until it is closed or goes back.

    Args:
        keep: keeps the draft; called before the page leaves.
    """

    def __init__(self, window: Any, page: QWidget, keep: Callable[[], object]) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self._window, self.page, self._keep = window, page, keep
        self.setWindowTitle(translate("Compose", "Compose") + " – Control Room")
        self.layers = Layers(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self._ring = FocusRing(self)
        page.show()
        self._place()

    def open_layer(self, panel: Panel) -> None:
        """Opens a panel over the page."""
        self.layers.place(self.rect())
        self.layers.open(panel)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme().palette.bg1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.layers.place(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        """The page goes back to the desk's window, out of sight."""
        self.layers.close_all()
        self._keep()
        self.page.setParent(self._window)
        self.page.hide()
        self._window.pages.addWidget(self.page)
        event.accept()
        self.deleteLater()

    def _place(self) -> None:
        screens = QGuiApplication.screens()
        own = self._window.screen()
        other = next((one for one in screens if one is not own), own)
        free = other.availableGeometry()
        self.resize(USUAL.boundedTo(free.size()))
        self.move(free.center() - self.rect().center())
