"""A team's database that goes away, comes back, and breaks off in the middle of a decision."""

import random
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from benchmarks import postgres
from controlroom.model.errors import WorldError
from controlroom.model.journal import Entry, Proposal, propose
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.errors import DatabaseAway, NoTeamHere, Unsettled
from controlroom.store.journal.postgres.link import AddressUnreadable, connection_parts
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.store.journal.verify import verify
from tests.store.journal.conftest import Team

SHORT = (2, 0.2, 0.5)
LONG = (30, 5.0, 40.0)
WRITERS = 3


@pytest.fixture(scope="module")
def durable() -> Iterator[postgres.Cluster]:
    """A server that puts every commit on the disk, to be killed."""
    if reason := postgres.missing():
        pytest.skip(reason)
    with postgres.cluster(durable=True) as one:
        yield one


def note(subject: str) -> Proposal:
    return propose("note.added", f"note/{subject}", {"text": "kept"})


class Writer(threading.Thread):
    """Appends one note after the other, each until it is told that it is there."""

    def __init__(self, url: str, name: str, over: threading.Event) -> None:
        super().__init__(name=name)
        self._url, self._over = url, over
        self.acknowledged: list[Entry] = []
        self.unsettled = 0

    def run(self) -> None:
        journal = TeamJournal(self._url)
        number = 0
        while not self._over.is_set():
            number += 1
            self.acknowledged.append(self._until_there(journal, note(f"{self.name}/{number}")))
        journal.close()

    def _until_there(self, journal: TeamJournal, one: Proposal) -> Entry:
        while True:
            try:
                return journal.append(one, 0)
            except (DatabaseAway, Unsettled) as error:
                self.unsettled += isinstance(error, Unsettled)
                time.sleep(0.05)


@pytest.mark.parametrize("plan", [SHORT, pytest.param(LONG, marks=pytest.mark.long)])
def test_crashes_lose_nothing_that_was_told_and_apply_nothing_twice(
    durable: postgres.Cluster, plan: tuple[int, float, float]
) -> None:
    """The server is stopped at once, as by a crash, again and again under load."""
    crashes, least_s, most_s = plan
    chance, over, team = random.Random(crashes), threading.Event(), Team(durable)
    writers = [Writer(team.officer(str(n)), f"w{n}", over) for n in range(WRITERS)]
    for writer in writers:
        writer.start()
    for _ in range(crashes):
        time.sleep(chance.uniform(least_s, most_s))
        durable.stop()
        time.sleep(chance.uniform(0, 0.2))
        durable.start()
    time.sleep(least_s)
    over.set()
    for writer in writers:
        writer.join(60)
    journal = TeamJournal(team.officer("0"))
    entries = list(all_entries(journal))
    journal.close()
    told = {entry.seq: entry for writer in writers for entry in writer.acknowledged}
    assert len(told) == sum(len(writer.acknowledged) for writer in writers) > crashes
    assert {entry.seq: entry for entry in entries[1:]} == told
    subjects = [entry.subject for entry in entries]
    assert len(set(subjects)) == len(subjects)
    assert verify(entries).broken is None


class Breaking:
    """Stands before a server and breaks off behind the answer: it got there, nobody heard."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        self.breaks = 0
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def close(self) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        for thread in self._threads:
            thread.join(10)

    def _accept(self) -> None:
        while True:
            try:
                desk, _ = self._server.accept()
            except OSError:
                return
            one = threading.Thread(target=self._carry, args=(desk,))
            self._threads.append(one)
            one.start()

    def _carry(self, desk: socket.socket) -> None:
        base = socket.create_connection(("127.0.0.1", self._port))
        back = threading.Thread(target=self._back, args=(base, desk))
        back.start()
        while data := _received(desk):
            if b"controlroom.append" in data and self.breaks:
                self.breaks -= 1
                self._deaf = True
            base.sendall(data)
        base.close()
        back.join(10)
        desk.close()

    def _back(self, base: socket.socket, desk: socket.socket) -> None:
        self._deaf = False
        while data := _received(base):
            if self._deaf:
                desk.shutdown(socket.SHUT_RDWR)
                return
            desk.sendall(data)


def _received(one: socket.socket) -> bytes:
    try:
        return one.recv(65_536)
    except OSError:
        return b""


@pytest.fixture
def breaking(team: Team) -> Iterator[Breaking]:
    one = Breaking(team.cluster.port)
    yield one
    one.close()


def test_an_answer_that_was_lost_is_found_again_at_once(team: Team, breaking: Breaking) -> None:
    journal = TeamJournal(team.officer("22").replace(str(team.cluster.port), str(breaking.port)))
    journal.head()
    breaking.breaks = 1
    entry = journal.append(note("once"), 0)
    assert breaking.breaks == 0
    assert journal.entries(1) == [entry]
    journal.close()


def test_nobody_claims_to_know_what_nobody_knows(team: Team, breaking: Breaking) -> None:
    """Broken off twice: unsettled; handed in again later it is there once."""
    journal = TeamJournal(team.officer("22").replace(str(team.cluster.port), str(breaking.port)))
    journal.head()
    breaking.breaks = 2
    one = note("twice")
    with pytest.raises(Unsettled):
        journal.append(one, 0)
    entry = journal.append(one, 0)
    assert journal.entries(1) == [entry]
    journal.close()


def test_a_server_that_is_not_there_is_told() -> None:
    journal = TeamJournal(f"postgresql://officer_1@127.0.0.1:{postgres.free_port()}/none")
    for ask in (journal.head, journal.entries, lambda: journal.append(note("1"), 0)):
        with pytest.raises(DatabaseAway):
            ask()
    with pytest.raises(DatabaseAway):
        journal.wait(0, 1)


def test_a_database_without_a_record_is_told(cluster: postgres.Cluster) -> None:
    journal = TeamJournal(cluster.url(database=cluster.database()))
    with pytest.raises(NoTeamHere):
        journal.head()
    journal.close()


def test_what_leaves_this_computer_is_encrypted_and_checked() -> None:
    far = connection_parts("postgresql://officer_1@database.example/force")
    assert (far["sslmode"], far["channel_binding"]) == ("verify-full", "require")
    sneaky = connection_parts("postgresql://officer_1@/force?hostaddr=192.0.2.7")
    assert sneaky["sslmode"] == "verify-full"
    assert "sslmode" not in connection_parts("postgresql://officer_1@127.0.0.1/force")
    with pytest.raises(AddressUnreadable) as told:
        connection_parts("postgresql://officer_1:s3cret@h/force?nonsense=1")
    assert "s3cret" not in str(told.value)
    assert isinstance(told.value, WorldError)
