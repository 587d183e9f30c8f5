"""Columns that cannot be seen yet are made after those in view, and nobody can tell."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controlroom.model.board import Board, Column
from controlroom.ui.board.page import BoardPage
from controlroom.ui.frame.window import DeskWindow
from tests.ui.board.conftest import Home, page_of

MANY = 12
Settle = Callable[[BoardPage], None]


@pytest.fixture
def page(desk: DeskWindow, home: Home) -> BoardPage:
    """The board of a narrow window, with a board of many columns saved and no house open."""
    columns = tuple(Column(0, one, pinned=one == MANY) for one in range(1, MANY + 1))
    home.desk.save_board(Board(0, "Many", columns))
    home.desk.save_board(Board(0, "Few", (Column(0, 1), Column(0, 2))))
    desk.resize(1000, 700)
    return page_of(desk)


def made(page: BoardPage) -> int:
    return len(page.session.views.all)


def test_columns_in_view_are_made_first_and_the_others_by_themselves(
    page: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    page.open_house(home)
    seen = len(page.row.in_view())
    assert 0 < seen == made(page) < MANY
    qtbot.waitUntil(lambda: made(page) == MANY, timeout=20_000)
    settle(page)
    assert len(page.row.in_view()) == seen
    assert page.session.columns_in_view()[0].list.posts()
    page.close_house()


def test_places_and_widths_are_final_before_all_columns_are_made(
    page: BoardPage, home: Home, qtbot: QtBot
) -> None:
    page.open_house(home)
    before = [one.geometry() for one in page.row.in_view()]
    bar = page.row._bar
    reach = bar.maximum(), bar.pageStep(), bar.isVisible()
    qtbot.waitUntil(lambda: made(page) == MANY, timeout=20_000)
    assert [one.geometry() for one in page.row.in_view()] == before
    assert (bar.maximum(), bar.pageStep(), bar.isVisible()) == reach
    assert bar.isVisible()
    page.close_house()


def test_whoever_asks_for_the_columns_gets_them_all_pinned_ones_first(
    page: BoardPage, home: Home
) -> None:
    page.open_house(home)
    assert made(page) < MANY
    assert [one.model.stream for one in page.row.columns] == [MANY, *range(1, MANY)]
    assert made(page) == MANY
    page.close_house()


def test_the_last_column_is_reached_by_keys_at_once(page: BoardPage, home: Home) -> None:
    page.open_house(home)
    page.columns.go_to(MANY)
    assert page.row.current is page.row.columns[-1]
    assert page.row.current in page.row.in_view()
    page.close_house()


def test_another_board_may_be_chosen_before_all_columns_are_made(
    page: BoardPage, home: Home, desk: DeskWindow, settle: Settle, qtbot: QtBot
) -> None:
    page.open_house(home)
    few = page.session.book.boards[1]
    desk.tabs.choose(few.id)
    settle(page)
    qtbot.waitUntil(lambda: not page.row._soon.isActive(), timeout=20_000)
    assert [one.model.id for one in page.row.columns] == [one.id for one in few.columns]
    desk.tabs.choose(page.session.book.boards[0].id)
    qtbot.waitUntil(lambda: made(page) == MANY + len(few.columns), timeout=20_000)
    assert len(page.row.columns) == MANY
    page.close_house()


def test_the_house_may_be_closed_before_all_columns_are_made(page: BoardPage, home: Home) -> None:
    page.open_house(home)
    assert made(page) < MANY
    page.close_house()
    QApplication.processEvents()
    assert (page.row.columns, made(page)) == ([], 0)


def test_a_column_added_meanwhile_is_there_at_once(page: BoardPage, home: Home) -> None:
    page.open_house(home)
    board = page.session.book.boards[0]
    page.session.book.put(Board(board.id, board.name, (*board.columns, Column(0, 1))))
    assert made(page) == MANY + 1
    page.close_house()


def test_what_was_read_ahead_is_shown_and_used_once(
    page: BoardPage, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    heard: list[BoardPage] = []
    page.session.learned.connect(lambda: heard.append(page))
    page.read_ahead(home)
    page.open_house(home)
    assert page.session.desk is not None
    assert page.session.desk.facts.known
    assert all(one.loaded for one in page.row.in_view())
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    settle(page)
    titles = [one.title for one in page.row.columns]
    page.close_house()
    page.open_house(home)
    assert not page.session.desk.facts.known
    settle(page)
    assert [one.title for one in page.row.columns] == titles
    page.close_house()
