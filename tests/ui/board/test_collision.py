"""Three desks of one real database at one conversation: one writes, and the others see it."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from benchmarks import postgres
from controlroom.model import clock
from controlroom.model.journal_kinds import (
    AnswerTakenOver,
    Decision,
    OfficerAdded,
    ProfilePlaced,
    RoleGranted,
    RoleRevoked,
    proposal_of,
    read,
)
from controlroom.model.journal_outgoing import HoldPlaced
from controlroom.model.journal_subject import FORCE, profile_key
from controlroom.model.outgoing.content import Act, written
from controlroom.model.profile import Profile
from controlroom.store.journal.below import below
from controlroom.store.journal.postgres.setup import add_officer, create
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.ui.board.drawer.said import Press
from controlroom.ui.reply.answering import about_for
from controlroom.ui.reply.answers import answer_posts
from controlroom.ui.reply.replying import Replying
from tests.ui.board.seats import CHIEF, FOUNDING, Seat, TeamHouse

SHAH, BARRO = "WP7", "WP8"
DESKS = {CHIEF: "Desk 3", SHAH: "Desk 7", BARRO: "Desk 9"}
FEN = Profile(0, "bluesky", "did:plc:fen", "fen.test")
TALK = "Thank you, somebody is on the way."


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.Cluster]:
    """A server that is stopped and started."""
    if reason := postgres.missing():
        pytest.skip(reason)
    with postgres.cluster() as one:
        yield one


class AnsweringHouse(TeamHouse):
    """A house with a profile that can answer the conversation."""

    def _converse(self) -> None:
        self.writer.save_profile(FEN)
        super()._converse()


class Room:
    """A team's database and the desks at it; Sgt Thorne is the supervisor, the others operators."""

    def __init__(
        self, qtbot: QtBot, server: postgres.Cluster, full_cache: Path, folder: Path
    ) -> None:
        self._qtbot, self.server, self._cache, self._folder = qtbot, server, full_cache, folder
        self.name = server.database()
        self._admin = server.url("postgres", self.name)
        create(self._admin, proposal_of(FOUNDING))
        self.chief = TeamJournal(self._url(CHIEF))
        self.decide(ProfilePlaced(profile_key(FEN)))
        for number, name in ((SHAH, "PC Imran Shah"), (BARRO, "PC Nadia Barro")):
            self.decide(OfficerAdded(number, name), RoleGranted(number, "operator", FORCE))
        for number in DESKS:
            self.run(f"INSERT INTO controlroom.reader VALUES ('{number}', '', NULL)")
        self.seats: list[Seat] = []

    def sit(self, *numbers: str) -> list[Seat]:
        """Opens the same conversation at the desks of some officers."""
        for number in numbers:
            house = AnsweringHouse(self._folder / number, self._cache, self._url(number), number)
            seat = Seat(self._qtbot, house, number, DESKS[number], answer_posts)
            self.seats.append(seat)
            seat.until(lambda seat=seat: seat.book.state.here(BARRO))
            seat.until(lambda seat=seat: seat.together.company.pens.is_known)
            seat.open()
            seat.until(lambda seat=seat: replying(seat)._loaded)
        return self.seats[-len(numbers) :]

    def decide(self, *decisions: Decision) -> None:
        """Puts decisions of the chief into the record."""
        for decision in decisions:
            self.chief.append(proposal_of(decision), self.chief.head().seq)

    def run(self, statement: str) -> None:
        """Changes something in the database past every desk."""
        self.server.run(statement, self.name)

    def later(self, seconds: int, column: str) -> None:
        """Has so much time gone by for every pen."""
        self.run(f"UPDATE controlroom.pen SET {column} = {column} - interval '{seconds} seconds'")

    def leave(self) -> None:
        self.chief.close()
        for seat in self.seats:
            seat.leave()

    def _url(self, number: str) -> str:
        return self.server.url(add_officer(self._admin, number, "word"), self.name, "word")


@pytest.fixture
def room(
    qtbot: QtBot, server: postgres.Cluster, full_cache: Path, tmp_path: Path
) -> Iterator[Room]:
    made = Room(qtbot, server, full_cache, tmp_path)
    yield made
    made.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def replying(seat: Seat) -> Replying:
    found = seat.page.beside.replying
    assert isinstance(found, Replying)
    return found


def write(seat: Seat, text: str = TALK) -> None:
    """Types an answer."""
    seat.sit()
    replying(seat).box.box.insertPlainText(text)


def can_send(seat: Seat) -> bool:
    return replying(seat).box.send.isEnabled()


def line(seat: Seat) -> str:
    """Returns what the line of colleagues says."""
    said = seat.drawer.presence.said
    return f"{said.name} {said.rest}" if said.collides else ""


