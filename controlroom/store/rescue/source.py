"""Reading a damaged file: one failed read spoils a connection, so the next read gets a new one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from controlroom.store.database import connect

Row = tuple[Any, ...]
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid"


class Unreadable(Exception):
    """A page that a query needs is damaged."""


class Source:
    """The damaged file, or rather a copy of it."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self._connection: Any = None
        self._probe: str | None = None

    def rows(self, query: str, *values: object) -> Iterator[Row]:
        """Yields the rows of a query up to the first that cannot be read.

        SQLCipher hands out a damaged page as zeros and fails at the step after; there is none after
        the last row, so one more page is asked for before that row is believed.

        Raises `Unreadable` there.
        """
        self._choose_probe()
        if self._connection is None:
            self._connection = connect(self._path, self._key, write=True)
        try:
            yield from self._believed(query, values)
        except dbapi2.DatabaseError as error:
            self.close()
            raise Unreadable from error

    def _believed(self, query: str, values: tuple[object, ...]) -> Iterator[Row]:
        connection = self._connection
        # Outside of a transaction the end of the query would make the failure be forgotten.
        begun = query.lstrip().startswith("SELECT") and not connection.in_transaction
        if begun:
            connection.execute("BEGIN")
        held: Row | None = None
        for row in connection.execute(query, values):
            if held is not None:
                yield held
            held = row
        if connection.in_transaction and self._probe:
            # What is in memory already would be handed out without a word.
            connection.execute("PRAGMA shrink_memory")
            connection.execute(self._probe).fetchall()
        if held is not None:
            yield held
        if begun and connection is self._connection:
            connection.execute("ROLLBACK")

    def _choose_probe(self) -> None:
        """Finds, once, a table of which the first page is sound, to ask for that."""
        if self._probe is not None:
            return
        self._probe = ""
        for (name,) in self.all(_TABLES) or ():
            probe = f'SELECT 1 FROM "{name}" LIMIT 1'
            if self.all(probe) is not None:
                self._probe = probe
                return

    def all(self, query: str, *values: object) -> list[Row] | None:
        """Returns the rows of a query; None if not all of them can be read."""
        try:
            return list(self.rows(query, *values))
        except Unreadable:
            return None

    def close(self) -> None:
        """Closes the connection; a later read opens a new one."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
