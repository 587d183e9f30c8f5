"""One desk and its own record: assigning, internal notes, and what is kept of unfinished ones."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from controlroom.model.journal_kinds import Decision, OfficerAdded, RoleGranted, proposal_of
from controlroom.model.journal_subject import FORCE, LONGEST_NOTE
from controlroom.store.journal.file import JournalFile
from controlroom.ui.layers.officer_picker import OfficerPicker
from controlroom.ui.together.names import short_name
from tests.ui.board.conftest import KEY
from tests.ui.board.seats import CHIEF, FOUNDING, House, Seat, opened

Sit = Callable[..., Seat]
OTHERS: tuple[Decision, ...] = (
    OfficerAdded("WP7", "PC Imran Shah"), RoleGranted("WP7", "operator", FORCE),
    OfficerAdded("WP8", "Imogen Sark"), RoleGranted("WP8", "analyst", FORCE),
    OfficerAdded("WP9", "Orla Stannard"), RoleGranted("WP9", "administrator", FORCE),
)  # fmt: skip


@pytest.fixture
def sit(qtbot: QtBot, full_cache: Path, tmp_path: Path) -> Iterator[Sit]:
    """Seats somebody at a desk whose record knows four people."""
    seats: list[Seat] = []
    folder = tmp_path / "house"

    def take(officer: str = CHIEF) -> Seat:
        house = House(folder, full_cache)
        journal = JournalFile.open(folder, KEY, CHIEF)
        journal.append_all([proposal_of(one) for one in (FOUNDING, *OTHERS)])
        journal.close()
        seats.append(Seat(qtbot, house, officer))
        return seats[-1]

    yield take
    for one in seats:
        one.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_conversation_is_taken_shown_on_its_cards_and_given_back(sit: Sit) -> None:
    seat = sit()
    assert seat.badges() == []
    seat.open()
    seat.run("assign-me")
    seat.until(lambda: seat.drawer.head.person.text() == "Sgt Thorne")
    assert seat.badges() == ["Sgt Thorne"] * 6
    assert not seat.drawer.head.person.waits
    assert "Ctrl Z" in seat.window.status.notice.text()
    assert not seat.window.grab().isNull()
    seat.run("undo")
    seat.until(lambda: seat.badges() == [])
    assert seat.drawer.head.person.text() == "Assign"
    [reason] = {seat.window.commands.why_not(seat.window.commands.named("undo"))}
    assert reason.startswith("Nothing that can be undone")


def test_who_may_read_there_can_be_picked_by_a_few_letters(sit: Sit, qtbot: QtBot) -> None:
    seat = sit()
    seat.sit()
    seat.page.row.columns[0].list.caret.take()
    seat.run("assign")
    picker = seat.window.layers.top()
    assert isinstance(picker, OfficerPicker)
    rows = [picker.list.rows.index(n, 0).data() for n in range(picker.list.rows.rowCount())]
    assert [one.partition("  ")[0] for one in rows] == [
        "Sgt Mabli Thorne", "Imogen Sark", "PC Imran Shah",
    ]  # fmt: skip
    qtbot.keyClicks(picker.field, "shah")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    seat.until(lambda: seat.badges())
    assert set(seat.badges()) == {"PC Shah"}
    seat.run("assign")
    picker = seat.window.layers.top()
    assert isinstance(picker, OfficerPicker)
    qtbot.keyClick(picker.field, Qt.Key.Key_Up)
    last = picker.list.rows.rowCount() - 1
    picker.list.setCurrentIndex(picker.list.rows.index(last, 0))
    picker.take.click()
    seat.until(lambda: seat.badges() == [])


def test_a_note_stands_between_the_posts_by_time_and_in_the_pane(sit: Sit) -> None:
    seat = sit()
    seat.open()
    seat.note("Marker 41.8 passed to dispatch, log 2231.")
    seat.until(lambda: seat.notes() == ["Marker 41.8 passed to dispatch, log 2231."])
    drawer = seat.drawer
    seat.until(lambda: drawer.side.field.text() == "")
    [block] = drawer.talk.blocks
    assert block.note.name == "Sgt Mabli Thorne"
    assert block.note.second.endswith("internal note, never published")
    newest = max(drawer.talk.messages, key=lambda one: one.content.created_at)
    assert block.top > newest.top
    assert drawer.side.tabs[1].number == 1
    seat.note("Taking this one.")
    seat.until(lambda: len(seat.notes()) == 2)
    assert seat.notes()[0] == "Taking this one."
    assert not seat.window.grab().isNull()
    journal = JournalFile.open(seat.house.folder, KEY, CHIEF)
    kinds = [entry.kind for entry in journal.entries()][-2:]
    journal.close()
    assert kinds == ["conversation.noted"] * 2


def test_notes_are_there_again_when_the_conversation_is_opened_from_another_post(sit: Sit) -> None:
    seat = sit()
    seat.open("t6")
    seat.note("Roads desk replies first.")
    seat.until(seat.notes)
    seat.page.beside.close_drawer()
    seat.open("t4")
    seat.until(seat.notes)
    assert seat.notes() == ["Roads desk replies first."]


def test_an_unfinished_note_is_kept_from_its_first_letter(sit: Sit) -> None:
    seat = sit()
    seat.open()
    seat.type("W")
    seat.until(lambda: [one.body for one in seat.house.desk.drafts()] == [b"W"])
    seat.type("elfare")
    seat.page.beside.close_drawer()
    seat.open("t5")
    assert seat.drawer.side.field.text() == "Welfare"
    seat.note(" team 6")
    seat.until(lambda: seat.notes() == ["Welfare team 6"])
    seat.until(lambda: seat.house.desk.drafts() == [])


def test_a_note_that_is_too_long_is_said_to_be_and_not_cut(sit: Sit) -> None:
    seat = sit()
    seat.open()
    seat.run("note")
    field = seat.drawer.side.field
    field.setPlainText("x" * (LONGEST_NOTE + 2))
    assert seat.drawer.side.spare.text() == "2 characters too many"
    assert not seat.drawer.side.keep.isEnabled()
    seat.note("")
    assert len(field.text()) == LONGEST_NOTE + 2
    field.setPlainText("x" * LONGEST_NOTE)
    seat.drawer.side.keep.click()
    seat.until(lambda: seat.notes() == ["x" * LONGEST_NOTE])


def test_a_changed_note_keeps_what_it_said_before(sit: Sit, qtbot: QtBot) -> None:
    seat = sit()
    seat.open()
    seat.note("Log 2231")
    seat.until(seat.notes)
    seat.until(lambda: seat.drawer.side.field.text() == "")
    seat.drawer.show_note(seat.drawer.side.notes.notes[0].key)
    qtbot.keyClick(seat.drawer.side.notes, Qt.Key.Key_Return)
    panel = opened(seat)
    qtbot.keyClicks(panel.field, " and 2240")
    seat.until(lambda: len(seat.house.desk.drafts()) == 1)
    panel.keep.click()
    seat.until(lambda: seat.notes() == ["Log 2231 and 2240"])
    seat.until(lambda: seat.window.layers.top() is None)
    assert "changed" in seat.drawer.side.notes.notes[0].second
    [note] = seat.together.noting.notes
    assert [one.text for one in note.versions] == ["Log 2231", "Log 2231 and 2240"]
    seat.until(lambda: seat.house.desk.drafts() == [])


def test_without_the_right_it_is_said_why_not(sit: Sit) -> None:
    seat = sit("WP8")
    seat.open()
    assert not seat.drawer.side.field.isEnabled()
    assert "None of your roles" in seat.drawer.side.field.placeholderText()
    assert not seat.drawer.head.person.isEnabled()
    command = seat.window.commands.named("assign")
    assert "None of your roles" in seat.window.commands.why_not(command)


def test_who_may_not_read_there_is_shown_no_notes(sit: Sit) -> None:
    seat = sit("WP9")
    seat.open()
    assert "None of your roles has the right to read" in seat.drawer.side.notes.empty_words()


def test_a_desk_of_one_has_no_line_of_colleagues(sit: Sit) -> None:
    seat = sit()
    seat.open()
    assert not seat.drawer.presence.isVisible()
    assert not seat.together.company.is_team
    seat.run("who-is-here")
    top = seat.window.layers.top()
    assert top is not None
    assert top.accessibleName() == "Who is here"


def test_names_on_badges_are_short() -> None:
    assert short_name("PC Imran Shah") == "PC Shah"
    assert short_name("Ch Supt Ada Wexcombe") == "Ch Supt Wexcombe"
    assert short_name("Hester Quayle") == "H. Quayle"
    assert short_name("Quayle") == "Quayle"
    assert short_name("WP7") == "WP7"
