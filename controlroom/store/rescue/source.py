"""Reading a damaged file: one failed read spoils a connection, so the next read gets a new one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from controlroom.store.database import connect

Row = tuple[Any, ...]


class Unreadable(Exception):
    """A page that a query needs is damaged."""


class Source:
    """The damaged file, or rather a copy of it."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self._connection: Any = None

    def rows(self, query: str, *values: object) -> Iterator[Row]:
        """Yields the rows of a query up to the first that cannot be read.

        Raises `Unreadable` there.
        """
        if self._connection is None:
            self._connection = connect(self._path, self._key, write=True)
        try:
            yield from self._connection.execute(query, values)
        except dbapi2.DatabaseError as error:
            self.close()
            raise Unreadable from error

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
