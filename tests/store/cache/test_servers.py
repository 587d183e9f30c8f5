"""What servers told is kept with when they told it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from controlroom.model.server import Server
from controlroom.store.cache.schema import CACHE
from controlroom.store.cache.servers import ServerKeeper
from controlroom.store.database import Database
from controlroom.store.migrate import applied

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LONG = Server(characters=11_000, kinds=("image/png", "video/mp4"), poll_least_min=5)
HERE = ("mastodon", "fenmast.example")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    one = Database.open(tmp_path, CACHE, bytes(32), write=True)
    yield one
    one.close()


def test_what_a_server_told_last_stands(database: Database) -> None:
    keeper = ServerKeeper(database)
    assert keeper.keep(*HERE, LONG, NOW)
    assert keeper.keep("mastodon", "tiny.example", Server(characters=280), NOW)
    assert keeper.told() == {HERE: LONG, ("mastodon", "tiny.example"): Server(characters=280)}
    later = NOW + timedelta(hours=6)
    assert not keeper.keep(*HERE, LONG, later), "it says what it said before"
    assert keeper.asked()[HERE] == later
    assert keeper.keep(*HERE, replace(LONG, characters=280), later)
    assert keeper.told()[HERE].characters == 280


def test_a_cache_of_before_gets_the_table(tmp_path: Path) -> None:
    older = replace(CACHE, migrations=CACHE.migrations[:-1])
    Database.open(tmp_path, older, bytes(32), write=True).close()
    database = Database.open(tmp_path, CACHE, bytes(32), write=True)
    try:
        with database.read() as connection:
            assert applied(connection) == [one.__name__ for one in CACHE.migrations]
        assert ServerKeeper(database).told() == {}
    finally:
        database.close()
