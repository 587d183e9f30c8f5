"""The hands and eyes of somebody who works at the desk: mouse, keys, and what stands on screen."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.exceptions import TimeoutError as TooLate
from pytestqt.qtbot import QtBot

from controlroom.ui.board.column.column import ColumnView
from controlroom.ui.board.list.rows import Row, RowKind
from controlroom.ui.board.page import BoardPage
from controlroom.ui.commands.palette import Palette
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.layers.layer import Panel
from controlroom.ui.profiles.pickers import Picker

P = TypeVar("P", bound=QWidget)
T = TypeVar("T")
LEFT = Qt.MouseButton.LeftButton
LONGEST_S = 240.0
"""For anything at all, on a slow computer with two processors."""
IMPATIENT_S = 20.0
"""After which somebody presses *Read once now* where a column offers it: servers that are busy
answer 500, and after some of those the desk waits for minutes."""


class Hands:
    """Does what a person does, and waits as long as it takes.

    Args:
        pictures: where `picture` leaves them.
    """

    def __init__(self, window: DeskWindow, qtbot: QtBot, pictures: Path) -> None:
        self.window, self._qtbot, self._pictures = window, qtbot, pictures
        self._taken = 0
        self._read_at = monotonic()

    def until(self, holds: Callable[[], object], seconds: float = LONGEST_S) -> None:
        """Lets the desk work until something is so. Fails after some time, and leaves a picture."""
        try:
            self._qtbot.waitUntil(lambda: bool(holds()), timeout=int(seconds * 1000))
        except TooLate:
            self.picture("where-it-stood-still")
            raise

    def press(self, widget: QWidget) -> None:
        """Presses something with the mouse, once it is there to be pressed."""
        self.until(lambda: widget.isVisible() and widget.isEnabled())
        QTest.mouseClick(widget, LEFT)

    def write(self, field: QLineEdit, text: str) -> None:
        """Goes into a field with the mouse and types."""
        self.press(field)
        QTest.keyClicks(field, text)

    def go(self, section: str) -> None:
        """Goes to a section by the rail."""
        self.press(self.window.rail.items[section])
        self.until(lambda: self.window.pages.section == section)

    def command(self, words: str) -> None:
        """Runs a command by the palette."""
        QTest.keyClick(self.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        palette = self.layer(Palette)
        QTest.keyClicks(palette.field, words)
        QTest.keyClick(palette.field, Qt.Key.Key_Return)

    def choose(self, picker: Picker, words: str) -> None:
        """Chooses in the menu of a picker by how an entry begins."""
        self.press(picker)
        self.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        (action,) = [one for one in menu.actions() if one.text().startswith(words)]
        QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
        self.until(lambda: picker.text().startswith(words))
        # Without a window manager nobody gives it back when a menu closes.
        self.window.activateWindow()

    def layer(self, kind: type[P]) -> P:
        """Returns the panel on top once it is of a kind."""
        self.until(lambda: isinstance(self.window.layers.top(), kind))
        top = self.window.layers.top()
        assert isinstance(top, kind)
        return top

    def closes(self, panel: Panel) -> None:
        """Waits until a panel has gone."""
        self.until(lambda: self.window.layers.top() is not panel)

    def page(self, kind: type[P], section: str) -> P:
        """Goes to a section and returns its page."""
        self.go(section)
        page = self.window.pages.page(section)
        assert isinstance(page, kind)
        return page

    def columns(self) -> list[ColumnView]:
        """Returns the columns of the board shown."""
        return list(self.page(BoardPage, "board").row.columns)

    def reads(self, column: ColumnView, *told: str) -> None:
        """Waits until cards of a column say all this; what waits is let in by its pill."""

        def reads() -> bool:
            if column.head.line.pill.isVisible():
                QTest.mouseClick(column.head.line.pill, LEFT)
            self._read_now(column)
            return all(said(column, text) for text in told)

        self.until(reads)

    def _read_now(self, column: ColumnView) -> None:
        """Has a column read that stands still, from time to time."""
        offered = [one for one in column.note.buttons if one.text() == "Read once now"]
        if offered and offered[0].isVisible() and monotonic() - self._read_at > IMPATIENT_S:
            self._read_at = monotonic()
            QTest.mouseClick(offered[0], LEFT)

    def double_press(self, column: ColumnView, text: str) -> None:
        """Opens a post of a column by pressing it twice."""
        post = next(one for one in column.list.posts() if text in one.post.text)
        place = column.list.rect_of(post.id).center()
        QTest.mouseClick(column.list.viewport(), LEFT, pos=place)
        QTest.mouseDClick(column.list.viewport(), LEFT, pos=place)

    def meanwhile(self, work: Callable[[], T]) -> T:
        """Lets somebody else do something while the desk goes on."""
        with ThreadPoolExecutor(1, thread_name_prefix="somebody") as pool:
            future = pool.submit(work)
            self.until(future.done)
        return future.result()

    def picture(self, name: str) -> None:
        """Leaves a picture of the window as it stands."""
        self._qtbot.wait(300)
        self._taken += 1
        assert self.window.grab().save(str(self._pictures / f"{self._taken:02}-{name}.png"))


def cards(column: ColumnView) -> list[str]:
    """Returns what the cards of a column say to a screen reader, from the newest on."""
    spoken = QAccessible.queryAccessibleInterface(column.list)
    each = [spoken.child(number) for number in range(spoken.childCount())]
    return [one.text(QAccessible.Text.Name) for one in each if one is not None]


def texts(column: ColumnView) -> list[str]:
    """Returns the posts of a column as they were written, from the newest on."""
    return [one.post.text for one in column.list.posts()]


def said(column: ColumnView, *parts: str) -> bool:
    """Whether one card says all of this."""
    return any(all(part in card for part in parts) for card in cards(column))


def gaps(column: ColumnView) -> list[Row]:
    """Returns the rows of a column that say what is missing."""
    return [row for row in column.list.rows.given() if row.kind is RowKind.GAP]


def shows(widget: QWidget, colour: tuple[int, int, int]) -> bool:
    """Whether a stretch of a colour is painted somewhere; pictures come with small changes."""
    image = widget.grab().toImage()
    places = product(range(0, image.width(), 12), range(0, image.height(), 12))
    found = (image.pixelColor(x, y).getRgb()[:3] for x, y in places)
    near = (all(abs(a - b) < 12 for a, b in zip(one, colour, strict=True)) for one in found)
    return sum(near) > 20
