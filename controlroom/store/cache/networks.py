"""Networks by number: the cache knows them as they come, so a new one needs no migration."""

from collections.abc import Iterable

from controlroom.store.connection import Connection


class Networks:
    """The numbers under which the cache files networks. Only the writer may add one."""

    def __init__(self, connection: Connection) -> None:
        rows = connection.exec_driver_sql("SELECT key, id FROM network")
        self._numbers = dict(tuple(row) for row in rows)

    def __len__(self) -> int:
        return len(self._numbers)

    def numbers(self, connection: Connection, keys: Iterable[str]) -> dict[str, int]:
        """Returns the number of each network and files those not met before."""
        for key in keys:
            if key not in self._numbers:
                self._numbers[key] = len(self._numbers) + 1
                connection.exec_driver_sql(
                    "INSERT INTO network (id, key) VALUES (?, ?)", (self._numbers[key], key)
                )
        return self._numbers
