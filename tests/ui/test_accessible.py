"""What a screen reader hears: every control has a name, with its key where it has one."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from controlroom.model.board import Board
from controlroom.ui.frame.window import DeskWindow

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


def heard(widget: object) -> QAccessibleInterface:
    interface = QAccessible.queryAccessibleInterface(widget)  # type: ignore[arg-type]
    assert interface is not None
    return interface


@pytest.mark.parametrize("section", ["board", "inbox", "settings"])
def test_every_control_has_a_name(desk: DeskWindow, section: str) -> None:
    desk.tabs.set_boards([Board(1, "Force")])
    desk.go(section)
    desk.open_shortcuts()
    controls = [*desk.findChildren(QAbstractButton), *desk.findChildren(QLineEdit)]
    assert len(controls) > 20
    for control in controls:
        if control.isVisible():
            assert heard(control).text(NAME), control
    desk.close_layer()


def test_regions_have_names(desk: DeskWindow) -> None:
    regions = (desk.top, desk.banners, desk.rail, desk.tabs, desk.pages, desk.status)
    names = [heard(region).text(NAME) for region in regions]
    assert names == ["Top bar", "Banners", "Sections", "Boards", "Board", "Status bar"]


def test_a_name_carries_the_key_and_a_locked_control_its_reason(desk: DeskWindow) -> None:
    compose = heard(desk.top.compose)
    assert compose.text(NAME) == "Compose, C"
    assert compose.text(DESCRIPTION).startswith("Not possible yet")
    assert compose.state().disabled
    assert heard(desk.status.shortcuts).text(NAME) == "Shortcuts here, question mark"


def test_names_follow_the_language(desk: DeskWindow) -> None:
    desk.change(language="fr")
    QApplication.processEvents()
    assert heard(desk.top.hold).text(NAME) == "Suspendre toute publication, Ctrl Maj H"
    assert heard(desk.rail).text(NAME) == "Rubriques"


def test_a_button_can_be_pressed_by_a_screen_reader(desk: DeskWindow, qtbot: QtBot) -> None:
    action = heard(desk.rail.items["review"]).actionInterface()
    action.doAction("Press")
    qtbot.waitUntil(lambda: desk.pages.section == "review")
