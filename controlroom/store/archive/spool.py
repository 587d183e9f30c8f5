"""What the station has read and the database has not told yet, on this disk and encrypted.

A batch is here before it is in the cache, and a source goes on only when both have it: whatever
breaks off in between is read again, and nothing of it is missing for the team.
"""

from pathlib import Path
from typing import Self

import msgspec

from controlroom.store.archive.parcel import Parcel, packed, unpacked
from controlroom.store.connection import Connection
from controlroom.store.database import Database
from controlroom.store.migrate import FileKind


def lay_out_the_spool(connection: Connection) -> None:
    """Makes the table of parcels."""
    connection.exec_driver_sql(
        "CREATE TABLE parcel (id INTEGER PRIMARY KEY AUTOINCREMENT, size INTEGER NOT NULL,"
        " body BLOB NOT NULL) STRICT"
    )


SPOOL = FileKind(
    name="outgoing.db",
    application_id=0x43526F75,
    synchronous="FULL",
    migrations=(lay_out_the_spool,),
)


class Spool:
    """Parcels in the order in which they came. Safe in several threads.

    Raises what `Database` raises.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, folder: Path, key: bytes) -> Self:
        """Opens or makes the spool in `folder`; `key` is 32 bytes."""
        return cls(Database.open(folder, SPOOL, key, write=True))

    def put(self, parcel: Parcel) -> None:
        """Keeps a parcel; it is on the disk when this returns."""
        with self._database.write() as connection:
            connection.exec_driver_sql(
                "INSERT INTO parcel (size, body) VALUES (?, ?)",
                (len(parcel.seen) + len(parcel.missed), packed(parcel)),
            )

    def next(self, most: int) -> tuple[int, list[Parcel]]:
        """Returns the oldest parcels, some `most` posts in all, and what `sent` takes for them.

        0 if nothing waits.
        """
        found: list[Parcel] = []
        last = size = 0
        with self._database.read() as connection:
            rows = connection.exec_driver_sql("SELECT id, size, body FROM parcel ORDER BY id")
            for number, count, body in rows:
                if found and size + count > most:
                    break
                last, size = number, size + count
                found.append(_opened(body))
        return last, found

    def sent(self, last: int) -> None:
        """Forgets parcels up to one: the database has them."""
        with self._database.write() as connection:
            connection.exec_driver_sql("DELETE FROM parcel WHERE id <= ?", (last,))

    def waiting(self) -> int:
        """Returns how many posts wait."""
        with self._database.read() as connection:
            query = "SELECT coalesce(sum(size), 0) FROM parcel"
            return int(connection.exec_driver_sql(query).scalar_one())

    def close(self) -> None:
        """Closes the file."""
        self._database.close()


def _opened(body: bytes) -> Parcel:
    """Returns a parcel; an empty one for what another version has left in another form."""
    try:
        return unpacked(body)
    except msgspec.MsgspecError:
        return Parcel([], [])
