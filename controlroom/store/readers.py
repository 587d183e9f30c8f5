"""Bare connections that only read, a few of them, used in turns by any thread."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Any

from controlroom.model.errors import OurError


class NotOneRow(OurError):
    """A question that has one answer was answered by none or several."""


class Found:
    """The rows of one statement."""

    __slots__ = ("_cursor",)

    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor

    def __iter__(self) -> Iterator[Any]:
        return iter(self._cursor)

    def all(self) -> list[Any]:
        """Returns every row."""
        rows: list[Any] = self._cursor.fetchall()
        return rows

    def first(self) -> Any:
        """Returns the first row, None if there is none; the others are given up."""
        row = self._cursor.fetchone()
        self._cursor.close()
        return row

    def one(self) -> Any:
        """Returns the only row. Raises `NotOneRow`."""
        row = self.one_or_none()
        if row is None:
            raise NotOneRow
        return row

    def one_or_none(self) -> Any:
        """Returns the only row, None if there is none. Raises `NotOneRow` for several."""
        rows = self._cursor.fetchmany(2)
        self._cursor.close()
        if len(rows) > 1:
            raise NotOneRow
        return rows[0] if rows else None

    def scalar(self) -> Any:
        """Returns the first value of the first row, None if there is none."""
        row = self.first()
        return None if row is None else row[0]

    def scalar_one(self) -> Any:
        """Returns the first value of the only row. Raises `NotOneRow`."""
        return self.one()[0]

    def scalar_one_or_none(self) -> Any:
        """Returns the first value of the only row, None if there is none."""
        row = self.one_or_none()
        return None if row is None else row[0]

    @property
    def rowcount(self) -> int:
        """How many rows were changed: none."""
        return 0

    def scalars(self) -> Iterator[Any]:
        """Yields the first value of every row."""
        return (row[0] for row in self._cursor)


class Reader:
    """A connection in a transaction that sees one state of the file from its first query on."""

    __slots__ = ("_bare",)

    def __init__(self, bare: Any) -> None:
        self._bare = bare

    def exec_driver_sql(self, statement: str, parameters: Any = None, /) -> Found:
        """Runs a statement with one tuple of values for its marks."""
        return Found(self._bare.execute(statement, parameters or ()))


class Readers:
    """Lends out connections, made when they are first needed.

    Args:
        connect: makes one.
        most: how many may be lent at once; whoever asks for more waits.
    """

    def __init__(self, connect: Callable[[], Any], most: int) -> None:
        self._connect = connect
        self._room = BoundedSemaphore(most)
        self._idle: list[Any] = []
        self._closed = False

    @contextmanager
    def lend(self) -> Iterator[Any]:
        """Lends a bare connection outside any transaction."""
        with self._room:
            bare = self._take()
            try:
                yield bare
            finally:
                self._put_back(bare)

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """Lends a connection in a transaction."""
        with self.lend() as bare:
            bare.execute("BEGIN")
            yield Reader(bare)

    def close(self) -> None:
        """Closes those not in use; those in use are closed when they come back."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()

    def _take(self) -> Any:
        try:
            return self._idle.pop()
        except IndexError:
            return self._connect()

    def _put_back(self, bare: Any) -> None:
        try:
            if bare.in_transaction:
                bare.execute("ROLLBACK")
        except BaseException:
            bare.close()
            raise
        if self._closed:
            bare.close()
        else:
            self._idle.append(bare)
