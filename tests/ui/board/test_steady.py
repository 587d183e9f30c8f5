"""What comes in while a column is read, and what scrolling does not touch."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from pytestqt.qtbot import QtBot

from controlroom.model.changes import Sighting
from controlroom.model.post import Author, Post
from controlroom.ui.board.page import BoardPage
from controlroom.ui.frame.window import DeskWindow
from tests.ui.board.conftest import Home
from tests.ui.board.test_page import Paints, publish, tell

Settle = Callable[[BoardPage], None]


@pytest.fixture
def away(desk: DeskWindow) -> None:
    """The pointer and the focus are elsewhere."""
    desk.rail.items["board"].setFocus()


@pytest.mark.usefixtures("away")
def test_what_waits_adds_up_and_enters_together(
    board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    view = board.row.columns[0]
    view.list.scroll_by(-300)
    before = view.list.visible()
    for number, text in ((2, "first"), (3, "second"), (1, "third")):
        tell(board, publish(home, number, 1, text=text), settle, qtbot)
    assert view.list.visible() == before
    assert view.head.line.pill.count == 6
    view.list.go_to_top()
    tell(board, publish(home, 1, 1, text="last"), settle, qtbot)
    texts = [one.post.text for one in view.list.posts()[:7]]
    assert texts == ["last", "third", *["second"] * 3, *["first"] * 2]
    assert not view.head.line.pill.isVisible()


@pytest.mark.usefixtures("away")
def test_a_post_that_was_polled_late_waits_like_any_other(
    board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    view = board.row.columns[0]
    view.list.scroll_by(-300)
    at = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=25)
    post = Post("x", "polled-late", Author("n", "newcomer"), "Polled late", at)
    tell(board, home.writer.ingest([Sighting(post, at, (1,), (1,))]), settle, qtbot)
    assert view.head.line.pill.count == 1


@pytest.mark.usefixtures("away")
def test_changes_that_come_during_an_answer_are_asked_for_afterwards(
    board: BoardPage, home: Home, settle: Settle
) -> None:
    view = board.row.columns[0]
    for number in range(5):
        board.session.pulse.spread.emit(publish(home, 1, 1, text=f"number {number}"))
    assert view.feed.is_asking
    settle(board)
    assert not view.feed.is_asking
    texts = [one.post.text for one in view.list.posts()[:5]]
    assert texts == [f"number {number}" for number in range(4, -1, -1)]


@pytest.mark.usefixtures("away")
def test_a_scrolled_pixel_paints_cards_and_nothing_around_them(board: BoardPage) -> None:
    view, others = board.row.columns[0], board.row.columns[1:]
    QCoreApplication.sendPostedEvents()
    around = [view, view.edge, view.head, view.list.verticalScrollBar()]
    paints = Paints([view.list.viewport(), *around, *(one.list.viewport() for one in others)])
    view.list.scroll_by(-10)
    QCoreApplication.sendPostedEvents()
    assert paints.counted.pop(id(view.list.viewport())) == 1
    assert set(paints.counted.values()) == {0}


def test_the_edge_is_dragged_beside_the_scroll_bar_too(board: BoardPage, qtbot: QtBot) -> None:
    view = board.row.columns[0]
    bar, wide, left = view.list.verticalScrollBar(), view.width(), Qt.MouseButton.LeftButton
    near = QPoint(bar.width() - 1, bar.height() // 2)
    qtbot.mouseMove(bar, near)
    assert bar.cursor().shape() is Qt.CursorShape.SplitHCursor
    value = bar.value()
    qtbot.mousePress(bar, left, pos=near)
    qtbot.mouseMove(bar, near + QPoint(40, 0))
    qtbot.mouseRelease(bar, left, pos=near + QPoint(40, 0))
    assert view.model.width == wide + 40
    assert bar.value() == value
    qtbot.mouseMove(bar, QPoint(1, 50))
    assert bar.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_the_cards_follow_the_bar_and_the_bar_stays(board: BoardPage) -> None:
    view = board.row.columns[0]
    bar, before = view.list.verticalScrollBar(), view.list.visible()
    bar.setValue(90)
    assert bar.value() == 90
    assert view.list.visible()[0][1] - before[0][1] == -90
    bar.setValue(30)
    assert bar.value() == 30
    assert view.list.visible()[0] == (0, -30)
