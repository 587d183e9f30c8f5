"""What a station's profiles and servers are, a workstation takes over."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from controlroom.engine.station.listing import decode, listing_of, take_over
from controlroom.model.profile import Profile
from controlroom.model.server import Server
from controlroom.store.cache.servers import ServerKeeper, ServerList
from controlroom.store.cache.writer import CacheWriter

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HERE = ("mastodon", "fenmast.example")


def cache(folder: Path) -> CacheWriter:
    folder.mkdir()
    return CacheWriter.open(folder, bytes(32))


@pytest.fixture
def station(tmp_path: Path) -> Iterator[CacheWriter]:
    with closing(cache(tmp_path / "station")) as one:
        yield one


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[CacheWriter]:
    with closing(cache(tmp_path / "desk")) as one:
        yield one


def handed_over(station: CacheWriter, desk: CacheWriter) -> bool:
    return take_over(decode(msgspec.json.encode(listing_of(station))), desk)


def test_what_servers_take_comes_with_the_profiles(station: CacheWriter, desk: CacheWriter) -> None:
    station.add_profiles([Profile(0, HERE[0], "f/1", "west", host=HERE[1])])
    told = ServerKeeper(station.database)
    told.keep(*HERE, Server(characters=11_000, kinds=("image/png",)), NOW)
    assert handed_over(station, desk)
    assert [one.host for one in desk.profiles()] == [HERE[1]]
    assert ServerList(desk.database).told() == told.told()
    told.keep(*HERE, Server(characters=280), NOW)
    assert not handed_over(station, desk), "nothing else is to be read"
    assert ServerList(desk.database).told()[HERE].characters == 280


def test_a_station_of_before_tells_of_no_servers(desk: CacheWriter) -> None:
    assert not take_over(decode(b'{"profiles":[],"streams":[]}'), desk)
    assert ServerList(desk.database).told() == {}