def drafts(seat: Seat) -> int:
    return len(seat.book.state.publishing.drafts)


def test_send_locks_for_everybody_else_with_the_first_letter(room: Room) -> None:
    thorne, shah = room.sit(CHIEF, SHAH)
    write(thorne, "We are looking into it.")
    thorne.until(lambda: can_send(thorne))
    replying(thorne).hold.end()
    thorne.until(lambda: thorne.together.company.pens.of(*thorne.names) is None)
    write(shah, "T")
    thorne.until(lambda: line(thorne).startswith("PC Imran Shah is replying since "))
    assert "Desk 7. You can read, note and draft; only one reply" in line(thorne)
    assert not can_send(thorne)
    assert replying(thorne).box.state.text() == "Send is locked: PC Imran Shah is replying."
    assert replying(thorne).box.box.isEnabled()
    write(shah)
    shah.until(lambda: can_send(shah))
    assert line(shah) == ""
    shah.page.beside.close_drawer()
    thorne.until(lambda: can_send(thorne))
    assert line(thorne) == ""


def test_a_note_that_is_typed_locks_nobody_who_answers(room: Room) -> None:
    thorne, shah = room.sit(CHIEF, SHAH)
    write(thorne)
    thorne.until(lambda: can_send(thorne))
    shah.type("Log 2231")
    thorne.until(lambda: thorne.together.company.typing(*thorne.names))
    assert line(thorne) == ""
    assert can_send(thorne)


def test_of_two_who_send_at_once_one_reply_leaves(room: Room) -> None:
    """Both have something begun that nobody has touched today, so that nobody holds the pen."""
    seats = room.sit(CHIEF, SHAH)
    for seat in seats:
        write(seat)
        seat.until(lambda seat=seat: replying(seat).judging.is_of(replying(seat).writing.content))
        replying(seat).hold.end()
    pens = [seat.together.company.pens for seat in seats]
    seats[0].until(lambda: not any(one.of(*seats[0].names) for one in pens))
    for seat in seats:
        seat.until(lambda seat=seat: can_send(seat))
    for seat in seats:
        replying(seat).send()
    seats[0].until(lambda: drafts(seats[0]) == drafts(seats[1]) == 1)
    free = lambda seat: replying(seat).pens.of(*seat.names) is None  # noqa: E731
    sent = [seat for seat in seats if replying(seat).box.box.text() == ""]
    seats[0].until(lambda: free(seats[0]) or len(sent) == 1)
    assert drafts(seats[0]) == 1


def test_emptying_the_box_lets_go_and_what_was_begun_before_takes_nothing(room: Room) -> None:
    thorne, shah = room.sit(CHIEF, SHAH)
    write(shah)
    thorne.until(lambda: line(thorne))
    shah.page.beside.close_drawer()
    thorne.until(lambda: not line(thorne))
    shah.open()
    shah.until(lambda: replying(shah).box.box.text().endswith(TALK))
    thorne.until(lambda: thorne.drawer.presence.said.rest == "is reading this")
    assert shah.together.company.pens.of(*shah.names) is None
    write(shah, " A")
    thorne.until(lambda: line(thorne))
    replying(shah).box.box.selectAll()
    QTest.keyClick(replying(shah).box.box, Qt.Key.Key_Delete)
    thorne.until(lambda: not line(thorne))


def test_without_the_database_nobody_is_held_back_and_afterwards_it_locks_again(
    room: Room,
) -> None:
    thorne, shah = room.sit(CHIEF, SHAH)
    write(shah)
    thorne.until(lambda: line(thorne))
    room.server.stop()
    thorne.until(lambda: not thorne.together.company.pens.is_known)
    assert line(thorne) == ""
    room.server.start()
    thorne.until(lambda: line(thorne).startswith("PC Imran Shah is replying since "))


def presses(seat: Seat) -> dict[str, bool]:
    """Returns the buttons of the line that are shown, with whether they can be pressed."""
    buttons = seat.drawer.presence.buttons
    return {str(one): button.isEnabled() for one, button in buttons.items() if button.isVisible()}


def press(seat: Seat, one: Press) -> None:
    """Presses a button of the line once it can be pressed."""
    seat.until(lambda: presses(seat).get(str(one)))
    seat.drawer.presence.buttons[one].click()


def begun(room: Room, writer: str, *others: str) -> list[Seat]:
    """Opens desks, where the first writes and the others see that."""
    seats = room.sit(writer, *others)
    write(seats[0])
    for seat in seats[1:]:
        seat.until(lambda seat=seat: line(seat))
    return seats


def text(seat: Seat) -> str:
    return replying(seat).box.box.text()


