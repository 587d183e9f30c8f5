"""The list of a panel: Enter opens what is marked, Delete removes it."""

from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from controlroom.ui.controls.ticks import SIZE, Ticks
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

T = TypeVar("T")
WHAT = Qt.ItemDataRole.UserRole
ICON = 16
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class RowList(QListView):
    """Rows of one line.

    Signals:
        opened, removed: what is wanted of the current row.
    """

    opened = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = QStandardItemModel(self)
        self.setModel(self.rows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setItemDelegate(Ticks(self))
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def current(self, kind: type[T]) -> T | None:
        """Returns what the current row stands for."""
        found = self.currentIndex().data(WHAT)
        return found if isinstance(found, kind) else None

    def show_rows(self, rows: list[QStandardItem]) -> None:
        """Shows rows in place of others; the place in the list stays."""
        at = max(0, self.currentIndex().row())
        self.rows.clear()
        for row in rows:
            self.rows.appendRow(row)
        self.setCurrentIndex(self.rows.index(min(at, len(rows) - 1), 0))

    def restyle(self) -> None:
        """Takes font and colours from the theme."""
        colours, px = theme().palette, theme().metrics.px
        self.setFont(theme().fonts.font(Type.BODY))
        self.setIconSize(QSize(px(ICON), px(ICON)))
        self.setStyleSheet(
            f"QListView {{ color: {colours.text1.name()};"
            f" border: 1px solid {colours.line2.name()}; }}"
            f"QListView::item {{ height: {px(30)}px; padding: 0 {px(8)}px; }}"
            f"QListView::item:selected {{ background: {colours.bg4.name()};"
            f" color: {colours.text1.name()}; }}"
            f"QListView::indicator {{ width: {px(SIZE)}px; height: {px(SIZE)}px; border: none; }}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)
