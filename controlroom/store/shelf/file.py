"""`shelf.db`: the photos and clips of one workstation or station, encrypted, by their hash.

A file comes in many small transactions, so that nobody waits for a long clip; it counts as here
only once the last of them has named it.
"""

from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Self

from controlroom.model import clock
from controlroom.model.frozen import dataclass
from controlroom.store.connection import Connection
from controlroom.store.database import Database
from controlroom.store.migrate import FileKind
from controlroom.store.shelf.base import NotOnShelf
from controlroom.store.shelf.chunks import buffered, chunks_of, opened

_ABANDONED_S = 86_400
_WHOLE = "size = (SELECT coalesce(sum(length(body)), 0) FROM chunk WHERE chunk.file = file.id)"
"""What was salvaged from a damaged shelf may lack chunks."""
_TOGETHER = 16
"""Chunks written in one transaction: 4 MiB."""


def lay_out_the_shelf(connection: Connection) -> None:
    """Makes the tables of files and their chunks."""
    connection.exec_driver_sql(
        "CREATE TABLE file (id INTEGER PRIMARY KEY AUTOINCREMENT, sha256 TEXT UNIQUE,"
        " size INTEGER NOT NULL DEFAULT 0, added_s INTEGER NOT NULL) STRICT"
    )
    connection.exec_driver_sql(
        "CREATE TABLE chunk (id INTEGER PRIMARY KEY, file INTEGER NOT NULL, number INTEGER NOT"
        " NULL, body BLOB NOT NULL, UNIQUE (file, number)) STRICT"
    )


SHELF = FileKind(
    name="shelf.db",
    application_id=0x43526853,
    synchronous="FULL",
    migrations=(lay_out_the_shelf,),
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that lies here whole, and its bytes."""

    sha256: str
    size: int


class ShelfFile:
    """The open `shelf.db`; a `Shelf`. Safe in several threads and processes.

    Raises what `Database` raises.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open_in(cls, folder: Path, key: bytes) -> Self:
        """Opens, makes or migrates the file in `folder`; `key` is 32 bytes."""
        shelf = cls(Database.open(folder, SHELF, key, write=True))
        shelf._drop_abandoned()
        return shelf

    @classmethod
    def look(cls, folder: Path, key: bytes) -> Self:
        """Opens a file that is there, to read it only. Raises `FileAbsent`."""
        return cls(Database.open(folder, SHELF, key, write=False))

    def put(self, path: Path) -> str:
        with opened(path) as file:
            return self._take(file, path.name)

    def take(self, file: BinaryIO) -> str:
        return self._take(file, "")

    def has(self, sha256: str) -> bool:
        return self._found(sha256) is not None

    def kept(self) -> list[Kept]:
        """Returns every file that is here whole, in the order in which they came."""
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(
                f"SELECT sha256, size FROM file WHERE sha256 IS NOT NULL AND {_WHOLE} ORDER BY id"
            )
            return [Kept(str(digest), int(size)) for digest, size in rows]

    def open(self, sha256: str) -> BinaryIO:
        found = self._found(sha256)
        if found is None:
            raise NotOnShelf
        number, size = found
        return buffered(size, partial(self._chunk, number))

    def close(self) -> None:
        self._database.close()

    def _take(self, file: BinaryIO, name: str) -> str:
        number = self._begin()
        try:
            return self._fill(number, file, name)
        except BaseException:
            self._drop(number)
            raise

    def _fill(self, number: int, file: BinaryIO, name: str) -> str:
        digest, size, place = sha256(), 0, 0
        waiting: list[bytes] = []
        for chunk in chunks_of(file, name):
            digest.update(chunk)
            size += len(chunk)
            waiting.append(chunk)
            if len(waiting) == _TOGETHER:
                self._write(number, place, waiting)
                place, waiting = place + len(waiting), []
        self._write(number, place, waiting)
        return self._name(number, digest.hexdigest(), size)

    def _begin(self) -> int:
        with self._database.write() as connection:
            row = connection.exec_driver_sql(
                "INSERT INTO file (added_s) VALUES (?) RETURNING id", (_now_s(),)
            )
            return int(row.scalar_one())

    def _write(self, number: int, place: int, chunks: list[bytes]) -> None:
        rows = [(number, place + count, chunk) for count, chunk in enumerate(chunks)]
        if rows:
            with self._database.write() as connection:
                connection.exec_driver_sql(
                    "INSERT INTO chunk (file, number, body) VALUES (?, ?, ?)", rows
                )

    def _name(self, number: int, digest: str, size: int) -> str:
        """Lets the file count as here, unless the same one is here already, and whole."""
        with self._database.write() as connection:
            connection.exec_driver_sql(
                f"UPDATE file SET sha256 = NULL WHERE sha256 = ? AND NOT {_WHOLE}", (digest,)
            )
            same = connection.exec_driver_sql("SELECT 1 FROM file WHERE sha256 = ?", (digest,))
            if same.first() is None:
                connection.exec_driver_sql(
                    "UPDATE file SET sha256 = ?, size = ? WHERE id = ?", (digest, size, number)
                )
                return digest
        self._drop(number)
        return digest

    def _drop(self, number: int) -> None:
        with self._database.write() as connection:
            connection.exec_driver_sql("DELETE FROM chunk WHERE file = ?", (number,))
            connection.exec_driver_sql("DELETE FROM file WHERE id = ?", (number,))

    def _drop_abandoned(self) -> None:
        """Drops what came in half, because its process ended."""
        with self._database.read() as connection:
            rows = connection.exec_driver_sql(
                "SELECT id FROM file WHERE sha256 IS NULL AND added_s < ?",
                (_now_s() - _ABANDONED_S,),
            ).all()
        for (number,) in rows:
            self._drop(number)

    def _found(self, digest: str) -> tuple[int, int] | None:
        with self._database.read() as connection:
            row = connection.exec_driver_sql(
                "SELECT id, size FROM file WHERE sha256 = ?", (digest,)
            ).one_or_none()
        return (int(row[0]), int(row[1])) if row else None

    def _chunk(self, file: int, number: int) -> bytes:
        with self._database.read() as connection:
            row = connection.exec_driver_sql(
                "SELECT body FROM chunk WHERE file = ? AND number = ?", (file, number)
            ).one_or_none()
        if row is None:
            raise NotOnShelf
        return bytes(row[0])


def _now_s() -> int:
    return int(clock.now().timestamp())
