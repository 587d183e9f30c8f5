"""How far a cache has followed the team's archive: kept in the cache itself, and lost with it."""

from dataclasses import dataclass
from datetime import datetime

import msgspec

from controlroom.store.database import Database

_TABLE = """
CREATE TABLE IF NOT EXISTS followed (id INTEGER PRIMARY KEY CHECK (id = 1), body BLOB NOT NULL)
"""
_SAVE = "INSERT INTO followed VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body"


@dataclass(frozen=True, slots=True)
class Position:
    """Where a cache stands.

    Attributes:
        archive: which archive it follows, "" for none yet.
        seq: up to this number everything is in the cache.
        at: when that number was given.
        profiles: whose messages could be read up to then, by key.
        listing: the version of the station's profiles and streams that was taken over.
    """

    archive: str = ""
    seq: int = 0
    at: datetime | None = None
    profiles: tuple[str, ...] = ()
    listing: int = 0


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Position).decode


class PositionKeeper:
    """Keeps it. Raises what `Database` raises."""

    def __init__(self, database: Database) -> None:
        self._database = database
        with database.write() as connection:
            connection.exec_driver_sql(_TABLE)

    def position(self) -> Position:
        """Returns where the cache stands."""
        with self._database.read() as connection:
            row = connection.exec_driver_sql("SELECT body FROM followed").first()
        return _decode(row[0]) if row else Position()

    def save(self, position: Position) -> None:
        """Remembers where the cache stands; what came before must be in it already."""
        with self._database.write() as connection:
            connection.exec_driver_sql(_SAVE, (_encode(position),))
