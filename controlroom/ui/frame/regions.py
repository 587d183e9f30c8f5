"""F6 goes round the regions of the window, each time to where the focus last was in it."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


@runtime_checkable
class Parted(Protocol):
    """A part of the window with regions of its own."""

    def regions(self) -> list[QWidget]:
        """Returns them in order; none, if it is one itself."""


@runtime_checkable
class Entered(Protocol):
    """A region that says where the keyboard comes to first."""

    def first_stop(self) -> QWidget | None:
        """Returns that control, None if there is none yet."""


class Regions(QObject):
    """The regions in order: top bar, banners, rail, tabs, page, status bar.

    A part that has `regions()` is parted further, as the board is into columns and drawer.
    """

    def __init__(self, parent: QObject, regions: Sequence[QWidget]) -> None:
        super().__init__(parent)
        self._parts = list(regions)
        self._last: dict[int, QWidget] = {}
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._remember)
        self._remember(None, QApplication.focusWidget())

    def cycle(self, step: int) -> None:
        """Moves the focus to the next (1) or previous (-1) region that can take it."""
        stops = [(region, stop) for region in self._regions() if (stop := self._stop(region))]
        if not stops:
            return
        here = self._region_of(QApplication.focusWidget())
        places = [place for place, (region, _stop) in enumerate(stops) if region is here]
        place = (places[0] + step) if places else (0 if step > 0 else -1)
        stops[place % len(stops)][1].setFocus(Qt.FocusReason.TabFocusReason)

    def _remember(self, _old: QWidget | None, new: QWidget | None) -> None:
        region = self._region_of(new)
        if region is not None and new is not None:
            self._last[id(region)] = new

    def _region_of(self, widget: QWidget | None) -> QWidget | None:
        if widget is None:
            return None
        holders = (one for one in self._regions() if one is widget or one.isAncestorOf(widget))
        return next(holders, None)

    def _regions(self) -> list[QWidget]:
        found: list[QWidget] = []
        for part in self._parts:
            parted = part.regions() if isinstance(part, Parted) else []
            found += parted or [part]
        return found

    def _stop(self, region: QWidget) -> QWidget | None:
        if not region.isVisible():
            return None
        last = self._last.get(id(region))
        if last is not None and isValid(last) and _takes_focus(last):
            return last
        entry = region.first_stop() if isinstance(region, Entered) else None
        if entry is not None and _takes_focus(entry):
            return entry
        return next((one for one in region.findChildren(QWidget) if _takes_focus(one)), None)


def _takes_focus(widget: QWidget) -> bool:
    reachable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(reachable) and widget.isVisible() and widget.isEnabled()
