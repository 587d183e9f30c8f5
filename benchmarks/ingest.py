"""Store ingest of model posts, beside bare `executemany` of the same rows into the same schema.

    python -m benchmarks.ingest --posts 1000000

All sides write batches of 500 into files of their own, in turns, so that whatever else the machine
does hits all; each batch is made just before, as a reading engine would have it. Raw gets finished
rows for nothing; ours starts from model posts. Raw stands with SQLite's own settings for merging
the full text; `tuned` is the same with ours. The peer, where installed (extra `bench`), imports
the same posts from the same file as ours does.
"""

import importlib.util
import json
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import click

from benchmarks.measure import KEY, folder, peak_mib, percentile, report, say
from benchmarks.posts import sightings
from controlroom.model.changes import Sighting
from controlroom.model.post import Post
from controlroom.store.cache.rows import Row, Rows
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


SQLITE_DEFAULTS = (
    "INSERT INTO post_text (post_text, rank) VALUES ('automerge', 4)",
    "INSERT INTO post_text (post_text, rank) VALUES ('crisismerge', 16)",
)


class Raw:
    """Bare executemany on a keyed connection to a file with the cache's own schema."""

    def __init__(self, folder: Path, settings: tuple[str, ...] = ()) -> None:
        self._writer = CacheWriter.open(folder, KEY)
        self._pooled = self._writer.database._engine.raw_connection()
        self._cursor = self._pooled.cursor()
        for setting in settings:
            self._cursor.execute(setting)

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


@click.command()
@click.option("--posts", default=1_000_000, show_default=True)
def main(posts: int) -> None:
    """Measures ingest."""
    with folder() as ours_dir, folder() as raw_dir, folder() as tuned_dir:
        figures = compare(posts, ours_dir, raw_dir, tuned_dir)
        say(f"per turn, posts/s: {figures.pop('turns')}")
    with folder() as peer_dir:
        figures["peer_ratio"] = peer_ratio(peer_dir)
    report(**figures, peak_mib=peak_mib())


def compare(posts: int, ours_dir: Path, raw_dir: Path, tuned_dir: Path) -> dict[str, Any]:
    """Runs all sides in turns and returns the figures."""
    notes = captured_rows()
    writer = CacheWriter.open(ours_dir, KEY)
    raw, tuned = Raw(raw_dir, SQLITE_DEFAULTS), Raw(tuned_dir)
    source = sightings(posts)
    ours_s, raw_s, tuned_s, holds = [], [], [], []
    for turn in range(0, posts, TURN):
        taken, raw_taken, tuned_taken = 0.0, 0.0, 0.0
        for _ in range(0, min(TURN, posts - turn), BATCH):
            batch = list(islice(source, BATCH))
            notes.clear()
            held = seconds(writer.ingest, batch)
            holds.append(held)
            taken += held
            raw_taken += seconds(raw.write, notes)
            tuned_taken += seconds(tuned.write, notes)
        ours_s.append(taken)
        raw_s.append(raw_taken)
        tuned_s.append(tuned_taken)
    writer.database.checkpoint("TRUNCATE")
    size = sum(file.stat().st_size for file in ours_dir.glob("cache.db*"))
    return {
        "posts": posts,
        "posts_per_s": posts / sum(ours_s),
        "raw_posts_per_s": posts / sum(raw_s),
        "ratio": sum(raw_s) / sum(ours_s),
        "tuned_raw_posts_per_s": posts / sum(tuned_s),
        "tuned_ratio": sum(tuned_s) / sum(ours_s),
        "growth": growth(ours_s),
        "raw_growth": growth(raw_s),
        "hold_p50_ms": percentile(holds, 0.5) * 1000,
        "hold_p99_ms": percentile(holds, 0.99) * 1000,
        "hold_max_ms": max(holds) * 1000,
        "bytes_per_post": size / posts,
        "turns": [round(TURN / s) for s in ours_s],
    }


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
    if importlib.util.find_spec("twitter_to_sqlite") is None:
        say("peer: twitter-to-sqlite is not installed (extra “bench”)")
        return None
    posts = list(sightings(PEER_POSTS, seed=2))
    file = place / "posts.json"
    file.write_text(json.dumps([peer_tweet(s.post) for s in posts]))
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", PEER, file, place / "peer.db"], check=True)
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
