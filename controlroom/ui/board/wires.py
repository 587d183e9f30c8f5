"""Ties each column to the window it stands in and to what only the engine can do."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from controlroom.ui.board.column.column import ColumnView
from controlroom.ui.board.column.trouble import PROFILES

if TYPE_CHECKING:
    from controlroom.ui.board.around import BoardWindow
    from controlroom.ui.board.drag import HeadDrag
    from controlroom.ui.board.drawer.beside import Beside
    from controlroom.ui.board.menus import BoardMenus
    from controlroom.ui.board.session import Session


class ColumnWires(QObject):
    """Hears every column from its making on.

    Signals:
        read_wanted: the sources of a stream are to be read at once; carries the stream's id.
        fill_wanted: a gap is to be filled; carries its id.
        post_wanted: the conversation of a post is wanted; carries the stored post.
    """

    read_wanted = Signal(int)
    fill_wanted = Signal(int)
    post_wanted = Signal(object)

    def __init__(
        self,
        session: "Session",
        window: "BoardWindow",
        menus: "BoardMenus",
        drag: "HeadDrag",
        beside: "Beside",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._window = session, window
        self._menus, self._drag, self._beside = menus, drag, beside
        session.views.made.connect(self._wire)

    def _wire(self, view: ColumnView) -> None:
        view.chosen.connect(partial(self._choose, view))
        view.menu_wanted.connect(partial(self._menus.of_column, view))
        view.wanted.connect(partial(self._act, view))
        view.post_wanted.connect(self.post_wanted)
        view.fill_wanted.connect(self.fill_wanted)
        view.edge.dragged.connect(self._arrange)
        view.list.on_escape = self._beside.leave
        self._drag.watch(view)

    def _choose(self, view: ColumnView) -> None:
        for stand in self._session.stands:
            if view in stand.row.columns:
                stand.row.make_current(view)

    def _arrange(self, *_by: int) -> None:
        for stand in self._session.stands:
            stand.row.arrange()

    def _act(self, view: ColumnView, name: str) -> None:
        if name == PROFILES:
            self._window.go("profiles")
        elif view.model.stream:
            self.read_wanted.emit(view.model.stream)
