"""The Board section: boards in tabs, columns side by side, all of it saved as it changes."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from controlroom.model.board import Board, Column
from controlroom.model.changes import Changes
from controlroom.model.errors import WorldError
from controlroom.ui.board import arrange, reasons
from controlroom.ui.board.around import BoardWindow, House
from controlroom.ui.board.card.age import STEP_S
from controlroom.ui.board.column.column import ColumnView
from controlroom.ui.board.column.desk import BoardDesk
from controlroom.ui.board.column.facts import Facts, read_facts
from controlroom.ui.board.column.pixmaps import Pixmaps
from controlroom.ui.board.column.reading import Reading
from controlroom.ui.board.empty import Empty
from controlroom.ui.board.row import ColumnRow
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.theme import theme

T = TypeVar("T")
translate = QCoreApplication.translate
log = logging.getLogger(__name__)
TOGETHER_MS = 250
"""Changes are gathered for this long: at most four times a second anything is inserted."""
RESIZE_STEP = 20


class BoardPage(Styled, QWidget):
    """The page of the Board section. It is what the board's commands act on.

    Signals:
        filled: every column in view shows its posts; once for each house that is opened.
    """

    filled = Signal()

    def __init__(self, window: BoardWindow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._boards: list[Board] = []
        self._views: dict[int, ColumnView] = {}
        self._closed: list[tuple[str, int]] = []
        self._pixmaps = Pixmaps()
        self._gathered = Changes()
        self._is_filled = False
        self.desk: BoardDesk | None = None
        self.empty, self.row = Empty(self), ColumnRow(self)
        self._layers = QStackedLayout(self)
        self._together, self._clock = QTimer(self), QTimer(self)
        self._build()
        self.follow()

    def open_house(self, house: House) -> None:
        """Shows the boards of a house. Without a cache there is nothing to read yet."""
        self.close_house()
        if house.cache is None:
            self._explain()
            return
        reading = Reading(self)
        reading.failed.connect(self._tell_failure)
        self.desk = BoardDesk(house.cache, house.desk, reading, lines=house.desk.read_up_to())
        self._boards, self._is_filled = house.desk.boards(), False
        self._clock.start()
        self._window.tabs.set_boards(self._boards)
        self._ask_facts()
        self._show_board()

    def close_house(self) -> None:
        """Lets go of the house; what was being saved is saved."""
        if self.desk is None:
            return
        for view in self._views.values():
            view.save_place()
        self._together.stop()
        self._clock.stop()
        self._gathered = Changes()
        self.desk.reading.close()
        self.row.show_columns(())
        for view in self._views.values():
            view.setParent(None)
            view.deleteLater()
        self._views.clear()
        self._pixmaps.clear()
        self.desk = None
        self._explain()

    def changed(self, changes: Changes) -> None:
        """The engine has changed the cache: columns in view fetch what is theirs, soon."""
        if self.desk is None:
            return
        old = self._gathered
        self._gathered = Changes(
            new=old.new + changes.new,
            updated=old.updated + changes.updated,
            removed=old.removed + changes.removed,
        )
        if not self._together.isActive():
            self._together.start()

    def board(self) -> Board | None:
        """Returns the board that is shown."""
        current = self._window.tabs.current()
        return next((one for one in self._boards if one.id == current), None)

    def view(self) -> ColumnView | None:
        """Returns the current column."""
        return self.row.current

    def why_no_board(self) -> str:
        return reasons.NO_HOUSE if self.desk is None else ""

    def why_nothing_to_add(self) -> str:
        if self.desk is None:
            return reasons.NO_HOUSE
        return "" if self.board() else reasons.NO_BOARD

    def why_no_column(self) -> str:
        return "" if self.row.columns else reasons.NO_COLUMN

    def why_nothing_closed(self) -> str:
        return "" if self._closed else reasons.NOTHING_CLOSED

    def add_board(self) -> None:
        self._ask(translate("Board", "Name of the new board"), "", self._add_board)

    def rename_board(self) -> None:
        board = self.board()
        if board is not None:
            self._ask(translate("Board", "Name of this board"), board.name, self._rename_board)

    def close_board(self) -> None:
        board = self.board()
        if board is None or self.desk is None:
            return
        self._save(partial(self.desk.store.close_board, board.id))
        self._closed.append(("board", board.id))
        self._boards.remove(board)
        self._show_boards()

    def reopen(self) -> None:
        if not self._closed or self.desk is None:
            return
        kind, number = self._closed.pop()
        store = self.desk.store
        back = store.reopen_board if kind == "board" else store.reopen_column
        self._save(partial(back, number))
        self._boards = self._save(store.boards) or self._boards
        self._show_boards()

    def add_column(self) -> None:
        from controlroom.ui.board.add_column import AddColumn

        if self.desk is None:
            return
        streams = [
            (one.id, one.name, self.desk.facts.glyph(Column(0, one.id)))
            for one in self.desk.facts.streams.values()
        ]
        self._window.open_layer(AddColumn(streams, self.add_stream, self.add_search))

    def add_stream(self, stream: int) -> None:
        """Adds a column with a stream to the board shown."""
        self._add(Column(0, stream))

    def add_search(self, query: str) -> None:
        """Adds a column with a search over all that is kept to the board shown."""
        self._add(Column(0, 0, filter=query))

    def close_column(self) -> None:
        board, view = self.board(), self.view()
        if board is None or view is None or self.desk is None:
            return
        view.save_place()
        self._save(partial(self.desk.store.close_column, view.model.id))
        self._closed.append(("column", view.model.id))
        self._put(arrange.without_column(self.board() or board, view.model.id))
        self._show_board()

    def rename_column(self) -> None:
        view = self.view()
        if view is not None:
            self._ask(translate("Board", "Title of this column"), view.title, self._rename_column)

    def filter_column(self) -> None:
        from controlroom.ui.board.ask_text import AskText

        view = self.view()
        if view is not None:
            heading = translate("Board", "Show only posts that fit this search")
            panel = AskText(heading, view.model.filter, self._filter_column, query=True)
            self._window.open_layer(panel)

    def move_column(self, step: int) -> None:
        view = self.view()
        if view is not None:
            self._move(view, self.row.index() + step)

    def resize_column(self, step: int) -> None:
        view = self.view()
        if view is not None:
            view.resize_by(step * theme().metrics.px(RESIZE_STEP))
            self.row.arrange()

    def pause_column(self) -> None:
        view = self.view()
        if view is not None:
            view.set_paused(not view.model.paused)

    def pause_all(self) -> None:
        pause = not all(view.model.paused for view in self.row.columns)
        for view in self.row.columns:
            if view.model.paused != pause:
                view.set_paused(pause)

    def next_column(self, step: int) -> None:
        place = self.row.index() + step
        if 0 <= place < len(self.row.columns):
            self._enter(self.row.columns[place])

    def go_to_column(self, number: int) -> None:
        if number <= len(self.row.columns):
            self._enter(self.row.columns[number - 1])

    def next_post(self, step: int) -> None:
        view = self.view()
        if view is None or _is_covered():
            return
        if view.list.hasFocus():
            view.list.move_focus(step)
        else:
            view.list.take_focus()

    def page(self, step: int) -> None:
        view = self.view()
        if view is not None and not _is_covered():
            view.list.page(step)

    def show_new(self) -> None:
        view = self.view()
        if view is not None:
            view.show_new()

    def read_up_to_here(self) -> None:
        view = self.view()
        if view is not None:
            view.read_up_to_here()

    def open_cover(self) -> None:
        view = self.view()
        if view is not None:
            view.list.open_cover()

    def retranslate(self) -> None:
        self._explain()

    def showEvent(self, event: QShowEvent) -> None:
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        for view in self._views.values():
            view.asleep = view.loaded

    def _build(self) -> None:
        from controlroom.ui.board.accessible import install

        install()
        self._layers.setContentsMargins(0, 0, 0, 0)
        self._layers.addWidget(self.empty)
        self._layers.addWidget(self.row)
        self._together.setSingleShot(True)
        self._together.setTimerType(Qt.TimerType.PreciseTimer)
        self._together.setInterval(TOGETHER_MS)
        self._together.timeout.connect(self._spread)
        self._clock.setInterval(STEP_S * 1000)
        self._clock.timeout.connect(self._tick)
        self._window.tabs.chosen.connect(self._show_board)
        self._window.tabs.menu_wanted.connect(self._tab_menu)
        self.row.looked_at.connect(self._look)
        self.empty.pressed.connect(self._press)

    def _ask_facts(self) -> None:
        if self.desk is not None:
            cache = self.desk.cache
            self.desk.reading.ask(self, lambda: read_facts(cache), self._learn)

    def _learn(self, facts: Facts) -> None:
        if self.desk is None or facts == self.desk.facts:
            return
        first = not self.desk.facts.known
        self.desk.facts = facts
        for view in self._views.values():
            view.learn(facts)
        if first:
            self._look()
            self._count_unseen()
        self._explain()

    def _spread(self) -> None:
        """Tells the columns in view what has changed; the others only count."""
        changes, self._gathered = self._gathered, Changes()
        self._ask_facts()
        seen = self.row.in_view()
        for view in self._views.values():
            if view in seen:
                view.refresh(changes)
            elif changes.new:
                view.count()

    def _tick(self) -> None:
        for view in self.row.in_view():
            view.tick()
        self._ask_facts()

    def _count_unseen(self) -> None:
        """Columns out of view say at least how much is unread in them."""
        if self.desk is not None and self.desk.facts.known:
            for view in self.row.columns:
                if not view.loaded:
                    view.count()

    def _look(self) -> None:
        # What a column asks depends on its stream, which must be known first.
        if self.desk is None or not self.desk.facts.known:
            return
        for view in self.row.in_view():
            view.wake()

    def _show_boards(self) -> None:
        self._window.tabs.set_boards(self._boards)
        self._show_board()

    def _show_board(self, *_board: int) -> None:
        board = self.board()
        columns = board.columns if board else ()
        self.row.show_columns([self._view_of(column) for column in columns])
        self._explain()
        self._look()
        self._count_unseen()
        self._window.commands.changed.emit()
        self._window.tabs.describe()

    def _view_of(self, column: Column) -> ColumnView:
        view = self._views.get(column.id)
        if view is None:
            assert self.desk is not None
            view = ColumnView(column, self.desk, self._pixmaps, self.row.room())
            self._wire(view)
            self._views[column.id] = view
        return view

    def _wire(self, view: ColumnView) -> None:
        view.chosen.connect(partial(self.row.make_current, view))
        view.counted.connect(self._count)
        view.opened.connect(self._note_filled)
        view.altered.connect(self._keep_column)
        view.menu_wanted.connect(partial(self._column_menu, view))
        view.edge.dragged.connect(self.row.arrange)
        view.head.title.dropped.connect(partial(self._drop, view))

    def _note_filled(self) -> None:
        if not self._is_filled and all(view.is_open for view in self.row.in_view()):
            self._is_filled = True
            self.filled.emit()

    def _count(self) -> None:
        for tab in self._window.tabs.tabs:
            views = [self._views[one.id] for one in tab.board.columns if one.id in self._views]
            if views:
                tab.show_count(min(999, sum(view.unread() for view in views)))

    def _keep_column(self, column: Column) -> None:
        board = next((b for b in self._boards if arrange.place_of(b, column.id) >= 0), None)
        if board is None or self.desk is None:
            return
        changed = arrange.with_changed(board, column)
        self._replace(changed)
        self.desk.reading.keep(partial(self.desk.store.save_board, changed))

    def _put(self, board: Board) -> None:
        """Saves a board whose columns are others now; waits for it, because of new ids."""
        if self.desk is None:
            return
        saved = self._save(partial(self.desk.store.save_board, board))
        if saved is not None:
            self._replace(saved)

    def _replace(self, board: Board) -> None:
        self._boards = [board if one.id == board.id else one for one in self._boards]
        for tab in self._window.tabs.tabs:
            if tab.board.id == board.id:
                tab.board = board

    def _save(self, change: Callable[[], T]) -> T | None:
        """Saves in the order of all changes and waits; None if it could not be saved."""
        assert self.desk is not None
        try:
            return self.desk.reading.keep_now(change)
        except WorldError as error:
            log.warning("%s", error.told())
            self._tell_failure(error)
            return None

    def _add(self, column: Column) -> None:
        board = self.board()
        if board is None:
            return
        at = self.row.index() + 1 if self.row.columns else 0
        self._put(arrange.with_column(board, column, at))
        self._show_board()
        if at < len(self.row.columns):
            self._enter(self.row.columns[at])

    def _move(self, view: ColumnView, to: int) -> None:
        board = self.board()
        if board is not None:
            self._put(arrange.moved(board, view.model.id, to))
            self._show_board()
            self.row.show_column(view)

    def _enter(self, view: ColumnView) -> None:
        if _is_covered():
            return
        self.row.make_current(view)
        self.row.show_column(view)
        view.list.take_focus()

    def _drop(self, view: ColumnView, place: QPoint) -> None:
        before = self.row.index_of(view)
        to = self.row.place_at(place.x())
        if to not in (before, before + 1):
            self._move(view, to - 1 if to > before else to)

    def _column_menu(self, view: ColumnView) -> None:
        from controlroom.ui.commands.board_table import COLUMN_MENU

        self.row.make_current(view)
        button = view.head.title.more
        self._menu(COLUMN_MENU, button.mapToGlobal(QPoint(0, button.height())))

    def _tab_menu(self, place: QPoint) -> None:
        from controlroom.ui.commands.board_table import TAB_MENU

        self._menu(TAB_MENU, place)

    def _menu(self, names: Iterable[str], place: QPoint) -> None:
        from controlroom.ui.commands.menus import fill, styled_menu

        commands = self._window.commands
        menu = styled_menu(self)
        fill(menu, commands, [commands.named(name) for name in names])
        menu.popup(place)

    def _ask(self, heading: str, text: str, taken: Callable[[str], None]) -> None:
        from controlroom.ui.board.ask_text import AskText

        self._window.open_layer(AskText(heading, text, taken))

    def _add_board(self, name: str) -> None:
        if self.desk is None:
            return
        made = self._save(partial(self.desk.store.save_board, Board(0, name)))
        if made is not None:
            self._boards.append(made)
            self._show_boards()
            self._window.tabs.choose(made.id)

    def _rename_board(self, name: str) -> None:
        board = self.board()
        if board is not None:
            self._put(replace(board, name=name))
            self._show_boards()

    def _rename_column(self, title: str) -> None:
        view = self.view()
        if view is not None:
            view.alter(title=title)

    def _filter_column(self, query: str) -> None:
        view = self.view()
        if view is not None:
            view.alter(filter=query, anchor=0, offset=0)
            view.start_over()

    def _press(self) -> None:
        if self.desk is None or self.board() is None:
            self.add_board()
        else:
            self.add_column()

    def _explain(self) -> None:
        self._layers.setCurrentWidget(self.row if self.row.columns else self.empty)
        if not self.row.columns:
            self.empty.say(*reasons.why_empty(self.desk, self.board()))

    def _tell_failure(self, error: WorldError) -> None:
        self._window.trouble.emit(error)


def _is_covered() -> bool:
    """A panel that has the keyboard keeps it: single keys must not reach below it."""
    from controlroom.ui.layers.layer import Panel

    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, Panel):
        widget = widget.parentWidget()
    return widget is not None
