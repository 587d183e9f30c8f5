"""Following a team's record in a real PostgreSQL that goes away and comes back."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks import postgres
from controlroom.model.journal import Entry, Proposal
from controlroom.model.journal_kinds import (
    GroupPlaced,
    JournalMoved,
    OfficerAdded,
    OfficerChanged,
    RoleGranted,
    proposal_of,
)
from controlroom.model.journal_subject import FORCE
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.checkpoints import Checkpointer
from controlroom.store.journal.errors import DatabaseAway, NotAllowed
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.folded import keep_fold, sealed
from controlroom.store.journal.followed import CopiedJournal
from controlroom.store.journal.postgres.setup import add_officer, add_station, create
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.store.journal.signing import Signer
from controlroom.store.journal.verify import verify
from controlroom.team.fold import Fold
from controlroom.team.follower import folded
from controlroom.team.roles import founding
from controlroom.team.snapshot import snapshot
from tests.team.ears import Listener

KEY = bytes(range(32))
SIGNER = Signer(bytes(range(1, 33)))


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.Cluster]:
    """A server that is stopped and started."""
    if reason := postgres.missing():
        pytest.skip(reason)
    with postgres.cluster() as one:
        yield one


class Team:
    """A team of a chief and whoever is added."""

    def __init__(self, server: postgres.Cluster, folder: Path) -> None:
        self.server, self._folder = server, folder
        self._name = server.database()
        self._admin = server.url("postgres", self._name)
        create(self._admin, proposal_of(founding("1", "Asha Venn", alone=True)))

    def station(self) -> TeamJournal:
        """Returns the record as a station writes to it."""
        login = add_station(self._admin, "north", "word-north")
        return TeamJournal(self.server.url(login, self._name, "word-north"))

    def door(self, number: str) -> Callable[[], CopiedJournal]:
        """Returns how the desk of an officer opens the record."""
        login = add_officer(self._admin, number, f"word-{number}")
        url = self.server.url(login, self._name, f"word-{number}")
        folder = self._folder / number
        folder.mkdir()

        def opened() -> CopiedJournal:
            return CopiedJournal(TeamJournal(url), JournalFile.open(folder, KEY, number))

        return opened


@pytest.fixture
def team(server: postgres.Cluster, tmp_path: Path) -> Team:
    return Team(server, tmp_path)


def test_the_record_is_copied_as_it_is(team: Team) -> None:
    door = team.door("1")
    with Listener(door) as one:
        one.decide(OfficerAdded("2", "Ben Oake"), seen=1)
        one.until(lambda: one.fold and one.fold.state.here("2"))
    with closing(door()) as record:
        entries = list(all_entries(record))
    assert [entry.kind for entry in entries] == ["journal.founded", "officer.added"]
    assert verify(entries).broken is None


def test_without_the_database_everything_is_read_and_decisions_wait(team: Team) -> None:
    door = team.door("1")
    with Listener(door) as one:
        one.until(lambda: one.fold and one.fold.state.here("1"))
        team.server.stop()
        try:
            one.until(lambda: isinstance(one.trouble, DatabaseAway))
            one.decide(OfficerAdded("2", "Ben Oake"))
            one.until(lambda: one.waits)
            assert one.waits[0].waiting.proposal.subject == "officer/2"
        finally:
            team.server.start()
        # It is in sight all the time: as what waits until the record says it.
        one.until(lambda: not one.waits)
        assert one.fold is not None
        assert one.fold.state.here("2")


@pytest.mark.parametrize("breaks", [1, 2])
def test_a_decision_goes_in_later_although_only_the_way_to_write_broke(
    team: Team, breaks: int
) -> None:
    door, refused = team.door("1"), list[Proposal]()

    def stumbling() -> CopiedJournal:
        record = door()
        append = record.append

        def stumbles(proposal: Proposal, seen: int) -> Entry:
            if len(refused) < breaks:
                refused.append(proposal)
                raise DatabaseAway
            return append(proposal, seen)

        record.append = stumbles  # type: ignore[method-assign]
        return record

    with Listener(stumbling) as one:
        one.until(lambda: one.reached)
        one.decide(OfficerAdded("2", "Ben Oake"))
        one.until(lambda: one.fold and one.fold.state.here("2"))
        one.until(lambda: not one.waits)
        assert one.reached == 1
    assert len(refused) == breaks


def test_what_waits_outlives_the_desk(team: Team) -> None:
    door = team.door("1")
    with Listener(door) as one:
        one.until(lambda: one.fold and one.fold.state.here("1"))
    team.server.stop()
    try:
        with Listener(door) as one:
            assert one.fold is not None
            assert one.fold.state.here("1")
            one.decide(OfficerAdded("2", "Ben Oake"))
            one.until(lambda: one.waits)
    finally:
        team.server.start()
    with Listener(door) as one:
        one.until(lambda: one.fold and one.fold.state.here("2"))


def test_a_decision_whose_subject_moved_waits_for_a_person(team: Team) -> None:
    chief, second = team.door("1"), team.door("2")
    with Listener(chief) as one:
        one.decide(OfficerAdded("2", "Ben Oake"), seen=1)
        one.decide(RoleGranted("2", "administrator", FORCE), seen=2)
        one.until(lambda: len(one.entries) == 2)
        one.until(lambda: one.fold and one.fold.state.seq == one.entries[-1].seq)
        with Listener(second) as other:
            other.until(lambda: other.fold and other.fold.state.seq == one.fold.state.seq)
    team.server.stop()
    try:
        with Listener(second) as other:
            other.decide(OfficerChanged("2", "Benjamin Oake"))
            other.until(lambda: other.waits)
    finally:
        team.server.start()
    with Listener(chief) as one:
        one.decide(OfficerChanged("2", "Ben Oakes"))
        one.until(lambda: one.entries)
    with Listener(second) as other:
        other.until(lambda: other.waits and other.waits[0].moved)
        moved = other.waits[0].moved
        assert moved is not None
        assert moved.actor == "1"
        assert other.fold is not None
        other.until(lambda: other.fold.state.officers["2"].name == "Ben Oakes")
        other.follower.confirm(other.waits[0].waiting.id, other.fold.state.seq)
        other.until(lambda: other.fold.state.officers["2"].name == "Benjamin Oake")
        other.until(lambda: not other.waits)


def test_what_waits_can_be_dropped(team: Team) -> None:
    door = team.door("1")
    with Listener(door) as one:
        one.until(lambda: one.fold and one.fold.state.here("1"))
        team.server.stop()
        try:
            one.decide(OfficerAdded("2", "Ben Oake"))
            one.until(lambda: one.waits)
            one.follower.drop(one.waits[0].waiting.id)
            one.until(lambda: not one.waits)
        finally:
            team.server.start()
        reached = one.reached
        one.until(lambda: one.reached > reached)
        assert one.fold is not None
        assert not one.fold.state.here("2")


def grown(team: Team, count: int) -> TeamJournal:
    """Returns a station's record of some length, with a checkpoint."""
    journal = team.station()
    with closing(team.door("1")()) as chief:
        for number in range(count):
            chief.append(proposal_of(GroupPlaced(f"G{number}")), 1)
    assert Checkpointer(journal, SIGNER).sign(datetime.now(UTC))
    return journal


