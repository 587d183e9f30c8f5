"""A room of desks at one conversation of one real database, where somebody can answer."""

from contextlib import closing
from pathlib import Path

from pytestqt.qtbot import QtBot

from benchmarks import postgres
from controlroom.model.journal_kinds import (
    AnswerTakenOver,
    Decision,
    OfficerAdded,
    ProfilePlaced,
    RoleGranted,
    proposal_of,
    read,
)
from controlroom.model.journal_subject import FORCE, profile_key
from controlroom.model.profile import Profile
from controlroom.store.journal.below import below
from controlroom.store.journal.postgres.setup import add_officer, create
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.ui.board.drawer.said import Press
from controlroom.ui.reply.answers import answer_posts
from controlroom.ui.reply.replying import Replying
from tests.ui.board.cable import Cable
from tests.ui.board.seats import CHIEF, FOUNDING, Seat, TeamHouse

SHAH, BARRO = "WP7", "WP8"
DESKS = {CHIEF: "Desk 3", SHAH: "Desk 7", BARRO: "Desk 9"}
FEN = Profile(0, "bluesky", "did:plc:fen", "fen.test")
TALK = "Thank you, somebody is on the way."


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
        self.cables: dict[str, Cable] = {}
        self.name = server.database()
        self._admin = server.url("postgres", self.name)
        create(self._admin, proposal_of(FOUNDING))
        self.chief = TeamJournal(self._url(CHIEF))
        self.decide(ProfilePlaced(profile_key(FEN)))
        for number, name in ((SHAH, "PC Imran Shah"), (BARRO, "PC Nadia Barro")):
            self.decide(OfficerAdded(number, name), RoleGranted(number, "operator", FORCE))
        for number in DESKS:
            self.run(f"INSERT INTO controlroom.reader VALUES ('{number}', '', NULL)")
            self.run(f"INSERT INTO controlroom.allowed VALUES ('{number}', 'reply', '', NULL)")
        self.run(f"INSERT INTO controlroom.allowed VALUES ('{CHIEF}', 'moderate', '', NULL)")
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

    def lay_cable(self, number: str) -> Cable:
        """Puts a cable that can be pulled between an officer's desk and the database."""
        cable = self.cables[number] = Cable(self.server.port)
        return cable

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
        for cable in self.cables.values():
            cable.close()

    def _url(self, number: str) -> str:
        url = self.server.url(add_officer(self._admin, number, "word"), self.name, "word")
        cable = self.cables.get(number)
        return url.replace(f":{self.server.port}/", f":{cable.port}/") if cable else url


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


def presses(seat: Seat) -> dict[str, bool]:
    """Returns the buttons of the line that are shown, with whether they can be pressed."""
    buttons = seat.drawer.presence.buttons
    return {str(one): button.isEnabled() for one, button in buttons.items() if button.isVisible()}


def press(seat: Seat, one: Press) -> None:
    """Presses a button of the line once it can be pressed."""
    seat.until(lambda: presses(seat).get(str(one)))
    seat.drawer.presence.buttons[one].click()


def begun(room: Room, writer: str, *others: str) -> list[Seat]:
    """Opens desks, where the first has the pen and writes, and the others see that."""
    seats = room.sit(writer, *others)
    write(seats[0])
    seats[0].until(lambda: any(pen.is_mine for pen in seats[0].together.company.pens.all))
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
