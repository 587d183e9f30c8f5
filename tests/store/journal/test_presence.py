"""Who is at which desk, through the functions of a real database, and past them."""

from collections.abc import Iterator

import psycopg
import pytest

from benchmarks.postgres import Cluster
from controlroom.model.presence import Doing, Present
from controlroom.store.journal.postgres.presence import MOST_DESKS, PresenceLink
from controlroom.store.journal.postgres.setup import update
from tests.store.journal.conftest import Team

TALK = "conversation/x//1/2"
FORGED = (
    "INSERT INTO controlroom.present VALUES ('4711', 'd', 'typing', 'c', now(), now())",
    "UPDATE controlroom.present SET actor = '4711'",
    "DELETE FROM controlroom.present",
    "TRUNCATE controlroom.present",
    "SELECT * FROM controlroom.present",
    "COPY controlroom.present FROM STDIN",
    "SET ROLE officer_22; SELECT controlroom.be_present('typing', 'c', 'd')",
    "SET SESSION AUTHORIZATION officer_22; SELECT controlroom.be_present('typing', 'c', 'd')",
    "ALTER FUNCTION controlroom.be_present(text, text, text) SECURITY INVOKER",
    "DROP TABLE controlroom.present",
    "ALTER TABLE controlroom.present ADD COLUMN mine text",
    "SELECT controlroom.be_present('approving', 'c', 'd')",
    "SELECT controlroom.be_present(NULL, 'c', 'd')",
    "SELECT controlroom.be_present('typing', NULL, 'd')",
    "SELECT controlroom.be_present('typing', 'c', NULL)",
    "SELECT controlroom.be_present('typing', repeat('x', 401), 'd')",
    "SELECT controlroom.be_present('typing', 'c', '')",
    "SELECT controlroom.be_present('typing', 'c', repeat('x', 61))",
    "SELECT controlroom.be_present('typing', E'c\\nd', 'd')",
)


class Desks:
    """Desks of one team, closed at the end."""

    def __init__(self, team: Team) -> None:
        self.team, self._made = team, list[PresenceLink]()

    def at(self, number: str, desk: str) -> PresenceLink:
        self._made.append(PresenceLink(self.team.officer(number), desk))
        return self._made[-1]

    def close(self) -> None:
        for one in self._made:
            one.close()


@pytest.fixture
def desks(team: Team) -> Iterator[Desks]:
    made = Desks(team)
    yield made
    made.close()


def told(found: list[Present]) -> list[tuple[str, str, str, str]]:
    return [(one.officer, one.desk, str(one.doing), one.about) for one in found]


def test_each_desk_hears_of_the_others_and_a_newcomer_of_those_before(desks: Desks) -> None:
    thorne, shah = desks.at("4711", "Desk 3"), desks.at("22", "Desk 7")
    assert thorne.tell(Doing.READING, TALK) == []
    assert told(shah.tell(Doing.TYPING, TALK)) == [("4711", "Desk 3", "reading", TALK)]
    assert thorne.wait(30)
    assert told(thorne.others()) == [("22", "Desk 7", "typing", TALK)]
    newcomer = desks.at("33", "Desk 9")
    assert [one.officer for one in newcomer.tell(Doing.HERE, "")] == ["22", "4711"]
    shah.tell(Doing.GONE, "")
    assert [one.officer for one in newcomer.others()] == ["4711"]


def test_saying_the_same_again_keeps_its_beginning_and_wakes_nobody(desks: Desks) -> None:
    thorne, shah = desks.at("4711", "Desk 3"), desks.at("22", "Desk 7")
    thorne.tell(Doing.HERE, "")
    shah.tell(Doing.TYPING, TALK)
    assert thorne.wait(30)
    [first] = thorne.others()
    shah.tell(Doing.TYPING, TALK)
    assert not thorne.wait(0)
    assert thorne.others() == [first]
    shah.tell(Doing.READING, TALK)
    assert thorne.wait(30)
    assert thorne.others()[0].since > first.since


