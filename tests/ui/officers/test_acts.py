"""Decisions about officers: made, told, undone, refused and lost to somebody faster."""

from datetime import UTC, datetime, timedelta

import pytest

from controlroom.model import clock
from controlroom.model.journal_kinds import (
    CoverEnded,
    CoverGiven,
    Decision,
    OfficerAdded,
    OfficerChanged,
    OfficerLeft,
    ProfileLocked,
    ProfilePlaced,
    RoleDefined,
    RoleGranted,
    RoleRevoked,
    proposal_of,
)
from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import FORCE, profile_scope
from controlroom.ui.layers.question import Question
from controlroom.ui.officers.forms import AddOfficer, Cover, Grant, Rename
from controlroom.ui.officers.profile_forms import Places
from controlroom.ui.officers.role_form import Roles
from controlroom.ui.officers.trial import refusal_of
from controlroom.ui.profiles.page import OFFICERS
from tests.team.record import CHIEF as FIRST
from tests.team.record import with_profiles
from tests.ui.officers.conftest import CHIEF, FEN_KEY, NOBODY, SHAH, WELLS, Force

LATER = datetime(2099, 6, 1, 12, tzinfo=UTC)


def test_an_officer_is_added_and_shown(force: Force) -> None:
    view = force.page.officers
    force.page._show_view(OFFICERS)
    view.add.click()
    form = force.desk.layers.top()
    assert isinstance(form, AddOfficer)
    assert not form.yes.isEnabled()
    form.number.setText("5005x")
    assert "name is needed" in form.error.text()
    form.name.setText("PC Ola Reyes")
    form.yes.click()
    force.wait(lambda: "5005X" in force.state.officers)
    force.wait(lambda: view.officer.number == "5005X")
    assert force.said == ["PC Ola Reyes (5005X) was added."]


def test_a_number_that_is_there_is_not_added_twice(force: Force) -> None:
    form = AddOfficer(force.office, lambda _number: None)
    form.number.setText(SHAH)
    form.name.setText("Somebody Else")
    assert form.error.text() == "Not possible: it is so already."
    form.number.setText("no number!")
    assert "letters and digits" in form.error.text()


def test_a_role_is_given_and_taken_back_by_undo(force: Force) -> None:
    page = force.page
    page._show_view(OFFICERS)
    page.officers.show_officer(NOBODY)
    page.officers.officer.grant.click()
    form = force.desk.layers.top()
    assert isinstance(form, Grant)
    form.role.field.setText("analyst")
    form.scope.field.setText("fenmarsh")
    form.yes.click()
    force.wait(lambda: force.state.officers[NOBODY].roles == {"group/Fenmarsh": {"analyst": 13}}
               or force.state.officers[NOBODY].roles)  # fmt: skip
    assert page.officers.outcome.isVisible()
    assert page.officers.outcome.text.text() == (
        "DC Bea Tolley (4004) was given the role Analyst for Fenmarsh."
    )
    page.officers.outcome.undo.click()
    force.wait(lambda: not force.state.officers[NOBODY].roles)


def test_a_role_and_a_cover_are_ended_from_their_row(force: Force) -> None:
    page = force.page
    page._show_view(OFFICERS)
    pane = page.officers.officer
    force.decide(CoverGiven(WELLS, NOBODY, LATER))
    page.officers.show_officer(WELLS)
    assert not pane.end.isEnabled()
    pane.grants.setCurrentIndex(pane.grants.rows.index(1, 0))
    assert pane.end.text() == "End the cover"
    pane.end.click()
    force.wait(lambda: not force.state.covers)
    pane.grants.setCurrentIndex(pane.grants.rows.index(0, 0))
    assert pane.end.text() == "Take the role back"
    pane.end.click()
    force.wait(lambda: not force.state.officers[WELLS].roles)


def test_cover_asks_for_a_moment_that_has_not_passed(force: Force) -> None:
    form = Cover(force.office, WELLS)
    form.to.field.setText("tolley")
    form.day.setText("2020-01-01")
    assert form.error.text() == "Not possible: its end has passed already."
    form.day.setText("1st of May")
    assert "Day and time" in form.error.text()
    form.day.setText("2099-05-01")
    form.time.setText("07:30")
    assert form.yes.isEnabled()
    form.take()
    force.wait(lambda: force.state.covers)
    until = force.state.covers[NOBODY][WELLS].until
    assert until.astimezone().strftime("%Y-%m-%d %H:%M") == "2099-05-01 07:30"


def test_a_name_is_changed(force: Force) -> None:
    form = Rename(force.office, SHAH)
    assert not form.yes.isEnabled()
    form.name.setText("Sgt Imran Shah")
    form.take()
    force.wait(lambda: force.state.officers[SHAH].name == "Sgt Imran Shah")
    force.decide(force.undo[-1])  # type: ignore[arg-type]
    assert force.state.officers[SHAH].name == "PC Imran Shah"


