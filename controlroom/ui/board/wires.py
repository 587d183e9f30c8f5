"""Ties each column to the window it stands in and to what only the engine can do."""

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QObject, Signal

from controlroom.ui.board.column.column import ColumnView
from controlroom.ui.board.column.trouble import PROFILES
from controlroom.ui.board.rule_editing import RuleEditing
from controlroom.ui.board.surge.watch import EDIT_RULE

if TYPE_CHECKING:
    from controlroom.ui.board.around import BoardWindow, Host
    from controlroom.ui.board.drag import HeadDrag
    from controlroom.ui.board.drawer.beside import Beside
    from controlroom.ui.board.menus import BoardMenus
    from controlroom.ui.board.session import Session

translate = QCoreApplication.translate


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
        self.rule = RuleEditing(session, window)
        session.views.made.connect(self._wire)

    def _wire(self, view: ColumnView) -> None:
        view.chosen.connect(partial(self._choose, view))
        view.menu_wanted.connect(partial(self._menus.of_column, view))
        view.wanted.connect(partial(self._act, view))
        view.post_wanted.connect(self.post_wanted)
        view.fill_wanted.connect(self.fill_wanted)
        view.narrowed.connect(partial(self._note_filter, view))
        view.edge.dragged.connect(self._arrange)
        view.list.menu_wanted.connect(partial(self._menus.of_post, view))
        view.list.on_escape = self._beside.leave
        self._drag.watch(view)

    def _choose(self, view: ColumnView) -> None:
        for stand in self._session.stands:
            if view in stand.row.columns:
                stand.row.make_current(view)

    def _note_filter(self, view: ColumnView, before: str) -> None:
        done = translate("Undo", "Filter of “{name}” changed").format(name=view.title)
        self._session.undo.offer(done, partial(self._narrow_back, view.model.id, before))

    def _narrow_back(self, column: int, query: str) -> None:
        view = self._session.views.all.get(column)
        if view is not None:
            view.narrow(query)

    def _arrange(self, *_by: int) -> None:
        for stand in self._session.stands:
            stand.row.arrange()

    def _act(self, view: ColumnView, name: str) -> None:
        if name == PROFILES:
            self._window.go("profiles")
        elif name == EDIT_RULE:
            self.rule.open(cast("Host", view.window()))
        elif view.model.stream:
            self.read_wanted.emit(view.model.stream)
