"""Post ids that grow with time: second of the post × 2^14 + a counter.

A post is filed at the moment it claims or the moment we saw it, whichever is earlier, so that a
false date in the future cannot sit on top of a column for ever.
"""

import msgspec
from sqlalchemy import Connection

EPOCH = 946_684_800
"""Second 0 of an id: 1 January 2000, UTC."""

_BITS = 14
_SPAN = 1 << _BITS
_REMEMBERED = 50_000

_TAKEN = f"""
SELECT j.value, (SELECT max(id) FROM post
                 WHERE id >= j.value << {_BITS} AND id < (j.value + 1) << {_BITS})
FROM json_each(?) AS j
"""


def first_id_at(ms: int) -> int:
    """Returns the smallest id a post of this moment (milliseconds since 1970) can have."""
    return max(0, ms // 1000 - EPOCH) << _BITS


def second_of(post_id: int) -> int:
    """Returns the second since 1970 at which a post is filed."""
    return (post_id >> _BITS) + EPOCH


class PostIds:
    """Hands out ids. Only the one writer of a cache may have one."""

    def __init__(self, connection: Connection) -> None:
        newest = connection.exec_driver_sql("SELECT max(id) FROM post").scalar_one()
        self._newest = -1 if newest is None else newest >> _BITS
        self._next: dict[int, int] = {}
        if newest is not None:
            self._next[self._newest] = newest + 1

    def take(self, connection: Connection, moments: list[int]) -> list[int]:
        """Returns a free id for each moment, in the same order."""
        if len(self._next) > _REMEMBERED:
            self._next = {s: n for s, n in self._next.items() if s == self._newest}
        seconds = [max(0, ms // 1000 - EPOCH) for ms in moments]
        self._look_up(connection, seconds)
        return [self._take_one(connection, second) for second in seconds]

    def _take_one(self, connection: Connection, second: int) -> int:
        taken = self._next.get(second, second << _BITS)
        while taken >= (second + 1) << _BITS:
            second += 1
            self._look_up(connection, [second])
            taken = self._next.get(second, second << _BITS)
        self._next[second] = taken + 1
        self._newest = max(self._newest, second)
        return taken

    def _look_up(self, connection: Connection, seconds: list[int]) -> None:
        unknown = {s for s in seconds if s <= self._newest and s not in self._next}
        if not unknown:
            return
        asked = msgspec.json.encode(sorted(unknown)).decode()
        for second, highest in connection.exec_driver_sql(_TAKEN, (asked,)):
            self._next[second] = (second << _BITS) if highest is None else highest + 1
