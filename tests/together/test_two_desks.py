"""Two desks with real windows, a station and one PostgreSQL, as a control room has them."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from benchmarks import postgres
from controlroom.model.journal_kinds import (
    Decision,
    OfficerAdded,
    OfficerChanged,
    OfficerLeft,
    ProfilePlaced,
    RoleGranted,
    proposal_of,
)
from controlroom.model.journal_subject import FORCE, profile_key
from controlroom.store.journal.postgres.setup import add_officer, add_station, create
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.team.roles import founding
from tests.engine.mastodon_server import MastodonServer, wait_until
from tests.together.led_desk import PATIENCE_S, ROOT, Desk
from tests.together.station import force_profile

CHIEF, BEN = "WP1", "WP2"
LORRY = "a lorry is on its side at Fenbridge"
NOTE, LATE_NOTE = "Passed to dispatch, log 22", "Written while it was away"
AFTERWARDS = "the lorry is gone"
LIVE, WAITING = ", live, 1 profile", "First read under way"


class Room:
    """A team: its database, its station, its desks, and the network it is on."""

    def __init__(self, cluster: postgres.Cluster, mastodon: MastodonServer, place: Path) -> None:
        self.cluster, self.mastodon, self._place = cluster, mastodon, place
        self._name = cluster.database()
        self._admin = cluster.url("postgres", self._name)
        self._account = str(mastodon.client("westmarch").account_verify_credentials().id)
        self.profile = profile_key(force_profile(mastodon.base, self._account))
        create(self._admin, proposal_of(founding(CHIEF, "Sgt Asha Venn", alone=True)))
        self._found()
        self._station = self._start_station()
        self.chief, self.ben = self._desk(CHIEF), self._desk(BEN)

    def decide(self, number: str, *decisions: Decision) -> None:
        """Puts decisions of an officer into the record, from a desk that is not here."""
        journal = TeamJournal(self._login(number))
        for decision in decisions:
            journal.append(proposal_of(decision), journal.head().seq)
        journal.close()

    def holding_the_record(self) -> "psycopg.Connection[Any]":
        """Returns a session that keeps everybody from appending until it is closed."""
        session = psycopg.connect(self._admin)
        session.execute("SELECT * FROM controlroom.gate FOR UPDATE")
        return session

    def until_waiting_to_append(self, count: int) -> None:
        """Waits until so many officers wait for who holds the record."""
        asked = (
            "SELECT count(*) FROM pg_stat_activity WHERE usename LIKE 'officer%'"
            " AND wait_event_type = 'Lock'"
        )
        with psycopg.connect(self._admin, autocommit=True) as session:
            wait_until(lambda: session.execute(asked).fetchall() == [(count,)], 8)

    def close(self) -> list[int]:
        codes = [self.chief.close(), self.ben.close()]
        self._station.terminate()
        self._station.wait(60)
        return codes

    def _found(self) -> None:
        placed = ProfilePlaced(self.profile, "", 10)
        ben = (OfficerAdded(BEN, "PC Ben Oake"), RoleGranted(BEN, "operator", FORCE))
        self.decide(CHIEF, placed, *ben)

    def _login(self, number: str) -> str:
        login = add_officer(self._admin, number, f"word-{number}")
        return self.cluster.url(login, self._name, f"word-{number}")

    def _desk(self, number: str) -> Desk:
        self._login(number)
        url = self.cluster.url(f"officer_{number.lower()}", self._name)
        return Desk(self._place / number, url, f"word-{number}")

    def _start_station(self) -> "subprocess.Popen[bytes]":
        url = self.cluster.url(add_station(self._admin, "one", "word"), self._name, "word")
        folder = self._place / "station"
        with (self._place / "station.log").open("wb") as log:
            return subprocess.Popen(
                [
                    *(sys.executable, "-m", "tests.together.station", str(folder)),
                    *(url, self.mastodon.base, self._account),
                ],
                cwd=ROOT,
                stdout=log,
                stderr=log,
            )


@pytest.fixture
def pictures() -> Path:
    """Where the pictures are left that show how it went."""
    folder = ROOT / "build" / "two-desks"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    if reason := postgres.missing():
        pytest.skip(reason)
    (tmp_path / "server").mkdir()
    mastodon = MastodonServer(tmp_path / "server")
    mastodon.start()
    mastodon.client("ida").status_post(f"@westmarch {LORRY} #M97")
    try:
        with postgres.cluster() as cluster:
            one = Room(cluster, mastodon, tmp_path)
            try:
                yield one
            finally:
                codes = one.close()
            assert codes == [0, 0]
    finally:
        mastodon.stop()


def test_a_shift_of_two(room: Room, pictures: Path) -> None:
    chief, ben = room.chief, room.ben
    for desk in (chief, ben):
        desk.until(lambda known: known.get("here") == [CHIEF, BEN])
        desk.until_spoken(LORRY)
    chief.until_spoken(LIVE, "Mastodon · last read ")
    assert WAITING not in chief.says("spoken")
    _collide(room, pictures)
    _write_together(room, pictures)
    _lose_the_database(room, pictures)
    _cut_off(room, pictures)


def _collide(room: Room, pictures: Path) -> None:
    """Both take a conversation at the same moment: one gets it, the other is told who was first."""
    desks = (room.chief, room.ben)
    for desk in desks:
        desk.says("press", "J")
    with room.holding_the_record():
        for desk in desks:
            desk.says("press", "Shift+A")
        room.until_waiting_to_append(2)
    takers = [desk.until(lambda known: known["assigned"])["assigned"] for desk in desks]
    assert takers[0] == takers[1]
    (taker,) = takers[0].values()
    late, first = (room.ben, "Sgt Asha Venn") if taker == CHIEF else (room.chief, "PC Ben Oake")
    late.until_spoken(f"{first} was first", "Theirs holds")
    late.says("shot", str(pictures / "1-somebody-was-first.png"))
    late.says("press", "Escape")
    for desk in desks:
        desk.until_spoken("Sgt Venn." if taker == CHIEF else "PC Oake.")


def _write_together(room: Room, pictures: Path) -> None:
    """Who types is seen before anybody else begins, and what is kept is there for everybody."""
    for desk in (room.chief, room.ben):
        desk.says("press", "Return")
    room.chief.until_spoken("PC Ben Oake is reading this")
    room.ben.says("press", "N")
    room.ben.says("type", NOTE)
    room.chief.until_spoken("PC Ben Oake is typing")
    room.chief.says("shot", str(pictures / "2-somebody-types.png"))
    room.ben.says("press", "Ctrl+Return")
    room.chief.until_noted(NOTE)
    room.chief.says("shot", str(pictures / "3-a-note.png"))


def _lose_the_database(room: Room, pictures: Path) -> None:
    """Everything stays readable, a note waits where it is seen, and is there when it is back."""
    room.cluster.stop()
    wait_until(lambda: set(room.chief.says("notices")) >= {"record", "team"}, PATIENCE_S)
    room.chief.until_spoken(LORRY)
    room.chief.until_noted(NOTE)
    room.chief.says("press", "N")
    room.chief.says("type", LATE_NOTE)
    room.chief.says("press", "Ctrl+Return")
    room.chief.until(lambda known: known["waiting"] == 1)
    room.chief.says("shot", str(pictures / "4-the-database-is-away.png"))
    room.cluster.start()
    room.chief.until(lambda known: known["reached"] and not known["waiting"])
    room.ben.until_noted(LATE_NOTE)
    # This station has been given no sites, and says so all the time.
    wait_until(lambda: set(room.chief.says("notices")) <= {"station"}, PATIENCE_S)


def _cut_off(room: Room, pictures: Path) -> None:
    """A leaver's desk is told so, gets no more posts, and can decide nothing."""
    room.decide(CHIEF, OfficerLeft(BEN))
    room.ben.until_spoken("PC Ben Oake has left")
    wait_until(lambda: "team" in room.ben.says("notices"), PATIENCE_S)
    room.ben.says("shot", str(pictures / "5-a-leaver.png"))
    room.ben.says("press", "Escape")
    room.mastodon.client("ida").status_post(f"@westmarch {AFTERWARDS}")
    room.chief.until_spoken(AFTERWARDS)
    assert AFTERWARDS not in room.ben.says("spoken")
    before = room.chief.says("record")["seq"]
    room.ben.says("press", "Shift+A")
    room.chief.says("record")
    room.decide(CHIEF, OfficerChanged(CHIEF, "Sgt Asha Venn-Hale"))
    assert room.chief.until(lambda known: known["seq"] > before)["seq"] == before + 1
