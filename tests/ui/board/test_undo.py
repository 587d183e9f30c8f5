"""Ctrl Z on the board: ten seconds for whatever was done to boards, columns and read marks."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from controlroom.model.board import Board
from controlroom.ui.board.ask_text import AskText
from controlroom.ui.board.drag import put_on_board
from controlroom.ui.board.page import BoardPage
from controlroom.ui.board.undo import UNDO_S, Undo
from controlroom.ui.frame.window import DeskWindow
from tests.ui.board.conftest import Home

Settle = Callable[[BoardPage], None]
Kept = list[tuple[str, list[tuple[int, str, str, bool]]]]


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.s = 0.0

    def __call__(self) -> float:
        return self.s


def saved(home: Home) -> Kept:
    """Boards and columns as they are in the desk's own file."""
    return [
        (board.name, [(one.stream, one.title, one.filter, one.pinned) for one in board.columns])
        for board in home.desk.boards()
    ]


def answer(desk: DeskWindow, text: str) -> None:
    panel = desk.layers.top()
    assert isinstance(panel, AskText)
    panel.field.setText(text)
    panel.take.click()


def test_steps_are_taken_back_newest_first_and_each_for_ten_seconds() -> None:
    clock, done = Clock(), list[str]()
    undo = Undo(now=clock)
    undo.offer("First", lambda: done.append("first"))
    clock.s = 6
    undo.offer("Second", lambda: done.append("second"))
    undo.offer("Third", lambda: done.append("third"))
    undo.undo()
    clock.s = UNDO_S
    assert undo.can()
    undo.undo()
    assert done == ["third", "second"]
    assert not undo.can()
    undo.undo()
    assert done == ["third", "second"]


def test_taking_back_is_no_change_that_could_be_taken_back(qtbot: QtBot) -> None:
    undo, said = Undo(), list[str]()
    undo.said.connect(said.append)
    undo.offer("Closed", lambda: undo.offer("Opened", lambda: None, tell=False))
    undo.undo()
    assert not undo.can()
    assert said == ["Closed · Ctrl Z undoes it", "Undone: Closed"]


@pytest.mark.parametrize(
    ("command", "text"),
    [
        ("close-column", ""),
        ("duplicate-column", ""),
        ("pin-column", ""),
        ("move-column-right", ""),
        ("column-next-board", ""),
        ("rename-column", "Westside"),
        ("rename-board", "Other"),
        ("new-board", "Third"),
        ("close-board", ""),
        ("board-right", ""),
    ],
)
def test_what_was_done_to_boards_and_columns_is_as_before(
    desk: DeskWindow, board: BoardPage, home: Home, qtbot: QtBot, command: str, text: str,
    settle: Settle,
) -> None:  # fmt: skip
    home.desk.save_board(Board(0, "Second"))
    board.session.book.read_again()
    before = saved(home)
    desk.commands.run(command)
    if text:
        answer(desk, text)
    settle(board)
    assert saved(home) != before
    assert desk.status.notice.text().endswith("Ctrl Z undoes it")
    qtbot.keyClick(desk, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(board)
    assert saved(home) == before
    assert desk.commands.why_not(desk.commands.named("undo"))


def test_a_column_dragged_to_another_board_comes_back_to_its_place(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle
) -> None:
    home.desk.save_board(Board(0, "Second"))
    board.session.book.read_again()
    before, second = saved(home), board.session.book.boards[1]
    put_on_board(board.stand, board.row.columns[2], second)
    assert len(saved(home)[1][1]) == 1
    desk.commands.run("undo")
    settle(board)
    assert saved(home) == before


def test_a_filter_comes_back(desk: DeskWindow, board: BoardPage, settle: Settle) -> None:
    view = board.row.columns[0]
    view.head.filter.taken.emit("media:any")
    settle(board)
    view.head.filter.taken.emit("kind:reply")
    settle(board)
    desk.commands.run("undo")
    settle(board)
    assert view.model.filter == "media:any"
    assert view.list.posts()
    desk.commands.run("undo")
    settle(board)
    assert view.model.filter == ""


def test_read_marks_and_the_read_line_come_back(
    desk: DeskWindow, board: BoardPage, settle: Settle
) -> None:
    view = board.row.columns[0]
    view.marks.put_line(view.list.posts()[8].id)
    view.list.caret.put(view.list.posts()[2].id)
    for _ in range(2):
        view.list.caret.extend(1)
    desk.commands.run("mark-unread")
    assert "3 posts marked as unread" in desk.status.notice.text()
    read = set(view.list.read)
    desk.commands.run("read-up-to-here")
    line = view.marks.line
    assert line > view.list.posts()[8].id
    desk.commands.run("undo")
    assert view.marks.line == view.list.posts()[8].id
    assert view.list.read == read
    desk.commands.run("undo")
    assert {post.id for post in view.list.posts()[2:5]} <= view.list.read
    settle(board)


def test_undoing_what_was_done_to_a_closed_column_does_nothing(
    desk: DeskWindow, board: BoardPage, settle: Settle
) -> None:
    view = board.row.columns[0]
    number = view.model.id
    view.head.filter.taken.emit("media:any")
    settle(board)
    board.session.book.close_column(number)
    desk.commands.run("undo")
    settle(board)
    assert number not in board.session.views.all


def test_nothing_can_be_undone_in_a_house_that_was_closed(
    desk: DeskWindow, board: BoardPage
) -> None:
    desk.commands.run("pin-column")
    assert board.undo.can()
    board.close_house()
    assert not board.undo.can()
