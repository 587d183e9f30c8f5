"""An encrypted copy of a file in use.

The copy is made inside one read transaction: in a write-ahead log a reader keeps its state of the
file and never makes a writer wait, and SQLite's backup does not begin again when something is
written meanwhile. The price is a log that grows until the copy is done.
"""

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from controlroom.store.database import connect
from controlroom.store.durable import disk_told, sync_file
from controlroom.store.errors import told

Progress = Callable[[int, int], None]
"""Told how many pages are done, and of how many."""

Counts = dict[str, int]

_TABLES = """
SELECT name FROM pragma_table_list
WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name
"""


@dataclass(frozen=True, slots=True)
class Pace:
    """How a copy shares the disk.

    Attributes:
        pages: copied in one step, 4 KiB each.
        pause_s: rest after each step, in seconds.
    """

    pages: int = 1024
    pause_s: float = 0.002


def copy_database(source: Path, target: Path, key: bytes, pace: Pace, progress: Progress) -> Counts:
    """Writes the newest committed state of `source` to the new file `target`, under the same key.

    Returns the rows of each table in that state. Raises `StoreError`.
    """
    with told(source), closing(connect(source, key, write=False)) as read:
        read.execute("BEGIN")
        counts = row_counts(read)
        with told(target), closing(connect(target, key, write=True)) as written:
            written.execute("PRAGMA synchronous = OFF")  # the whole file is synced at the end
            written.execute("PRAGMA journal_mode = OFF").fetchone()
            read.backup(written, pages=pace.pages, progress=_paced(pace, progress))
        _raise_what_was_met(read)
    with disk_told(target):
        sync_file(target)
    return counts


def row_counts(connection: Any) -> Counts:
    """Returns the number of rows of each ordinary table."""
    tables = [row[0] for row in connection.execute(_TABLES).fetchall()]
    return {
        table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
        for table in tables
    }


def _raise_what_was_met(read: Any) -> None:
    """Raises the error of a damaged page that was copied.

    SQLCipher gives SQLite's backup a page of zeros in place of a damaged one and says nothing, but
    it spoils the connection: the next page that it reads for anybody else is an error.
    """
    read.execute("ROLLBACK")
    read.execute("PRAGMA shrink_memory").fetchall()
    read.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _paced(pace: Pace, progress: Progress) -> Callable[[int, int, int], None]:
    def step(_status: int, remaining: int, total: int) -> None:
        progress(total - remaining, total)
        if remaining:
            time.sleep(pace.pause_s)

    return step
