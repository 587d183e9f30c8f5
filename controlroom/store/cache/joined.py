"""Looking rows up by what the networks call them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection

_to_json = msgspec.json.Encoder().encode


def joined(connection: Connection, statement: str, keys: Iterable[tuple[int, str]]) -> list[Any]:
    """Returns the rows for numbers of networks and remote ids, asked for all at once.

    Args:
        statement: its one parameter is an object of lists of remote ids by number of the network.
    """
    by_network: defaultdict[int, list[str]] = defaultdict(list)
    for network, remote_id in keys:
        by_network[network].append(remote_id)
    if not by_network:
        return []
    # The driver's own cursor: this is asked for every batch, and rows pass through for nothing.
    cursor = connection.connection.cursor()
    try:
        cursor.execute(statement, (_to_json(by_network).decode(),))
        return list(cursor.fetchall())
    finally:
        cursor.close()
