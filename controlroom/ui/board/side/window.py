"""A second window of the desk: one board or one column, with the board's keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from controlroom.ui.board.side.desk import SideDesk
from controlroom.ui.commands.registry import Commands
from controlroom.ui.commands.table import TABLE
from controlroom.ui.controls.focus_ring import FocusRing
from controlroom.ui.controls.styled import Styled
from controlroom.ui.layers.stack import Layers
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.board.row import ColumnRow
    from controlroom.ui.commands.board_actions import BoardActions
    from controlroom.ui.commands.desk import Desk
    from controlroom.ui.layers.layer import Panel


class SideWindow(Styled, QWidget):
    """A window beside the desk's own. Closing it brings back what it shows.

    Signals:
        left: the person has closed it.
        ended: it goes, and what it showed may stand elsewhere.
    """

    left = Signal()
    ended = Signal()

    def __init__(self, desk: "Desk", name: Callable[[], str]) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._name, self._is_over = name, False
        self.acts: BoardActions | None = None
        self._columns: ColumnRow | None = None
        self.commands = Commands(SideDesk(desk, self), self, TABLE)
        self.layers = Layers(self)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._ring = FocusRing(self)
        self.setMinimumSize(320, 240)
        self.commands.listen()
        self.follow()

    def head(self, row: QWidget) -> None:
        """Puts a row above everything else."""
        self._rows.insertWidget(0, row)

    def hold(self, content: "ColumnRow", acts: "BoardActions") -> None:
        """Takes what it shows and what acts on that."""
        self.acts, self._columns = acts, content
        self._rows.addWidget(content)

    def take_keyboard(self) -> None:
        """Puts the keyboard into the columns."""
        if self._columns is not None and self._columns.current is not None:
            self._columns.current.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_layer(self, panel: "Panel") -> None:
        """Opens a panel over everything."""
        self.layers.place(QRect(0, 0, self.width(), self.height()))
        self.layers.open(panel)

    def end(self) -> None:
        """Goes without telling anybody."""
        self._is_over = True
        self.ended.emit()
        self.layers.close_all()
        self.hide()
        self.close()
        self.deleteLater()

    def retranslate(self) -> None:
        self.setWindowTitle(f"{self._name()} – Control Room")

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme().palette.bg1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.layers.place(QRect(0, 0, self.width(), self.height()))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if not self._is_over:
            self._is_over = True
            self.left.emit()
