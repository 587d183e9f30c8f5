"""What commands do with columns."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model.board import Column
from controlroom.ui.board import arrange, reasons
from controlroom.ui.board.acts.ask import ask_name
from controlroom.ui.board.column.trouble import READ_NOW
from controlroom.ui.board.drag import move_to, put_on_board
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.board.column.column import ColumnView
    from controlroom.ui.board.stand import Stand
    from controlroom.ui.board.undo import Undo

translate = QCoreApplication.translate
Turn = Callable[[str, int], None]
"""Takes a "board" or a "column", by its id, to a window of its own or back."""
RESIZE_STEP = 20


class ColumnActs:
    """Acts on the current column of one place."""

    def __init__(self, stand: "Stand", turn: Turn) -> None:
        self._stand, self._turn = stand, turn
        self._book = stand.session.book

    def why_none(self) -> str:
        """Returns why there is no column to act on."""
        return "" if self._stand.columns() else reasons.NO_COLUMN

    def why_no_gap(self) -> str:
        """Returns why no gap can be filled."""
        view = self._stand.view()
        if view is None:
            return reasons.NO_COLUMN
        if self._gap(view):
            return ""
        return reasons.NOT_FILLED_HERE if view.desk.has_station else reasons.NO_GAP

    def why_no_more(self, step: int) -> str:
        """Returns why no other columns can be brought into view at the right (1) or left (-1)."""
        if self._stand.row.can_slide(step):
            return ""
        return reasons.NO_MORE_RIGHT if step > 0 else reasons.NO_MORE_LEFT

    def slide(self, step: int) -> None:
        """Brings the next column at the right (1) or the left (-1) into view."""
        self._stand.row.slide(step)

    def shown(self) -> Column | None:
        """Returns the current column as it is kept, None if there is none."""
        view = self._stand.view()
        return view.model if view is not None else None

    def add(self) -> None:
        """Asks for a stream or a search and adds a column."""
        from controlroom.ui.board.add_column import AddColumn

        desk = self._stand.session.desk
        if desk is not None:
            streams = [
                (one.id, one.name, desk.facts.glyph(Column(0, one.id)))
                for one in desk.facts.streams.values()
            ]
            self._stand.host.open_layer(AddColumn(streams, self.add_stream, self.add_search))

    def add_stream(self, stream: int) -> None:
        """Adds a column with a stream to the board shown."""
        self._add(Column(0, stream))

    def add_search(self, query: str) -> None:
        """Adds a column with a search over all that is kept to the board shown."""
        self._add(Column(0, 0, filter=query))

    def duplicate(self) -> None:
        """Adds a second column that shows the same from the same place on."""
        view = self._stand.view()
        if view is not None:
            view.save_place()
            self._add(replace(view.model, id=0))

    def close(self) -> None:
        """Closes the current column; it can be opened again with its place."""
        view = self._stand.view()
        if view is not None:
            view.save_place()
            number, title = view.model.id, view.title
            self._book.close_column(number)
            done = translate("Undo", "Column “{name}” closed").format(name=title)
            self._undo.offer(done, partial(self._open_again, number))

    def rename(self) -> None:
        """Asks for another title for the current column."""
        view = self._stand.view()
        if view is not None:
            heading = translate("Board", "Title of this column")
            ask_name(self._stand.host, heading, view.title, partial(self._rename, view))

    def filter(self) -> None:
        """Opens the filter of the current column."""
        view = self._stand.view()
        if view is not None:
            view.edit_filter()

    def clear_filter(self) -> None:
        """Takes the filter of the current column away."""
        view = self._stand.view()
        if view is not None and view.model.stream:
            view.narrow("", by_person=True)

    def pin(self) -> None:
        """Keeps the current column in view at the left, or lets it go."""
        view = self._stand.view()
        if view is not None:
            self._set_pinned(view, not view.model.pinned)

    def move(self, step: int) -> None:
        """Moves the current column to the right (1) or the left (-1)."""
        view = self._stand.view()
        if view is not None:
            move_to(self._stand, view, self._stand.row.index() + step)

    def to_next_board(self) -> None:
        """Moves the current column to the end of the next board."""
        view, board = self._stand.view(), self._stand.board()
        if view is None or board is None:
            return
        ids = [one.id for one in self._book.boards]
        target = self._book.find(ids[(ids.index(board.id) + 1) % len(ids)])
        if target is not None and target.id != board.id:
            view.save_place()
            put_on_board(self._stand, view, target)

    def to_side(self) -> None:
        """Takes the current column to a window of its own, or back from there."""
        view = self._stand.view()
        if view is not None:
            self._turn("column", view.model.id)

    def resize(self, step: int) -> None:
        """Makes the current column wider (1) or narrower (-1)."""
        view = self._stand.view()
        if view is not None:
            view.resize_by(step * theme().metrics.px(RESIZE_STEP))
            self._stand.row.arrange()

    def pause(self) -> None:
        """Pauses the current column, or lets it go on."""
        view = self._stand.view()
        if view is not None:
            view.set_paused(not view.model.paused)

    def pause_all(self) -> None:
        """Pauses all columns, or lets all go on if all are paused."""
        columns = self._stand.row.columns
        pause = not all(view.model.paused for view in columns)
        for view in columns:
            if view.model.paused != pause:
                view.set_paused(pause)

    def next(self, step: int) -> None:
        """Moves to the column at the right (1) or the left (-1)."""
        self.go_to(self._stand.row.index() + step + 1)

    def go_to(self, number: int) -> None:
        """Moves to a column by its number, from 1."""
        columns = self._stand.row.columns
        if 0 < number <= len(columns):
            self._stand.enter(columns[number - 1])

    def read_up_to_here(self) -> None:
        """Puts the read line of the current column above the current post."""
        view = self._stand.view()
        if view is None:
            return
        before = view.marks.line
        view.marks.put_line_here()
        if view.marks.line != before:
            done = translate("Undo", "Read line of “{name}” moved").format(name=view.title)
            self._undo.offer(done, partial(self._line_back, view.model.id, before))

    def read_now(self) -> None:
        """Has the sources of the current column read at once."""
        view = self._stand.view()
        if view is not None:
            view.wanted.emit(READ_NOW)

    def fill_gap(self) -> None:
        """Has the gap in view, or else the newest one, filled."""
        view = self._stand.view()
        gap = self._gap(view) if view is not None else 0
        if view is not None and gap:
            view.flow.fill_gap(gap)

    @property
    def _undo(self) -> "Undo":
        return self._stand.session.undo

    def _open_again(self, number: int) -> None:
        """Opens a column again, in a window of its own if it stood in one."""
        self._book.open_again("column", number)
        if self._stand.is_for_one:
            self._turn("column", number)
        else:
            self._stand.come_to(number)

    def _rename(self, view: "ColumnView", title: str) -> None:
        before, shown = view.model.title, view.title
        view.alter(title=title)
        done = translate("Undo", "Column “{name}” renamed").format(name=shown)
        self._undo.offer(done, partial(self._give_back, view.model.id, title=before))

    def _set_pinned(self, view: "ColumnView", on: bool) -> None:
        view.alter(pinned=on)
        self._stand.show()
        template = translate("Undo", "Column “{name}” unpinned")
        if on:
            template = translate("Undo", "Column “{name}” pinned")
        done = template.format(name=view.title)
        self._undo.offer(done, partial(self._give_back, view.model.id, pinned=not on))

    def _give_back(self, number: int, **values: object) -> None:
        """Changes a column back, if it still stands."""
        view = self._stand.session.views.all.get(number)
        if view is not None:
            view.alter(**values)
            self._stand.show()

    def _line_back(self, number: int, line: int) -> None:
        view = self._stand.session.views.all.get(number)
        if view is not None:
            view.marks.put_line(line)

    def _gap(self, view: "ColumnView") -> int:
        shown = [row.number for row, _top in view.list.rows_in_view() if row.can_press]
        return (shown or [row.number for row in view.list.rows.given() if row.can_press] or [0])[0]

    def _add(self, column: Column) -> None:
        board, row = self._stand.board(), self._stand.row
        if board is None:
            return
        after = row.current.model.id if row.current else 0
        at = arrange.place_of(board, after) + 1
        before = {one.id for one in board.columns}
        self._book.put(arrange.with_column(board, column, at))
        made = [view for view in row.columns if view.model.id not in before]
        for view in made:
            self._stand.enter(view)
            done = translate("Undo", "Column “{name}” added").format(name=view.title)
            self._undo.offer(done, partial(self._book.close_column, view.model.id))
