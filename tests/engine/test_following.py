"""A workstation follows the team's archive: everything once, whatever breaks off."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

import pytest

from controlroom.engine.following import Following, TeamNews
from controlroom.engine.station.listing import listing_of, take_over
from controlroom.engine.station.standing import Paces, told_states
from controlroom.engine.telling import Line
from controlroom.intake.gatherer import Gatherer
from controlroom.model.cached import CachedPost
from controlroom.model.changes import Disappearance
from controlroom.model.profile import Group
from controlroom.model.reading import Gap, GapCause, SourceState
from controlroom.model.stream import Reach, Source, SourceKind, Stream
from controlroom.store.archive.parcel import parcel
from controlroom.store.archive.reading import ArchiveReader
from controlroom.store.archive.writing import Readable
from controlroom.store.cache.load import load
from controlroom.store.cache.states import StateKeeper, StateList
from controlroom.store.cache.writer import CacheWriter
from tests.engine.desk import desk
from tests.engine.mastodon_server import wait_until
from tests.store.archive.conftest import Archive
from tests.store.archive.samples import (
    FENMARSH,
    MENTIONS,
    MESSAGES,
    NAMES,
    NOW,
    PROFILES,
    here,
    parcel_of,
    post,
    seen,
)
from tests.store.journal.conftest import Team, cluster, team

__all__ = ["cluster", "team"]
KEY = bytes(range(32))
PATIENCE_S = 120.0


class Workstation:
    """A cache that follows, without a desk around it."""

    def __init__(self, folder: Path, url: str) -> None:
        self._folder, self._url = folder, url
        folder.mkdir(exist_ok=True)
        self.news: list[TeamNews] = []
        self.read: list[Line] = []
        self.reloads = 0

    def __enter__(self) -> Self:
        self.cache = CacheWriter.open(self._folder, KEY)
        self._gatherer = Gatherer(self.cache.ingest)
        self._following = Following(
            ArchiveReader(self._url),
            self.cache,
            self._gatherer.put,
            writing=threading.Lock(),
            reload=self._reload,
            tell=self.news.append,
            read=self.read.append,
        )
        self._following.begin()
        return self

    def __exit__(self, *_: object) -> None:
        self._following.end()
        self._gatherer.close()
        self.cache.close()

    def _reload(self) -> None:
        self.reloads += 1

    def posts(self) -> list[CachedPost]:
        with self.cache.database.read() as connection:
            rows = connection.exec_driver_sql("SELECT id FROM post").all()
            return load(connection, [row[0] for row in rows])

    def count(self) -> int:
        with self.cache.database.read() as connection:
            return int(connection.exec_driver_sql("SELECT count(*) FROM post").scalar_one())

    def has(self, *numbers: str) -> None:
        """Waits until exactly these posts are there."""
        wanted = sorted(numbers)
        wait_until(lambda: sorted(one.post.remote_id for one in self.posts()) == wanted, PATIENCE_S)

    def says(self, part: str) -> None:
        """Waits until it is offline for a reason."""
        wait_until(lambda: self.news and part in self.news[-1].text, PATIENCE_S)

    def is_online(self, seq: int) -> None:
        """Waits until it is online and has everything up to a number."""
        last = TeamNews(True, "", seq, seq)
        wait_until(lambda: self.news and self.news[-1] == last, PATIENCE_S)


@pytest.fixture
def archive(team: Team) -> Iterator[Archive]:
    with ExitStack() as stack:
        yield Archive(team, stack)


@pytest.fixture
def desk_of(archive: Archive, tmp_path: Path) -> Workstation:
    archive.writer.set_readers(here("22"), 1)
    return Workstation(tmp_path / "desk", archive.team.officer("22"))


def test_posts_come_as_they_were_read_and_changes_after_them(
    archive: Archive, desk_of: Workstation
) -> None:
    archive.writer.take_in(parcel_of(seen(post("1")), seen(post("2", days=3))))
    with desk_of as here_:
        here_.has("1", "2")
        bare = {replace(one, raw=b"") for one in (post("1"), post("2", days=3))}
        assert {one.post for one in here_.posts()} == bare
        assert {one.seen_at for one in here_.posts()} == {NOW}
        gone = Disappearance("mastodon", "2", NOW + timedelta(seconds=4))
        last = archive.writer.take_in(parcel([seen(post("1", "new"), after_s=4)], [gone], NAMES))
        here_.is_online(last)
        stands = {one.post.remote_id: one for one in here_.posts()}
        assert stands["1"].post.text == "new"
        assert stands["2"].gone_at == gone.seen_at


def test_profiles_and_streams_are_the_stations_under_own_numbers(
    archive: Archive, desk_of: Workstation, tmp_path: Path
) -> None:
    (tmp_path / "station").mkdir()
    with closing(CacheWriter.open(tmp_path / "station", KEY)) as station:
        group = station.save_group(Group(0, "Boroughs"))
        for profile in PROFILES.values():
            station.save_profile(profile)
        reach = Reach(SourceKind.MENTIONS, group)
        station.save_stream(Stream(0, "Mentions", (MENTIONS,), "-spam", reaches=(reach,)))
        archive.writer.set_listing(_text(station))
    with desk_of as here_:
        own = here_.cache.save_stream(Stream(0, "Mine"))
        archive.writer.take_in(
            parcel_of(seen(post("1")), seen(post("2", "spam")), seen(post("3"), sources=()))
        )
        here_.has("1", "2", "3")
        (stream,) = [one for one in here_.cache.streams() if one.name == "Mentions"]
        numbers = {one.remote_id: one.id for one in here_.cache.profiles()}
        assert stream.id != own
        assert stream.sources == (Source("mastodon", SourceKind.MENTIONS, numbers["11"]),)
        assert [one.name for one in here_.cache.groups()] == []
        assert _in_stream(here_.cache, stream.id) == ["1"]
        assert {one.profiles for one in here_.posts()} == {(numbers["11"],)}
        assert here_.reloads == 1
        assert not take_over(listing_of(here_.cache), here_.cache)


def _text(cache: CacheWriter) -> str:
    import msgspec

    return msgspec.json.encode(listing_of(cache)).decode()


def _in_stream(cache: CacheWriter, stream: int) -> list[str]:
    query = "SELECT remote_id FROM post JOIN stream_post ON id = post_id WHERE stream_id = ?"
    with cache.database.read() as connection:
        return [row[0] for row in connection.exec_driver_sql(query, (stream,))]


def test_a_new_start_goes_on_where_it_was(archive: Archive, desk_of: Workstation) -> None:
    archive.writer.take_in(parcel_of(seen(post("1"))))
    with desk_of as here_:
        here_.is_online(1)
    archive.writer.take_in(parcel_of(seen(post("2"))))
    with desk_of as here_:
        here_.has("1", "2")
        here_.is_online(2)
    assert [one.seq for one in desk_of.news if one.online][-2:] == [1, 2]


def test_who_may_read_messages_since_now_gets_those_of_before(
    archive: Archive, desk_of: Workstation
) -> None:
    archive.writer.take_in(
        parcel_of(seen(post("dm", private=True)), seen(post("old", days=30), sources=(MESSAGES,)))
    )
    archive.writer.take_in(parcel_of(seen(post("open"))))
    with desk_of as here_:
        here_.has("open")
        archive.writer.set_readers([*here("22"), Readable("22", FENMARSH)], 2)
        here_.has("open", "dm", "old")


def test_who_is_not_in_the_team_is_told_so_and_keeps_what_is_there(
    archive: Archive, desk_of: Workstation
) -> None:
    archive.writer.take_in(parcel_of(seen(post("1"))))
    with desk_of as here_:
        here_.has("1")
        archive.writer.set_readers([], 2)
        archive.writer.take_in(parcel_of(seen(post("2"))))
        here_.says("does not know you")
        archive.writer.set_readers(here("22"), 3)
        here_.has("1", "2")
        here_.is_online(2)


def test_an_archive_that_was_put_back_from_a_copy_is_read_anew(
    archive: Archive, desk_of: Workstation
) -> None:
    for number in ("1", "2"):
        archive.writer.take_in(parcel_of(seen(post(number))))
    with desk_of as here_:
        here_.is_online(2)
    base = archive.team.name
    archive.cluster.run("DELETE FROM controlroom.batch WHERE last_seq > 1", base)
    archive.cluster.run("DELETE FROM controlroom.post WHERE seq > 1", base)
    archive.cluster.run("UPDATE controlroom.duty SET last_seq = 1", base)
    archive.writer.take_in(parcel_of(seen(post("3"))))
    with desk_of as here_:
        here_.has("1", "2", "3")


def test_a_database_that_goes_and_comes_again_and_again_loses_nothing(
    archive: Archive, desk_of: Workstation
) -> None:
    server, count = archive.cluster, 0
    with desk_of as here_:
        for _ in range(3):
            made = [post(str(n)) for n in range(count, count + 700)]
            count += len(made)
            archive.writer.take_in(parcel_of(*(seen(one) for one in made)))
            server.stop()
            here_.says("does not answer")
            server.start()
        wait_until(lambda: here_.count() == count, PATIENCE_S)


def test_the_engine_of_a_workstation_follows_and_reads_no_network(
    archive: Archive, tmp_path: Path
) -> None:
    archive.writer.set_readers(here("22"), 1)
    archive.writer.take_in(parcel_of(seen(post("1", "Péniche aground"))))
    with desk(tmp_path / "data", team=archive.team.officer("22")) as one:
        one.hears("changed")
        assert one.texts() == ["Péniche aground"]
        assert one.hears("team", lambda news: news["seq"] == 1)["online"] is True
        one.say(save_stream={"id": 0, "name": "Press", "sources": [
            {"network": "rss", "kind": "feed", "term": "http://127.0.0.1:1/"}]})  # fmt: skip
        one.hears("saved")
        archive.writer.take_in(parcel_of(seen(post("2", "afloat"))))
        one.hears("team", lambda news: news["seq"] == 2)
        assert sorted(one.texts()) == ["Péniche aground", "afloat"]
        assert not one.heard("state")
        assert one.close() == 0


def test_a_clock_that_is_off_is_told(archive: Archive, tmp_path: Path) -> None:
    archive.writer.set_readers(here("22"), 1)
    base = archive.team.name
    body = "SELECT a.id, a.format, clock_timestamp() + interval '1 hour' FROM controlroom.archive a"
    archive.cluster.run(
        "CREATE OR REPLACE FUNCTION controlroom.about(OUT id uuid, OUT format integer,"
        f" OUT now timestamptz) LANGUAGE sql SECURITY DEFINER AS $$ {body} $$",
        base,
    )
    with Workstation(tmp_path / "desk", archive.team.officer("22")) as here_:
        wait_until(lambda: here_.news, PATIENCE_S)
        assert -3_700 < here_.news[-1].ahead_s < -3_500


class Station:
    """The station's cache, and what it tells of it."""

    def __init__(self, folder: Path, archive: Archive) -> None:
        folder.mkdir()
        self.cache, self._archive = CacheWriter.open(folder, KEY), archive
        self.keeper, self.paces = StateKeeper(self.cache.database), Paces()
        for profile in PROFILES.values():
            self.cache.save_profile(profile)
        self.cache.save_stream(Stream(0, "Mentions", (MENTIONS,), urgent=True))

    def reads(self, *gaps: Gap, trouble: GapCause | None = None) -> datetime:
        """Says that it has read its mentions; returns when, a minute later each time."""
        state = self.keeper.state(MENTIONS)
        at = (state.complete_to or NOW) + timedelta(minutes=1)
        begins = state.complete_from or NOW
        stands = replace(state, mark="9", complete_from=begins, complete_to=at, trouble=trouble)
        self.keeper.save_state(stands, *gaps)
        self._archive.writer.set_reading(told_states(self.cache.database, self.paces), whole=True)
        return at

    def tells_what_is_read(self) -> None:
        self._archive.writer.set_listing(_text(self.cache))