def keep(journal: TeamJournal, signer: Signer) -> None:
    fold = Fold()
    fold.take(all_entries(journal))
    state = fold.state
    journal.keep(sealed(signer, state.seq, state.hash, snapshot(state)))


def test_a_new_workstation_begins_with_what_a_station_has_kept(team: Team) -> None:
    with closing(grown(team, 30)) as journal:
        keep(journal, SIGNER)
        door = team.door("2")
        with closing(door()) as record:
            record.prepare()
            assert [entry.seq for entry in record.entries()] == [32]
            assert len(folded(record).state.groups) == 30
        with Listener(door) as one:
            assert one.fold is not None
            journal.append(proposal_of(JournalMoved("elsewhere")), 32)
            one.until(lambda: one.fold.state.seq == 33)
        with closing(door()) as record:
            while len(list(all_entries(record))) < 33:
                record.wait(33, 0.1)
            assert verify(all_entries(record)).broken is None


def test_a_state_under_a_foreign_seal_is_not_believed(team: Team) -> None:
    with closing(grown(team, 3)) as journal:
        keep(journal, Signer.fresh())
        assert journal.kept() is None
        with closing(team.door("2")()) as record:
            record.prepare()
            assert not record.head().seq


def test_only_a_station_keeps_a_state(team: Team) -> None:
    with closing(grown(team, 3)) as journal:
        keep(journal, SIGNER)
        kept = journal.kept()
    assert kept is not None
    record = team.door("2")()
    with closing(record), pytest.raises(NotAllowed):
        record._team.keep(kept)  # type: ignore[attr-defined]


def test_a_kept_state_of_another_version_is_made_anew_from_all_entries(team: Team) -> None:
    with closing(grown(team, 5)) as journal:
        keep(journal, SIGNER)
        with closing(team.door("2")()) as record:
            record.prepare()
            head = record.head()
            keep_fold(record.database, head.seq, head.hash, b"of another version")
            assert len(folded(record).state.groups) == 5


def test_a_clock_that_is_off_is_told(team: Team) -> None:
    with Listener(team.door("1")) as one:
        one.until(lambda: one.leads)
        assert abs(one.leads[0]) < 2
    moved = TeamJournal(team.server.url("postgres", team._name))
    with closing(moved):
        ahead = """
            CREATE SCHEMA early;
            CREATE FUNCTION early.clock_timestamp() RETURNS timestamptz LANGUAGE sql
                AS $$ SELECT pg_catalog.clock_timestamp() - interval '5 seconds' $$
        """
        for statement in (*ahead.split(";\n"), "SET search_path = early, pg_catalog"):
            moved._link.write(statement)
        assert 4 < moved.lead_s() < 6