def taken_over(seat: Seat) -> list[tuple[str, str, str]]:
    """Returns who took over from whom and how, as the record has it at a desk."""
    with closing(seat.house.record(seat.book.officer)) as record:
        found = [(one.actor, read(one)) for one in below(record.database, "answer", 50)]
    return [
        (actor, told.officer, told.how)
        for actor, told in found
        if isinstance(told, AnswerTakenOver)
    ]


def test_a_draft_is_watched_as_it_is_written(room: Room) -> None:
    shah, barro = begun(room, SHAH, BARRO)
    press(barro, Press.WATCH)
    card = barro.page.beside._colleagues.watched  # type: ignore[union-attr]
    barro.until(lambda: card.isVisible() and card.text.text() == TALK)
    assert card.accessibleName() == "Draft of PC Imran Shah, visible to colleagues only"
    assert card.accessibleDescription() == TALK
    write(shah, " It takes ten minutes.")
    barro.until(lambda: card.text.text().endswith(" It takes ten minutes."))
    assert not barro.window.grab().isNull()
    press(barro, Press.UNWATCH)
    barro.until(lambda: not card.isVisible())
    press(barro, Press.WATCH)
    barro.until(card.isVisible)
    shah.page.beside.close_drawer()
    barro.until(lambda: not card.isVisible())


def test_a_private_answer_is_shown_to_nobody_without_the_right(room: Room) -> None:
    shah, barro = begun(room, SHAH, BARRO)
    press(barro, Press.WATCH)
    card = barro.page.beside._colleagues.watched  # type: ignore[union-attr]
    barro.until(lambda: card.isVisible() and card.text.text() == TALK)
    room.run("UPDATE controlroom.pen SET private = true")
    replying(shah)._choose_act(Act.MESSAGE)
    barro.until(lambda: card.text.text() == "What is written here is not for you to read.")


