"""What stands in a window of its own, and where that window is; remembered per set of screens."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from controlroom.store.desk.sides import Side
    from controlroom.ui.board.session import Session
    from controlroom.ui.board.side.window import SideWindow

translate = QCoreApplication.translate
Key = tuple[str, int]
"""Kind ("board" or "column") and id."""
LEAST = (320, 240)


class Sides(QObject):
    """The second windows of the desk.

    Signals:
        changed: something has been taken out or has come back.
    """

    changed = Signal()

    def __init__(
        self, session: "Session", make: "Callable[[Key], SideWindow]", parent: "QWidget"
    ) -> None:
        super().__init__(parent)
        self._session, self._make, self._main = session, make, parent
        self.windows: dict[Key, SideWindow] = {}

    def is_out(self, kind: str, number: int) -> bool:
        """Returns whether a board or column stands in a window of its own."""
        return (kind, number) in self.windows

    @staticmethod
    def screens() -> str:
        """Returns a name for the screens there are now."""
        return "|".join(sorted(_screen_name(one) for one in QGuiApplication.screens()))

    def turn(self, kind: str, number: int) -> None:
        """Takes a board or column to a window of its own, or back."""
        was_out, name = self.is_out(kind, number), self._name(kind, number)
        if was_out:
            self.windows[kind, number].close()
        else:
            self._take_out((kind, number), self._known().get((kind, number)))
        template = translate("Undo", "“{name}” put into a window of its own")
        if was_out:
            template = translate("Undo", "“{name}” brought back from its window")
        back = partial(self._turn_back, kind, number, was_out=was_out)
        self._session.undo.offer(template.format(name=name), back)

    def restore(self) -> None:
        """Opens the windows that were open on these screens when the desk was left."""
        for key, side in self._known().items():
            if side.is_out and self._is_there(key) and key not in self.windows:
                self._take_out(key, side)

    def close(self) -> None:
        """Closes all windows; they open again with the house."""
        for key, window in list(self.windows.items()):
            self._remember(key, window, is_out=True)
            del self.windows[key]
            window.end()

    def tidy(self) -> None:
        """Closes windows of what is no longer there."""
        for key in [one for one in self.windows if not self._is_there(one)]:
            self.windows[key].close()

    def _turn_back(self, kind: str, number: int, *, was_out: bool) -> None:
        """Takes out or brings back, unless somebody has done so or it has been closed."""
        if self._is_there((kind, number)) and self.is_out(kind, number) != was_out:
            self.turn(kind, number)

    def _name(self, kind: str, number: int) -> str:
        if kind == "board":
            board = self._session.book.find(number)
            return board.name if board is not None else ""
        view = self._session.views.all.get(number)
        return view.title if view is not None else ""

    def _take_out(self, key: Key, side: "Side | None") -> None:
        window = self._make(key)
        self.windows[key] = window
        window.setGeometry(_fitting(side, self._main))
        window.left.connect(lambda: self._bring_back(key))
        window.show()
        self._remember(key, window, is_out=True)
        self.changed.emit()
        window.take_keyboard()

    def _bring_back(self, key: Key) -> None:
        window = self.windows.pop(key, None)
        if window is not None:
            self._remember(key, window, is_out=False)
            window.end()
            self.changed.emit()

    def _remember(self, key: Key, window: "SideWindow", *, is_out: bool) -> None:
        from controlroom.store.desk.sides import Side

        desk, place = self._session.desk, window.geometry()
        if desk is not None:
            side = Side(
                *key, self.screens(), is_out, place.x(), place.y(), place.width(), place.height()
            )
            desk.reading.keep(lambda: desk.store.save_side(side))

    def _known(self) -> "dict[Key, Side]":
        desk = self._session.desk
        if desk is None:
            return {}
        found = desk.reading.keep_now(lambda: desk.store.sides(self.screens()))
        return {(one.kind, one.number): one for one in found}

    def _is_there(self, key: Key) -> bool:
        kind, number = key
        book = self._session.book
        return (book.find(number) if kind == "board" else book.board_of(number)) is not None


def _screen_name(screen: QScreen) -> str:
    place = screen.geometry()
    return f"{screen.name()} {place.x()},{place.y()} {place.width()}x{place.height()}"


def _fitting(side: "Side | None", main: "QWidget") -> QRect:
    """Returns where it was if that can be seen, else room on a screen without the main window."""
    screens = QGuiApplication.screens()
    if side is not None:
        place = QRect(side.x, side.y, max(LEAST[0], side.width), max(LEAST[1], side.height))
        if any(one.availableGeometry().intersects(place) for one in screens):
            return place
    others = [one for one in screens if one is not main.screen()] or [main.screen()]
    return others[0].availableGeometry().adjusted(40, 40, -40, -40)