def test_one_officer_at_two_desks_is_two_and_at_very_many_the_latest(desks: Desks) -> None:
    here, there = desks.at("22", "Desk 1"), desks.at("22", "Desk 2")
    here.tell(Doing.HERE, "")
    assert [one.desk for one in there.tell(Doing.HERE, "")] == ["Desk 1"]
    with psycopg.connect(desks.team.officer("66"), autocommit=True) as session:
        for number in range(3 * MOST_DESKS):
            session.execute("SELECT controlroom.be_present('here', '', %s)", (f"d{number}",))
    found = [one.desk for one in here.others() if one.officer == "66"]
    assert sorted(found) == sorted(f"d{n}" for n in range(2 * MOST_DESKS, 3 * MOST_DESKS))


def test_who_is_silent_for_half_a_minute_is_gone(desks: Desks) -> None:
    thorne, shah = desks.at("4711", "Desk 3"), desks.at("22", "Desk 7")
    shah.tell(Doing.TYPING, TALK)
    age = "UPDATE controlroom.present SET seen_at = seen_at - interval '{} seconds'"
    desks.team.cluster.run(age.format(20), desks.team.name)
    assert len(thorne.others()) == 1
    desks.team.cluster.run(age.format(11), desks.team.name)
    assert thorne.others() == []
    thorne.tell(Doing.HERE, "")
    with psycopg.connect(desks.team.admin) as session:
        assert session.execute("SELECT count(*) FROM controlroom.present").fetchone() == (1,)


def test_an_open_transaction_keeps_nobody_waiting(desks: Desks) -> None:
    thorne = desks.at("4711", "Desk 3")
    with psycopg.connect(desks.team.officer("66")) as stuck:
        stuck.execute("SELECT controlroom.be_present('typing', 'c', 'd')")
        stuck.commit()
        age = "UPDATE controlroom.present SET seen_at = seen_at - interval '1 hour'"
        desks.team.cluster.run(age, desks.team.name)
        stuck.execute("SELECT controlroom.be_present('typing', 'c', 'd')")
        assert thorne.tell(Doing.TYPING, TALK) == []
        stuck.rollback()


@pytest.mark.parametrize("statement", FORGED, ids=lambda one: one[:60])
def test_nobody_forges_who_is_there(desks: Desks, statement: str) -> None:
    shah = desks.at("22", "Desk 7")
    shah.tell(Doing.READING, TALK)
    watcher = desks.at("33", "Desk 9")
    with psycopg.connect(desks.team.officer("66"), autocommit=True) as session:
        with pytest.raises(psycopg.Error) as refused:
            session.execute(statement.encode())
        assert refused.value.sqlstate in ("42501", "CR400")
    assert told(watcher.others()) == [("22", "Desk 7", "reading", TALK)]


def test_nothing_a_session_sets_makes_it_somebody_else(desks: Desks) -> None:
    watcher = desks.at("33", "Desk 9")
    with psycopg.connect(desks.team.officer("66"), autocommit=True) as session:
        session.execute("SET search_path = pg_temp")
        session.execute("SET controlroom.actor = '4711'")
        session.execute("SET ROLE controlroom_desk")
        session.execute("SELECT controlroom.be_present('typing', 'c', 'd')")
        session.execute("NOTIFY controlroom_presence, '4711 types'")
        assert told(watcher.others()) == [("66", "d", "typing", "c")]


def test_a_station_is_at_no_desk(desks: Desks) -> None:
    with psycopg.connect(desks.team.station(), autocommit=True) as session:
        for ask in ("be_present('here', '', 'd')", "who_is_present()"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                session.execute(f"SELECT controlroom.{ask}".encode())


def test_a_database_from_before_learns_of_presence(cluster: Cluster) -> None:
    team = Team(cluster)
    for drop in ("FUNCTION controlroom.be_present", "FUNCTION controlroom.who_is_present"):
        cluster.run(f"DROP {drop}", team.name)
    cluster.run("DROP TABLE controlroom.present", team.name)
    update(team.admin)
    desk = PresenceLink(team.officer("22"), "Desk 7")
    assert desk.tell(Doing.HERE, "") == []
    desk.close()
