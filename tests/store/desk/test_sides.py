"""Second windows are remembered for each set of screens; pins with their columns."""

from pathlib import Path

from controlroom.model.board import Board, Column
from controlroom.store.desk.sides import Side
from controlroom.store.desk.store import DeskStore

KEY = bytes(range(32))


def test_a_second_window_comes_back_on_its_own_screens_only(tmp_path: Path) -> None:
    desk = DeskStore.open(tmp_path, KEY)
    desk.save_side(Side("board", 1, "A|B", True, 1920, 40, 900, 600))
    desk.save_side(Side("board", 1, "A", False, 0, 0, 900, 600))
    desk.save_side(Side("column", 1, "A|B", True, 5, 6, 400, 300))
    desk.save_side(Side("column", 1, "A|B", False, 7, 8, 400, 300))
    desk.close()
    again = DeskStore.open(tmp_path, KEY)
    assert again.sides("A|B") == [
        Side("board", 1, "A|B", True, 1920, 40, 900, 600),
        Side("column", 1, "A|B", False, 7, 8, 400, 300),
    ]
    assert again.sides("B") == []
    again.close()


def test_a_pin_is_saved_with_its_column(tmp_path: Path) -> None:
    desk = DeskStore.open(tmp_path, KEY)
    board = desk.save_board(Board(0, "A", (Column(0, 1, pinned=True), Column(0, 2))))
    assert [one.pinned for one in desk.boards()[0].columns] == [True, False]
    assert desk.boards() == [board]
    desk.close()
