"""Officers and rights read both ways, with the reasons in sentences."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from controlroom.model.journal_kinds import CoverGiven, RoleGranted
from controlroom.model.journal_subject import FORCE
from controlroom.ui.officers.view import OfficersView
from controlroom.ui.profiles.page import OFFICERS
from tests.ui.officers.conftest import CHIEF, FEN_KEY, NOBODY, SHAH, WELLS, Force


@pytest.fixture
def view(force: Force) -> OfficersView:
    page = force.page
    page._show_view(OFFICERS)
    force.wait(lambda: page.officers.people.rows.rowCount() == 4)
    return page.officers


def cells(table: QTableView) -> list[str]:
    model = table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_every_officer_has_a_row_with_roles_and_what_they_are_for(view: OfficersView) -> None:
    assert cells(view.people) == [
        "DC Bea Tolley", "Insp Asha Venn", "PC Imran Shah", "PC Rhys Wells",
    ]  # fmt: skip
    shah = view.people.rows.row(2)
    assert (shah.number, shah.roles, shah.scopes) == (SHAH, "Operator", "Fenmarsh")
    assert view.people.rows.row(0).roles == "no role"


def test_an_officer_is_told_with_rights_and_who_gave_them(force: Force, view: OfficersView) -> None:
    view.show_officer(WELLS)
    force.wait(lambda: "by Insp Asha Venn" in view.officer.under.text())
    force.wait(
        lambda: view.officer.grants.rows.row(0).by.startswith("by Insp Asha Venn (1001) on ")
    )
    held = view.officer.grants.rows.row(0)
    assert (held.what, held.scope) == ("Neighbourhood officer", "@FenPolice on X")
    may = view.officer.may.rows.row(0)
    assert may.rights == "read, read private messages, draft, reply, publish"
    view.officer.may.setCurrentIndex(view.officer.may.rows.index(0, 0))
    told = view.officer.sentence.text()
    assert told.startswith("PC Rhys Wells, on @FenPolice: read, ")
    assert "Why: Neighbourhood officer for @FenPolice on X (by Insp Asha Venn (1001)" in told


def test_a_profile_is_told_with_everybody_who_may_do_something(
    force: Force, view: OfficersView
) -> None:
    view.show_profile(FEN_KEY)
    assert cells(view.profile.may) == ["Insp Asha Venn", "PC Imran Shah", "PC Rhys Wells"]
    assert "1 of 10 places" in view.profile.under.text()
    assert view.profile.may.rows.row(0).rights == "everything"
    view.profile.may.setCurrentIndex(view.profile.may.rows.index(1, 0))
    assert "Operator for Fenmarsh" in view.profile.sentence.text()


def test_words_narrow_the_list_and_the_slash_goes_there(
    force: Force, view: OfficersView, qtbot: QtBot
) -> None:
    force.desk.filter_here()
    assert view.filter_field.hasFocus()
    qtbot.keyClicks(view.filter_field, "wells NEIGH")
    assert cells(view.people) == ["PC Rhys Wells"]
    assert view.count.text() == "1 officer"
    assert view.officer.number == WELLS
    view.filter_field.clear()
    view._show_way("profile")
    qtbot.keyClicks(view.filter_field, "traffic")
    assert cells(view.places) == ["@Roads"]


def test_from_a_profile_to_its_officer_and_back_by_keyboard(
    force: Force, view: OfficersView, qtbot: QtBot
) -> None:
    view.show_officer(SHAH)
    view.officer.may.setFocus()
    view.officer.may.setCurrentIndex(view.officer.may.rows.index(0, 0))
    qtbot.keyClick(view.officer.may, Qt.Key.Key_Return)
    assert view.profile.key == FEN_KEY
    view.profile.may.setCurrentIndex(view.profile.may.rows.index(2, 0))
    qtbot.keyClick(view.profile.may, Qt.Key.Key_Return)
    assert view.officer.number == WELLS


def test_cover_is_told_with_whom_and_until_when(force: Force, view: OfficersView) -> None:
    from datetime import UTC, datetime

    until = datetime(2099, 6, 1, 12, tzinfo=UTC)
    force.decide(CoverGiven(WELLS, NOBODY, until))
    view.show_officer(NOBODY)
    assert "stands in for PC Rhys Wells" in view.people.rows.row(0).cover
    assert "In place" not in view.officer.under.text()
    may = view.officer.may.rows.row(0)
    assert may.because.startswith("in place of PC Rhys Wells until 1 Jun 2099")
    view.show_officer(WELLS)
    assert "away to 1 Jun 2099: DC Bea Tolley" in view.people.current().cover


def test_what_one_may_not_do_is_locked_with_the_reason_in_words(
    force: Force, view: OfficersView
) -> None:
    force.become(SHAH)
    view.show_officer(NOBODY)
    for button in (view.add, view.roles, view.officer.grant, view.officer.left):
        assert not button.isEnabled()
        assert button.accessibleDescription()
        assert button.toolTip()
    assert "no right" in view.officer.left.accessibleDescription()
    assert "right to manage" in view.officer.grant.accessibleDescription()
    force.become(CHIEF)
    assert view.add.isEnabled()
    view.show_officer(CHIEF)
    assert view.officer.grant.accessibleDescription() == "Nobody gives rights to themselves."
    assert "nobody would be left" in view.officer.left.accessibleDescription()


def test_everything_has_a_name_for_screen_readers(view: OfficersView) -> None:
    parts = [
        part
        for kind in (QAbstractButton, QLineEdit, QTableView)
        for part in view.findChildren(kind)
        if part.isVisible() and part.objectName() != "qt_spinbox_lineedit"
    ]
    shown = [one for one in parts if type(one).__module__.startswith("controlroom")]
    assert len(shown) > 8
    assert not [one for one in shown if not one.accessibleName()]


def test_the_view_speaks_french_and_grows(force: Force, view: OfficersView) -> None:
    force.desk.change(language="fr", text_size=150)
    assert view.way.answers[0].text() == "Par agent"
    assert view.people.rows.headerData(0, Qt.Orientation.Horizontal) == "Nom"
    assert view.people.rows.row(2).roles == "Opérateur"


def test_a_role_that_comes_from_another_desk_is_shown(force: Force, view: OfficersView) -> None:
    view.show_officer(NOBODY)
    assert view.officer.grants.rows.rowCount() == 0
    force.elsewhere(CHIEF, RoleGranted(NOBODY, "analyst", FORCE))
    assert view.officer.grants.rows.row(0).what == "Analyst"
    assert view.officer.may.rows.rowCount() == 2
