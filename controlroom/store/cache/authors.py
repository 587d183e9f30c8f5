"""Authors by number, looked up once and remembered while they keep posting."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection

from controlroom.model.post import Author
from controlroom.store.cache.joined import joined
from controlroom.store.cache.rows import Rows

Key = tuple[int, str]
Look = tuple[str, str, str, str, int | None, bool, bool]
Seen = tuple[Look, int]

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


class Authors:
    """The numbers of authors. Only the writer may have one.

    An author is as the latest sighting showed them. When an unchanged author was last seen is only
    remembered, not written: after a restart an older sighting may stand until the next one.

    Attributes:
        ours: numbers of the authors that are profiles of the force, kept up to date in place.
    """

    def __init__(self, connection: Connection) -> None:
        highest = connection.exec_driver_sql("SELECT max(id) FROM author").scalar_one()
        self._next = (highest or 0) + 1
        self._known: dict[Key, tuple[int, Look | None, int]] = {}
        self._profiles: frozenset[Any] = frozenset()
        self.ours: set[int] = set()
        self.read_profiles(connection)

    def read_profiles(self, connection: Connection) -> None:
        """Learns which authors are ours; to be called when profiles or networks were added."""
        self._profiles = _profiles(connection)
        self.ours.update(row[0] for row in connection.exec_driver_sql(_OURS))

    def id_of(self, network: int, author: Author) -> int:
        """Returns the number of an author that `take` has seen."""
        return self._known[network, author.remote_id][0]

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
        latest = _latest(keys, zip(looks, seen_ms, strict=True))
        self._look_up(connection, [key for key in latest if key not in self._known])
        known = self._known
        for key, seen in latest.items():
            before = known.get(key)
            if before is None or before[1] != seen[0] or seen[1] > before[2]:
                self._take_one(rows, key, *seen)
        return [known[key][0] for key in keys]

    def _take_one(self, rows: Rows, key: Key, look: Look, seen_ms: int) -> None:
        known = self._known.get(key)
        if known is None:
            number = self._next
            self._next += 1
            self._notice_ours(key, number)
        else:
            number, stored, stored_ms = known
            if seen_ms > stored_ms and look == stored:
                self._known[key] = (number, look, seen_ms)
                return
            if seen_ms < stored_ms or (stored and _rank(look, seen_ms) <= _rank(stored, stored_ms)):
                return
        self._known[key] = (number, look, seen_ms)
        rows.authors.append((number, key[0], *look[:5], int(look[5]), int(look[6]), seen_ms))

    def _notice_ours(self, key: Key, number: int) -> None:
        if key in self._profiles:
            self.ours.add(number)

    def _look_up(self, connection: Connection, keys: list[Key]) -> None:
        for network, remote_id, number, seen_ms in joined(connection, _KNOWN, keys):
            self._known[network, remote_id] = (number, None, seen_ms)


def _latest(keys: Sequence[Key], looks: Iterable[Seen]) -> dict[Key, Seen]:
    """Returns for each author of the batch how they looked last, and when."""
    latest: dict[Key, Seen] = {}
    for key, seen in zip(keys, looks, strict=True):
        before = latest.get(key)
        if before is None or (seen != before and _rank(*seen) > _rank(*before)):
            latest[key] = seen
    return latest


def _rank(look: Look, seen_ms: int) -> tuple[Any, ...]:
    """Of two looks at an author the one with the higher rank stands."""
    followers = -1 if look[4] is None else look[4]
    return (seen_ms, *look[1:4], followers, look[5], look[6])


def _profiles(connection: Connection) -> frozenset[Any]:
    rows = connection.exec_driver_sql(
        "SELECT n.id, p.remote_id FROM profile AS p JOIN network AS n ON n.key = p.network"
    )
    return frozenset((row[0], row[1]) for row in rows)
