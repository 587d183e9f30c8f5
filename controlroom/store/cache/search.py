"""Asking the full text: newest hits, counts, how they are spread."""

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from controlroom.model.found import Count, Facets, Histogram
from controlroom.model.query.tree import Node
from controlroom.store.cache.ids import EPOCH, second_of
from controlroom.store.cache.match import Match, match
from controlroom.store.cache.opening import Asked, hits_of_beginnings
from controlroom.store.cache.times import from_ms
from controlroom.store.connection import Connection

COUNTED = 1_000
FACETED = 50_000
BUCKETS = 60
_STEPS = (1, 5, 15, 60, 300, 900, 3600, 4 * 3600, 86_400, 7 * 86_400, 30 * 86_400, 365 * 86_400)

_WHERE = "FROM post_text WHERE post_text MATCH ? AND rowid >= ? AND rowid < ?"
_HITS = f"SELECT rowid {_WHERE} ORDER BY rowid DESC LIMIT ?"
_COUNT = f"SELECT count(*) FROM (SELECT 1 {_WHERE} LIMIT ?)"
_EDGES = f"SELECT min(rowid), max(rowid) {_WHERE}"
_HISTOGRAM = f"SELECT ((rowid >> 14) + {EPOCH} - ?) / ? AS step, count(*) {_WHERE} GROUP BY step"
_NEWEST = f"WITH hit AS MATERIALIZED ({_HITS})"
_MEDIA = ("image", "video", "gif", "audio", "other")


def hits(connection: Connection, node: Node, *, before: int, limit: int, stream: int) -> list[int]:
    """Returns ids of the newest posts that fit, below the id `before` (0: from the newest)."""
    asked = match(connection, node, stream=stream)
    last = min(before, asked.last) if before else asked.last
    found = hits_of_beginnings(connection, Asked(node, asked.first, last, limit, stream))
    if found is not None:
        return found
    rows = connection.exec_driver_sql(_HITS, (asked.expression, asked.first, last, limit))
    return [row[0] for row in rows]


def count(connection: Connection, node: Node, *, stream: int, most: int = COUNTED) -> Count:
    """Returns how many posts fit; counting stops at `most`."""
    asked = match(connection, node, stream=stream)
    found = connection.exec_driver_sql(_COUNT, (*asked, most + 1)).scalar_one()
    return Count(min(found, most), found > most)


def facets(connection: Connection, node: Node, *, stream: int, most: int = FACETED) -> Facets:
    """Returns how the newest hits are spread, `most` of them at most."""
    asked = match(connection, node, stream=stream)
    number = connection.exec_driver_sql(_COUNT, (*asked, most + 1)).scalar_one()

    def spread(statement: str) -> Mapping[Any, int]:
        rows = connection.exec_driver_sql(f"{_NEWEST} {statement}", (*asked, most))
        return dict(Counter(dict(tuple(row) for row in rows)).most_common())

    return Facets(
        counted=min(number, most),
        more=number > most,
        networks=spread(
            "SELECT n.key, count(*) FROM hit CROSS JOIN post p ON p.id = hit.rowid"
            " JOIN network n ON n.id = p.network_id GROUP BY p.network_id"
        ),
        languages=spread(
            "SELECT p.language, count(*) FROM hit CROSS JOIN post p ON p.id = hit.rowid"
            " WHERE p.language <> '' GROUP BY p.language"
        ),
        authors=spread(
            "SELECT iif(a.handle = '', a.name, a.handle) AS called, sum(f.posts)"
            " FROM (SELECT p.author_id, count(*) AS posts FROM hit"
            " CROSS JOIN post p ON p.id = hit.rowid GROUP BY p.author_id ORDER BY 2 DESC LIMIT 50)"
            " AS f JOIN author a ON a.id = f.author_id WHERE called <> '' GROUP BY called"
        ),
        media=_media(connection, asked, most),
        profiles=spread(
            "SELECT j.value, count(*) FROM hit CROSS JOIN post p ON p.id = hit.rowid"
            " CROSS JOIN json_each(p.profiles) j GROUP BY j.value"
        ),
    )


def histogram(connection: Connection, node: Node, *, stream: int) -> Histogram | None:
    """Returns all hits by time, in at most 60 steps; None without a hit."""
    asked = match(connection, node, stream=stream)
    low, high = connection.exec_driver_sql(_EDGES, asked).one()
    if low is None:
        return None
    first, last = second_of(low), second_of(high)
    step = next((s for s in _STEPS if (last - first) / s < BUCKETS - 1), _STEPS[-1])
    start = first - first % step
    counts = [0] * ((last - start) // step + 1)
    for bucket, number in connection.exec_driver_sql(_HISTOGRAM, (start, step, *asked)):
        counts[bucket] = number
    return Histogram(from_ms(start * 1000), timedelta(seconds=step), tuple(counts))


def _media(connection: Connection, asked: Match, most: int) -> Mapping[str, int]:
    """Counts by tag, within the same newest hits as the other facets."""
    floor = connection.exec_driver_sql(
        f"{_NEWEST} SELECT min(rowid) FROM hit", (*asked, most)
    ).scalar_one()
    found = Counter[str]()
    for kind in _MEDIA:
        expression = f'({asked.expression}) AND tags : "has{kind}"'
        within = (expression, max(floor or 0, asked.first), asked.last)
        found[kind] = connection.exec_driver_sql(_COUNT, (*within, most)).scalar_one()
    return {kind: number for kind, number in found.most_common() if number}
