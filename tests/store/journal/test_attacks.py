"""A tampered workstation with a real login and plain SQL: nothing it tries changes the record."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from benchmarks.postgres import Cluster
from controlroom.model.journal import Entry, propose
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.errors import NotAllowed
from controlroom.store.journal.postgres.setup import cut_off
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.store.journal.verify import verify
from tests.engine.mastodon_server import wait_until
from tests.store.journal.attacks import FOR_ALL, STATIONS_ONLY, TRICKS
from tests.store.journal.conftest import Team

REFUSED = ("42501", "CR400", "CR410", "CR412")
OTHERWISE = {
    "PREPARE TRANSACTION": "55000",
    "BEGIN READ ONLY": "25006",
    "'no json'": "22P02",
    "repeat('['": ("22P02", "54001"),
    "ALTER ROLE {me} RENAME": ("42501", "0A000"),
    "DROP DATABASE": ("42501", "55006"),
    "plpython3u": ("42501", "58P01", "0A000"),
}


class Besieged:
    """One team, an officer's login, a station's, and another officer whom they attack."""

    def __init__(self, cluster: Cluster) -> None:
        self.team = Team(cluster)
        self.logins = {"officer": self.team.officer("66"), "station": self.team.station("bent")}
        self.names = {"officer": "officer_66", "station": "station_bent"}
        other = self.team.officer("22")
        self.honest = TeamJournal(other)
        self.honest.append(propose("note.added", "note/1", {"text": "kept"}), 1)
        self.bystander = psycopg.connect(other, autocommit=True)

        self.sessions = {
            who: psycopg.connect(url, autocommit=True) for who, url in self.logins.items()
        }

    def record(self) -> list[Entry]:
        return list(all_entries(self.honest))

    def close(self) -> None:
        self.honest.close()
        for one in (self.bystander, *self.sessions.values()):
            one.close()


@pytest.fixture(scope="module")
def besieged(cluster: Cluster) -> Iterator[Besieged]:
    one = Besieged(cluster)
    yield one
    one.close()


def attempt(besieged: Besieged, who: str, statement: str) -> psycopg.Error:
    """Returns how it was refused."""
    names = {"me": besieged.names[who], "other": "officer_22", "database": besieged.team.name}
    session = besieged.sessions[who]
    with pytest.raises(psycopg.Error) as refused:
        session.execute(statement.format(**names).encode())
    session.rollback()
    return refused.value


@pytest.mark.parametrize("who", ["officer", "station"])
@pytest.mark.parametrize("statement", FOR_ALL, ids=lambda one: one[:60])
def test_it_is_refused_and_nothing_changes(besieged: Besieged, who: str, statement: str) -> None:
    before = besieged.record()
    error = attempt(besieged, who, statement)
    wanted = next((codes for start, codes in OTHERWISE.items() if start in statement), REFUSED)
    if "founded" in statement and who == "station":
        wanted = "CR410"
    assert error.sqlstate in wanted, f"{error.sqlstate}: {error}"
    assert besieged.record() == before
    assert besieged.bystander.execute("SELECT 1").fetchone() == (1,)


@pytest.mark.parametrize("statement", STATIONS_ONLY)
def test_what_a_station_does_no_officer_does(besieged: Besieged, statement: str) -> None:
    before = besieged.record()
    assert attempt(besieged, "officer", statement).sqlstate == "42501"
    assert besieged.record() == before


def test_there_are_enough_attempts() -> None:
    assert len(set(FOR_ALL)) == len(FOR_ALL) > 100


@pytest.mark.parametrize("trick", TRICKS)
def test_settings_change_neither_who_nor_when_nor_the_chain(besieged: Besieged, trick: str) -> None:
    before = besieged.record()
    with psycopg.connect(besieged.logins["officer"], autocommit=True) as connection:
        connection.execute(trick.encode())
        body = '{"t":"back\\\\slash","v":1}'
        append = "SELECT seq FROM controlroom.append('note.added', %s, %s, 0)"
        connection.execute(append, (f"trick/{len(before)}", body))
    (entry,) = besieged.record()[len(before) :]
    assert (entry.actor, entry.body) == ("66", body)
    assert abs(datetime.now(UTC) - entry.at) < timedelta(minutes=1)
    assert verify(besieged.record()).broken is None


def test_what_is_rolled_back_leaves_no_gap(besieged: Besieged) -> None:
    before = besieged.record()
    with psycopg.connect(besieged.logins["officer"]) as connection:
        connection.execute("SELECT controlroom.append('note.added', 'gap/1', '{}', 0)")
        connection.execute("SAVEPOINT one")
        connection.execute("SELECT controlroom.append('note.added', 'gap/2', '{}', 0)")
        connection.execute("ROLLBACK TO one")
        connection.execute("SELECT controlroom.append('note.added', 'gap/3', '{}', 0)")
    assert [e.subject for e in besieged.record()[len(before) :]] == ["gap/1", "gap/3"]
    with psycopg.connect(besieged.logins["officer"]) as connection:
        connection.execute("SELECT controlroom.append('note.added', 'gap/4', '{}', 0)")
        connection.rollback()
    assert verify(besieged.record()).entries == len(before) + 2


HOLD = "SELECT controlroom.append('note.added', 'stuck/{}', '{{}}', 0)"


@pytest.mark.parametrize("way", ["idle", "busy"])
def test_a_session_that_holds_everybody_up_is_ended(besieged: Besieged, way: str) -> None:
    station = TeamJournal(besieged.logins["station"])
    holder = psycopg.connect(besieged.logins["officer"])
    sleep = ", pg_sleep(60)" if way == "busy" else ""

    def hold() -> None:
        with suppress(psycopg.OperationalError):
            holder.execute(f"{HOLD.format(way)}{sleep}".encode())

    holding = threading.Thread(target=hold)
    holding.start()
    wait_until(lambda: gate_is_held(besieged), 30)
    assert station.end_stuck(3600) == 0
    wait_until(lambda: station.end_stuck(0.2) == 1, 30)
    holding.join(30)
    assert besieged.honest.append(propose("a.b", f"stuck/after {way}", {}), 0).actor == "22"
    assert not alive(holder)
    holder.close()
    station.close()


def gate_is_held(besieged: Besieged) -> bool:
    query = (
        "SELECT FROM pg_locks WHERE granted AND mode = 'RowShareLock'"
        " AND relation = 'controlroom.gate'::regclass"
    )
    with psycopg.connect(besieged.team.admin) as connection:
        return bool(connection.execute(query).fetchall())


def alive(connection: psycopg.Connection[object]) -> bool:
    try:
        connection.execute("SELECT 1")
    except psycopg.OperationalError:
        return False
    return True


def test_a_login_opens_only_so_many_sessions(besieged: Besieged) -> None:
    url, opened = besieged.logins["officer"], []
    try:
        with pytest.raises(psycopg.OperationalError, match="too many connections for role"):
            opened.extend(psycopg.connect(url) for _ in range(20))
    finally:
        for one in opened:
            one.close()


def test_a_wrong_password_is_told_without_repeating_it(besieged: Besieged) -> None:
    url = besieged.team.cluster.url("officer_66", besieged.team.name, "s3cret-guess")
    with pytest.raises(NotAllowed) as refused:
        TeamJournal(url).head()
    assert "s3cret" not in str(refused.value)
    assert refused.value.__cause__ is None


def test_who_is_cut_off_is_out_at_once(besieged: Besieged) -> None:
    url = besieged.team.officer("77")
    journal = TeamJournal(url)
    assert journal.actor == "77"
    assert cut_off(besieged.team.admin, "officer_77") == 1
    with pytest.raises(NotAllowed):
        journal.append(propose("note.added", "late/1", {}), 0)
    journal.close()
