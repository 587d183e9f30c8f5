"""What preparing a team's database leaves behind, and whom it lets do what."""

import psycopg
import pytest

from benchmarks.postgres import Cluster
from controlroom.model.errors import OurError
from controlroom.model.journal_kinds import KINDS, JournalFounded, proposal_of
from controlroom.store.journal.errors import NotAllowed, NoTeamHere
from controlroom.store.journal.postgres.setup import (
    WrongEncoding,
    add_officer,
    add_station,
    create,
    update,
)
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.team.fold import Fold
from tests.store.journal.conftest import FOUNDING, Team

GRANTED = """
SELECT grantee, privilege_type FROM information_schema.table_privileges
WHERE table_schema = 'controlroom' AND grantee <> 'controlroom_owner'
"""
OWNERS = """
SELECT DISTINCT pg_get_userbyid(relowner) FROM pg_class WHERE relnamespace = %s::regnamespace
UNION SELECT pg_get_userbyid(proowner) FROM pg_proc WHERE pronamespace = %s::regnamespace
"""
PINNED = "SELECT bool_and(prosecdef AND 'search_path=pg_catalog, pg_temp' = ANY (proconfig))"


def test_logins_may_read_entries_and_nothing_else(team: Team) -> None:
    with psycopg.connect(team.admin) as connection:
        granted = connection.execute(GRANTED).fetchall()
        owners = connection.execute(OWNERS, ("controlroom",) * 2).fetchall()
        pinned = connection.execute(
            f"{PINNED} FROM pg_proc WHERE pronamespace = 'controlroom'::regnamespace"
        ).fetchone()
    assert set(granted) == {("controlroom_desk", "SELECT"), ("controlroom_station", "SELECT")}
    assert owners == [("controlroom_owner",)]
    assert pinned == (True,)


def test_the_owner_of_it_all_cannot_sign_in(team: Team) -> None:
    with psycopg.connect(team.admin) as connection:
        roles = connection.execute(
            "SELECT rolname, rolcanlogin, rolsuper FROM pg_roles WHERE rolname LIKE 'controlroom%'"
        ).fetchall()
    assert sorted(roles) == [
        ("controlroom_desk", False, False),
        ("controlroom_owner", False, False),
        ("controlroom_station", False, False),
    ]


def test_an_administrator_who_is_no_superuser_is_told_what_is_left(cluster: Cluster) -> None:
    team = Team(cluster, "dba")
    assert len(team.made.to_run) == 5
    assert all(f'"{team.name}"' in one for one in team.made.to_run if "DATABASE" in one)
    for statement in team.made.to_run:
        cluster.run(statement, team.name)
    with psycopg.connect(team.admin) as connection:
        member = connection.execute("SELECT pg_has_role('dba', 'controlroom_owner', 'MEMBER')")
        assert member.fetchone() == (False,)


def test_an_officer_prepares_nothing(team: Team) -> None:
    url = team.officer("22")
    for deed in (lambda: add_officer(url, "33", "x"), lambda: update(url)):
        with pytest.raises(NotAllowed):
            deed()


def test_a_database_in_another_encoding_is_refused_untouched(cluster: Cluster) -> None:
    cluster.run("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
    url = cluster.url(database="latin")
    with pytest.raises(WrongEncoding):
        create(url, proposal_of(FOUNDING))
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT to_regnamespace('controlroom')").fetchone() == (None,)


def test_kinds_of_a_newer_version_are_taught(team: Team) -> None:
    assert update(team.admin) == []
    team.cluster.run("DELETE FROM controlroom.kind WHERE kind = 'role.defined'", team.name)
    assert update(team.admin) == ["role.defined"]
    assert "role.defined" in KINDS


def test_there_is_nothing_to_teach_where_no_team_is(cluster: Cluster) -> None:
    name = cluster.database()
    with pytest.raises(NoTeamHere, match=name):
        update(cluster.url(database=name))


@pytest.mark.parametrize("number", ["", "22 ", "a", "é", 'x"y', "9" * 21])
def test_a_login_is_made_for_a_force_number_alone(team: Team, number: str) -> None:
    with pytest.raises(OurError):
        add_officer(team.admin, number, "word")
    with pytest.raises(OurError):
        add_station(team.admin, f"{number}-", "word")


def test_a_founding_that_is_too_late_does_not_count(team: Team) -> None:
    station = TeamJournal(team.station())
    late = JournalFounded("66", "Somebody", {"administrator": ("manage",)}, ("administrator",))
    station.append(proposal_of(late), 1)
    fold = Fold()
    assert fold.take(station.entries()) == [2]
    assert set(fold.state.officers) == {"4711"}
    station.close()