@pytest.fixture
def station(archive: Archive, tmp_path: Path) -> Iterator[Station]:
    one = Station(tmp_path / "station", archive)
    yield one
    one.cache.close()


def mentions_of(cache: CacheWriter) -> SourceState:
    """How a workstation has the mentions, under its own numbers."""
    (profile,) = [one.id for one in cache.profiles() if one.remote_id == "11"]
    return StateList(cache.database).state(Source("mastodon", SourceKind.MENTIONS, profile))


def test_how_the_station_reads_is_known_under_own_numbers_and_told(
    desk_of: Workstation, station: Station
) -> None:
    station.paces.hear(
        {"network": "mastodon", "kind": "mentions", "profile": 1, "term": "", "pace": 45.0}
    )
    station.tells_what_is_read()
    at = station.reads()
    with desk_of as here_:
        own = Source("rss", SourceKind.FEED, 0, "http://press.example/")
        StateKeeper(here_.cache.database).save_state(SourceState(own, complete_to=NOW))
        wait_until(lambda: here_.read, PATIENCE_S)
        state = mentions_of(here_.cache)
        assert (state.complete_from, state.complete_to, state.trouble) == (NOW, at, None)
        (stream,) = here_.cache.streams()
        said = here_.read[-1]
        assert said["source"] == state.id
        assert (said["streams"], said["urgent"], said["now"]) == ((stream.id,), True, "live")
        assert (said["last_read"], said["pace"], said["gaps"]) == (at, 45.0, [])
        at = station.reads(trouble=GapCause.TOKEN_EXPIRED)
        wait_until(lambda: here_.read[-1]["now"] == "token_expired", PATIENCE_S)
        assert mentions_of(here_.cache).trouble is GapCause.TOKEN_EXPIRED
        assert here_.read[-1]["last_read"] == at


