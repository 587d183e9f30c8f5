"""The rows a batch writes, collected first and then executed one statement after the other."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from controlroom.store.cache.indexing import Indexing
from controlroom.store.cache.statements import (
    AT_ONCE,
    INDEX,
    MANY_AT_ONCE,
    STATEMENTS,
    Row,
    flat,
    of_many,
)

NULL = float("nan")
"""Stored as NULL (sqlite.org/c3ref/bind_blob.html).

The driver takes a microsecond over each None, and over each `bytes`, to look in vain for a way to
adapt it. It does not over a `float` or a `bytearray`, so rows that are many hold these.
"""


@dataclass(slots=True)
class Rows:
    """Parameter rows, by the statement they belong to."""

    authors: list[Row] = field(default_factory=list)
    retired: list[Row] = field(default_factory=list)
    older: list[Row] = field(default_factory=list)
    current: list[Row] = field(default_factory=list)
    posts: list[Row] = field(default_factory=list)
    payloads: list[Row] = field(default_factory=list)
    payloads_gone: list[Row] = field(default_factory=list)
    post_changes: list[Row] = field(default_factory=list)
    standings: list[Row] = field(default_factory=list)
    stream_posts: list[Row] = field(default_factory=list)
    indexed: list[Row] = field(default_factory=list)
    metrics: list[Row] = field(default_factory=list)
    gone: list[Row] = field(default_factory=list)
    found: list[Row] = field(default_factory=list)
    _indexing: Indexing | None = None

    def statements(self) -> list[tuple[str, list[Row]]]:
        """Returns each statement that has rows, with its rows."""
        pairs = [(statement, getattr(self, name)) for name, statement in STATEMENTS.items()]
        return [(statement, rows) for statement, rows in pairs if rows]

    def begin_index(self, connection: Connection) -> None:
        """Begins to write the full text; the connection is not free until `execute` or `wait`."""
        self._indexing = Indexing(_cursor(connection), self.indexed)

    def execute(self, connection: Connection) -> None:
        """Writes everything inside the open transaction."""
        # Values are put in line first, while the full text is still being written.
        others = [(s, *_in_line(s, rows)) for s, rows in self.statements() if s != INDEX]
        if self._indexing:
            self._indexing.finish()
        cursor = _cursor(connection)
        for statement, blocks, rest in others:
            for values in blocks:
                cursor.execute(of_many(statement, AT_ONCE), values)
            cursor.executemany(statement, rest)
        cursor.close()

    def wait(self) -> None:
        """Returns when nothing is being written any more."""
        if self._indexing:
            self._indexing.wait()


def _cursor(connection: Connection) -> Any:
    """Returns the driver's own: a batch is a dozen statements, each passed through for nothing."""
    return connection.connection.cursor()


def _in_line(statement: str, rows: list[Row]) -> tuple[list[list[Any]], list[Row]]:
    """Returns the values of rows that go many by one statement, and the rows that do not."""
    whole = len(rows) - len(rows) % AT_ONCE if statement in MANY_AT_ONCE else 0
    return [flat(rows[at : at + AT_ONCE]) for at in range(0, whole, AT_ONCE)], rows[whole:]
