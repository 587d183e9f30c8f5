"""Posts that may have to be looked at again: shown, kept or young, and still standing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from controlroom.model.decoding import decoder
from controlroom.store.cache.ids import first_id_at, second_of
from controlroom.store.cache.times import from_ms, to_ms
from controlroom.store.database import Database

MOST = 2_000

_ROW = """
SELECT p.id, n.key, p.remote_id, p.profiles, p.seen_ms, p.kept FROM {source}
JOIN network AS n ON n.id = p.network_id WHERE p.gone_ms <= p.seen_ms
"""
_THESE = _ROW.format(source="json_each(?) AS j CROSS JOIN post AS p ON p.id = j.value")
_KEPT = (
    _ROW.format(source="post_text AS f CROSS JOIN post AS p ON p.id = f.rowid")
    + f" AND f.post_text MATCH 'tags : iskept' AND p.seen_ms < ? ORDER BY p.seen_ms LIMIT {MOST}"
)
_YOUNG = (
    _ROW.format(source="post AS p")
    + f" AND p.id >= ? AND p.seen_ms < ? ORDER BY p.seen_ms LIMIT {MOST}"
)

_to_json = msgspec.json.Encoder().encode
_ids = decoder(tuple[int, ...]).decode


@dataclass(frozen=True, slots=True)
class Seen:
    """A stored post as far as a second look needs to know it.

    Attributes:
        filed_at: when it was published, or first seen if it claims to be younger.
        seen_at: when the network showed it last.
    """

    id: int
    network: str
    remote_id: str
    profiles: tuple[int, ...]
    filed_at: datetime
    seen_at: datetime
    kept: bool


class LookList:
    """Finds them. Raises what `Database` raises."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def these(self, ids: Sequence[int]) -> list[Seen]:
        """Returns those of these posts that are stored and stand."""
        return self._found(_THESE, (_to_json(list(ids)).decode(),))

    def kept(self, seen_before: datetime) -> list[Seen]:
        """Returns kept posts the network has not shown since, the longest ago first."""
        return self._found(_KEPT, (to_ms(seen_before),))

    def young(self, since: datetime, seen_before: datetime) -> list[Seen]:
        """Returns posts published since a moment that were not shown after another."""
        return self._found(_YOUNG, (first_id_at(to_ms(since)), to_ms(seen_before)))

    def _found(self, statement: str, asked: tuple[Any, ...]) -> list[Seen]:
        with self._database.read() as connection:
            return [_seen(row) for row in connection.exec_driver_sql(statement, asked)]


def _seen(row: Any) -> Seen:
    number, network, remote_id, profiles, seen_ms, kept = row
    filed = from_ms(second_of(number) * 1000)
    return Seen(number, network, remote_id, _ids(profiles), filed, from_ms(seen_ms), bool(kept))