def test_handed_over_the_asker_goes_on_and_the_writer_keeps_a_copy(room: Room) -> None:
    shah, barro = begun(room, SHAH, BARRO)
    write(barro, "Mine.")
    press(barro, Press.ASK)
    shah.until(lambda: "PC Nadia Barro asks to take over your reply: " in line(shah))
    assert presses(shah) == {"keep": True, "give": True}
    assert shah.drawer.presence.buttons[Press.KEEP].accessibleName() == "Keep writing, Alt K"
    barro.until(lambda: "to say no; then it is yours." in line(barro))
    assert presses(barro) == {"watch": True, "unask": True}
    write(shah, " Last words")
    replying(shah).box.box.setFocus()
    QTest.keyClick(replying(shah).box.box, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    barro.until(lambda: text(barro) == f"{TALK} Last words\n\nMine.")
    barro.until(lambda: can_send(barro))
    shah.until(lambda: "PC Nadia Barro has taken your reply over at " in line(shah))
    assert replying(shah).box.box.isReadOnly()
    assert text(shah) == f"{TALK} Last words"
    assert replying(shah).box.state.text() == (
        "PC Nadia Barro has taken this reply over; what you wrote stays here as it was."
    )
    shah.until(lambda: taken_over(shah) == [(BARRO, SHAH, "given")])
    shah.until(lambda: shah.book.state.seq == room.chief.head().seq)
    assert not shah.book.state.refused
    barro.until(lambda: replying(barro).judging.is_of(replying(barro).writing.content))
    replying(barro).send()
    shah.until(lambda: "put a reply forward at" in shah.drawer.presence.said.rest)
    shah.until(lambda: not replying(shah).box.box.isReadOnly())
    assert text(shah) == f"{TALK} Last words"
    shah.page.beside.close_drawer()
    shah.open()
    shah.until(lambda: text(shah) == f"{TALK} Last words")


def test_a_message_that_is_taken_over_stays_a_message_to_the_same_post(room: Room) -> None:
    (barro,) = room.sit(BARRO)
    reply = replying(barro)
    assert reply.target is not None
    about = about_for(reply.target, Act.MESSAGE, clock.now())
    reply._go_on_with(replace(reply.writing.content, act=Act.MESSAGE, about=about), "")
    assert reply.writing.content.act is Act.MESSAGE
    assert reply.writing.content.about == about


def test_a_no_is_shown_to_the_asker_and_nothing_changes(room: Room) -> None:
    shah, barro = begun(room, SHAH, BARRO)
    press(barro, Press.ASK)
    press(shah, Press.KEEP)
    barro.until(lambda: line(barro) == "PC Imran Shah says no and keeps writing.")
    assert presses(barro) == {"watch": True, "ask": True}
    shah.until(lambda: presses(shah) == {})
    write(shah, " More.")
    shah.until(lambda: can_send(shah))
    assert taken_over(shah) == []


def test_no_answer_in_twenty_seconds_hands_it_over(room: Room) -> None:
    shah, barro = begun(room, SHAH, BARRO)
    press(barro, Press.ASK)
    shah.until(lambda: presses(shah))
    room.later(21, "asked_at")
    barro.until(lambda: text(barro) == TALK)
    shah.until(lambda: replying(shah).box.box.isReadOnly())
    shah.until(lambda: taken_over(shah) == [(BARRO, SHAH, "unanswered")])


def test_a_supervisor_takes_over_at_once(room: Room) -> None:
    shah, thorne = begun(room, SHAH, CHIEF)
    press(thorne, Press.TAKE)
    thorne.until(lambda: text(thorne) == TALK)
    shah.until(lambda: "Sgt Mabli Thorne has taken your reply over" in line(shah))
    shah.until(lambda: taken_over(shah) == [(CHIEF, SHAH, "at_once")])
    thorne.until(lambda: can_send(thorne))
    assert presses(shah) == {"watch": True, "ask": True}


def test_the_second_who_asks_is_told_who_was_first(room: Room) -> None:
    shah, barro, thorne = begun(room, SHAH, BARRO, CHIEF)
    press(barro, Press.ASK)
    thorne.until(lambda: "is replying; PC Nadia Barro has asked to take over." in line(thorne))
    thorne.together.company.pens.ask(thorne.names)
    shah.until(lambda: "PC Nadia Barro asks" in line(shah))
    press(barro, Press.UNASK)
    shah.until(lambda: line(shah) == "")
    thorne.together.company.pens.ask(thorne.names)
    shah.until(lambda: "Sgt Mabli Thorne asks" in line(shah))
    barro.until(lambda: presses(barro) == {"watch": True, "ask": False})
    why = barro.drawer.presence.buttons[Press.ASK].accessibleDescription()
    assert why == "Sgt Mabli Thorne has asked before you."


def test_an_asker_who_closes_the_drawer_asks_no_more(room: Room) -> None:
    shah, barro = begun(room, SHAH, BARRO)
    press(barro, Press.ASK)
    shah.until(lambda: line(shah))
    barro.page.beside.close_drawer()
    shah.until(lambda: not line(shah))
    assert not replying(shah).box.box.isReadOnly()


def test_a_reply_sent_meanwhile_ends_the_question(room: Room) -> None:
    shah, barro = begun(room, SHAH, BARRO)
    press(barro, Press.ASK)
    shah.until(lambda: can_send(shah))
    replying(shah).send()
    barro.until(lambda: barro.drawer.presence.said.rest.startswith("put a reply forward at "))
    assert not barro.drawer.presence.said.collides
    assert presses(barro) == {}
    assert taken_over(shah) == []


def test_a_desk_that_fell_silent_is_taken_over_at_once_with_the_last_text(room: Room) -> None:
    shah, barro = begun(room, SHAH, BARRO)
    barro.until(lambda: shah.together.company.pens.is_mine(*shah.names))
    shah.together.company.close()
    room.run(
        "UPDATE controlroom.pen SET ended = '', seen_at = clock_timestamp() - interval '31 s',"
        f" text = '{written(replying(shah).writing.content)}'"
    )
    room.run("NOTIFY controlroom_presence")
    barro.until(lambda: "was replying; Desk 7 is silent since" in line(barro))
    assert not can_send(barro)
    press(barro, Press.TAKE)
    barro.until(lambda: text(barro) == TALK)
    barro.until(lambda: taken_over(barro) == [(BARRO, SHAH, "silent")])
    shah.together.open(shah.house)
    shah.until(lambda: replying(shah).box.box.isReadOnly())
    assert text(shah) == TALK


def test_who_loses_the_right_to_reply_asks_and_writes_no_more(room: Room) -> None:
    shah, barro = begun(room, SHAH, BARRO)
    press(barro, Press.ASK)
    shah.until(lambda: line(shah))
    room.decide(RoleRevoked(BARRO, "operator", FORCE))
    shah.until(lambda: line(shah) == "")
    barro.until(lambda: presses(barro) == {"watch": False, "ask": False})
    room.decide(RoleRevoked(SHAH, "operator", FORCE))
    barro.until(lambda: barro.together.company.pens.of(*barro.names) is None)


def test_a_hold_changes_nothing_of_who_writes(room: Room) -> None:
    shah, barro = begun(room, SHAH, BARRO)
    room.decide(HoldPlaced(FORCE))
    barro.until(lambda: barro.book.state.publishing.holds)
    press(barro, Press.ASK)
    press(shah, Press.GIVE)
    barro.until(lambda: text(barro) == TALK)
