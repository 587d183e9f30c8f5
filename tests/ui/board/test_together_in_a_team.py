"""Two windows of two officers on one real database: who was first, who types, and what waits."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from benchmarks import postgres
from controlroom.model.journal_kinds import OfficerAdded, RoleGranted, proposal_of
from controlroom.model.journal_subject import FORCE
from controlroom.model.presence import Doing
from controlroom.store.journal.postgres.setup import add_officer, create
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.ui.alerts.alerts import Alerts
from controlroom.ui.alerts.assigned import Assigned
from controlroom.ui.layers.message import Message
from controlroom.ui.layers.officer_picker import OfficerPicker
from controlroom.ui.layers.question import Question
from controlroom.ui.together.who import WhoIsHere
from tests.ui.board.seats import CHIEF, FOUNDING, Seat, TeamHouse, opened

PAIR = tuple[Seat, Seat]


@pytest.fixture
def pair(
    qtbot: QtBot, server: postgres.Cluster, full_cache: Path, tmp_path: Path
) -> Iterator[PAIR]:
    """Sgt Thorne at desk 3 and PC Shah at desk 7."""
    name = server.database()
    admin = server.url("postgres", name)
    create(admin, proposal_of(FOUNDING))
    urls = {
        number: server.url(add_officer(admin, number, "word"), name, "word")
        for number in (CHIEF, "WP7")
    }
    chief = TeamJournal(urls[CHIEF])
    for decision in (OfficerAdded("WP7", "PC Imran Shah"), RoleGranted("WP7", "operator", FORCE)):
        chief.append(proposal_of(decision), chief.head().seq)
    chief.close()
    houses = [TeamHouse(tmp_path / one, full_cache, urls[one], one) for one in urls]
    seats = [
        Seat(qtbot, house, number, desk)
        for house, number, desk in zip(houses, urls, ("Desk 3", "Desk 7"), strict=True)
    ]
    for seat in seats:
        seat.until(lambda seat=seat: seat.book.state.here("WP7") and seat.together.company.others)
        seat.open()
    yield seats[0], seats[1]
    for seat in seats:
        seat.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def message(seat: Seat) -> str:
    """Waits for the message over a window; returns its words and closes it."""
    seat.until(lambda: isinstance(seat.window.layers.top(), Message))
    top = seat.window.layers.top()
    assert top is not None
    seat.window.layers.close_top()
    return f"{top.accessibleName()}: {top.accessibleDescription()}"


def down(server: postgres.Cluster, *seats: Seat) -> None:
    server.stop()
    for seat in seats:
        seat.until(lambda seat=seat: seat.book.trouble is not None)


def test_both_take_it_at_once_and_the_second_is_told_who_was_first(pair: PAIR) -> None:
    for seat in pair:
        seat.together.assigning.assign_to_me(seat.names)
    shown: list[Callable[[], object]] = [
        lambda seat=seat: isinstance(seat.window.layers.top(), Message) for seat in pair
    ]
    pair[0].until(lambda: any(one() for one in shown))
    lost = next(seat for seat, one in zip(pair, shown, strict=True) if one())
    [won] = [seat for seat in pair if seat is not lost]
    names = {CHIEF: "Sgt Mabli Thorne", "WP7": "PC Imran Shah"}
    mine, theirs = names[lost.book.officer], names[won.book.officer]
    said = message(lost)
    assert said.startswith(f"{theirs} was first: ")
    assert f"for {theirs}." in said
    assert f"You decided: for {mine}." in said
    for seat in pair:
        seat.until(
            lambda seat=seat: set(seat.badges()) == {theirs.split()[0] + " " + theirs.split()[-1]}
        )
    assert won.window.layers.top() is None


def test_who_is_given_a_conversation_is_told_and_whoever_gave_it_is_not(pair: PAIR) -> None:
    bells = []
    for seat in pair:
        alerts = Alerts(seat.window)
        Assigned(seat.window, seat.book, alerts)
        alerts.open(seat.house)
        bells.append(alerts)
    thorne, shah = pair
    thorne.together.assigning.assign(thorne.names, "WP7")
    shah.until(lambda: bells[1].toasts.standing)
    (toast,) = bells[1].toasts.standing
    assert toast.name.text() == "Assigned to you"
    assert toast.text.text() == "Sgt Mabli Thorne gave you a conversation."
    shah.until(lambda: shah.window.top.bell.count() == 1)
    thorne.until(lambda: thorne.drawer.head.person.text() == "PC Shah")
    assert bells[0].toasts.standing == []
    shah.together.assigning.assign_to_me(shah.names)
    for alerts in bells:
        alerts.close()


def test_who_looked_before_somebody_decided_is_told_though_the_news_came_meanwhile(
    pair: PAIR, qtbot: QtBot
) -> None:
    thorne, shah = pair
    shah.run("assign")
    picker = shah.window.layers.top()
    assert isinstance(picker, OfficerPicker)
    thorne.together.assigning.assign_to_me(thorne.names)
    shah.until(lambda: shah.drawer.head.person.text() == "Sgt Thorne")
    qtbot.keyClicks(picker.field, "Shah")
    picker.take.click()
    assert message(shah).startswith("Sgt Mabli Thorne was first")
    assert shah.drawer.head.person.text() == "Sgt Thorne"


def test_undo_does_not_undo_what_somebody_else_decided(pair: PAIR) -> None:
    thorne, shah = pair
    thorne.run("assign-me")
    shah.until(lambda: shah.drawer.head.person.text() == "Sgt Thorne")
    shah.together.assigning.assign(shah.names, "WP7")
    thorne.until(lambda: thorne.drawer.head.person.text() == "PC Shah")
    thorne.together.assigning.undo()
    assert message(thorne).startswith("PC Imran Shah was first")
    assert thorne.drawer.head.person.text() == "PC Shah"


def test_a_note_changed_by_two_at_once_keeps_both_texts(pair: PAIR) -> None:
    thorne, shah = pair
    thorne.note("Log 2231")
    panels = []
    for seat in pair:
        seat.until(seat.notes)
        seat.drawer.side.notes.opened.emit(seat.drawer.side.notes.notes[0])
        panels.append(opened(seat))
    first, second = panels
    first.field.setPlainText("Log 2231, by Thorne")
    second.field.setPlainText("Log 2231, by Shah")
    first.keep.click()
    shah.until(lambda: shah.notes() == ["Log 2231, by Thorne"])
    second.keep.click()
    shah.until(second.first.isVisible)
    assert second.first.text().startswith("Sgt Mabli Thorne was first")
    assert "Log 2231, by Thorne" in second.first.text()
    assert second.field.text() == "Log 2231, by Shah"
    below = [one.text().partition("\n")[2] for one in second.earlier]
    assert below == ["Log 2231, by Thorne", "Log 2231"]
    assert shah.notes() == ["Log 2231, by Thorne"]
    second.join.click()
    assert second.field.text() == "Log 2231, by Thorne\n\nLog 2231, by Shah"
    second.keep.click()
    for seat in pair:
        seat.until(lambda seat=seat: seat.notes() == ["Log 2231, by Thorne\n\nLog 2231, by Shah"])
        [note] = seat.together.noting.notes
        assert [one.text for one in note.versions[:2]] == ["Log 2231", "Log 2231, by Thorne"]
    shah.until(lambda: shah.window.layers.top() is None)


def test_notes_of_two_at_once_are_both_there(pair: PAIR) -> None:
    for seat, text in zip(pair, ("From desk 3", "From desk 7"), strict=True):
        seat.drawer.side.field.setPlainText(text)
    for seat in pair:
        seat.drawer.side.keep.click()
    for seat in pair:
        seat.until(lambda seat=seat: sorted(seat.notes()) == ["From desk 3", "From desk 7"])
        assert seat.window.layers.top() is None


def test_who_reads_and_who_types_is_seen_before_anybody_types(pair: PAIR) -> None:
    thorne, shah = pair
    line = thorne.drawer.presence
    thorne.until(lambda: line.said.name == "PC Imran Shah")
    assert line.isVisible()
    assert line.said.rest == "is reading this"
    assert not line.said.collides
    shah.type("T")
    thorne.until(lambda: line.said.collides)
    assert line.said.rest.startswith("is typing since ")
    assert "Desk 7" in line.said.rest
    typing = thorne.together.company.typing(*thorne.names)
    assert typing is not None
    assert typing.officer == "WP7"
    assert thorne.drawer.side.field.isEnabled()
    assert not thorne.window.grab().isNull()
    shah.page.beside.close_drawer()
    thorne.until(lambda: not line.said.name)
    assert thorne.together.company.others[0].doing is Doing.HERE


def test_who_is_here_is_told_with_desk_and_conversation(pair: PAIR) -> None:
    thorne, shah = pair
    thorne.run("who-is-here")
    panel = thorne.window.layers.top()
    assert isinstance(panel, WhoIsHere)
    thorne.until(lambda: "reads a conversation of WestmarchUnit1" in " ".join(panel.rows()))
    assert panel.rows()[0].startswith("PC Imran Shah  ·  Desk 7  ·  ")
    shah.window.close()
    thorne.until(lambda: panel.rows() == [])


def test_without_the_database_what_is_decided_waits_visibly_and_goes_in_later(
    pair: PAIR, server: postgres.Cluster
) -> None:
    thorne, shah = pair
    down(server, *pair)
    thorne.until(lambda: thorne.drawer.presence.said.icon == "offline")
    thorne.run("assign-me")
    thorne.until(lambda: thorne.drawer.head.person.waits)
    assert thorne.drawer.head.person.text() == "Sgt Thorne"
    thorne.note("Written offline")
    thorne.until(thorne.notes)
    [shown] = thorne.drawer.side.notes.notes
    assert shown.second.endswith("waits for the team’s database")
    assert not thorne.window.grab().isNull()
    thorne.until(lambda: thorne.drawer.side.field.text() == "")
    assert shah.notes() == []
    server.start()
    for seat in pair:
        seat.until(lambda seat=seat: seat.notes() == ["Written offline"])
        seat.until(lambda seat=seat: seat.drawer.head.person.text() == "Sgt Thorne")
    thorne.until(lambda: not thorne.book.undecided)
    assert not thorne.drawer.head.person.waits
    assert thorne.drawer.side.notes.notes[0].waits is None


def test_what_waited_while_somebody_else_decided_is_asked_about(
    pair: PAIR, server: postgres.Cluster
) -> None:
    """Both decide while it is away; whose decision comes in first holds until a person decides."""
    thorne, shah = pair
    down(server, *pair)
    for seat in pair:
        seat.together.assigning.assign_to_me(seat.names)
        seat.until(lambda seat=seat: seat.book.undecided)
    server.start()
    asked = lambda seat: isinstance(seat.window.layers.top(), Question)  # noqa: E731
    thorne.until(lambda: asked(thorne) or asked(shah))
    late = next(seat for seat in pair if asked(seat))
    [early] = [seat for seat in pair if seat is not late]
    question = late.window.layers.top()
    assert isinstance(question, Question)
    name = "Sgt Mabli Thorne" if early is thorne else "PC Imran Shah"
    assert question.accessibleName() == f"{name} was first"
    question.yes.click()
    mine = "PC Shah" if early is thorne else "Sgt Thorne"
    for seat in pair:
        seat.until(lambda seat=seat: seat.drawer.head.person.text() == mine)
    late.until(lambda: not late.book.undecided)


def test_a_change_that_waited_while_the_note_was_changed_is_kept_and_shown(
    pair: PAIR, server: postgres.Cluster, qtbot: QtBot
) -> None:
    thorne, shah = pair
    thorne.note("Log 2231")
    for seat in pair:
        seat.until(seat.notes)
    key = thorne.drawer.side.notes.notes[0].key
    seen = thorne.together.noting.notes[0].last.seq
    down(server, *pair)
    for seat, text in zip(pair, ("By Thorne", "By Shah"), strict=True):
        seat.together.noting.change(key, text, seen, lambda: None, lambda _error: None)
        seat.until(lambda seat=seat: seat.book.undecided)
    server.start()
    moved = lambda seat: any(one.moved for one in seat.book.undecided)  # noqa: E731
    thorne.until(lambda: moved(thorne) or moved(shah))
    late = next(seat for seat in pair if moved(seat))
    late.until(lambda: len(late.notes()) == 2 and len(late.together.noting.notes[0].versions) == 2)
    assert sorted(late.notes()) == ["By Shah", "By Thorne"]
    waits = next(one for one in late.drawer.side.notes.notes if one.waits)
    assert "was first: look, then decide" in waits.second
    late.sit()
    late.drawer.side.notes.opened.emit(waits)
    panel = opened(late)
    assert panel.field.text() == waits.text
    assert panel.first.isVisible()
    qtbot.keyClick(panel.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    for seat in pair:
        seat.until(lambda seat=seat: seat.notes() == [waits.text])
    late.until(lambda: not late.book.undecided)
    [note] = late.together.noting.notes
    assert len(note.versions) == 3
