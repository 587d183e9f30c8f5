"""Which boards are the team's, kept in the desk's file; an older file learns to keep it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from controlroom.model.board import Board, Column
from controlroom.store.database import Database
from controlroom.store.desk.schema import DESK
from controlroom.store.desk.shared import SharedBoard
from controlroom.store.desk.store import DeskStore

KEY = bytes(range(32))
ROADS = SharedBoard("0c" * 16, 1, 41, frozenset({"Harbour", "#M97"}))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeskStore]:
    made = DeskStore.open(tmp_path, KEY)
    yield made
    made.close()


def test_a_tie_comes_back_and_changes(desk: DeskStore) -> None:
    other = SharedBoard("ab" * 16, 2)
    for one in (ROADS, other):
        desk.save_shared(one)
    assert desk.shared_boards() == [ROADS, other]
    later = replace(ROADS, seq=57, missing=frozenset())
    desk.save_shared(later)
    assert desk.shared_boards() == [later, other]
    desk.forget_shared(other.key)
    assert desk.shared_boards() == [later]


def test_a_board_that_was_closed_stays_tied(desk: DeskStore) -> None:
    board = desk.save_board(Board(0, "Roads", (Column(0, 1),)))
    desk.save_shared(replace(ROADS, board=board.id))
    desk.close_board(board.id)
    desk.remove_board(board.id)
    assert [one.board for one in desk.shared_boards()] == [board.id]


def test_a_file_of_before_keeps_its_boards_and_shares_none(tmp_path: Path) -> None:
    before = replace(DESK, migrations=DESK.migrations[:3])
    old = DeskStore(Database.open(tmp_path, before, KEY, write=True))
    board = old.save_board(Board(0, "Roads", (Column(0, 1), Column(0, 2))))
    old.close()
    now = DeskStore.open(tmp_path, KEY)
    try:
        assert now.boards() == [board]
        assert now.shared_boards() == []
        now.save_shared(ROADS)
        assert now.shared_boards() == [ROADS]
    finally:
        now.close()
