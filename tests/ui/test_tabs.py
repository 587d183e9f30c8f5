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


def test_a_board_of_the_team_is_marked_and_says_so(desk: DeskWindow) -> None:
    desk.tabs.set_boards([Board(1, "Force"), Board(2, "Roads")])
    own, before = (tab.sizeHint().width() for tab in desk.tabs.tabs)
    desk.tabs.mark_shared(frozenset({2}))
    desk.tabs.tabs[1].show_count(3)
    assert [tab.accessibleName() for tab in desk.tabs.tabs] == [
        "Force", "Roads, shared, 3 unread posts",
    ]  # fmt: skip
    assert desk.tabs.tabs[0].sizeHint().width() == own
    assert desk.tabs.tabs[1].sizeHint().width() > before
    desk.tabs.set_boards([Board(2, "Roads"), Board(1, "Force")])
    assert [tab.shared for tab in desk.tabs.tabs] == [True, False]
    assert not desk.tabs.grab().isNull()
    desk.tabs.mark_shared(frozenset())
    assert desk.tabs.tabs[0].accessibleName() == "Roads"
