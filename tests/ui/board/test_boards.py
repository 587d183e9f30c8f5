"""Boards and columns: duplicated, pinned, dragged, carried to files and to second windows."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controlroom.model.board import Board, Column
from controlroom.ui.board.acts.ask import file_name
from controlroom.ui.board.page import BoardPage
from controlroom.ui.board.side.window import SideWindow
from controlroom.ui.exercise.frame import ExerciseFrame
from controlroom.ui.exercise.line import ExerciseLine
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.layers.message import Message
from controlroom.ui.sealed_mark import ExerciseMark
from controlroom.ui.sealed_window import begin
from tests.ui.board.conftest import Home

Settle = Callable[[BoardPage], None]
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def streams(home: Home, at: int = 0) -> list[int]:
    return [one.stream for one in home.desk.boards()[at].columns]


def shown(page: BoardPage) -> list[int]:
    return [view.model.stream for view in page.row.columns]


def test_a_duplicate_stands_beside_its_column_at_the_same_place(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    board.columns.go_to(2)
    view = board.row.columns[1]
    view.list.scroll_by(-1_000)
    view.list.places.settle()
    anchor, top = view.list.places.anchor, view.list.places.y
    qtbot.keyClick(desk, Qt.Key.Key_D, CTRL)
    settle(board)
    assert streams(home) == [1, 2, 2, 3, 4, 5, 6]
    made = board.row.columns[2]
    assert made is board.view()
    assert made.list.rect_of(anchor).top() == top
    assert made.model.id != view.model.id


def test_a_pinned_column_stays_in_view_at_the_left(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    desk.resize(1366, 768)
    QApplication.processEvents()
    board.columns.go_to(3)
    qtbot.keyClick(desk, Qt.Key.Key_P, CTRL | SHIFT)
    settle(board)
    assert shown(board) == [3, 1, 2, 4, 5, 6]
    assert home.desk.boards()[0].columns[2].pinned
    pinned = board.row.columns[0]
    board.columns.go_to(6)
    QApplication.processEvents()
    assert board.row.columns[5] in board.row.in_view()
    assert pinned in board.row.in_view()
    assert pinned.mapTo(board.row, QPoint(0, 0)).x() == 0
    board.columns.go_to(1)
    board.columns.pin()
    assert shown(board) == [1, 2, 3, 4, 5, 6]


def test_pinned_columns_never_take_the_whole_row(desk: DeskWindow, board: BoardPage) -> None:
    desk.resize(1366, 768)
    for view in board.row.columns:
        view.alter(pinned=True)
    board.stand.show()
    assert board.row._frame.width() >= 280


def test_a_drag_is_given_up_by_escape(
    desk: DeskWindow, board: BoardPage, home: Home, qtbot: QtBot
) -> None:
    title = board.row.columns[0].head.title
    target = board.row.columns[3].mapToGlobal(QPoint(200, 10)) - title.mapToGlobal(QPoint(0, 0))
    qtbot.mousePress(title, Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    qtbot.mouseMove(title, target)
    QApplication.processEvents()
    if not board.drag.mark.isVisible():
        title._is_dragged = True
        title.dragged.emit(title.mapToGlobal(target))
    assert board.drag.mark.isVisible()
    assert board.drag.mark.text.startswith("Move “Mentions 1” here")
    qtbot.keyClick(desk, Qt.Key.Key_Escape)
    assert not board.drag.mark.isVisible()
    qtbot.mouseRelease(title, Qt.MouseButton.LeftButton, pos=target)
    assert streams(home) == [1, 2, 3, 4, 5, 6]


def test_a_column_dropped_on_a_tab_goes_to_that_board(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle
) -> None:
    made = board.session.book.add(Board(0, "Derby"))
    assert made is not None
    desk.tabs.choose(home.desk.boards()[0].id)
    settle(board)
    view, tab = board.row.columns[1], desk.tabs.tabs[1]
    place = tab.mapToGlobal(tab.rect().center())
    view.head.title.dragged.emit(place)
    assert board.drag.mark.text == "Move “#M97 2” to Derby"
    view.head.title.dropped.emit(place)
    assert (streams(home, 0), streams(home, 1)) == ([1, 3, 4, 5, 6], [2])


def test_a_column_goes_to_the_next_board_by_key_and_keeps_its_place(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    board.session.book.add(Board(0, "Derby"))
    desk.tabs.choose(home.desk.boards()[0].id)
    settle(board)
    view = board.row.columns[0]
    view.list.scroll_by(-800)
    view.list.places.settle()
    anchor = view.list.places.anchor
    qtbot.keyClick(desk, Qt.Key.Key_Down, CTRL | SHIFT)
    assert (streams(home, 0), streams(home, 1)) == ([2, 3, 4, 5, 6], [1])
    settle(board)
    assert home.desk.boards()[1].columns[0].anchor == anchor


def test_boards_change_places_by_key(
    desk: DeskWindow, board: BoardPage, home: Home, qtbot: QtBot
) -> None:
    board.session.book.add(Board(0, "Derby"))
    desk.tabs.choose(home.desk.boards()[0].id)
    qtbot.keyClick(desk, Qt.Key.Key_PageDown, CTRL | SHIFT)
    assert [one.name for one in home.desk.boards()] == ["Derby", "Force"]
    assert [tab.text() for tab in desk.tabs.tabs] == ["Derby", "Force"]
    qtbot.keyClick(desk, Qt.Key.Key_PageUp, CTRL | SHIFT)
    assert [one.name for one in home.desk.boards()] == ["Force", "Derby"]


def test_a_closed_column_comes_back_with_its_place(
    board: BoardPage, home: Home, settle: Settle
) -> None:
    view = board.row.columns[2]
    board.columns.go_to(3)
    view.list.scroll_by(-1_500)
    view.list.places.settle()
    anchor, top = view.list.places.anchor, view.list.places.y
    board.columns.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert shown(board) == [1, 2, 4, 5, 6]
    board.boards.reopen()
    settle(board)
    assert shown(board) == [1, 2, 3, 4, 5, 6]
    assert board.row.columns[2].list.rect_of(anchor).top() == top


def test_a_board_goes_to_a_file_and_comes_back(
    board: BoardPage, home: Home, settle: Settle, tmp_path: Path
) -> None:
    board.row.columns[1].alter(title="Mine", filter="smoke", width=400)
    board.row.columns[2].alter(pinned=True)
    settle(board)
    path = tmp_path / "force.boards.json"
    board.boards.export_to(path)
    board.boards.import_from(path)
    settle(board)
    first, second = home.desk.boards()
    assert second.name == first.name
    for one, other in zip(first.columns, second.columns, strict=True):
        assert replace(one, id=0) == replace(other, id=0)
    assert {one.id for one in first.columns}.isdisjoint({one.id for one in second.columns})
    assert board.session.book.find(second.id) == board.stand.board()


@pytest.mark.parametrize("text", ["", "{", "[]", "not json", '{"format": "controlroom-boards"}'])
def test_a_bad_file_is_refused_in_a_sentence_and_changes_nothing(
    desk: DeskWindow, board: BoardPage, home: Home, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "bad.json"
    path.write_text(text)
    board.boards.import_from(path)
    panel = desk.layers.top()
    assert isinstance(panel, Message)
    assert "“bad.json” is not a file of boards" in panel.accessibleDescription()
    assert len(home.desk.boards()) == 1
    desk.close_layer()


def test_columns_of_unknown_streams_are_left_out_and_named(
    desk: DeskWindow, board: BoardPage, home: Home, tmp_path: Path
) -> None:
    path = tmp_path / "other.json"
    columns = [{"stream": "Harbour"}, {"stream": "#M97 2"}, {"filter": "smoke"}]
    file = {"format": "controlroom-boards", "version": 1,
            "boards": [{"name": "Night", "columns": columns}]}  # fmt: skip
    path.write_text(json.dumps(file))
    board.boards.import_from(path)
    assert [(one.stream, one.filter) for one in home.desk.boards()[1].columns] == [
        (2, ""), (0, "smoke"),
    ]  # fmt: skip
    panel = desk.layers.top()
    assert isinstance(panel, Message)
    assert "Harbour" in panel.accessibleDescription()
    desk.close_layer()


def test_the_name_of_an_exported_file_is_safe() -> None:
    assert file_name("Derby: 12/05") == "Derby_ 12_05.boards.json"
    assert file_name("../..") == "board.boards.json"
    assert file_name("") == "board.boards.json"


def side(board: BoardPage, kind: str, number: int) -> SideWindow:
    window = board.sides.windows[kind, number]
    QApplication.processEvents()
    return window


def test_a_board_goes_to_a_second_window_and_back(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    number = home.desk.boards()[0].id
    qtbot.keyClick(desk, Qt.Key.Key_M, CTRL | SHIFT)
    settle(board)
    window = side(board, "board", number)
    assert window.isVisible()
    assert window.windowTitle() == "Force – Control Room"
    assert board.row.columns == []
    assert board.empty.heading.text() == "This board is in a window of its own"
    columns = board.session.stands[1].row.columns
    assert len(columns) == 6
    assert all(view.window() is window for view in columns)
    assert all(view.list.posts() for view in columns)
    window.setGeometry(50, 60, 900, 500)
    window.close()
    settle(board)
    assert len(board.row.columns) == 6
    assert board.sides.windows == {}
    [kept] = home.desk.sides(board.sides.screens())
    assert (kept.is_out, kept.x, kept.y, kept.width, kept.height) == (False, 50, 60, 900, 500)


def test_keys_act_in_the_second_window_on_its_own_column(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    column = home.desk.boards()[0].columns[1].id
    board.columns.go_to(2)
    qtbot.keyClick(desk, Qt.Key.Key_M, CTRL | ALT)
    settle(board)
    window = side(board, "column", column)
    assert shown(board) == [1, 3, 4, 5, 6]
    view = board.session.views.all[column]
    assert view.window() is window
    window.activateWindow()
    view.list.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is view.list)
    qtbot.keyClick(view.list, Qt.Key.Key_J)
    qtbot.keyClick(view.list, Qt.Key.Key_J)
    assert view.list.caret.index() == 2
    qtbot.keyClick(view.list, Qt.Key.Key_P)
    assert view.model.paused
    assert not board.row.columns[0].model.paused
    board.columns.go_to(1)
    assert board.view() is board.row.columns[0]
    window.close()
    settle(board)
    assert shown(board) == [1, 2, 3, 4, 5, 6]


def test_what_was_out_is_out_again_after_a_restart_on_the_same_screens(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle
) -> None:
    column = home.desk.boards()[0].columns[0].id
    board.columns.go_to(1)
    board.columns.to_side()
    side(board, "column", column).setGeometry(70, 80, 420, 600)
    board.close_house()
    assert board.sides.windows == {}
    board.open_house(home)
    settle(board)
    window = side(board, "column", column)
    assert window.geometry().getRect() == (70, 80, 420, 600)
    assert shown(board) == [2, 3, 4, 5, 6]


def test_news_comes_into_a_second_window_too(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    from tests.ui.board.test_page import publish, tell

    desk.rail.items["board"].setFocus()
    column = home.desk.boards()[0].columns[0].id
    board.columns.to_side()
    settle(board)
    tell(board, publish(home, 2, 1), settle, qtbot)
    view = board.session.views.all[column]
    texts = [one.post.text for one in view.list.posts()[:2]]
    assert texts == ["New here"] * 2 or view.head.line.pill.isVisible()


def test_a_closed_board_takes_its_second_window_with_it(
    board: BoardPage, home: Home, settle: Settle
) -> None:
    number = home.desk.boards()[0].id
    board.boards.to_side()
    settle(board)
    board.boards.close()
    settle(board)
    assert (number, board.sides.windows) == (number, {})
    assert home.desk.boards() == []


def test_columns_of_a_board_that_is_not_shown_are_counted(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    from tests.ui.board.test_page import publish, tell

    made = board.session.book.add(Board(0, "Derby", (Column(0, 9),)))
    assert made is not None
    desk.tabs.choose(made.id)
    settle(board)
    desk.tabs.choose(home.desk.boards()[0].id)
    settle(board)
    tell(board, publish(home, 4, 9), settle, qtbot)
    qtbot.waitUntil(lambda: desk.tabs.tabs[1].accessibleName() == "Derby, 4 unread posts")


def test_all_columns_come_back_from_a_second_window_those_out_of_view_too(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle
) -> None:
    desk.resize(1366, 768)
    QApplication.processEvents()
    number = home.desk.boards()[0].id
    board.boards.to_side()
    settle(board)
    side(board, "board", number).close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle(board)
    assert shown(board) == [1, 2, 3, 4, 5, 6]
    assert all(view.window() is desk for view in board.row.columns)
    assert all(view.list.posts() for view in board.row.in_view())


def test_whoever_closes_a_column_goes_on_in_the_next_one(
    desk: DeskWindow, board: BoardPage, settle: Settle, qtbot: QtBot
) -> None:
    for number, then in ((3, 4), (6, 5)):
        board.columns.go_to(number)
        qtbot.keyClick(desk, Qt.Key.Key_W, CTRL)
        settle(board)
        view = board.view()
        assert view is not None
        assert view.model.stream == then
        assert QApplication.focusWidget() is view.list
        qtbot.keyClick(desk, Qt.Key.Key_Z, CTRL)
        settle(board)
        back = board.view()
        assert back is not None
        assert back is board.row.columns[number - 1]
        assert QApplication.focusWidget() is back.list


def test_a_column_closed_in_its_own_window_comes_back_there(
    board: BoardPage, home: Home, settle: Settle
) -> None:
    column = home.desk.boards()[0].columns[1].id
    board.columns.go_to(2)
    board.columns.to_side()
    settle(board)
    window = side(board, "column", column)
    assert window.acts is not None
    window.acts.columns.close()
    settle(board)
    assert board.sides.windows == {}
    board.undo.undo()
    settle(board)
    assert board.session.views.all[column].window() is side(board, "column", column)


def test_what_was_taken_out_or_brought_back_can_be_undone(
    board: BoardPage, home: Home, settle: Settle
) -> None:
    column = home.desk.boards()[0].columns[0].id
    board.columns.go_to(1)
    for wanted in (True, False):
        board.sides.turn("column", column)
        settle(board)
        assert board.sides.is_out("column", column) is wanted
        board.undo.undo()
        settle(board)
        assert board.sides.is_out("column", column) is not wanted
        board.sides.turn("column", column)
        settle(board)
    assert not board.sides.windows
    board.sides.turn("column", column)
    side(board, "column", column).close()
    board.undo.undo()
    settle(board)
    assert not board.sides.windows


def test_the_keyboard_goes_along_to_a_second_window_and_stays_in_the_columns_left(
    board: BoardPage, home: Home, settle: Settle
) -> None:
    column = home.desk.boards()[0].columns[2].id
    board.columns.go_to(3)
    board.columns.to_side()
    settle(board)
    window = side(board, "column", column)
    assert window.focusWidget() is board.session.views.all[column].list
    view = board.view()
    assert view is not None
    assert view.model.stream == 4


def drop(board: BoardPage, column: int, place: QPoint) -> str:
    title = board.session.views.all[column].head.title
    title.dragged.emit(place)
    said = board.drag.mark.text
    title.dropped.emit(place)
    return said


def test_a_column_drawn_out_of_the_window_gets_one_of_its_own_and_comes_back(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle
) -> None:
    column = home.desk.boards()[0].columns[1].id
    said = drop(board, column, desk.mapToGlobal(QPoint(desk.width() + 400, 300)))
    assert said == "Move “#M97 2” to a window of its own"
    settle(board)
    window = side(board, "column", column)
    window.setGeometry(2_400, 100, 400, 600)
    QApplication.processEvents()
    assert drop(board, column, QPoint(2_500, 300)) == "“#M97 2” stays where it is"
    assert board.sides.is_out("column", column)
    beside = board.row.columns[0].head.title
    beside.dragged.emit(QPoint(2_500, 300))
    assert board.drag.mark.text == "Move “Mentions 1” to a window of its own"
    board.drag._cancel()
    last = board.row.columns[-1]
    place = last.mapToGlobal(QPoint(last.width() - 10, 10))
    assert drop(board, column, place) == "Move “#M97 2” here"
    settle(board)
    assert board.sides.windows == {}
    assert streams(home) == [1, 3, 4, 5, 6, 2]


def test_columns_are_drawn_about_within_a_second_window_and_out_of_it(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle
) -> None:
    made = board.session.book.add(Board(0, "Derby", (Column(0, 9),)))
    assert made is not None
    number = home.desk.boards()[0].id
    desk.tabs.choose(number)
    board.boards.to_side()
    settle(board)
    window = side(board, "board", number)
    window.setGeometry(2_400, 100, 1900, 600)
    desk.tabs.choose(made.id)
    settle(board)
    columns = board.session.stands[1].row.columns
    column = columns[0].model.id
    drop(board, column, columns[2].mapToGlobal(QPoint(250, 10)))
    assert streams(home) == [2, 3, 1, 4, 5, 6]
    drop(board, column, board.row.columns[0].mapToGlobal(QPoint(10, 10)))
    settle(board)
    assert streams(home, 1) == [1, 9]
    assert board.session.views.all[column].window() is desk
    window.close()
    settle(board)
    assert board.drag.mark.parentWidget() is board


def test_a_second_window_of_an_exercise_says_that_it_is_one(
    desk: DeskWindow, board: BoardPage, home: Home, settle: Settle
) -> None:
    begin(desk, ExerciseLine("M97 closed", lambda **_order: None, desk))
    number = home.desk.boards()[0].id
    board.boards.to_side()
    settle(board)
    window = side(board, "board", number)
    [mark] = window.findChildren(ExerciseMark)
    assert mark.accessibleName() == "EXERCISE. M97 closed. Nothing leaves this computer"
    assert mark.isVisible()
    assert mark.geometry().top() == 0
    [frame] = window.findChildren(ExerciseFrame)
    assert frame.size() == window.size()
    desk.change(language="fr")
    assert mark.accessibleName().startswith("EXERCICE")
    window.close()
