"""Decisions that wait stand over the list and in the status bar until somebody decides."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from controlroom.model import clock
from controlroom.model.journal_kinds import OfficerChanged, RoleGranted, proposal_of
from controlroom.store.journal.errors import PenElsewhere
from controlroom.store.journal.waiting import Waiting
from controlroom.team.follower import Undecided
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.journal.page import JournalPage
from controlroom.ui.undecided import tell_undecided
from tests.ui.journal.conftest import Home


def waits(number: int, *, moved: Home | None = None) -> Undecided:
    proposal = proposal_of(RoleGranted("2", "analyst", "force"))
    one = Waiting(number, clock.now(), proposal, 3)
    return Undecided(one, replace(moved.entries()[-2], at=clock.now()) if moved else None)


def tell(desk: DeskWindow, *undecided: Undecided) -> None:
    """Tells of decisions as the follower does."""
    desk.record._wait(undecided)


def test_a_decision_that_waits_is_told_with_what_moved(
    desk: DeskWindow, page: JournalPage, home: Home
) -> None:
    assert not page.waiting.isVisible()
    tell(desk, waits(1), waits(2, moved=home))
    first, second = page.waiting.rows
    assert "Asha Venn gave PC Tariq Fenn the role Analyst for the whole force." in first.told
    assert first.told.startswith("Not in the record yet, decided ")
    assert "Asha Venn gave PC Tariq Fenn the role Operator" in first.meanwhile
    assert first.confirm.isVisible()
    assert second.meanwhile == "It waits for the team’s database."
    assert not second.confirm.isVisible()
    tell(desk)
    assert not page.waiting.isVisible()


def test_an_answer_that_waits_for_whoever_writes_names_them(
    desk: DeskWindow, page: JournalPage
) -> None:
    tell(desk, waits(1)._replace(held=PenElsewhere("2", "Desk 7")))
    told = "It waits: PC Tariq Fenn is writing an answer there now, at Desk 7."
    assert page.waiting.rows[0].meanwhile == told
    assert not page.waiting.rows[0].confirm.isVisible()


def test_the_buttons_say_what_is_to_become_of_it(
    desk: DeskWindow, page: JournalPage, home: Home, qtbot: QtBot
) -> None:
    pressed: list[tuple[str, int]] = []
    page.waiting.confirmed.connect(lambda number: pressed.append(("record", number)))
    page.waiting.dropped.connect(lambda number: pressed.append(("drop", number)))
    tell(desk, waits(7, moved=home))
    page.waiting.rows[0].confirm.click()
    page.waiting.rows[0].drop.click()
    assert pressed == [("record", 7), ("drop", 7)]


def test_who_waits_for_a_person_stands_first_and_the_rest_is_counted(
    desk: DeskWindow, page: JournalPage, home: Home
) -> None:
    tell(desk, *(waits(number) for number in range(6)), waits(9, moved=home))
    assert len(page.waiting.rows) == 4
    assert page.waiting.rows[0].confirm.isVisible()
    assert page.waiting.accessibleName() == "7 decisions wait"
    assert page.waiting.rest.text() == "and 3 more"
    assert page.waiting.rest.isVisible()
    tell(desk, waits(1))
    assert not page.waiting.rest.isVisible()


def test_the_status_bar_has_a_word_that_leads_there(
    desk: DeskWindow, page: JournalPage, home: Home
) -> None:
    tell_undecided(desk)
    desk.go("settings")
    tell(desk, waits(1))
    assert desk.status.notice.text() == "1 decision waits for the database"
    tell(desk, waits(1), waits(2, moved=home))
    assert desk.status.notice.text() == "1 decision waits for you"
    desk.status.notice.click()
    assert desk.pages.section == "record"
    tell(desk)
    assert not desk.status.notice.isVisible()


def test_words_of_what_waits_follow_the_language(desk: DeskWindow, page: JournalPage) -> None:
    tell(desk, waits(1))
    english = page.waiting.rows[0].drop.text()
    desk.change(language="fr")
    assert page.waiting.rows[0].drop.text() != english


def test_a_name_in_what_waits_is_that_of_now(desk: DeskWindow, page: JournalPage) -> None:
    proposal = proposal_of(OfficerChanged("2", "Insp Fenn"))
    tell(desk, Undecided(Waiting(1, clock.now(), proposal, 3), None))
    assert "changed the name of officer 2 to Insp Fenn" in page.waiting.rows[0].told
