"""What the servers of the force's profiles told of themselves, and when."""

from datetime import datetime

import msgspec

from controlroom.model.decoding import decoder
from controlroom.model.server import Server, Servers
from controlroom.store.cache.times import from_ms, to_ms
from controlroom.store.database import Database

_SAVE = """
INSERT INTO server (network, host, told, at_ms) VALUES (?, ?, ?, ?)
ON CONFLICT DO UPDATE SET told = excluded.told, at_ms = excluded.at_ms
"""
_decode = decoder(Server).decode


class ServerList:
    """Reads them; works on a database opened only for reading."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def told(self) -> Servers:
        """Returns what each server told last."""
        with self._database.read() as connection:
            rows = connection.exec_driver_sql("SELECT network, host, told FROM server").all()
        return {(network, host): _decode(told) for network, host, told in rows}

    def asked(self) -> dict[tuple[str, str], datetime]:
        """Returns when each told it."""
        with self._database.read() as connection:
            rows = connection.exec_driver_sql("SELECT network, host, at_ms FROM server").all()
        return {(network, host): from_ms(at) for network, host, at in rows}


class ServerKeeper(ServerList):
    """The same with saving."""

    def keep(self, network: str, host: str, told: Server, at: datetime) -> bool:
        """Saves what a server tells; returns whether that is other than before."""
        changed = self.told().get((network, host)) != told
        row = network, host, msgspec.json.encode(told), to_ms(at)
        with self._database.write() as connection:
            connection.exec_driver_sql(_SAVE, row)
        return changed
