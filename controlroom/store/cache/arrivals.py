"""How many posts came into a stream, and when: from the stream's own list, without the posts."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec

from controlroom.model.decoding import decoder
from controlroom.store.cache.ids import EPOCH, first_id_at
from controlroom.store.cache.times import to_ms
from controlroom.store.database import Database

_AMONG = """
SELECT json_group_array(j.value) FROM json_each(?) AS j
CROSS JOIN stream_post AS s ON s.stream_id = ? AND s.post_id = j.value
"""
"""Each of the ids is looked for in the list; the other way round the whole list would be read."""
_BY_STEP = f"""
SELECT ((post_id >> 14) + {EPOCH}) / ?1 * ?1 AS second, count(*) FROM stream_post
WHERE stream_id = ?2 AND post_id >= ?3 GROUP BY second
"""

_ids = decoder(list[int]).decode


class Arrivals:
    """Counts on a cache opened for reading."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def among(self, stream: int, ids: Sequence[int]) -> list[int]:
        """Returns those of these posts that belong to a stream."""
        asked = msgspec.json.encode(list(ids)).decode()
        with self._database.read() as connection:
            # One row: for each row more the reading thread would wait for the window's thread.
            return _ids(connection.exec_driver_sql(_AMONG, (asked, stream)).scalar_one())

    def by_step(self, stream: int, since: datetime, step_s: int) -> Mapping[int, int]:
        """Returns the posts of a stream since a moment, by the second at which a step begins."""
        with self._database.read() as connection:
            first = first_id_at(to_ms(since))
            rows = connection.exec_driver_sql(_BY_STEP, (step_s, stream, first))
            return {row[0]: row[1] for row in rows}
