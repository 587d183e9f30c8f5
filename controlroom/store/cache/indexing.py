"""Writing the full text of new posts beside whatever else is made ready."""

from threading import Thread
from typing import Any

from controlroom.store.cache.statements import INDEX, Row, flat, of_many

_BLOCKS = (1000, 500, 200, 100)


class Indexing:
    """The full text of a batch, being written in a thread of its own.

    SQLite lets the interpreter go on while it works, and to cut posts into words takes it as long
    as it takes the interpreter to make rows of them. Only one statement runs there: a thread that
    ran many would wait for the interpreter after each. It takes many rows, and the rest follow one
    by one: every such statement makes a segment.

    Nobody may use the connection until `wait` has returned.
    """

    def __init__(self, cursor: Any, rows: list[Row]) -> None:
        size = next((size for size in _BLOCKS if size <= len(rows)), 0)
        self._cursor = cursor
        self._block, self._rest = rows[:size], rows[size:]
        self._error: BaseException | None = None
        self._thread = Thread(target=self._write) if size else None
        if self._thread:
            self._thread.start()

    def finish(self) -> None:
        """Writes what is left. Raises what SQLite raised meanwhile."""
        self.wait()
        error, self._error = self._error, None
        if error:
            raise error
        if self._rest:
            self._cursor.executemany(INDEX, self._rest)

    def wait(self) -> None:
        """Returns when the thread has ended."""
        if self._thread:
            self._thread.join()

    def _write(self) -> None:
        try:
            self._cursor.execute(of_many(INDEX, len(self._block)), flat(self._block))
        except BaseException as error:  # noqa: BLE001 - raised again by `finish`
            self._error = error
