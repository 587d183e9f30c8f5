"""Many posts at a glance: what a surge is judged by, without making the posts."""

from collections.abc import Sequence

import msgspec

from controlroom.model.cached import CachedPost
from controlroom.model.decoding import decoder
from controlroom.model.glimpse import Glimpse
from controlroom.store.cache.reader import CacheReader

_BY_ID = """
SELECT json_group_array(json_array(p.id, p.text, a.remote_id, a.followers, hex(p.details)))
FROM json_each(?) AS j CROSS JOIN post AS p ON p.id = j.value JOIN author AS a ON a.id = p.author_id
WHERE p.kind <> 'message'
"""
_EMPTY = b"\x90"
_Row = tuple[int, str, str, int | None, str]
_rows = decoder(list[_Row]).decode
_parts = msgspec.msgpack.Decoder(list[msgspec.Raw]).decode


class Glimpses:
    """Looks into a cache opened for reading, as far as its veil lets. Safe in several threads."""

    def __init__(self, cache: CacheReader) -> None:
        self._cache = cache

    def of(self, ids: Sequence[int]) -> list[Glimpse]:
        """Returns those of these posts that are stored and may be seen, in any order."""
        asked = msgspec.json.encode(list(ids)).decode()
        with self._cache.database.read() as connection:
            # One row: for each row more the reading thread would wait for the window's thread.
            rows = _rows(connection.exec_driver_sql(_BY_ID, (asked,)).scalar_one())
        found = [_glimpse(row) for row in rows]
        # Whose messages may be read is asked for each: there are few.
        rest = {*ids} - {one.id for one in found}
        if rest:
            found += map(glimpse_of, self._cache.posts(sorted(rest)))
        return found


def glimpse_of(cached: CachedPost) -> Glimpse:
    """Returns a post in short."""
    post = cached.post
    author, followers = post.author.remote_id, post.author.followers or 0
    return Glimpse(cached.id, post.text, author, followers, bool(post.media))


def _glimpse(row: _Row) -> Glimpse:
    number, text, author, followers, details = row
    return Glimpse(number, text, author, followers or 0, _has_media(bytes.fromhex(details)))


def _has_media(packed: bytes) -> bool:
    """The second of the details; see `details`."""
    return bytes(_parts(packed)[1]) != _EMPTY
