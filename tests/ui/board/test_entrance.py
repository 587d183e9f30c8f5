"""Posts enter a column once their cards are drawn, and never in front of somebody who reads."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from controlroom.ui.board.list.cards import CardList
from controlroom.ui.board.list.preparing import Preparing, Turn
from controlroom.ui.board.list.shelf import Shelf
from controlroom.ui.board.page import BoardPage
from tests.ui.board.conftest import Home
from tests.ui.board.test_page import publish, tell

Settle = Callable[[BoardPage], None]
NEW = "New here"


class Held:
    """Turns that come when a test says so."""

    def __init__(self) -> None:
        self.wanted: list[Any] = []

    def want(self, cards: Any, _way: int) -> None:
        self.wanted.append(cards)

    def give(self) -> None:
        while self.wanted:
            one = self.wanted.pop()
            while one.prepare(0):
                pass


@pytest.fixture(autouse=True)
def pointer(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether the pointer is over the lists; other tests may leave it anywhere."""
    over = [False]
    monkeypatch.setattr(CardList, "underMouse", lambda _list: over[0])
    return over


@pytest.fixture
def held(board: BoardPage, home: Home, qtbot: QtBot) -> Iterator[Held]:
    """A board into whose first column posts are about to enter."""
    turns, view = Held(), board.row.columns[0]
    view.list.soon.preparing = turns  # type: ignore[assignment]
    board.changed(publish(home, 3, 1))
    qtbot.waitUntil(view.flow.is_entering)
    yield turns
    turns.give()


def newest(board: BoardPage) -> list[str]:
    return [one.post.text for one in board.row.columns[0].list.posts()[:3]]


def test_no_card_that_enters_is_drawn_while_its_list_is_painted(
    board: BoardPage, home: Home, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    paint, draw, where = CardList.paintEvent, Shelf._draw, [""]

    def painted(cards: CardList, event: Any) -> None:
        where[0] = "painting"
        try:
            paint(cards, event)
        finally:
            where[0] = ""

    def noted(shelf: Shelf, *with_: Any) -> Any:
        drawn.append(where[0])
        return draw(shelf, *with_)

    view = board.row.columns[0]
    view.list.repaint()
    monkeypatch.setattr(CardList, "paintEvent", painted)
    monkeypatch.setattr(Shelf, "_draw", noted)
    tell(board, publish(home, 12, 1), settle, qtbot)
    view.list.viewport().repaint()
    assert newest(board) == [NEW] * 3
    assert len(drawn) > 3
    assert "painting" not in drawn


def test_posts_whose_cards_are_being_drawn_count_as_still_to_come(
    board: BoardPage, held: Held
) -> None:
    assert NEW not in newest(board)
    assert board.desk is not None
    assert board.desk.reading.busy()
    held.give()
    assert newest(board) == [NEW] * 3
    assert not board.row.columns[0].flow.is_entering()


def test_who_begins_to_read_meanwhile_is_not_disturbed(
    board: BoardPage, held: Held, pointer: list[bool]
) -> None:
    view = board.row.columns[0]
    before = view.list.visible(), view.list.ids_in_view()
    pointer[0] = True
    held.give()
    assert (view.list.visible(), view.list.ids_in_view()) == before
    assert view.waiting.number == 3


def test_what_changes_meanwhile_is_fetched_afterwards(
    board: BoardPage, held: Held, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    view = board.row.columns[0]
    board.session.pulse.spread.emit(publish(home, 2, 1, text="Later"))
    assert not view.feed.is_asking
    held.give()
    qtbot.waitUntil(lambda: bool(held.wanted))
    held.give()
    settle(board)
    assert newest(board) == ["Later", "Later", NEW]


def test_what_comes_while_the_newest_are_being_drawn_waits_behind_the_pill(
    board: BoardPage, home: Home, settle: Settle, qtbot: QtBot, pointer: list[bool]
) -> None:
    turns, view = Held(), board.row.columns[0]
    pointer[0] = True
    tell(board, publish(home, 2, 1), settle, qtbot)
    assert view.waiting.number == 2
    view.list.soon.preparing = turns  # type: ignore[assignment]
    view.show_new()
    qtbot.waitUntil(view.flow.is_entering)
    publish(home, 1, 1, text="Later")
    assert home.cache is not None
    view.flow._take_waiting(home.cache.older(1, 0, 3))
    turns.give()
    assert newest(board)[:2] == [NEW] * 2
    assert view.waiting.number == 1
    view.show_new()
    qtbot.waitUntil(view.flow.is_entering)
    turns.give()
    assert newest(board) == ["Later", NEW, NEW]
    assert view.waiting.number == 0


def test_another_question_is_not_answered_with_them(
    board: BoardPage, held: Held, settle: Settle
) -> None:
    view = board.row.columns[0]
    view.narrow("network:mastodon")
    held.give()
    settle(board)
    assert NEW not in newest(board)
    assert view.list.posts()


def test_a_turn_is_taken_once_for_however_often_it_was_wanted(qtbot: QtBot) -> None:
    home, done = QObject(), list[str]()
    preparing = Preparing(home)
    first = Turn(lambda: done.append("first"), home)
    then = Turn(lambda: done.append("then"), home)
    for one in (first, then, first, first):
        one.want(preparing)
    assert done == []
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["first", "then"]
    first.want(None)
    assert done == ["first", "then", "first"]
    preparing.stop()
