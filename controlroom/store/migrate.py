"""Bringing a file to the schema of this version.

A migration is a small named function. It runs in one transaction with the record of its name, so a
kill at any statement leaves the schema before it or after it, never between. Names are never
changed and never reordered; a file that records a name unknown here was made by a newer version.
"""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from controlroom.model.frozen import dataclass
from controlroom.store.connection import Connection
from controlroom.store.errors import FileTooNew, NotOurs

if TYPE_CHECKING:
    from sqlalchemy import Engine

Migration = Callable[[Connection], None]


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a file of ours is.

    Attributes:
        name: its file name.
        application_id: the mark in its header by which it is known.
        synchronous: "NORMAL" for what can be read again, "FULL" for what people made.
        migrations: all of them, oldest first.
    """

    name: str
    application_id: int
    synchronous: str
    migrations: Sequence[Migration]


def refuse_foreign(connection: Connection, kind: FileKind, path: Path) -> None:
    """Raises `NotOurs` or `FileTooNew` for a file that this version must not touch."""
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if tables and mark != kind.application_id:
        raise NotOurs(path=path)
    if set(applied(connection)) - {migration.__name__ for migration in kind.migrations}:
        raise FileTooNew(path=path)


def applied(connection: Connection) -> list[str]:
    """Returns the names of the migrations that a file has, oldest first."""
    known = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'migration'")
    if known.first() is None:
        return []
    rows = connection.exec_driver_sql("SELECT name FROM migration ORDER BY rowid")
    return [row[0] for row in rows]


def migrate(engine: "Engine", kind: FileKind) -> list[str]:
    """Applies what is missing, each in a transaction of its own; returns the names applied."""
    with engine.connect() as connection:
        missing = {m.__name__ for m in kind.migrations} - set(applied(connection))
    done = []
    for migration in kind.migrations:
        if migration.__name__ in missing:
            with engine.begin() as connection:
                if migration.__name__ in applied(connection):
                    continue  # another process that opened the file was first
                _apply(connection, kind, migration)
            done.append(migration.__name__)
    return done


def _apply(connection: Connection, kind: FileKind, migration: Migration) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id = {kind.application_id}")
    connection.exec_driver_sql(
        "CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, at INTEGER NOT NULL)"
    )
    migration(connection)
    connection.exec_driver_sql(
        "INSERT INTO migration (name, at) VALUES (?, ?)", (migration.__name__, int(time.time()))
    )
