"""The 50 newest hits of many kinds of query, and pages of a stream, through the cache's own face.

    python -m benchmarks.search --posts 1000000

Every query ends in finished posts, as a column takes them. `--keep DIR` keeps the cache there and
takes it up again, so that ten million posts need to be stored once only. The full text is asked as
an engine leaves it that had a minute without work: merged in small steps, which are measured too;
`--unmerged` asks it as it stands right after so many posts at once. The file is read once before,
so that the system has it in memory as far as it fits; `--cold` asks it as it lies, and what is not
in memory then comes from the disk. `cpu_p95_ms` is time of the processor alone, for a machine that
does other things meanwhile.
"""

import random
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import click

from benchmarks.measure import KEY, folder, peak_mib, percentile, report
from benchmarks.posts import COMMON, PHRASE, RARE_WORD, STREAMS, sightings
from controlroom.model.profile import Profile
from controlroom.model.query.parse import parse
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.writer import CacheWriter

BATCH = 1_000
ROUNDS = 200
BEGINNINGS = ("incen", "shou", "bro", "thi", "stre", "fla", "quo")
TWO_LETTERS = ("ra", "st", "mo", "ti")

Ask = Callable[[random.Random], object]


class Taken(NamedTuple):
    """Milliseconds of each round, and of the processor in each."""

    wall: list[float]
    cpu: list[float]

    def part(self, part: float) -> float:
        """Returns the milliseconds within which `part` (0 to 1) of the rounds ended."""
        return round(percentile(self.wall, part), 2)


@click.command()
@click.option("--posts", default=1_000_000, show_default=True)
@click.option("--keep", type=click.Path(path_type=Path), default=None)
@click.option("--merged/--unmerged", default=True, show_default=True)
@click.option("--warm/--cold", default=True, show_default=True)
def main(posts: int, keep: Path | None, merged: bool, warm: bool) -> None:
    """Measures search and paging."""
    with nullcontext(keep) if keep else folder() as place:
        assert place is not None
        place.mkdir(exist_ok=True)
        fill(place, posts)
        steps = merge(place) if merged else []
        if warm:
            read_through(place)
        measure(place, posts, steps)


def fill(place: Path, posts: int) -> None:
    """Stores the posts unless they are there already."""
    writer = CacheWriter.open(place, KEY)
    with writer.database.read() as connection:
        there = connection.exec_driver_sql("SELECT count(*) FROM post").scalar_one()
    if there == 0:
        with writer.database.write() as connection:
            for number in range(1, 265):
                connection.exec_driver_sql(*_profile(number))
        source = sightings(posts, per_second=posts / (60 * 86_400))
        while batch := list(islice(source, BATCH)):
            writer.ingest(batch)
        writer.database.checkpoint("TRUNCATE")
    writer.close()


def merge(place: Path) -> list[float]:
    """Merges the full text as an idle engine does; returns the milliseconds of each step."""
    writer = CacheWriter.open(place, KEY)
    steps, more = [], True
    while more:
        start = time.perf_counter()
        more = writer.tidy_step()
        steps.append((time.perf_counter() - start) * 1000)
    writer.database.checkpoint("TRUNCATE")
    writer.close()
    return steps


def read_through(place: Path) -> None:
    """Has the system take the cache into memory as far as it fits."""
    with (place / "cache.db").open("rb", buffering=0) as file:
        while file.read(1 << 20):
            pass


def _profile(number: int) -> tuple[str, tuple[object, ...]]:
    profile = Profile(number, "x", f"w{number}", f"WestmarchUnit{number}")
    return (
        (
            "INSERT INTO profile (id, network, remote_id, handle, name, host, group_id, owner)"
            " VALUES (?, ?, ?, ?, '', '', 0, '')"
        ),
        (profile.id, profile.network, profile.remote_id, profile.handle),
    )


def kinds(reader: CacheReader) -> dict[str, Ask]:
    """Returns the queries by kind; each round asks for something else of the same kind."""

    def asking(make: Callable[[random.Random], str]) -> Ask:
        return lambda chance: reader.search(parse(make(chance)), limit=50)

    def common(chance: random.Random) -> str:
        return chance.choice(COMMON[:12])

    def day(chance: random.Random) -> str:
        return f"since:2026-05-{chance.randint(1, 9):02} until:2026-05-{chance.randint(10, 29)}"

    return {
        "rare": asking(lambda c: RARE_WORD),
        "common": asking(common),
        "two_common": asking(lambda c: f"{common(c)} {common(c)}"),
        "phrase": asking(lambda c: f'"{PHRASE}"'),
        "profile": asking(lambda c: f"{common(c)} profile:WestmarchUnit{c.randint(100, 250)}"),
        "network": asking(lambda c: f"{common(c)} network:mastodon"),
        "time": asking(lambda c: f"{common(c)} {day(c)}"),
        "media": asking(lambda c: f"{common(c)} has:image lang:pl"),
        "excluding": asking(lambda c: f"{common(c)} -{common(c)}"),
        "prefix": asking(lambda c: c.choice(BEGINNINGS) + "*"),
        "two_letters": asking(lambda c: c.choice(TWO_LETTERS) + "*"),
    }


def measure(place: Path, posts: int, steps: Sequence[float] = ()) -> None:
    """Asks and reports.

    Args:
        steps: milliseconds of the steps in which the full text was merged.
    """
    reader = CacheReader.open(place, KEY)
    figures = {name: timed(ask) for name, ask in kinds(reader).items()}
    newest = reader.search(parse(""), limit=1)[0].id
    oldest = reader._first()[0].id
    page = timed(lambda c: reader.older(c.randint(1, STREAMS), c.randint(oldest, newest), limit=50))
    top = timed(lambda c: reader.older(c.randint(1, STREAMS), limit=50))
    once = {
        "count_ms": timed(lambda c: reader.count(parse("police")), 20),
        "facets_ms": timed(lambda c: reader.facets(parse("police")), 3),
        "histogram_ms": timed(lambda c: reader.histogram(parse("police")), 3),
    }
    size = sum(file.stat().st_size for file in place.glob("cache.db*"))
    report(
        posts=posts,
        p95_ms={name: taken.part(0.95) for name, taken in figures.items()},
        p50_ms={name: taken.part(0.5) for name, taken in figures.items()},
        cpu_p95_ms={n: round(percentile(taken.cpu, 0.95), 2) for n, taken in figures.items()},
        page_p95_ms=page.part(0.95),
        page_cpu_p95_ms=percentile(page.cpu, 0.95),
        page_newest_p95_ms=top.part(0.95),
        **{name: taken.part(0.5) for name, taken in once.items()},
        merge_steps=len(steps),
        merge_step_p99_ms=percentile(steps, 0.99) if steps else None,
        merge_step_max_ms=max(steps, default=None),
        bytes_per_post=size / posts,
        peak_mib=peak_mib(),
    )
    reader.close()


def timed(ask: Ask, rounds: int = ROUNDS) -> Taken:
    """Returns how long each round took; the first few only warm the cache."""
    chance = random.Random(3)
    warm = min(5, rounds // 3)
    taken = Taken([], [])
    for number in range(rounds + warm):
        start, cpu = time.perf_counter(), time.thread_time()
        ask(chance)
        if number >= warm:
            taken.wall.append((time.perf_counter() - start) * 1000)
            taken.cpu.append((time.thread_time() - cpu) * 1000)
    return taken


if __name__ == "__main__":
    main()
