"""A first start: the recovery key is shown once, noted, typed back; and what if it is not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controlroom.house import House
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.layers.question import Question
from controlroom.ui.opening.key_field import group_span
from controlroom.ui.opening.recovery import RecoveryPanel
from tests.ui.opening.behind import Behind


def panel_of(desk: DeskWindow) -> RecoveryPanel:
    panel = desk.layers.top()
    assert isinstance(panel, RecoveryPanel)
    return panel


def test_the_house_is_given_to_pages_and_the_figures_shown(
    desk: DeskWindow, behind: Behind
) -> None:
    given: list[object] = []
    desk.house_opened.connect(given.append)
    behind.prepare()
    behind.open()
    assert given == [desk.house]
    assert isinstance(desk.house, House)
    assert desk.house.desk.boards() == []
    assert desk.house.cache is not None
    assert desk.status.cache.text().startswith("Cache 0 posts")
    assert desk.layers.top() is None
    assert desk.status.notice.standing() == ()


def test_the_key_is_shown_large_noted_and_typed_back(
    desk: DeskWindow, behind: Behind, qtbot: QtBot
) -> None:
    attendant = behind.open()
    panel = panel_of(desk)
    assert panel.groups is not None
    assert len(panel.groups.groups) == 8
    assert "Group 8: " in panel.groups.accessibleDescription()
    assert desk.status.notice.text() == "Recovery key not confirmed"
    panel.forth.click()
    assert not panel.groups.isVisible()
    assert panel.field.line.hasFocus()
    wrong = [*panel.groups.groups]
    wrong[2] = wrong[2][:-1] + ("0" if wrong[2][-1] != "0" else "1")
    qtbot.keyClicks(panel.field.line, " ".join(wrong).lower())
    qtbot.keyClick(panel.field.line, Qt.Key.Key_Return)
    behind.settle(attendant)
    assert "group 3" in panel.field.wrong.text()
    assert panel.field.line.selectedText() == wrong[2].lower()
    panel.field.line.setText(panel.groups.groups[0] + "".join(panel.groups.groups[1:]))
    panel.forth.click()
    behind.settle(attendant)
    assert desk.layers.top() is None
    assert desk.status.notice.standing() == ()
    assert desk.commands.why_not(desk.commands.named("recovery-key"))


def test_neither_esc_nor_a_way_elsewhere_takes_the_key_away(
    desk: DeskWindow, behind: Behind, qtbot: QtBot
) -> None:
    behind.open()
    panel = panel_of(desk)
    qtbot.keyClick(desk, Qt.Key.Key_Escape)
    desk.go("inbox")
    qtbot.mouseClick(panel.parentWidget(), Qt.MouseButton.LeftButton)
    assert desk.layers.top() is panel
    panel.later.click()
    assert desk.layers.top() is None


def test_later_leaves_a_quiet_notice_and_a_command(desk: DeskWindow, behind: Behind) -> None:
    behind.open()
    panel_of(desk).later.click()
    assert desk.status.notice.isVisible()
    assert desk.status.notice.isEnabled()
    desk.status.notice.click()
    again = panel_of(desk)
    assert again.groups is None
    assert again.back.text() == "Make a new one…"
    assert not again.firm


def test_a_key_never_confirmed_can_be_replaced_by_a_new_one(
    desk: DeskWindow, behind: Behind
) -> None:
    attendant = behind.open()
    old = panel_of(desk).groups
    assert old is not None
    lost = old.groups
    panel_of(desk).later.click()
    desk.commands.run("recovery-key")
    panel = panel_of(desk)
    panel.back.click()
    question = desk.layers.top()
    assert isinstance(question, Question)
    question.yes.click()
    behind.settle(attendant)
    assert panel_of(desk) is panel
    assert panel.groups is not None
    assert panel.groups.groups != lost
    panel.forth.click()
    panel.field.line.setText(" ".join(lost))
    panel.forth.click()
    behind.settle(attendant)
    assert "another workstation" in panel.field.wrong.text()
    panel.field.line.setText(" ".join(panel.groups.groups))
    panel.forth.click()
    behind.settle(attendant)
    assert desk.status.notice.standing() == ()


def test_a_group_of_five_wide_letters_is_shown_whole(desk: DeskWindow, behind: Behind) -> None:
    from controlroom.ui.opening.key_groups import CELL, PITCH
    from controlroom.ui.theme.fonts import Type
    from controlroom.ui.theme.theme import theme

    behind.open()
    assert 5 * PITCH < CELL
    assert theme().fonts.measure(Type.FIGURE, 600).horizontalAdvance("W") <= PITCH + 4
    panel_of(desk).later.click()


@pytest.mark.parametrize(
    ("typed", "group", "span"),
    [("AAAAA-BBBBB", 2, (6, 5)), ("aa aaab bbbb", 2, (6, 6)), ("AAA", 2, (0, 3))],
)
def test_the_wrong_group_is_found_in_what_was_typed(
    typed: str, group: int, span: tuple[int, int]
) -> None:
    assert group_span(typed, group) == span


def test_the_dialog_speaks_french(desk: DeskWindow, behind: Behind) -> None:
    behind.open()
    desk.change(language="fr")
    QApplication.processEvents()
    assert panel_of(desk).heading.text() == "Notez la clé de secours sur papier"
    assert desk.status.notice.text() == "Clé de secours non confirmée"
    panel_of(desk).later.click()