def test_gaps_come_change_and_go_as_they_do_at_the_station(
    desk_of: Workstation, station: Station
) -> None:
    station.tells_what_is_read()
    hour = timedelta(hours=1)
    older = Gap(0, NOW - 9 * hour, GapCause.ASLEEP, NOW - 8 * hour, ends=NOW - 7 * hour, lost=True)
    newer = Gap(0, NOW - 3 * hour, GapCause.NETWORK_DOWN, NOW - 2 * hour)
    station.reads(older, newer)
    with desk_of as here_:
        wait_until(lambda: here_.read, PATIENCE_S)
        kept = StateList(here_.cache.database)
        first = kept.gaps(standing=True)
        assert [(one.begins, one.ends, one.cause, one.lost) for one in first] == [
            (older.begins, older.ends, older.cause, True),
            (newer.begins, None, newer.cause, False),
        ]
        assert [gap["id"] for gap in _gaps(here_.read[-1])] == [one.id for one in first]
        _, there = station.keeper.gaps(standing=True)
        station.reads(replace(there, begins=NOW - 2 * hour, ends=NOW - hour))
        wait_until(lambda: _gaps(here_.read[-1])[1]["ends"] == NOW - hour, PATIENCE_S)
        assert [one.id for one in kept.gaps(standing=True)] == [one.id for one in first]
        station.reads(replace(there, filled_at=NOW))
        wait_until(lambda: len(_gaps(here_.read[-1])) == 1, PATIENCE_S)
        (left,) = kept.gaps(standing=True)
        assert left.id == first[0].id
        assert len(kept.gaps()) == 2


