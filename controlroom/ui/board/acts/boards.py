"""What commands do with whole boards."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model.board import Board
from controlroom.model.errors import WorldError
from controlroom.ui.board import reasons
from controlroom.ui.board.acts.ask import ask_name, ask_new_file, ask_old_file
from controlroom.ui.language import counted, told

if TYPE_CHECKING:
    from controlroom.ui.board.around import BoardWindow
    from controlroom.ui.board.stand import Stand
    from controlroom.ui.board.undo import Undo

translate = QCoreApplication.translate
Turn = Callable[[str, int], None]
"""Takes a "board" or a "column", by its id, to a window of its own or back."""


class BoardActs:
    """Acts on the board that is shown in one place."""

    def __init__(self, stand: "Stand", window: "BoardWindow", turn: Turn) -> None:
        self._stand, self._window, self._turn = stand, window, turn
        self._book = stand.session.book

    def why_none(self) -> str:
        """Returns why there can be no board now, "" if there can."""
        return reasons.NO_HOUSE if self._stand.session.desk is None else ""

    def why_not_shown(self) -> str:
        """Returns why nothing can be done to the board shown."""
        if self._stand.session.desk is None:
            return reasons.NO_HOUSE
        return "" if self._stand.board() else reasons.NO_BOARD

    def why_nothing_closed(self) -> str:
        """Returns why nothing can be opened again."""
        return "" if self._book.closed else reasons.NOTHING_CLOSED

    def why_not_share(self) -> str:
        """Returns why the board shown cannot be shared with the team."""
        board, sharing = self._stand.board(), self._stand.session.sharing
        if board is None:
            return self.why_not_shown()
        return reasons.NOT_FOLLOWED if sharing is None else sharing.why_not_share(board)

    def share(self) -> None:
        """Shares the board shown with the team."""
        board, sharing = self._stand.board(), self._stand.session.sharing
        if board is not None and sharing is not None:
            sharing.share(board)

    def why_not_stop_sharing(self) -> str:
        """Returns why the board shown cannot become this person's own again."""
        board, sharing = self._stand.board(), self._stand.session.sharing
        if board is None:
            return self.why_not_shown()
        return reasons.NOT_FOLLOWED if sharing is None else sharing.why_not_stop(board)

    def stop_sharing(self) -> None:
        """Ends that the board shown is shared; everybody keeps it as their own."""
        board, sharing = self._stand.board(), self._stand.session.sharing
        if board is not None and sharing is not None:
            sharing.stop(board)

    def add(self) -> None:
        """Asks for a name and adds a board."""
        self._ask(translate("Board", "Name of the new board"), "", self._add)

    def rename(self) -> None:
        """Asks for another name for the board shown."""
        board = self._stand.board()
        if board is not None:
            self._ask(translate("Board", "Name of this board"), board.name, self._rename)

    def close(self) -> None:
        """Closes the board shown."""
        board = self._stand.board()
        if board is not None:
            self._stand.session.views.save_places()
            self._book.close_board(board)
            done = translate("Undo", "Board “{name}” closed").format(name=board.name)
            self._undo.offer(done, partial(self._open_again, board.id))

    def reopen(self) -> None:
        """Opens again what was closed last, a board or a column, in its place."""
        if not self._book.closed:
            return
        kind, number = self._book.closed[-1]
        self._book.reopen()
        self._show(self._book.find(number) if kind == "board" else self._book.board_of(number))
        if kind == "column":
            self._stand.come_to(number)

    def move(self, step: int) -> None:
        """Moves the tab of the board shown."""
        board = self._stand.board()
        if board is None:
            return
        before = [one.id for one in self._book.boards]
        self._book.move_board(board.id, step)
        if [one.id for one in self._book.boards] != before:
            done = translate("Undo", "Board “{name}” moved").format(name=board.name)
            self._undo.offer(done, partial(self._book.move_board, board.id, -step))

    def to_side(self) -> None:
        """Takes the board to a window of its own, or back from there."""
        board = self._stand.board()
        if board is not None:
            self._turn("board", board.id)

    def export(self) -> None:
        """Asks for a place and writes the board shown into a file."""
        board = self._stand.board()
        if board is not None:
            ask_new_file(self._stand.row, board.name, self.export_to)

    def export_to(self, path: Path) -> None:
        """Writes the board shown into a file."""
        board, desk = self._stand.board(), self._stand.session.desk
        if board is None or desk is None:
            return
        from controlroom.store.desk.board_file import write_boards

        names = {number: one.name for number, one in desk.facts.streams.items()}
        try:
            write_boards(path, [board], names)
        except WorldError as error:
            self._window.tell(translate("Board", "The board was not exported"), told(error))

    def import_(self) -> None:
        """Asks for a file and adds the boards that are in it."""
        ask_old_file(self._stand.row, self.import_from)

    def import_from(self, path: Path) -> None:
        """Adds the boards of a file, or says in a sentence why not."""
        desk = self._stand.session.desk
        if desk is None:
            return
        from controlroom.store.desk.board_file import read_boards

        streams = {one.name: number for number, one in desk.facts.streams.items()}
        try:
            boards, missing = read_boards(path, streams)
        except WorldError as error:
            self._window.tell(translate("Board", "No board was imported"), told(error))
            return
        for board in boards:
            self._show(self._book.add(board))
        if missing:
            self._tell_missing(missing)

    def _tell_missing(self, missing: list[str]) -> None:
        heading = counted(
            len(missing),
            translate("Board", "{n} stream is not known on this workstation"),
            translate("Board", "{n} streams are not known on this workstation"),
        )
        text = translate("Board", "Their columns were left out: {names}.")
        self._window.tell(heading, text.format(names=", ".join(missing[:12])))

    def _ask(self, heading: str, text: str, taken: Callable[[str], None]) -> None:
        ask_name(self._stand.host, heading, text, taken)

    @property
    def _undo(self) -> "Undo":
        return self._stand.session.undo

    def _open_again(self, number: int) -> None:
        self._book.open_again("board", number)
        self._show(self._book.find(number))

    def _add(self, name: str) -> None:
        made = self._book.add(Board(0, name))
        self._show(made)
        if made is not None:
            done = translate("Undo", "Board “{name}” added").format(name=name)
            self._undo.offer(done, partial(self._close, made.id))

    def _close(self, number: int) -> None:
        board = self._book.find(number)
        if board is not None:
            self._stand.session.views.save_places()
            self._book.close_board(board)

    def _show(self, made: Board | None) -> None:
        if made is not None:
            self._window.tabs.choose(made.id)

    def _rename(self, name: str) -> None:
        board = self._stand.board()
        if board is not None:
            self._book.rename(board, name)
            done = translate("Undo", "Board “{name}” renamed").format(name=board.name)
            self._undo.offer(done, partial(self._name_again, board.id, board.name))

    def _name_again(self, number: int, name: str) -> None:
        board = self._book.find(number)
        if board is not None:
            self._book.rename(board, name)
