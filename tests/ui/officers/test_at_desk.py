"""Who works at a desk: shown at the top right, changed with the shift, put right at first."""

from contextlib import closing
from typing import Any

from pytestqt.qtbot import QtBot

from controlroom.model.journal_subject import FORCE
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.officers.at_desk import AtDesk
from controlroom.ui.officers.set_right import SetRight
from controlroom.ui.settings.page import SettingsPage
from controlroom.ui.settings.roles import RolesGroup
from tests.ui.officers.conftest import CHIEF, SHAH, Force
from tests.ui.opening.behind import Behind


def opened(force: Force) -> AtDesk:
    force.desk.top.person.click()
    panel = force.desk.layers.top()
    assert isinstance(panel, AtDesk)
    return panel


def test_name_number_and_roles_are_told(force: Force) -> None:
    panel = opened(force)
    assert panel.name.text() == "Insp Asha Venn (1001)"
    assert "For the whole force: Administrator, " in panel.roles.text()
    assert not panel.right.isVisible()
    force.desk.open_at_desk()
    assert force.desk.layers.top() is None
    force.desk.commands.run("at-desk")
    assert isinstance(force.desk.layers.top(), AtDesk)


def test_somebody_else_takes_over_now_and_for_the_next_start(force: Force) -> None:
    panel = opened(force)
    panel.others.field.setText("shah")
    panel.take.click()
    assert force.office.book.officer == SHAH
    assert force.desk.settings.officer == SHAH
    assert force.desk.top.person.text() == "PC Imran Shah"
    assert force.desk.layers.top() is None
    with closing(force.desk.house.record(force.office.book.officer)) as record:
        assert record.actor == SHAH


class DatabaseDecides:
    """The house of a desk in a team: who acts is up to the database."""

    def __init__(self, house: Any) -> None:
        self._house = house

    def __getattr__(self, name: str) -> Any:
        return getattr(self._house, name)

    def acting(self, _officer: str) -> str:
        return CHIEF


def test_in_a_team_the_database_decides(force: Force) -> None:
    force.office.book._house = DatabaseDecides(force.desk.house)
    panel = opened(force)
    assert not panel.others.isVisible()
    assert not panel.take.isVisible()
    assert panel.why.text().startswith("In a team the database’s own sign-in decides")


def test_the_account_of_the_first_start_is_put_right(
    desk: DeskWindow, behind: Behind, qtbot: QtBot
) -> None:
    behind.prepare()
    desk.watch()
    behind.open()
    office = desk.office
    qtbot.waitUntil(lambda: office.state is not None, timeout=20_000)
    was = office.book.officer
    desk.open_at_desk()
    panel = desk.layers.top()
    assert isinstance(panel, AtDesk)
    assert panel.right.isVisible()
    panel.right.click()
    form = desk.layers.top()
    assert isinstance(form, SetRight)
    form.number.setText("wp77")
    form.name.setText("Insp Asha Venn")
    form.press()
    qtbot.waitUntil(lambda: office.book.officer == "WP77", timeout=20_000)
    state = office.state
    assert state is not None
    assert set(state.officers["WP77"].roles[FORCE]) == set(state.officers[was].roles[FORCE])
    assert desk.settings.officer == "WP77"
    assert desk.top.person.text() == "Insp Asha Venn"
    assert not state.refused
    while desk.layers.top() is not None:
        desk.layers.close_top()
    desk.record.close()


def test_settings_lead_there(force: Force) -> None:
    force.desk.go("settings")
    page = force.desk.pages.page("settings")
    assert isinstance(page, SettingsPage)
    (group,) = page.findChildren(RolesGroup)
    assert group.here.text() == "Insp Asha Venn (1001) works at this desk."
    group.change.click()
    assert isinstance(force.desk.layers.top(), AtDesk)
    force.desk.layers.close_top()
    group.rights.click()
    assert force.page.officers.isVisible()