def _gaps(line: Line) -> list[Line]:
    gaps = line["gaps"]
    assert isinstance(gaps, list)
    return gaps


def test_what_is_told_of_a_source_before_it_is_known_is_taken_once_it_is(
    desk_of: Workstation, station: Station, archive: Archive
) -> None:
    at = station.reads()
    archive.writer.take_in(parcel_of(seen(post("1"))))
    with desk_of as here_:
        here_.has("1")
        here_.is_online(1)
        assert here_.read == []
        station.tells_what_is_read()
        wait_until(lambda: here_.read, PATIENCE_S)
        assert mentions_of(here_.cache).complete_to == at


def test_a_new_station_takes_nothing_back_of_what_was_read(
    desk_of: Workstation, station: Station, archive: Archive
) -> None:
    station.tells_what_is_read()
    at = station.reads()
    with desk_of as here_:
        wait_until(lambda: here_.read, PATIENCE_S)
        mentions = NAMES.of_source(MENTIONS)
        archive.writer.set_reading(
            {mentions: f'{{"source": "{mentions}", "trouble": "network_down"}}', "a": '{"b": 1}'},
            whole=True,
        )
        wait_until(lambda: here_.read[-1]["now"] == "network_down", PATIENCE_S)
        assert mentions_of(here_.cache).complete_to == at
    with desk_of as here_:
        wait_until(lambda: len(here_.read) > 2, PATIENCE_S)
        assert here_.read[-1]["last_read"] == at


def test_a_team_of_before_that_tells_nothing_of_its_sources_is_followed(
    desk_of: Workstation, archive: Archive
) -> None:
    archive.cluster.run("DROP TABLE controlroom.reading", archive.team.name)
    archive.writer.take_in(parcel_of(seen(post("1"))))
    with desk_of as here_:
        here_.has("1")
        here_.is_online(1)


def test_the_engine_of_a_workstation_says_how_sources_stand_and_fills_no_gap(
    archive: Archive, station: Station, tmp_path: Path
) -> None:
    archive.writer.set_readers(here("22"), 1)
    station.tells_what_is_read()
    gap = Gap(0, NOW - timedelta(hours=2), GapCause.TOO_MUCH, NOW, ends=NOW - timedelta(hours=1))
    at = station.reads(gap)
    with desk(tmp_path / "data", team=archive.team.officer("22")) as one:
        state = one.hears("state")
        assert (state["network"], state["kind"], state["now"]) == ("mastodon", "mentions", "live")
        assert datetime.fromisoformat(state["last_read"]) == at
        (told,) = state["gaps"]
        one.say(fill=told["id"])
        error = one.hears("error")
        assert error["kind"] == "FilledByTheStation"
        assert "The station fills gaps by itself." in error["text"]
        assert len(one.gaps()) == 1
        assert one.close() == 0
