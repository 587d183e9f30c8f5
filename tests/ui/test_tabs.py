"""The tabs of the boards."""

from controlroom.model.board import Board
from controlroom.ui.frame.tabs import Tab
from controlroom.ui.frame.window import DeskWindow


def test_a_tab_that_is_gone_shows_no_longer(desk: DeskWindow) -> None:
    desk.tabs.set_boards([Board(1, "Force"), Board(2, "Brackenford")])
    desk.tabs.set_boards([Board(3, "Roads")])
    shown = [tab.board.name for tab in desk.tabs.findChildren(Tab) if not tab.isHidden()]
    assert shown == ["Roads"]
