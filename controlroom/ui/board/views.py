"""The columns that have been made, kept by their ids while the house is open."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from controlroom.model.board import Column
from controlroom.ui.board.column.column import ColumnView
from controlroom.ui.board.column.desk import BoardDesk
from controlroom.ui.board.list.pixmaps import Pixmaps
from controlroom.ui.board.list.preparing import Preparing
from controlroom.ui.board.pictures.gallery import Gallery


class Views(QObject):
    """Makes columns when they are first shown. Each is in one window at a time.

    Signals:
        made: a column has been made; carries it.
        altered: a column is to be saved; carries it.
        counted: something was read or came in.
        opened: a column shows its first posts.
    """

    made = Signal(object)
    altered = Signal(object)
    counted = Signal()
    opened = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: dict[int, ColumnView] = {}
        self._pixmaps = Pixmaps()
        self._preparing = Preparing(self)
        self.gallery = Gallery(self)

    def of(self, column: Column, desk: BoardDesk, parent: QWidget) -> ColumnView:
        """Returns the view of a column, made if there is none."""
        view = self.all.get(column.id)
        if view is None:
            view = ColumnView(column, desk, self._pixmaps, parent)
            view.altered.connect(self.altered)
            view.counted.connect(self.counted)
            view.opened.connect(self.opened)
            view.list.soon.preparing = self._preparing
            view.list.show_pictures(self.gallery)
            self.all[column.id] = view
            self.made.emit(view)
        return view

    def close(self) -> None:
        """Remembers the places and lets go of everything."""
        self._preparing.stop()
        for view in self.all.values():
            view.setParent(None)
            view.deleteLater()
        self.all.clear()
        self._pixmaps.clear()
        self.gallery.close()

    def save_places(self) -> None:
        """Remembers what is read in each column."""
        for view in self.all.values():
            view.save_place()

    def let_go(self, shown: set[int]) -> None:
        """Lets go of columns that are on no board any more."""
        for number in [one for one in self.all if one not in shown]:
            view = self.all.pop(number)
            view.setParent(None)
            view.deleteLater()
