"""Three desks of one real database at one conversation: one writes, and the others see it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from benchmarks import postgres
from controlroom.model.journal_kinds import (
    Decision,
    OfficerAdded,
    ProfilePlaced,
    RoleGranted,
    proposal_of,
)
from controlroom.model.journal_subject import FORCE, profile_key
from controlroom.model.profile import Profile
from controlroom.store.journal.postgres.setup import add_officer, create
from controlroom.store.journal.postgres.team import TeamJournal
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
