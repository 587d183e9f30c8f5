"""From the spool into the database: a post that it does not take keeps no other from going."""

import logging
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from controlroom.engine.station.copying import Copier
from controlroom.engine.station.spooling import SpoolingWriter
from controlroom.engine.station.standing import Paces, ToldGap, ToldState, decode
from controlroom.engine.station.teller import Teller
from controlroom.model.reading import Gap, GapCause, SourceState
from controlroom.model.stream import Source, SourceKind, Stream
from controlroom.store.archive.errors import NotOnDuty
from controlroom.store.archive.parcel import Missed, Parcel, Seen
from controlroom.store.archive.spool import Spool
from controlroom.store.archive.writing import ArchiveWriter, Keep
from controlroom.store.cache.states import StateKeeper
from tests.store.archive.conftest import Archive
from tests.store.archive.samples import (
    MENTIONS,
    MESSAGES,
    NAMES,
    NOW,
    PROFILES,
    here,
    parcel_of,
    post,
    seen,
    texts,
)
from tests.store.journal.conftest import Team, team

__all__ = ["team"]
KEY = bytes(range(32))


@pytest.fixture
def archive(team: Team) -> Iterator[Archive]:
    with ExitStack() as stack:
        one = Archive(team, stack)
        one.writer.set_readers(here("22"), 1)
        yield one


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[SpoolingWriter]:
    spool = Spool.open(tmp_path, KEY)
    one = SpoolingWriter.open(tmp_path, KEY)
    one.spool, one.came = spool, threading.Event()
    for profile in PROFILES.values():
        one.save_profile(profile)
    yield one
    one.close()
    spool.close()


def finished(cache: SpoolingWriter, archive: ArchiveWriter) -> Copier:
    """Returns a copier that has sent what waits."""
    over = threading.Event()
    over.set()
    copier = Copier(cache, archive, over, lambda today: Keep(date.min, date.min))
    copier.work()
    return copier


def test_what_goes_into_the_cache_goes_to_the_team(archive: Archive, cache: SpoolingWriter) -> None:
    changes = cache.ingest([seen(post(str(n))) for n in range(3)])
    assert len(changes.new) == 3
    assert finished(cache, archive.writer).copied == 3
    assert sorted(texts(archive.reader("22"))) == ["0", "1", "2"]
    assert cache.spool.waiting() == 0


def test_what_the_database_does_not_take_is_found_and_set_aside(
    archive: Archive, cache: SpoolingWriter, caplog: pytest.LogCaptureFixture
) -> None:
    good = parcel_of(*(seen(post(str(n))) for n in range(20)))
    day = good.seen[0].day
    bad = Seen(day, "a\0b", "poison", False, [], [], NOW, b"", b"")
    gone = [Missed("a\0b", "lost", NOW)]
    cache.spool.put(Parcel([*good.seen[:7], bad, *good.seen[7:]], gone))
    with caplog.at_level(logging.WARNING):
        copier = finished(cache, archive.writer)
    assert copier.copied == 20
    assert len(texts(archive.reader("22"))) == 20
    assert "'poison'" in caplog.text
    assert "'lost'" in caplog.text
    assert cache.spool.waiting() == 0


def test_who_is_not_on_duty_keeps_what_waits(archive: Archive, cache: SpoolingWriter) -> None:
    cache.ingest([seen(post("1"))])
    stale = archive.written(archive.station, archive.fence + 1)
    with pytest.raises(NotOnDuty):
        finished(cache, stale)
    assert cache.spool.waiting() == 1


def told(archive: Archive, after: int = 0) -> list[ToldState]:
    """What an officer is told of the sources."""
    return [decode(body) for body in archive.reader("22").reading(after)[1] if body]


def read_lately(cache: SpoolingWriter, *sources: Source) -> StateKeeper:
    """Has a station read the sources of a stream."""
    cache.save_stream(Stream(0, "Mentions", sources))
    keeper = StateKeeper(cache.database)
    for source in sources:
        keeper.save_state(SourceState(source, 0, "mark", NOW - timedelta(hours=1), NOW))
    return keeper


def test_how_each_source_of_a_stream_stands_is_told_with_its_gaps(
    archive: Archive, cache: SpoolingWriter
) -> None:
    keeper = read_lately(cache, MENTIONS, MESSAGES)
    keeper.save_state(SourceState(Source("x", SourceKind.SEARCH, 2, "left"), complete_to=NOW))
    state, hour = keeper.state(MENTIONS), timedelta(hours=1)
    stands = Gap(0, NOW - 3 * hour, GapCause.TOO_MUCH, NOW - hour, ends=NOW - hour, lost=True)
    filled = Gap(0, NOW - 9 * hour, GapCause.ASLEEP, NOW - 8 * hour, filled_at=NOW)
    keeper.save_state(replace(state, trouble=GapCause.TOKEN_EXPIRED), stands, filled)
    finished(cache, archive.writer)
    gap = ToldGap(stands.begins, stands.cause, stands.found_at, stands.ends, lost=True)
    mentions, messages = (NAMES.of_source(one) for one in (MENTIONS, MESSAGES))
    assert {one.source: one for one in told(archive)} == {
        mentions: ToldState(mentions, NOW - hour, NOW, GapCause.TOKEN_EXPIRED, (gap,)),
        messages: ToldState(messages, NOW - hour, NOW),
    }


class Noting(ArchiveWriter):
    """Notes in which order things are sent."""

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive.station, archive.fence)
        self.sent: list[str] = []

    def take_in(self, parcel: Parcel) -> int:
        self.sent.append("posts")
        return super().take_in(parcel)

    def set_reading(self, bodies: Mapping[str, str], *, whole: bool) -> None:
        self.sent.append("whole" if whole else "part")
        super().set_reading(bodies, whole=whole)


def test_a_source_is_not_said_to_be_read_before_its_posts_are_with_the_team(
    archive: Archive, cache: SpoolingWriter
) -> None:
    cache.ingest([seen(post("1"))])
    read_lately(cache, MENTIONS)
    writer = Noting(archive)
    finished(cache, writer)
    writer.close()
    assert writer.sent == ["posts", "whole"]


def test_only_what_changed_is_told_and_a_source_that_goes_is_taken_back(
    archive: Archive, cache: SpoolingWriter
) -> None:
    keeper, writer, paces = read_lately(cache, MENTIONS, MESSAGES), Noting(archive), Paces()
    teller = Teller(cache, writer, paces)

    def tell() -> None:
        teller.look(now=True)
        teller.tell()

    tell()
    tell()
    assert writer.sent == ["whole"]
    later = NOW + timedelta(minutes=1)
    keeper.save_state(replace(keeper.state(MENTIONS), complete_to=later))
    paces.hear({"network": "mastodon", "kind": "mentions", "profile": 1, "pace": 60, "term": ""})
    tell()
    assert writer.sent == ["whole", "part"]
    assert [(one.complete_to, one.pace) for one in told(archive, 1)] == [(later, 60.0)]
    (stream,) = cache.streams()
    cache.save_stream(replace(stream, sources=(MENTIONS,)))
    tell()
    writer.close()
    assert [one.source for one in told(archive)] == [NAMES.of_source(MENTIONS)]
