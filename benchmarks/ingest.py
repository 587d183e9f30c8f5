"""Store ingest of model posts, beside bare `executemany` of the same rows into the same schema.

    python -m benchmarks.ingest --posts 1000000

Both sides write batches of 500 into files of their own, in turns of twenty batches, so that
whatever else the machine does hits both, and neither finds in the processor's caches what the other
has just used. Raw gets finished rows for nothing, with None and `bytes` in them as anybody would
write them; ours starts from model posts, and the time in which its rows are freed is counted. Both
stand with the settings of the cache, those for merging the full text among them. The interpreter
collects no cycles meanwhile: what it would look through is what the benchmark holds. The peer,
where installed (extra `bench`), imports the same posts from the same file as ours does.
"""

import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import click

from benchmarks.measure import KEY, folder, peak_mib, percentile, report, say
from benchmarks.posts import sightings
from controlroom.model.changes import Sighting
from controlroom.model.post import Post
from controlroom.store.cache.rows import NULL, Rows
from controlroom.store.cache.statements import Row
from controlroom.store.cache.writer import CacheWriter

BATCH = 500
TURN = 10_000
PEER_POSTS = 10_000
PEER = """
import json, sys, sqlite_utils
from twitter_to_sqlite.utils import save_tweets
save_tweets(sqlite_utils.Database(sys.argv[2]), json.load(open(sys.argv[1])))
"""

Statements = list[tuple[str, list[Row]]]


class Raw:
    """Bare executemany on a keyed connection to a file with the cache's own schema."""

    def __init__(self, folder: Path) -> None:
        self._writer = CacheWriter.open(folder, KEY)
        self._pooled = self._writer.database._engine.raw_connection()
        self._cursor = self._pooled.cursor()

    def write(self, batch: Statements) -> None:
        self._cursor.execute("BEGIN IMMEDIATE")
        for statement, rows in batch:
            self._cursor.executemany(statement, rows)
        self._cursor.execute("COMMIT")


def captured_rows() -> Statements:
    """Makes the store note the rows it writes; returns the list they go to."""
    notes: Statements = []
    execute = Rows.execute

    def noting(self: Rows, connection: Any) -> None:
        notes.extend(self.statements())
        execute(self, connection)

    Rows.execute = noting  # type: ignore[method-assign]
    return notes


def usual(batch: Statements) -> Statements:
    """Returns rows with the values anybody would give, where the store gives quicker ones."""
    return [(statement, [tuple(map(_usual, row)) for row in rows]) for statement, rows in batch]


def _usual(value: object) -> object:
    if type(value) is bytearray:
        return bytes(value)
    return None if value is NULL else value


@click.command()
@click.option("--posts", default=1_000_000, show_default=True)
def main(posts: int) -> None:
    """Measures ingest."""
    with folder() as ours_dir, folder() as raw_dir:
        figures = compare(posts, ours_dir, raw_dir)
        say(f"per turn, posts/s: {figures.pop('turns')}, raw {figures.pop('raw_turns')}")
    with folder() as peer_dir:
        figures["peer_ratio"] = peer_ratio(peer_dir)
    report(**figures, peak_mib=peak_mib())


def compare(posts: int, ours_dir: Path, raw_dir: Path) -> dict[str, Any]:
    """Runs both sides in turns and returns the figures."""
    gc.disable()
    notes = captured_rows()
    writer, raw = CacheWriter.open(ours_dir, KEY), Raw(raw_dir)
    source = sightings(posts)
    ours_s, raw_s, holds = [], [], []
    for turn in turns(source):
        rows, held = [], []
        for batch in turn:
            held.append(seconds(writer.ingest, batch))
            rows.append(usual(notes))
            # Without the notes the store would have freed its rows by now.
            held[-1] += seconds(list.clear, notes)
        holds += held
        ours_s.append(sum(held))
        raw_s.append(sum(seconds(raw.write, statements) for statements in rows))
    gc.enable()
    writer.database.checkpoint("TRUNCATE")
    size = sum(file.stat().st_size for file in ours_dir.glob("cache.db*"))
    return {
        "posts": posts,
        "posts_per_s": posts / sum(ours_s),
        "raw_posts_per_s": posts / sum(raw_s),
        "ratio": sum(raw_s) / sum(ours_s),
        "growth": growth(ours_s),
        "raw_growth": growth(raw_s),
        "hold_p50_ms": percentile(holds, 0.5) * 1000,
        "hold_p99_ms": percentile(holds, 0.99) * 1000,
        "hold_max_ms": max(holds) * 1000,
        "bytes_per_post": size / posts,
        "turns": [round(TURN / s) for s in ours_s],
        "raw_turns": [round(TURN / s) for s in raw_s],
    }


def turns(source: Iterator[Sighting]) -> Iterator[list[list[Sighting]]]:
    """Yields the batches of each turn."""
    while turn := list(filter(None, (list(islice(source, BATCH)) for _ in range(0, TURN, BATCH)))):
        yield turn


def seconds(work: Callable[[Any], object], on: object) -> float:
    """Returns the wall time of a call."""
    start = time.perf_counter()
    work(on)
    return time.perf_counter() - start


def growth(seconds: list[float]) -> float:
    """Returns the rate of the last tenth over the rate up to the first 100,000 posts."""
    first = seconds[: max(1, 100_000 // TURN)]
    last = seconds[-len(first) :]
    return (sum(first) / len(first)) / (sum(last) / len(last))


def peer_ratio(place: Path) -> float | None:
    """Returns our rate over twitter-to-sqlite's, both saving the same posts from one file.

    Its command line cannot import posts from files, so its own saving function is given them.
    """
    # It wants packages of other versions than ours.
    python = Path(sys.prefix, "peers", "bin", "python")
    if not python.is_file():
        say("peer: twitter-to-sqlite is not installed (sh installer/peers.sh)")
        return None
    posts = list(sightings(PEER_POSTS, seed=2))
    file = place / "posts.json"
    file.write_text(json.dumps([peer_tweet(s.post) for s in posts]))
    start = time.perf_counter()
    subprocess.run([python, "-c", PEER, file, place / "peer.db"], check=True)
    peer_s = time.perf_counter() - start
    return peer_s / ours_from_file(place, file, posts)


def peer_tweet(post: Post) -> dict[str, Any]:
    """Returns a post in the shape of X's version 1.1, which the peer reads."""
    return {
        "id": int(post.remote_id),
        "full_text": post.text,
        "created_at": post.created_at.isoformat(),
        "lang": post.language,
        "source": '<a href="https://client.example">client</a>',
        "entities": {"urls": []},
        "favorite_count": post.metrics.likes,
        "retweet_count": post.metrics.reposts,
        "user": {
            "id": int(post.author.remote_id[1:]),
            "screen_name": post.author.handle,
            "name": post.author.name,
            "description": "",
            "location": "",
            "url": None,
            "entities": {"description": {"urls": []}},
            "created_at": post.created_at.isoformat(),
            "followers_count": post.author.followers,
            "friends_count": 0,
            "listed_count": 0,
            "favourites_count": 0,
            "statuses_count": 0,
        },
    }


def ours_from_file(place: Path, file: Path, posts: list[Sighting]) -> float:
    """Returns the seconds ours takes for the same file, reading it and a new cache included."""
    start = time.perf_counter()
    told = json.loads(file.read_text())
    assert len(told) == len(posts)
    writer = CacheWriter.open(place, KEY)
    for i in range(0, len(posts), BATCH):
        writer.ingest(posts[i : i + BATCH])
    writer.close()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
