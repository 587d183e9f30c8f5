"""A data folder that has joined a team: whose desk it is, and where its record is."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks import postgres
from controlroom.house import Keeper
from controlroom.keychain import MemoryKeychain
from controlroom.keychain.keysfile import needed_keys
from controlroom.keychain.team import TeamSecrets
from controlroom.model.journal_kinds import OfficerAdded, proposal_of
from controlroom.store.journal.postgres.setup import add_officer, create
from controlroom.team.follower import folded
from controlroom.team.joined import join, leave
from controlroom.team.roles import founding


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.Cluster]:
    if reason := postgres.missing():
        pytest.skip(reason)
    with postgres.cluster() as one:
        yield one


def test_a_desk_of_a_team_is_its_logins_and_its_record_is_the_teams(
    server: postgres.Cluster, tmp_path: Path
) -> None:
    folder, chain = tmp_path / "data", MemoryKeychain()
    keeper = Keeper(folder, door=lambda _: chain)
    keeper.open()
    keeper.close()
    name = server.database()
    admin = server.url("postgres", name)
    create(admin, proposal_of(founding("WP7", "Asha Venn", alone=True)))
    url = server.url(add_officer(admin, "WP7", "word"), name)
    secrets = TeamSecrets(chain, needed_keys(folder).key_id)
    assert join(folder, url, "word", secrets).actor == "WP7"
    house = keeper.open().house
    try:
        assert house.acting("1") == "WP7"
        assert house.founding("1") is None
        assert "word" not in (folder / "team.json").read_text("utf-8")
        with closing(house.record("WP7")) as record:
            record.append(proposal_of(OfficerAdded("WP8", "Ben Oake")), 1)
            while record.wait(record.head().seq, 0):
                pass
            assert set(folded(record).state.officers) == {"WP7", "WP8"}
    finally:
        keeper.close()
    leave(folder, secrets)
    house = keeper.open().house
    assert not house.team
    keeper.close()
