"""Joining a team: the login is tried, the address kept in a file, the password in the keychain."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from benchmarks.postgres import Cluster
from controlroom import opening
from controlroom.cli import main
from controlroom.engine import joining
from controlroom.keychain import MemoryKeychain
from controlroom.keychain.case_lists import CaseKeyKeeper
from controlroom.keychain.keysfile import needed_keys
from controlroom.keychain.team import TeamSecrets
from controlroom.model.guard import Guard
from controlroom.store.archive.errors import ArchiveNewer
from controlroom.store.journal.errors import DatabaseAway, NotAllowed
from controlroom.store.journal.postgres.link import AddressUnreadable
from controlroom.team.joined import (
    NotInATeam,
    TeamFileUnreadable,
    join,
    leave,
    signed_in_address,
    team_address,
)
from tests.store.archive.conftest import Archive
from tests.store.archive.samples import here
from tests.store.journal.conftest import Team, cluster, team

__all__ = ["cluster", "team"]
FOLDER_ID = "ab" * 16


@pytest.fixture
def secrets() -> TeamSecrets:
    return TeamSecrets(MemoryKeychain(), FOLDER_ID)


@pytest.fixture
def archive(team: Team) -> Iterator[Archive]:
    with ExitStack() as stack:
        yield Archive(team, stack)


def bare(team: Team, login: str) -> str:
    return team.cluster.url(login, team.name)


def test_a_good_login_is_remembered_without_its_password(
    archive: Archive, secrets: TeamSecrets, tmp_path: Path
) -> None:
    archive.writer.set_readers(here("22"), 1)
    told = join(tmp_path, archive.team.officer("22"), "", secrets)
    assert (told.actor, told.is_here, told.clock_is_off) == ("22", True, False)
    assert "word-22" not in (tmp_path / "team.json").read_text()
    assert secrets.password() == "word-22"
    assert "officer_22" in team_address(tmp_path)
    again = join(tmp_path, signed_in_address(tmp_path, secrets), "", secrets)
    assert again.actor == "22"
    leave(tmp_path, secrets)
    leave(tmp_path, secrets)
    assert (team_address(tmp_path), secrets.password()) == ("", "")


def test_who_is_not_known_yet_is_told(team: Team, secrets: TeamSecrets, tmp_path: Path) -> None:
    team.officer("22")
    told = join(tmp_path, bare(team, "officer_22"), "word-22", secrets)
    assert (told.actor, told.is_here) == ("22", False)
    station = join(tmp_path, team.station("north"), "", secrets)
    assert (station.actor, station.is_here) == ("login:station_north", False)


def test_what_is_refused_is_not_remembered(
    team: Team, secrets: TeamSecrets, tmp_path: Path
) -> None:
    team.officer("22")
    for error, url, word in (
        (NotAllowed, bare(team, "officer_22"), "wrong"),
        (DatabaseAway, "postgresql://officer_22@127.0.0.1:1/none", "word"),
        (AddressUnreadable, "postgresql://[x/none?y=1", "word"),
    ):
        with pytest.raises(error) as told:
            join(tmp_path, url, word, secrets)
        assert word not in str(told.value)
    team.cluster.run("UPDATE controlroom.archive SET format = 99", team.name)
    with pytest.raises(ArchiveNewer):
        join(tmp_path, bare(team, "officer_22"), "word-22", secrets)
    assert (team_address(tmp_path), secrets.password()) == ("", "")
    with pytest.raises(NotInATeam):
        signed_in_address(tmp_path, secrets)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"url": 5}', "\x00"])
def test_a_file_that_says_nothing_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "team.json").write_text(content)
    with pytest.raises(TeamFileUnreadable):
        team_address(tmp_path)


def run(*words: object, **other: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], **other)  # type: ignore[arg-type]


@pytest.fixture
def chain(monkeypatch: pytest.MonkeyPatch) -> MemoryKeychain:
    memory = MemoryKeychain()
    for room in (opening, joining):
        monkeypatch.setattr(room, "system_keychain", lambda *_: memory)
    return memory


def test_a_new_folder_joins_by_one_command(
    team: Team, chain: MemoryKeychain, tmp_path: Path
) -> None:
    team.officer("22")
    url, folder = bare(team, "officer_22"), tmp_path / "new"
    told = run("--data-dir", folder, "team", "join", url, input="word-22\n")
    assert told.exit_code == 0, told.output
    assert "Recovery key, to be kept on paper: " in told.output
    assert "Joined as 22.\n" in told.output
    assert "once a station is on duty" in told.output
    again = run("--data-dir", folder, "team", "join", url, input="word-22\n")
    assert "Recovery key" not in again.output
    assert "word-22" not in told.output + again.output
    secrets = TeamSecrets(chain, needed_keys(folder).key_id)
    assert secrets.password() == "word-22"


def test_a_clock_that_is_off_is_told_when_joining(
    team: Team, chain: MemoryKeychain, tmp_path: Path
) -> None:
    body = "SELECT a.id, a.format, clock_timestamp() - interval '90 s' FROM controlroom.archive a"
    team.cluster.run(
        "CREATE OR REPLACE FUNCTION controlroom.about(OUT id uuid, OUT format integer,"
        f" OUT now timestamptz) LANGUAGE sql SECURITY DEFINER AS $$ {body} $$",
        team.name,
    )
    team.officer("22")
    told = run("--data-dir", tmp_path, "team", "join", bare(team, "officer_22"), input="word-22\n")
    assert "clock is 90 seconds ahead of the database's" in told.output


def test_a_password_in_the_address_is_refused_unrepeated(tmp_path: Path) -> None:
    told = run("--data-dir", tmp_path, "team", "join", "postgresql://officer_1:s3cret@h/d")
    assert told.exit_code == 2
    assert "asked for" in told.output
    assert "s3cret" not in told.output


def test_a_station_without_a_team_says_so(chain: MemoryKeychain, tmp_path: Path) -> None:
    told = run("--data-dir", tmp_path, "station")
    assert told.exit_code == 1
    assert "has joined no team" in told.output
    assert list(tmp_path.iterdir()) == []


def test_a_station_signs_with_the_same_key_for_good(
    team: Team, chain: MemoryKeychain, tmp_path: Path
) -> None:
    team.station("north")
    run("--data-dir", tmp_path, "team", "join", bare(team, "station_north"), input="word-north\n")
    seats = [joining.station_seat(tmp_path, None) for _ in range(2)]
    assert seats[0].signer.public == seats[1].signer.public
    assert "word-north" in seats[0].url
    assert "word-north" not in repr(seats[0])
    assert seats[0].guard() == Guard("", "westmarch.example", "")
    CaseKeyKeeper(chain, needed_keys(tmp_path).key_id).keep_match(bytes(range(32)))
    assert seats[0].guard().case_key == bytes(range(32)).hex()


def test_a_leaver_is_shut_out_and_a_database_updated_by_a_command(cluster: Cluster) -> None:
    team = Team(cluster)
    url = team.officer("77")
    told = run("team", "cut-off", team.admin, "77")
    assert told.output == "officer_77 is shut out; 0 sessions were ended.\n"
    with pytest.raises(NotAllowed):
        joining.join(Path(), url, "", TeamSecrets(MemoryKeychain(), FOLDER_ID))
    assert run("team", "update", team.admin).output == "It is up to date.\n"
    cluster.run("DELETE FROM controlroom.kind WHERE kind = 'station.took_over'", team.name)
    assert run("team", "update", team.admin).output == "New to it: station.took_over.\n"
