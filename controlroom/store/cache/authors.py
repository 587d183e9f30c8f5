"""Authors by number, looked up once and remembered while they keep posting."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection

from controlroom.model.changes import Sighting
from controlroom.model.post import Author
from controlroom.store.cache.rows import Row, Rows
from controlroom.store.cache.times import to_ms

Key = tuple[int, str]

_REMEMBERED = 100_000

_KNOWN = """
SELECT a.remote_id, a.id, a.seen_ms FROM json_each(?) AS j
CROSS JOIN author AS a ON a.network_id = ? AND a.remote_id = j.value
"""
_OURS = """
SELECT a.id FROM author AS a JOIN network AS n ON n.id = a.network_id
JOIN profile AS p ON p.network = n.key AND p.remote_id = a.remote_id
"""

_to_json = msgspec.json.Encoder().encode


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
        self._known: dict[Key, tuple[int, Author | None, int]] = {}
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
        self, connection: Connection, rows: Rows, seen: Mapping[Key, Sequence[Sighting]]
    ) -> None:
        """Numbers the authors of a batch and adds rows for those new or changed."""
        latest = _latest(seen)
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        self._look_up(connection, [key for key in latest if key not in self._known])
        for key, sighting in latest.items():
            self._take_one(rows, key, sighting)

    def _take_one(self, rows: Rows, key: Key, sighting: Sighting) -> None:
        author, seen_ms = sighting.post.author, to_ms(sighting.seen_at)
        known = self._known.get(key)
        if known is None:
            number = self._next
            self._next += 1
            self._notice_ours(key, number)
        else:
            number, stored, stored_ms = known
            if seen_ms > stored_ms and author == stored:
                self._known[key] = (number, author, seen_ms)
                return
            if seen_ms < stored_ms or (
                stored and _rank(author, seen_ms) <= _rank(stored, stored_ms)
            ):
                return
        self._known[key] = (number, author, seen_ms)
        rows.authors.append(_row(number, key[0], author, seen_ms))

    def _notice_ours(self, key: Key, number: int) -> None:
        if key in self._profiles:
            self.ours.add(number)

    def _look_up(self, connection: Connection, keys: list[Key]) -> None:
        by_network: dict[int, list[str]] = {}
        for network, remote_id in keys:
            by_network.setdefault(network, []).append(remote_id)
        for network, remote_ids in by_network.items():
            asked = (_to_json(remote_ids).decode(), network)
            for remote_id, number, seen_ms in connection.exec_driver_sql(_KNOWN, asked):
                self._known[network, remote_id] = (number, None, seen_ms)


def _latest(seen: Mapping[Key, Sequence[Sighting]]) -> dict[Key, Sighting]:
    """Returns for each author of the batch the sighting that shows them last."""
    latest: dict[Key, Sighting] = {}
    for (network, _), sightings in seen.items():
        for sighting in sightings:
            key = network, sighting.post.author.remote_id
            before = latest.get(key)
            if before is None or _later(sighting, before):
                latest[key] = sighting
    return latest


def _later(one: Sighting, other: Sighting) -> bool:
    if one.post.author == other.post.author:
        return one.seen_at > other.seen_at
    ranks = [_rank(s.post.author, to_ms(s.seen_at)) for s in (one, other)]
    return ranks[0] > ranks[1]


def _rank(author: Author, seen_ms: int) -> tuple[Any, ...]:
    """Of two looks at an author the one with the higher rank stands."""
    return (
        seen_ms, author.handle, author.name, author.avatar_url,
        -1 if author.followers is None else author.followers, author.verified, author.automated,
    )  # fmt: skip


def _row(number: int, network: int, author: Author, seen_ms: int) -> Row:
    return (
        number, network, author.remote_id, author.handle, author.name, author.avatar_url,
        author.followers, int(author.verified), int(author.automated), seen_ms,
    )  # fmt: skip


def _profiles(connection: Connection) -> frozenset[Any]:
    rows = connection.exec_driver_sql(
        "SELECT n.id, p.remote_id FROM profile AS p JOIN network AS n ON n.key = p.network"
    )
    return frozenset((row[0], row[1]) for row in rows)
