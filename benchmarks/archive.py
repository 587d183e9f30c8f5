"""How fast a team's posts go into PostgreSQL and out to its workstations.

    python -m benchmarks.archive

PostgreSQL is started for it on this computer, with fsync as in service; station and workstations
run beside it, on the same processors. Copied is the station's way: encoded, into the encrypted
spool, out of it into the database. Followed is a new workstation that takes all of it into its
cache. Shown is the time from before a batch is handed to the database until each of the followers,
which stand for workstations, has fetched it; cached, until it is in the cache of one of them.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Self

import click

from benchmarks.measure import KEY, folder, peak_mib, percentile, report, say
from benchmarks.postgres import Cluster, cluster, missing
from benchmarks.posts import PROFILES, sightings
from controlroom.engine.following import Following, TeamNews
from controlroom.intake.gatherer import Gatherer
from controlroom.model.changes import Sighting
from controlroom.model.journal_kinds import proposal_of
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind
from controlroom.store.archive.duty import Duty
from controlroom.store.archive.names import Names
from controlroom.store.archive.parcel import Parcel, joined, parcel
from controlroom.store.archive.reading import ArchiveReader
from controlroom.store.archive.spool import Spool
from controlroom.store.archive.writing import ArchiveWriter, Readable
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.journal.postgres.setup import add_officer, add_station, create
from controlroom.team.roles import founding

BATCH = 1_000
AT_ONCE = 20
"""Posts of a batch that is shown."""
PATIENCE_S = 600.0
_PROFILES = {
    n: Profile(n, "x", str(n), f"westmarch{n}", f"Westmarch {n}") for n in range(1, PROFILES + 1)
}
_NAMES = Names(_PROFILES)


@click.command()
@click.option("--posts", default=50_000, show_default=True, help="To copy and to follow.")
@click.option("--shown", default=60, show_default=True, help="Batches shown to the followers.")
@click.option("--followers", default=50, show_default=True)
def main(posts: int, shown: int, followers: int) -> None:
    """Measures copying, following and showing."""
    if reason := missing():
        say(reason)
        report(posts=posts)
        return
    with cluster(durable=True) as server, folder() as place, ExitStack() as stack:
        team = _Team(server, stack)
        figures = team.copied(place, posts)
        say(f"copied: {figures}")
        figures |= team.followed(place, posts)
        say(f"followed: {figures}")
        figures |= team.shown(place, shown, followers)
        report(**figures, posts=posts, followers=followers, peak_mib=peak_mib())


class _Team:
    """A database with a station on duty and an officer who sees everything."""

    def __init__(self, server: Cluster, stack: ExitStack) -> None:
        self._stack = stack
        name = server.database()
        admin = server.url(database=name)
        create(admin, proposal_of(founding("1", "Asha Venn", alone=True)))
        station = server.url(add_station(admin, "one", "word"), name, "word")
        self.officer = server.url(add_officer(admin, "1", "word"), name, "word")
        server.run("ALTER ROLE officer_1 CONNECTION LIMIT -1", name)
        self._duty = stack.enter_context(closing(Duty(station)))
        self._fence = self._duty.take("bench")
        self.writer = stack.enter_context(closing(ArchiveWriter(station, self._fence)))
        keys = _NAMES.keys(tuple(_PROFILES))
        self.writer.set_readers([Readable("1", ""), *(Readable("1", key) for key in keys)], 1)

    def copied(self, place: Path, posts: int) -> dict[str, object]:
        """Copies posts as a station does."""
        made = list(_read(posts))
        with closing(Spool.open(place, KEY)) as spool:
            start = time.perf_counter()
            parcels = [parcel(batch, [], _NAMES) for batch in _batches(made)]
            encoded = time.perf_counter() - start
            for one in parcels:
                spool.put(one)
            spooled = time.perf_counter() - start - encoded
            self._empty(spool)
            taken = time.perf_counter() - start
        return {
            "copied_per_s": posts / taken,
            "encoded_per_s": posts / encoded,
            "spooled_per_s": posts / spooled,
            "taken_in_per_s": posts / (taken - encoded - spooled),
        }

    def _empty(self, spool: Spool) -> None:
        while True:
            last, parcels = spool.next(BATCH)
            if not last:
                return
            self.writer.take_in(joined(parcels))
            spool.sent(last)

    def followed(self, place: Path, posts: int) -> dict[str, object]:
        """Lets a new workstation take everything over."""
        with _Workstation(place / "cold", self.officer) as one:
            start = time.perf_counter()
            one.begin()
            one.reaches(posts)
            taken = time.perf_counter() - start
        return {"followed_per_s": posts / taken}

    def shown(self, place: Path, batches: int, followers: int) -> dict[str, object]:
        """Shows small batches to one workstation and many followers."""
        made = list(_read(batches * AT_ONCE, seed=2))
        with _Workstation(place / "cold", self.officer) as one, ExitStack() as stack:
            one.begin()
            many = [stack.enter_context(_Follower(self.officer)) for _ in range(followers)]
            time.sleep(2)
            sent = [self._show(part, one) for part in _batches(made, AT_ONCE)]
            last = sent[-1][0]
            for follower in many:
                follower.reaches(last)
        cached = [one.times[seq] - at for seq, at in sent]
        fetched = [follower.times[seq] - at for seq, at in sent for follower in many]
        return {
            "cached_p50_ms": percentile(cached, 0.5) * 1000,
            "cached_p95_ms": percentile(cached, 0.95) * 1000,
            "shown_p50_ms": percentile(fetched, 0.5) * 1000,
            "shown_p95_ms": percentile(fetched, 0.95) * 1000,
            "shown_max_ms": max(fetched) * 1000,
        }

    def _show(self, part: list[Sighting], one: "_Workstation") -> tuple[int, float]:
        ready: Parcel = parcel(part, [], _NAMES)
        self._duty.keep(self._fence)
        at = time.monotonic()
        seq = self.writer.take_in(ready)
        one.reaches(seq)
        time.sleep(0.2)
        return seq, at


class _Workstation:
    """A cache that follows, as the engine of a workstation has it follow."""

    def __init__(self, place: Path, url: str) -> None:
        place.mkdir(exist_ok=True)
        self.times: dict[int, float] = {}
        self._seq = 0
        self._cache = CacheWriter.open(place, KEY)
        self._gatherer = Gatherer(self._cache.ingest)
        self._following = Following(
            ArchiveReader(url),
            self._cache,
            self._gatherer.put,
            writing=threading.Lock(),
            reload=lambda: None,
            tell=self._told,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._following.end()
        self._gatherer.close()
        self._cache.close()

    def begin(self) -> None:
        self._following.begin()

    def reaches(self, seq: int) -> None:
        """Waits until everything up to a number is in the cache."""
        until = time.monotonic() + PATIENCE_S
        while self._seq < seq:
            assert time.monotonic() < until, "it did not come"
            time.sleep(0.002)

    def _told(self, news: TeamNews) -> None:
        self.times[news.seq] = time.monotonic()
        self._seq = news.seq


class _Follower:
    """Fetches what is new, and keeps nothing of it."""

    def __init__(self, url: str) -> None:
        self.times: dict[int, float] = {}
        self._reader = ArchiveReader(url)
        self._seq = self._reader.standing().head
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._follow)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        self._reader.close()

    def reaches(self, seq: int) -> None:
        """Waits until everything up to a number was fetched."""
        until = time.monotonic() + PATIENCE_S
        while self._seq < seq:
            assert time.monotonic() < until, "it did not come"
            time.sleep(0.01)

    def _follow(self) -> None:
        while not self._over.is_set():
            self._reader.wait(1.0)
            page = self._reader.page(self._seq)
            if page.upto > self._seq:
                self.times[page.upto] = time.monotonic()
                self._seq = page.upto


def _read(count: int, seed: int = 1) -> Iterator[Sighting]:
    """Yields posts of the last weeks, each from a source of the profile it came through."""
    start, now = None, datetime.now(UTC)
    for one in sightings(count, seed=seed, per_second=count / 5_000_000):
        start = start or one.post.created_at
        made = replace(
            one.post, created_at=now - timedelta(days=60) + (one.post.created_at - start)
        )
        if seed != 1:
            made = replace(made, remote_id=f"{seed}.{made.remote_id}", created_at=now)
        source = Source(made.network, SourceKind.MENTIONS, one.profiles[0])
        yield Sighting(made, now, one.profiles, (), (source,))


def _batches(made: list[Sighting], size: int = BATCH) -> Iterator[list[Sighting]]:
    rest = iter(made)
    while batch := list(islice(rest, size)):
        yield batch


if __name__ == "__main__":
    main()
