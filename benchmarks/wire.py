"""From wire bytes to committed posts, beside bare inserts of the same rows.

The server runs in a process of its own: it is the network. Reading, decoding and writing run in
this one, in threads, as in the engine.
"""

import gc
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.ingest import BATCH, Raw, Statements, captured_rows, seconds, usual
from benchmarks.mastodon_pages import PAGE
from benchmarks.measure import KEY, folder
from controlroom.engine.seats import Feeds, utc_now
from controlroom.engine.sign_ins import SignIns
from controlroom.feeds.base import Per
from controlroom.feeds.registry import NETWORKS
from controlroom.feeds.rules import Allowance, Rules
from controlroom.intake.collector import MOST_PAGES, Collector
from controlroom.intake.gatherer import Gatherer
from controlroom.intake.plan import Plan, Turn
from controlroom.intake.purses import Purses
from controlroom.intake.wanted import wanted_sources
from controlroom.model.changes import Changes, Disappearance, Sighting
from controlroom.model.credential import Credential
from controlroom.model.profile import Profile
from controlroom.model.reading import SourceState
from controlroom.model.stream import Source, SourceKind, Stream
from controlroom.store.cache.rows import Rows
from controlroom.store.cache.spending import SpendingKeeper
from controlroom.store.cache.states import StateKeeper
from controlroom.store.cache.writer import CacheWriter

ACCOUNTS = 20
READERS = 6
RUNS = 3


@contextmanager
def server(accounts: int, count: int) -> Iterator[str]:
    """A server of prepared pages; yields its address."""
    command = [sys.executable, "-m", "benchmarks.mastodon_pages", str(accounts), str(count)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        finally:
            process.stdin.close()


@contextmanager
def no_cycle_collection() -> Iterator[None]:
    """Looks for cycles only before and after."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def wire_ratio() -> dict[str, Any]:
    """Returns both rates in posts a second and their ratio, the median of some runs."""
    rates = []
    # What looking for cycles would go through is what the benchmark holds.
    with server(ACCOUNTS, MOST_PAGES) as base, no_cycle_collection():
        for _ in range(RUNS):
            with folder() as place, folder() as scratch, folder() as raw_place:
                sightings, ours_s = from_wire(place, base)
                raw_s = bare(scratch, raw_place, sightings)
                rates.append((len(sightings) / ours_s, len(sightings) / raw_s))
    ours, raw = sorted(rates, key=lambda pair: pair[0] / pair[1])[len(rates) // 2]
    return {
        "wire_posts_per_s": ours,
        "wire_raw_posts_per_s": raw,
        "wire_ratio": ours / raw,
        "wire_ratios": [round(one / other, 3) for one, other in rates],
    }


def from_wire(place: Path, base: str) -> tuple[list[Sighting], float]:
    """Reads everything once; returns what came and the seconds it took."""
    profiles = [
        Profile(n, "mastodon", f"a/{n}", f"unit{n}", host=base) for n in range(1, ACCOUNTS + 1)
    ]
    sign_ins = SignIns({p.id: Credential(f"account-{p.id}") for p in profiles})
    feeds = Feeds(sign_ins, None, NETWORKS)
    feeds.know(profiles)
    writer = CacheWriter.open(place, KEY)
    seen: list[Sighting] = []

    def write(sightings: list[Sighting], missed: list[Disappearance]) -> Changes:
        seen.extend(sightings)
        return writer.ingest(sightings, missed)

    gatherer = Gatherer(write)  # type: ignore[arg-type]
    keeper = StateKeeper(writer.database)
    plan = Plan(Purses(SpendingKeeper(writer.database, utc_now()), rules=_of_an_account))
    collector = Collector(feeds.of, gatherer.put, keeper, utc_now, plan.purses)
    turns = _turns(plan, profiles, feeds, keeper)
    start = time.perf_counter()
    with ThreadPoolExecutor(READERS) as pool:
        for collected in pool.map(collector.collect, turns):
            assert collected.error is None, collected.error
    took = time.perf_counter() - start
    gatherer.close()
    feeds.close()
    writer.close()
    assert len(seen) == ACCOUNTS * MOST_PAGES * PAGE, len(seen)
    return seen, took


def _of_an_account(network: str) -> Rules:
    """What Mastodon allows an account; without what it allows an address, which all share here."""
    return Rules(network, "", date.min, (Allowance("reads", Per.PROFILE, 300, 300),))


def _turns(plan: Plan, profiles: list[Profile], feeds: Feeds, keeper: StateKeeper) -> list[Turn]:
    """Turns of sources that were read long ago, so that each follows as many pages as it may."""
    sources = tuple(Source("mastodon", SourceKind.HOME, profile.id) for profile in profiles)
    before = datetime.now(UTC) - timedelta(minutes=1)
    for source in sources:
        keeper.save_state(SourceState(source, mark="0", complete_from=before, complete_to=before))
    wanted = wanted_sources(profiles, [Stream(1, "All", sources)], feeds.capabilities)
    plan.want(wanted, utc_now())
    return plan.turns()


def bare(scratch: Path, place: Path, sightings: list[Sighting]) -> float:
    """Returns the seconds bare inserts take for the rows of the same posts."""
    rows = _rows(scratch, sightings)
    raw = Raw(place)
    return sum(seconds(raw.write, statements) for statements in rows)


def _rows(place: Path, sightings: list[Sighting]) -> list[Statements]:
    """Returns what the store would execute, batch by batch."""
    execute, rows = Rows.execute, []
    notes, writer = captured_rows(), CacheWriter.open(place, KEY)
    try:
        for at in range(0, len(sightings), BATCH):
            writer.ingest(sightings[at : at + BATCH])
            rows.append(usual(notes))
            notes.clear()
    finally:
        writer.close()
        # Noting costs time, and the next run is measured.
        Rows.execute = execute  # type: ignore[method-assign]
    return rows
