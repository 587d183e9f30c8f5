"""Many profiles at once, their groups, and profiles that go."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from controlroom.model.profile import Profile
from controlroom.model.stream import Reach, Source, SourceKind, Stream
from controlroom.store.cache.writer import CacheWriter

KEY = bytes(32)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[CacheWriter]:
    one = CacheWriter.open(tmp_path, KEY)
    yield one
    one.close()


def profile(number: int, group: int = 0) -> Profile:
    return Profile(0, "x", str(number), f"westmarch{number}", group=group)


def test_profiles_are_saved_at_once_with_groups_made_where_need_be(writer: CacheWriter) -> None:
    first = writer.add_profiles([profile(1), profile(2)], ["Brackenford", "Oldmere"])
    second = writer.add_profiles([profile(3), profile(4)], ["Brackenford"])
    names = {group.id: group.name for group in writer.groups()}
    found = {one.id: names.get(one.group, "") for one in writer.profiles()}
    assert [found[number] for number in first] == ["Brackenford", "Oldmere"]
    assert [found[number] for number in second] == ["Brackenford", ""]
    assert sorted(names.values()) == ["Brackenford", "Oldmere"]


def test_an_account_added_again_keeps_its_id(writer: CacheWriter) -> None:
    assert writer.add_profiles([profile(1)]) == writer.add_profiles([profile(1)], ["Oldmere"])
    assert len(writer.profiles()) == 1


def test_a_profile_that_goes_is_read_by_no_stream_any_more(writer: CacheWriter) -> None:
    one, other = writer.add_profiles([profile(1), profile(2)])
    sources = tuple(Source("x", SourceKind.MENTIONS, number) for number in (one, other))
    writer.save_stream(Stream(0, "Mentions", sources))
    writer.remove_profiles([one])
    assert [left.id for left in writer.profiles()] == [other]
    assert writer.streams()[0].sources == sources[1:]


def test_a_streams_reaches_and_purpose_come_back(writer: CacheWriter) -> None:
    stream = Stream(
        0, "All", (Source("x", SourceKind.MENTIONS, 1),),
        reaches=(Reach(SourceKind.MENTIONS, group=2, network="x"),),
        purpose="Safety of the derby crowd",
    )  # fmt: skip
    number = writer.save_stream(stream)
    assert writer.streams() == [replace(stream, id=number)]


def test_streams_saved_by_the_first_version_are_read(writer: CacheWriter) -> None:
    number = writer.save_stream(Stream(0, "Old"))
    held = b'[{"network":"x","kind":"mentions","profile":1,"term":""}]'
    with writer.database.write() as connection:
        connection.exec_driver_sql("UPDATE stream SET sources = ? WHERE id = ?", (held, number))
    assert writer.streams()[0].sources == (Source("x", SourceKind.MENTIONS, 1),)
