"""What arrives shows at once wherever nobody is reading."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from controlroom.model.board import Board, Column
from controlroom.model.stream import Source, SourceKind, Stream
from controlroom.ui.board.list.cards import CardList
from controlroom.ui.board.page import BoardPage
from controlroom.ui.frame.window import DeskWindow
from tests.ui.board.conftest import Home, page_of
from tests.ui.board.test_page import publish, tell

Settle = Callable[[BoardPage], None]


@pytest.fixture
def empty(desk: DeskWindow, home: Home, settle: Settle) -> tuple[BoardPage, int]:
    """A board with one column, whose stream has no post yet; and the id of that stream."""
    source = Source("mastodon", SourceKind.HASHTAG, 1, "quiet")
    stream = home.writer.save_stream(Stream(0, "Quiet", (source,)))
    home.desk.save_board(Board(0, "Force", (Column(0, stream),)))
    page = page_of(desk)
    page.open_house(home)
    settle(page)
    assert page.row.columns[0].list.posts() == []
    return page, stream


@pytest.mark.parametrize("who", ["keyboard", "pointer", "nobody"])
def test_an_empty_column_shows_what_arrives(
    empty: tuple[BoardPage, int], home: Home, settle: Settle, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch, who: str,
) -> None:  # fmt: skip
    page, stream = empty
    view = page.row.columns[0]
    if who == "keyboard":
        view.list.setFocus()
    # The offscreen platform has no pointer that could be moved over a widget.
    monkeypatch.setattr(CardList, "underMouse", lambda _list: who == "pointer")
    tell(page, publish(home, 3, stream), settle, qtbot)
    assert [one.post.text for one in view.list.posts()] == ["New here"] * 3
    assert not view.head.line.pill.isVisible()
    page.close_house()


def test_posts_enter_above_a_focus_that_came_by_itself(
    board: BoardPage, home: Home, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Other tests leave the pointer where the list comes to lie.
    monkeypatch.setattr(CardList, "underMouse", lambda _list: False)
    view = board.row.columns[0]
    view.list.setFocus()
    before = view.list.caret.post
    tell(board, publish(home, 2, 1), settle, qtbot)
    assert [one.post.text for one in view.list.posts()[:2]] == ["New here"] * 2
    assert view.list.caret.post == view.list.posts()[0].id != before
    assert home.desk.read_among(1, [view.list.caret.post]) == frozenset()


def test_posts_wait_while_a_post_has_been_pressed(
    board: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    view = board.row.columns[0]
    surface = view.list.viewport()
    qtbot.mouseClick(surface, Qt.MouseButton.LeftButton, pos=QPoint(100, 10))
    before = view.list.visible(), view.list.posts()[0].id
    tell(board, publish(home, 2, 1), settle, qtbot)
    assert (view.list.visible(), view.list.posts()[0].id) == before
    assert view.head.line.pill.count == 2
