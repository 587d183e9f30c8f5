"""The layers that are open, top one last; focus goes back to where it came from."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from controlroom.ui.layers.layer import Panel, Scrim


class _Open(NamedTuple):
    scrim: "Scrim"
    came_from: QWidget | None


class Layers(QObject):
    """Opens panels over a window and closes them again."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._area = QRect()
        self._open: list[_Open] = []

    def top(self) -> "Panel | None":
        """Returns the panel on top, None if no layer is open."""
        return self._open[-1].scrim.panel if self._open else None

    def open(self, panel: "Panel") -> None:
        """Shows a panel on top of everything below the banners."""
        from controlroom.ui.layers.layer import Scrim

        scrim = Scrim(panel, self._window)
        self._open.append(_Open(scrim, QApplication.focusWidget()))
        scrim.pressed.connect(self.dismiss_top)
        panel.finished.connect(partial(self._close, scrim))
        scrim.place(self._area)
        scrim.show()
        scrim.raise_()
        panel.first_focus().setFocus(Qt.FocusReason.PopupFocusReason)

    def close_top(self) -> None:
        """Closes the top layer and gives the focus back; nothing happens if none is open."""
        if self._open:
            self._close(self._open[-1].scrim)

    def dismiss_top(self) -> None:
        """Closes the top layer unless it is firm."""
        top = self.top()
        if top is not None and not top.firm:
            self.close_top()

    def close_all(self) -> None:
        """Closes every layer from the top down to one that is firm."""
        while (top := self.top()) is not None and not top.firm:
            self.close_top()

    def place(self, area: QRect) -> None:
        """Fits the open layers to the part of the window below the banners."""
        self._area = area
        for one in self._open:
            one.scrim.place(area)

    def _close(self, scrim: "Scrim") -> None:
        gone = next((one for one in self._open if one.scrim is scrim), None)
        if gone is None:
            return
        self._open.remove(gone)
        gone.scrim.hide()
        gone.scrim.deleteLater()
        if gone.came_from is not None and isValid(gone.came_from):
            gone.came_from.setFocus(Qt.FocusReason.PopupFocusReason)
