"""The tabs of the boards."""

from controlroom.model.board import Board
from controlroom.ui.frame.window import DeskWindow


def test_a_tab_that_is_gone_shows_no_longer(desk: DeskWindow) -> None:
    desk.tabs.set_boards([Board(1, "Force"), Board(2, "Brackenford")])
    for tab in desk.tabs.tabs:
        tab.show()
    before = list(desk.tabs.tabs)
    desk.tabs.set_boards([Board(3, "Roads")])
    assert [tab.board.name for tab in desk.tabs.tabs] == ["Roads"]
    assert [tab.isHidden() for tab in before] == [True, True]
