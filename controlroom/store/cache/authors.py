"""Authors by number, looked up once and remembered while they keep posting."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection

from controlroom.model.post import Author
from controlroom.store.cache.joined import joined
from controlroom.store.cache.rows import NULL, Rows
from controlroom.store.connection import Connection as AnyConnection

Key = tuple[int, str]
Look = tuple[str, str, str, str, int | None, bool, bool]

_REMEMBERED = 100_000

_KNOWN = """
SELECT a.network_id, a.remote_id, a.id, a.seen_ms
FROM json_each(?) AS n CROSS JOIN json_each(n.value) AS j
CROSS JOIN author AS a ON a.network_id = CAST(n.key AS INTEGER) AND a.remote_id = j.value
"""
_OURS = """
SELECT a.id FROM author AS a JOIN network AS n ON n.id = a.network_id
JOIN profile AS p ON p.network = n.key AND p.remote_id = a.remote_id
"""

_look = attrgetter(
    "remote_id", "handle", "name", "avatar_url", "followers", "verified", "automated"
)


@dataclass(slots=True)
class _Known:
    """An author who is stored: how they looked last (None: not yet read again), and when."""

    number: int
    look: Look | None
    seen_ms: int


class Authors:
    """The numbers of authors. Only the writer may have one.

    An author is as the latest sighting showed them. When an unchanged author was last seen is only
    remembered, not written: after a restart an older sighting may stand until the next one.

    Attributes:
        ours: numbers of the authors that are profiles of the force, kept up to date in place.
    """

    def __init__(self, connection: AnyConnection) -> None:
        highest = connection.exec_driver_sql("SELECT max(id) FROM author").scalar_one()
        self._next = (highest or 0) + 1
        self._known: dict[Key, _Known] = {}
        self._profiles: frozenset[Any] = frozenset()
        self.ours: set[int] = set()
        self.read_profiles(connection)

    def read_profiles(self, connection: AnyConnection) -> None:
        """Learns which authors are ours; to be called when profiles or networks were added."""
        self._profiles = _profiles(connection)
        self.ours.update(row[0] for row in connection.exec_driver_sql(_OURS))

    def id_of(self, network: int, author: Author) -> int:
        """Returns the number of an author that `take` has seen."""
        return self._known[network, author.remote_id].number

    def take(
        self,
        connection: Connection,
        rows: Rows,
        networks: Sequence[int],
        authors: Sequence[Author],
        seen_ms: Sequence[int],
    ) -> list[int]:
        """Numbers the authors of a batch and adds rows for those new or changed.

        Args:
            networks, seen_ms: number of the network and time of each sighting.

        Returns: the number of each author, in the order in which they are given.
        """
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        looks = list(map(_look, authors))
        keys = list(zip(networks, [look[0] for look in looks], strict=True))
        known = self._known
        self._look_up(connection, [key for key in set(keys) if key not in known])
        numbers = []
        for key, look, ms in zip(keys, looks, seen_ms, strict=True):
            author = known.get(key)
            if author is None or author.look != look:
                author = self._changed(rows, key, look, ms)
            elif author.seen_ms < ms:
                author.seen_ms = ms
            numbers.append(author.number)
        return numbers

    def _changed(self, rows: Rows, key: Key, look: Look, seen_ms: int) -> "_Known":
        """Takes in an author who is new or looks otherwise than when they were last seen."""
        author = self._known.get(key)
        if author is None:
            author = self._known[key] = _Known(self._next, None, seen_ms)
            self._next += 1
            self._notice_ours(key, author.number)
        elif seen_ms < author.seen_ms or (
            author.look and _rank(look, seen_ms) <= _rank(author.look, author.seen_ms)
        ):
            return author
        author.look, author.seen_ms = look, seen_ms
        followers = NULL if look[4] is None else look[4]
        flags = int(look[5]), int(look[6])
        rows.authors.append((author.number, key[0], *look[:4], followers, *flags, seen_ms))
        return author

    def _notice_ours(self, key: Key, number: int) -> None:
        if key in self._profiles:
            self.ours.add(number)

    def _look_up(self, connection: Connection, keys: list[Key]) -> None:
        for network, remote_id, number, seen_ms in joined(connection, _KNOWN, keys):
            self._known[network, remote_id] = _Known(number, None, seen_ms)


def _rank(look: Look, seen_ms: int) -> tuple[Any, ...]:
    """Of two looks at an author the one with the higher rank stands."""
    followers = -1 if look[4] is None else look[4]
    return (seen_ms, *look[1:4], followers, look[5], look[6])


def _profiles(connection: AnyConnection) -> frozenset[Any]:
    rows = connection.exec_driver_sql(
        "SELECT n.id, p.remote_id FROM profile AS p JOIN network AS n ON n.key = p.network"
    )
    return frozenset((row[0], row[1]) for row in rows)
