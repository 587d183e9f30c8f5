"""The tabs of the boards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from controlroom.model.board import Board
from controlroom.ui.frame.tab_room import fitting
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


def many(desk: DeskWindow, number: int = 14) -> None:
    """So many boards that their tabs have no room, whatever the window's width."""
    QApplication.processEvents()
    desk.pages.settle()
    names = ["Force", "Brackenford", "Incident: M97 closure", "Appeal: Edwin C.", "Officers 1–96"]
    desk.tabs.set_boards([Board(at, f"{names[at % 5]} {at}") for at in range(1, number + 1)])
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("widths", "room", "current", "standing"),
    [
        ([100, 100, 100], 300, 2, range(3)),
        ([100, 100, 100], 299, 0, range(2)),
        ([100, 100, 100], 299, 2, range(1, 3)),
        ([100, 50, 100, 100], 299, 3, range(1, 4)),
        ([100, 100], 10, 1, range(1, 2)),
    ],
)
def test_as_many_tabs_stand_as_have_room(
    widths: list[int], room: int, current: int, standing: range
) -> None:
    assert fitting(widths, room, current, 40) == standing


def test_tabs_without_room_are_behind_one_button_and_the_current_one_is_always_there(
    desk: DeskWindow,
) -> None:
    many(desk)
    hidden = desk.tabs.hidden_boards()
    assert hidden
    assert desk.tabs.more.isVisible()
    assert desk.tabs.more.text() == f"+{len(hidden)}"
    assert desk.tabs.more.accessibleName() == f"{len(hidden)} more boards"
    shown = [tab for tab in desk.tabs.tabs if tab.isVisible()]
    assert all(tab.width() >= tab.sizeHint().width() for tab in shown)
    assert all(tab.geometry().right() < desk.tabs._actions["pause-all"].x() for tab in shown)
    desk.tabs.choose(hidden[-1].id)
    assert hidden[-1] not in desk.tabs.hidden_boards()
    desk.resize(6000, 1080)
    QApplication.processEvents()
    assert desk.tabs.hidden_boards() == []
    assert not desk.tabs.more.isVisible()


def test_every_board_is_reached_by_its_keys_and_shown_among_the_tabs(desk: DeskWindow) -> None:
    many(desk)
    seen = set()
    for _ in range(14):
        desk.cycle_boards(1)
        current = desk.tabs.current()
        assert current is not None
        assert current not in [board.id for board in desk.tabs.hidden_boards()]
        seen.add(current)
    assert seen == set(range(1, 15))


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_button_opens_a_menu_of_the_boards_without_room(desk: DeskWindow, qtbot: QtBot) -> None:
    many(desk)
    hidden = desk.tabs.hidden_boards()
    desk.tabs.more.setFocus()
    qtbot.keyClick(desk.tabs.more, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [one.text() for one in menu.actions()] == [board.name for board in hidden]
    menu.actions()[-1].trigger()
    menu.close()
    assert desk.tabs.current() == hidden[-1].id


def test_a_count_that_grows_takes_a_tab_its_room(desk: DeskWindow) -> None:
    many(desk)
    before = len(desk.tabs.hidden_boards())
    for tab in desk.tabs.tabs:
        tab.show_count(999)
    QApplication.processEvents()
    assert len(desk.tabs.hidden_boards()) > before