def test_a_full_profile_says_so(force: Force) -> None:
    form = Places(force.office, FEN_KEY)
    form.number.setText("1")
    form.take()
    force.wait(lambda: force.state.profiles[FEN_KEY].most_officers == 1)
    grant = Grant(force.office, NOBODY, profile_scope(FEN_KEY))
    grant.role.choose("operator")
    assert grant.error.text() == "Not possible: every place on the profile is taken."
    assert not grant.yes.isEnabled()


def test_the_rights_of_a_role_are_set_for_everybody_who_has_it(force: Force) -> None:
    form = Roles(force.office)
    form.role.choose("neighbourhood_officer")
    assert form.having.text() == "2 officers have this role."
    form.rights[Right.PUBLISH].click()
    assert form.yes.isEnabled()
    form.take()
    force.wait(lambda: Right.PUBLISH not in force.state.roles["neighbourhood_officer"])
    undo = force.undo[-1]
    assert isinstance(undo, RoleDefined)
    assert Right.PUBLISH in undo.rights


def test_who_left_is_cut_off_after_one_question_that_says_what_ends(force: Force) -> None:
    page = force.page
    page._show_view(OFFICERS)
    page.officers.show_officer(WELLS)
    page.officers.officer.left.click()
    question = force.desk.layers.top()
    assert isinstance(question, Question)
    assert "1 role ends" in question.accessibleDescription()
    question.yes.click()
    force.wait(lambda: force.state.officers[WELLS].left)
    assert force.undo[-1] is None
    assert "Has left" in page.officers.officer.under.text()
    assert not page.officers.officer.grant.isEnabled()


def test_what_somebody_decided_first_is_told(force: Force) -> None:
    house = force.desk.house
    record = house.record(SHAH)
    first = RoleGranted(NOBODY, "operator", "group/Fenmarsh")
    # In one go, so that nothing of it is known here before the second decision is handed in.
    record.append(proposal_of(OfficerChanged(NOBODY, "Bea Tolley")), record.head().seq)
    force.office.acts.decide(first)
    record.close()
    force.wait(lambda: force.failures)
    told = force.failures[0]
    assert told.startswith(
        "Nothing was changed, because something came first: PC Imran Shah (2002)"
    )
    assert told.endswith("4004 is now called Bea Tolley.")


def test_what_the_record_keeps_without_effect_is_told(force: Force) -> None:
    page = force.page
    page._show_view(OFFICERS)
    force.office.acts.decide(RoleGranted(CHIEF, "trainer", "group/Fenmarsh"))
    force.wait(lambda: force.failures)
    assert force.failures == [
        "The record keeps this, but it changes nothing: nobody gives rights to themselves."
    ]
    assert page.officers.outcome.isVisible()
    assert not page.officers.outcome.undo.isVisible()


def test_before_the_record_is_read_nothing_is_decided(force: Force) -> None:
    force.office.book.state = None
    assert force.office.acts.why_not(OfficerLeft(SHAH)) == "The record is still being read."
    assert force.office.acts.why_not_manage() == "The record is still being read."


M = "mastodon/fenmast.example/12"
TRIED: list[tuple[str, Decision]] = [
    (FIRST, OfficerAdded("7", "PC Q")),
    (FIRST, OfficerAdded("2", "PC Q")),
    ("2", OfficerAdded("8", "PC Q")),
    ("99", OfficerAdded("8", "PC Q")),
    (FIRST, OfficerLeft(FIRST)),
    (FIRST, OfficerLeft("2")),
    (FIRST, RoleGranted(FIRST, "operator", FORCE)),
    (FIRST, RoleGranted("2", "operator", "profile/x//404")),
    (FIRST, RoleGranted("4", "operator", profile_scope(M))),
    (FIRST, RoleRevoked(FIRST, "administrator", FORCE)),
    (FIRST, RoleRevoked("3", "operator", profile_scope(M))),
    (FIRST, RoleDefined("administrator", ("read",))),
    (FIRST, RoleDefined("operator", ("read", "fly"))),
    (FIRST, CoverGiven("2", "3", clock.now() + timedelta(days=9000))),
    (FIRST, CoverGiven("2", "3", datetime(2020, 1, 1, tzinfo=UTC))),
    (FIRST, CoverEnded("2", "3")),
    (FIRST, ProfileLocked(M)),
    ("4", ProfileLocked(M)),
    (FIRST, ProfilePlaced(M, "Nowhere", 3)),
]


@pytest.mark.parametrize(("actor", "decision"), TRIED)
def test_what_is_tried_beforehand_comes_out_as_the_record_has_it(
    actor: str, decision: Decision
) -> None:
    record = with_profiles()
    made: list[Decision] = [OfficerAdded("2", "A"), OfficerAdded("3", "B"), OfficerAdded("4", "C")]
    made += [RoleGranted(number, "operator", profile_scope(M)) for number in ("2", "3")]
    assert record.says(FIRST, *made) == []
    before = record.fold.state.seq
    tried = refusal_of(record.fold.state, actor, decision, record.now)
    again = refusal_of(record.fold.state, actor, decision, record.now)
    assert record.fold.state.seq == before
    assert tried == again
    refused = record.says(actor, decision)
    assert (record.fold.state.refused.get(before + 1) if refused else None) == tried
