"""Pictures that were fetched, by their addresses: kept up to a number of bytes, then let go."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from controlroom.store.cache.times import to_ms
from controlroom.store.connection import Connection
from controlroom.store.database import Database

LIMIT = 300_000_000
STEP = 20
"""Pictures let go of in one transaction."""
_USED_EACH_MS = int(timedelta(hours=1).total_seconds() * 1000)
_AT_ONCE = 500
_KEEP = """
INSERT INTO picture (address, size, used_ms, body) VALUES (?, ?, ?, ?)
ON CONFLICT DO UPDATE SET size = excluded.size, used_ms = excluded.used_ms, body = excluded.body
"""
_USE = "UPDATE picture SET used_ms = ?1 WHERE address = ?2 AND used_ms < ?1 - ?3"
_OLDEST = "SELECT address, size FROM picture ORDER BY used_ms LIMIT ?"


class PictureList:
    """Reads pictures; works on a database opened only for reading. Safe in several threads.

    Raises what `Database` raises.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self._ready = False

    def body(self, address: str) -> bytes | None:
        """Returns a picture as it was fetched, None if it is not kept."""
        with self.database.read() as connection:
            if not self._is_ready(connection):
                return None
            found = connection.exec_driver_sql(
                "SELECT body FROM picture WHERE address = ?", (address,)
            ).scalar()
        return None if found is None else bytes(found)

    def _is_ready(self, connection: Connection) -> bool:
        """An older cache has no pictures before its writer has brought it up to date."""
        if not self._ready:
            asked = "SELECT 1 FROM sqlite_master WHERE name = 'picture'"
            self._ready = connection.exec_driver_sql(asked).first() is not None
        return self._ready

    def there(self, addresses: Iterable[str]) -> list[str]:
        """Returns those of these addresses whose pictures are kept; 500 at most are looked at."""
        asked = list(dict.fromkeys(addresses))[:_AT_ONCE]
        marks = ", ".join("?" * len(asked))
        with self.database.read() as connection:
            rows = connection.exec_driver_sql(
                f"SELECT address FROM picture WHERE address IN ({marks})", tuple(asked)
            )
            found = {row[0] for row in rows}
        return [one for one in asked if one in found]


class PictureKeeper(PictureList):
    """The same with keeping.

    Args:
        limit: bytes that may stay; the pictures used longest ago go first.
    """

    def __init__(self, database: Database, limit: int = LIMIT) -> None:
        super().__init__(database)
        self._limit = limit
        with database.read() as connection:
            held = connection.exec_driver_sql("SELECT sum(size) FROM picture").scalar()
        self.bytes: int = held or 0

    def keep(self, address: str, body: bytes, now: datetime) -> None:
        """Keeps a picture, in the place of an older one from the same address."""
        with self.database.write() as connection:
            before = connection.exec_driver_sql(
                "SELECT size FROM picture WHERE address = ?", (address,)
            ).scalar()
            connection.exec_driver_sql(_KEEP, (address, len(body), to_ms(now), body))
        self.bytes += len(body) - (before or 0)

    def use(self, addresses: Iterable[str], now: datetime) -> None:
        """Notes that pictures are being looked at, once an hour at most."""
        rows = [(to_ms(now), one, _USED_EACH_MS) for one in addresses]
        if rows:
            with self.database.write() as connection:
                connection.exec_driver_sql(_USE, rows)

    def free_step(self) -> bool:
        """Lets go of a few pictures if there are too many; returns whether more have to go."""
        over = self.bytes - self._limit
        if over <= 0:
            return False
        with self.database.write() as connection:
            gone = []
            for address, size in connection.exec_driver_sql(_OLDEST, (STEP,)).all():
                if over <= 0:
                    break
                gone.append((address,))
                over -= size
            if gone:
                connection.exec_driver_sql("DELETE FROM picture WHERE address = ?", gone)
        self.bytes = self._limit + over
        return over > 0 and bool(gone)
