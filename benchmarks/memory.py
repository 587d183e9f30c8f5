"""Memory of the desk and its engine through an hour of “M97 closed”, on a cache of a million posts.

    python -m benchmarks.memory

The board has thirty columns; the hour goes by at a multiple of its pace. `growth_mib` is by how
much the desk is larger in the last quarter than in the third, by the medians of both, for it rises
and falls by some twenty MiB all the time: a desk that stays level has none.
"""

import os
import shutil
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import click

from benchmarks.flood import engine_pid, rss_mib, run_desk, running
from benchmarks.measure import percentile, report, say
from benchmarks.posts import sightings
from controlroom.bundle import bundled

BATCH, TURN = 1_000, 40
SCENARIO = "m97-closed"
PLACES = ("Dunmarsh", "Marlcross", "Oldmere", "Tarnbridge", "Brackenford", "Pellbrook")
GROUPS = ("Corporate", "Services", "Boroughs", "Units", "Officers", *PLACES, "Roads Policing")


@click.command()
@click.option("--columns", default=30, show_default=True)
@click.option("--posts", default=1_000_000, show_default=True, help="Size of the cache.")
@click.option("--minutes", default=60, show_default=True, help="Of the exercise.")
@click.option("--speed", default=20.0, show_default=True, help="Times the pace of a real clock.")
def main(columns: int, posts: int, minutes: int, speed: float) -> None:
    """Measures memory."""
    desk: list[float] = []
    engine: list[float] = []
    with running(lambda place: write(place, columns), ["--speed", "1"]) as (room, folder):
        room.say(pause=True)
        fill(room, folder, posts)
        room.say(go_on=True, speed=speed)
        lasts = minutes * 60 / speed
        run_desk(room, folder, (3840, 2160), lambda window: watch(window, lasts, desk, engine))
    middle, last = len(desk) // 2, len(desk) * 3 // 4
    report(columns=columns, posts=posts, minutes=minutes, speed=speed, desk_mib=max(desk[middle:]),
           growth_mib=percentile(desk[last:], 0.5) - percentile(desk[middle:last], 0.5),
           desk_peak_mib=max(desk), engine_mib=max(engine),
           course_mib=[round(one) for one in desk[:: max(1, len(desk) // 12)]])  # fmt: skip


def write(place: Path, columns: int) -> Path:
    """Writes the scenario with a board of so many columns; returns its file."""
    source = bundled("scenarios", "words").parent
    for name in ("words", "forces"):
        shutil.copytree(source / name, place / name)
    text = (source / f"{SCENARIO}.yaml").read_text("utf-8")
    head, _, rest = text.partition("boards:\n")
    rest = rest[rest.index("\npeople:") :]
    lines = "\n".join(islice(_columns(), columns))
    file = place / "hour.yaml"
    file.write_text(f"{head}boards:\n  - name: All\n    columns:\n{lines}\n{rest}", "utf-8")
    return file


def _columns() -> Iterator[str]:
    yield '      - {title: "#M97", kind: hashtag, term: M97}'
    for kind in ("mentions", "comments", "posts"):
        for group in GROUPS:
            yield f"      - {{title: {kind} of {group}, kind: {kind}, group: {group}}}"
    for place in PLACES:
        yield f"      - {{title: {place}, kind: search, term: {place}}}"


def fill(room: Any, folder: Path, posts: int) -> None:
    """Stores invented posts in the streams of the board."""
    from controlroom.keychain.house import open_house_key
    from controlroom.store.cache.writer import CacheWriter

    begun = time.monotonic()
    writer = CacheWriter.open(folder, open_house_key(folder, room.keychain, []).key.reveal())
    source = sightings(posts, per_second=posts / (60 * 86_400))
    while batch := list(islice(source, BATCH)):
        writer.ingest(batch)
    writer.close()
    say(f"{posts} posts stored in {time.monotonic() - begun:.0f} s")


def watch(window: Any, lasts_s: float, desk: list[float], engine: list[float]) -> None:
    """Looks at the memory once a second while a column is scrolled, then closes the window."""
    from PySide6.QtCore import QTimer

    begun, steps = time.monotonic(), [0]

    def look() -> None:
        desk.append(rss_mib(os.getpid()))
        engine.append(rss_mib(engine_pid()))
        if time.monotonic() - begun > lasts_s:
            window.close()

    def scroll() -> None:
        columns = window.pages.page("board").row.columns
        if columns:
            steps[0] += 1
            column = columns[steps[0] // TURN % len(columns)]
            column.list.scroll_by(-60 if steps[0] % TURN < TURN * 2 // 3 else 60)

    for ms, work in ((1000, look), (100, scroll)):
        timer = QTimer(window)
        timer.timeout.connect(work)
        timer.start(ms)


if __name__ == "__main__":
    main()
