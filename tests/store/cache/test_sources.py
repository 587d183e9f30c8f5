"""Profiles, groups, streams and states as the cache keeps them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from controlroom.model.profile import Group, Profile
from controlroom.model.reading import Gap, GapCause, SourceState
from controlroom.model.stream import Source, SourceKind, Stream
from controlroom.store.cache.schema import CACHE
from controlroom.store.cache.sources import SourceList
from controlroom.store.cache.states import StateKeeper, StateList
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.database import Database

KEY = b"k" * 32
NOW = datetime(2026, 11, 22, tzinfo=UTC)
ROADS = Profile(0, "mastodon", "h/7", "roads", "Roads Policing", "fenmast.example", 2, "4411")
SOURCE = Source("mastodon", SourceKind.HASHTAG, 1, "M97")


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[CacheWriter]:
    one = CacheWriter.open(tmp_path, KEY)
    yield one
    one.close()


def test_what_is_saved_is_read_by_a_reader(writer: CacheWriter, tmp_path: Path) -> None:
    profile = writer.save_profile(ROADS)
    group = writer.save_group(Group(0, "Brackenford", 0))
    stream = writer.save_stream(Stream(0, "Motorway", (SOURCE,), "lorry", urgent=True))
    database = Database.open(tmp_path, CACHE, KEY, write=False)
    listed = SourceList(database)
    assert listed.profiles() == [replace(ROADS, id=profile)]
    assert listed.groups() == [Group(group, "Brackenford", 0)]
    assert listed.streams() == [Stream(stream, "Motorway", (SOURCE,), "lorry", urgent=True)]
    database.close()


def test_saving_again_changes_and_does_not_add(writer: CacheWriter) -> None:
    first = writer.save_profile(ROADS)
    assert writer.save_profile(replace(ROADS, handle="new")) == first
    assert writer.save_profile(replace(ROADS, id=first, name="Traffic")) == first
    assert [p.name for p in writer.profiles()] == ["Traffic"]
    stream = writer.save_stream(Stream(0, "a"))
    assert writer.save_stream(Stream(stream, "b")) == stream
    assert [s.name for s in writer.streams()] == ["b"]


def test_a_state_and_its_gaps_are_saved_together(writer: CacheWriter) -> None:
    keeper = StateKeeper(writer.database)
    assert keeper.state(SOURCE) == SourceState(SOURCE)
    state = SourceState(SOURCE, mark="9 8", complete_from=NOW, complete_to=NOW)
    number = keeper.save_state(state, Gap(0, NOW, GapCause.NETWORK_DOWN, NOW))
    assert keeper.state(SOURCE) == replace(state, id=number)
    (gap,) = keeper.gaps()
    assert (gap.source, gap.cause, gap.ends) == (number, GapCause.NETWORK_DOWN, None)
    closed = replace(gap, ends=NOW, older="5", mark="1", filled_at=NOW, lost=True)
    keeper.save_state(replace(state, trouble=GapCause.TOO_MUCH), closed)
    assert keeper.gaps() == [closed]
    assert keeper.gaps(number, standing=True) == []
    assert keeper.gaps(number + 1) == []


def test_states_are_read_from_a_database_that_is_only_read(
    writer: CacheWriter, tmp_path: Path
) -> None:
    StateKeeper(writer.database).save_state(SourceState(SOURCE, trouble=GapCause.NOT_FOUND))
    database = Database.open(tmp_path, CACHE, KEY, write=False)
    (state,) = StateList(database).states()
    assert state.trouble is GapCause.NOT_FOUND
    database.close()
