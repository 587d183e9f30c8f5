"""Processes to be killed: `python -m tests.faults.doomed` forks one for each line it is given.

A line names what to do and in which folder. The fork tells what it has done on standard output,
one line each, as soon as the store has told it so. The server itself holds no file open and has one
thread, so a fork of it starts as a fresh program would, without the time for its imports.
"""

import itertools
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from benchmarks.posts import sightings
from controlroom.model.changes import Sighting
from controlroom.model.errors import ControlRoomError
from controlroom.store.backup.make import backup
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.desk.notes import UnsentDraft
from controlroom.store.desk.store import DeskStore

KEY = bytes(range(32))
BATCH = 20
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def tell(*words: object) -> None:
    """Writes one line in one call, so that a kill leaves all of it or nothing."""
    os.write(1, (" ".join(str(word) for word in words) + "\n").encode())


def batches(start: int) -> Iterator[list[Sighting]]:
    """Yields batches that nobody has met: `start` is a number used for the first time."""
    source = itertools.cycle(_material())
    for number in itertools.count():
        offset = (start * 10_000 + number) * BATCH
        yield [_renamed(next(source), offset + n) for n in range(BATCH)]


@cache
def _material() -> list[Sighting]:
    return list(sightings(400))


def _renamed(sighting: Sighting, number: int) -> Sighting:
    return replace(sighting, post=replace(sighting.post, remote_id=f"r{number}"))


def ingest(folder: Path, start: int) -> None:
    """Takes in batches and saves a draft after each, for ever."""
    store, desk = CacheWriter.open(folder, KEY), DeskStore.open(folder, KEY)
    tell("open")
    for number, batch in enumerate(batches(start)):
        store.ingest(batch)
        tell("batch", batch[0].post.remote_id)
        name = f"{start}-{number}"
        desk.save_draft(UnsentDraft(name, name.encode() * 100, NOW))
        tell("draft", name)


def open_all(folder: Path, last_statement: int) -> None:
    """Makes or migrates both files; ends without a word after so many statements (0: never)."""
    if last_statement:
        _end_after(last_statement)
    tell("start")
    CacheWriter.open(folder, KEY).close()
    DeskStore.open(folder, KEY).close()
    tell("made")


def _end_after(statements: int) -> None:
    left = itertools.count(statements - 1, -1)

    def count(*_: Any) -> None:
        if next(left) == 0:
            os._exit(9)

    event.listen(Engine, "after_cursor_execute", count)


def back_up(folder: Path, start: int) -> None:
    """Makes backups of `folder` beside it, for ever."""
    tell("start")
    for number in itertools.count():
        when = NOW + timedelta(minutes=start * 1_000 + number)
        tell("backup", backup(folder, folder.with_name("backups"), KEY, when).folder.name)


def write_twice(folder: Path, _: int) -> None:
    """Opens the cache, and tells what a fork of this process hears when it writes."""
    store = CacheWriter.open(folder, KEY)
    if os.fork() == 0:
        try:
            store.ingest(next(batches(1)))
        except ControlRoomError as error:
            tell("fork", type(error).__name__)
        os._exit(0)
    os.wait()
    store.ingest(next(batches(2)))
    tell("parent", "written")


DEEDS: dict[str, Callable[[Path, int], None]] = {
    deed.__name__: deed for deed in (ingest, open_all, back_up, write_twice)
}


def main() -> None:
    _material()
    for line in iter(sys.stdin.readline, ""):
        name, number, folder = line.rstrip("\n").split(" ", 2)
        child = os.fork()
        if child == 0:
            tell("pid", os.getpid())
            DEEDS[name](Path(folder), int(number))
            os._exit(0)
        tell("ended", os.waitpid(child, 0)[1])


if __name__ == "__main__":
    main()
