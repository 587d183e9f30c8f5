"""Post ids that grow with time: second of the post × 2^14 + a counter.

A post is filed at the moment it claims or the moment we saw it, whichever is earlier, so that a
false date in the future cannot sit on top of a column for ever.

No id is given twice, not even that of a post long removed. Up to the newest second of which a post
was removed, ids begin above the first 256 of the second, which hardly a second ever fills; for one
that did, the next free id is remembered.
"""

from collections.abc import Sequence

import msgspec

from controlroom.store.connection import Connection

EPOCH = 946_684_800
"""Second 0 of an id: 1 January 2000, UTC."""

_BITS = 14
_SPAN = 1 << _BITS
_REMEMBERED = 50_000

_KEPT_FREE = 256

_TAKEN = f"""
SELECT j.value, 1 + (SELECT max(id) FROM post
                     WHERE id >= j.value << {_BITS} AND id < (j.value + 1) << {_BITS}),
    (SELECT next_id FROM removed_id WHERE second = j.value)
FROM json_each(?) AS j
"""
_REMOVED = """
INSERT INTO removed_id (second, next_id) VALUES (?, ?)
ON CONFLICT DO UPDATE SET next_id = max(next_id, excluded.next_id)
"""
_NEEDLESS = f"""
DELETE FROM removed_id WHERE next_id - (second << {_BITS}) <= {_KEPT_FREE}
    AND second < (SELECT max(second) FROM removed_id)
"""


def first_id_at(ms: int) -> int:
    """Returns the smallest id a post of this moment (milliseconds since 1970) can have."""
    return max(0, ms // 1000 - EPOCH) << _BITS


def second_of(post_id: int) -> int:
    """Returns the second since 1970 at which a post is filed."""
    return (post_id >> _BITS) + EPOCH


def remember_removed(connection: Connection, ids: Sequence[int]) -> None:
    """Notes that these posts go, so that none of their ids is given again."""
    noted = [i for i in ids if i & (_SPAN - 1) >= _KEPT_FREE] + [max(ids)]
    connection.exec_driver_sql(_REMOVED, [(i >> _BITS, i + 1) for i in noted])
    connection.exec_driver_sql(_NEEDLESS)


class PostIds:
    """Hands out ids. Only the one writer of a cache may have one."""

    def __init__(self, connection: Connection) -> None:
        newest = connection.exec_driver_sql("SELECT max(id) FROM post").scalar_one()
        removed = connection.exec_driver_sql("SELECT max(second) FROM removed_id").scalar_one()
        self._removed = -1 if removed is None else removed
        self._newest = max(self._removed, -1 if newest is None else newest >> _BITS)
        self._next: dict[int, int] = {}

    def take(self, connection: Connection, moments: list[int]) -> list[int]:
        """Returns a free id for each moment, in the same order."""
        if len(self._next) > _REMEMBERED:
            self._next = {s: n for s, n in self._next.items() if s == self._newest}
        seconds = [max(0, ms // 1000 - EPOCH) for ms in moments]
        self._look_up(connection, seconds)
        following, taken = self._next, []
        for second in seconds:
            number = following.get(second, second << _BITS)
            if number >= (second + 1) << _BITS:
                second, number = self._later(connection, second)
            following[second] = number + 1
            taken.append(number)
        self._newest = max(self._newest, second_of(max(taken, default=0)) - EPOCH)
        return taken

    def _later(self, connection: Connection, second: int) -> tuple[int, int]:
        """Returns the next second with room, and its first free id."""
        number = (second + 1) << _BITS
        while number >= (second + 1) << _BITS:
            second += 1
            self._look_up(connection, [second])
            number = self._next.get(second, second << _BITS)
        return second, number

    def _look_up(self, connection: Connection, seconds: list[int]) -> None:
        if not seconds or min(seconds) > self._newest:
            return
        unknown = {s for s in seconds if s <= self._newest and s not in self._next}
        if not unknown:
            return
        asked = msgspec.json.encode(sorted(unknown)).decode()
        for second, free, remembered in connection.exec_driver_sql(_TAKEN, (asked,)):
            first = (second << _BITS) + (_KEPT_FREE if second <= self._removed else 0)
            self._next[second] = max(first, free or 0, remembered or 0)
