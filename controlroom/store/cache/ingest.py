"""From sightings to rows: who is new, who has changed, who is gone."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from controlroom.model.changes import Changes, Disappearance, Sighting
from controlroom.model.decoding import decoder
from controlroom.model.post import Metrics
from controlroom.store.cache.authors import Authors
from controlroom.store.cache.batch import Batch, Look, New
from controlroom.store.cache.ids import PostIds
from controlroom.store.cache.joined import joined
from controlroom.store.cache.networks import Networks
from controlroom.store.cache.payloads import Payloads
from controlroom.store.cache.standing import Standing, Version, metrics_row, version_of
from controlroom.store.cache.times import all_to_ms, each_to_ms, to_ms
from controlroom.store.connection import Connection as AnyConnection

Key = tuple[int, str]
Looks = tuple[Look, ...]

_KNOWN = """
SELECT p.network_id, p.remote_id, p.id, p.author_id, p.version_ms, p.digest, p.version_seen_ms,
    p.seen_ms,
    p.gone_ms, p.kept, p.profiles, p.streams, p.replies, p.reposts, p.likes, p.quotes, p.views,
    p.details, p.created_ms, p.edited, p.kind, p.language, p.reply_to, p.root
FROM json_each(?) AS n CROSS JOIN json_each(n.value) AS j
CROSS JOIN post AS p ON p.network_id = CAST(n.key AS INTEGER) AND p.remote_id = j.value
"""
_MISSED = """
SELECT g.network_id, g.remote_id, g.gone_ms
FROM json_each(?) AS n CROSS JOIN json_each(n.value) AS j
CROSS JOIN gone AS g ON g.network_id = CAST(n.key AS INTEGER) AND g.remote_id = j.value
"""

_ids = decoder(list[int]).decode


class Ingest:
    """Turns batches into rows. Holds what the single writer may remember between batches."""

    def __init__(self, connection: AnyConnection) -> None:
        self._networks = Networks(connection)
        self._authors = Authors(connection)
        self._post_ids = PostIds(connection)
        self._payloads = Payloads(connection)
        self._any_missed = connection.exec_driver_sql("SELECT 1 FROM gone").first() is not None

    def take(
        self, connection: Connection, sightings: Sequence[Sighting], missed: Sequence[Disappearance]
    ) -> Changes:
        """Writes a batch inside the open transaction and returns what came of it."""
        self._payloads.note(sightings)
        self._payloads.learn(connection)
        with Batch(self._payloads, self._authors.ours) as batch:
            seen = self._by_post(connection, batch, sightings)
            gone = self._latest_missed(connection, missed)
            known = self._known(connection, seen.keys() | gone.keys() if gone else seen)
            new = [key for key in seen if key not in known] if known else list(seen)
            self._add_new(connection, batch, seen, gone, new)
            self._update_known(batch, seen, gone, known)
            if gone:
                self._remember_missed(batch, gone, seen.keys() | known.keys())
            batch.write(connection)
            return batch.changes()

    def _by_post(
        self, connection: Connection, batch: Batch, sightings: Sequence[Sighting]
    ) -> dict[Key, Looks]:
        """Numbers networks and authors; returns what was seen of each post."""
        posts = [s.post for s in sightings]
        number = self._numbers(connection, {post.network for post in posts})
        networks = [number[post.network] for post in posts]
        times = each_to_ms([s.seen_at for s in sightings])
        authors = [post.author for post in posts]
        writers = self._authors.take(connection, batch.rows, networks, authors, times)
        keys = list(zip(networks, [post.remote_id for post in posts], strict=True))
        return _grouped(keys, list(zip(sightings, times, writers, strict=True)))

    def _latest_missed(
        self, connection: Connection, missed: Sequence[Disappearance]
    ) -> dict[Key, int]:
        number = self._numbers(connection, {m.network for m in missed})
        gone: dict[Key, int] = {}
        for m in missed:
            key = number[m.network], m.remote_id
            gone[key] = max(gone.get(key, 0), to_ms(m.seen_at))
        return gone

    def _numbers(self, connection: Connection, networks: set[str]) -> dict[str, int]:
        known = len(self._networks)
        numbers = self._networks.numbers(connection, networks)
        if len(self._networks) > known:
            self._authors.read_profiles(connection)
        return numbers

    def _known(self, connection: Connection, keys: Iterable[Key]) -> dict[Key, Standing]:
        rows = joined(connection, _KNOWN, keys)
        return {row[:2]: _standing(row) for row in rows}

    def _add_new(
        self,
        connection: Connection,
        batch: Batch,
        seen: dict[Key, Looks],
        gone: dict[Key, int],
        new: list[Key],
    ) -> None:
        looks = [seen[key] for key in new]
        created = all_to_ms([look[0][0].post.created_at for look in looks])
        filed = list(map(min, created, map(_first_seen, looks)))
        order = sorted(range(len(new)), key=filed.__getitem__)
        ids = self._post_ids.take(connection, [filed[i] for i in order])
        missed = self._missed_before(connection, new, gone)
        news: list[New] = []
        for place, post_id in zip(order, ids, strict=True):
            key, found = new[place], looks[place]
            if len(found) == 1 and key not in missed:
                sighting, seen_ms, author = found[0]
                news.append((
                    post_id, key[0], author, sighting.post, created[place], seen_ms, 0,
                    sighting.profiles, sighting.streams, None,
                ))  # fmt: skip
            else:
                news.append(self._more(batch, post_id, key, found, missed.get(key, 0)))
        batch.add(connection, news)
        batch.rows.found.extend(missed)

    def _more(self, batch: Batch, post_id: int, key: Key, looks: Looks, gone_ms: int) -> New:
        """Returns a new post that was seen more than once, or missed."""
        s = self._first(post_id, key, looks)
        s.gone_ms = gone_ms
        self._settle_author(s)
        batch.note_metrics(s, looks)
        assert s.post is not None
        post = replace(s.post, metrics=Metrics(*s.metrics))
        return (
            s.id, s.network, s.author, post, to_ms(post.created_at), s.seen_ms, s.gone_ms,
            tuple(s.profiles), tuple(s.streams), s,
        )  # fmt: skip

    def _first(self, post_id: int, key: Key, looks: Looks) -> Standing:
        first, seen_ms, author = looks[0]
        standing = Standing(
            id=post_id,
            network=key[0],
            author=author,
            version=version_of(first, seen_ms),
            seen_ms=seen_ms,
            gone_ms=0,
            kept=False,
            profiles=set(first.profiles),
            streams=set(first.streams),
            metrics=metrics_row(first.post.metrics),
            post=first.post,
        )
        for sighting, _, _ in looks[1:]:
            standing.see(sighting)
        return standing

    def _settle_author(self, standing: Standing) -> None:
        if standing.post is not None:
            standing.written_by(self._authors.id_of(standing.network, standing.post.author))

    def _update_known(
        self,
        batch: Batch,
        seen: dict[Key, Looks],
        gone: dict[Key, int],
        known: dict[Key, Standing],
    ) -> None:
        for key, standing in known.items():
            was_gone = standing.gone
            for sighting, _, _ in seen.get(key, ()):
                standing.see(sighting)
            if key in gone:
                standing.miss(gone[key])
            self._settle_author(standing)
            batch.note_metrics(standing, seen.get(key, ()))
            batch.update(standing, was_gone=was_gone)

    def _missed_before(
        self, connection: Connection, new: list[Key], gone: dict[Key, int]
    ) -> dict[Key, int]:
        """Returns when new posts were missed, in this batch or before they were first seen."""
        if not gone and not self._any_missed:
            return {}
        fresh = set(new)
        missed = {key: at for key, at in gone.items() if key in fresh}
        if self._any_missed:
            for *key, gone_ms in joined(connection, _MISSED, new):
                at = key[0], key[1]
                missed[at] = max(missed.get(at, 0), gone_ms)
        return missed

    def _remember_missed(self, batch: Batch, gone: dict[Key, int], stored: Iterable[Key]) -> None:
        unknown = gone.keys() - set(stored)
        batch.rows.gone.extend((*key, gone[key]) for key in unknown)
        self._any_missed = self._any_missed or bool(unknown)


def _grouped(keys: list[Key], looks: list[Look]) -> dict[Key, Looks]:
    """Returns the looks at each post, in their order."""
    single: dict[Key, Looks] = dict(zip(keys, zip(looks, strict=True), strict=True))
    if len(single) == len(keys):
        return single
    grouped: dict[Key, list[Look]] = {}
    for key, look in zip(keys, looks, strict=True):
        grouped.setdefault(key, []).append(look)
    return {key: tuple(found) for key, found in grouped.items()}


def _first_seen(looks: Looks) -> int:
    """Returns when a post was first seen: what claims to be later is filed there."""
    return looks[0][1] if len(looks) == 1 else min([look[1] for look in looks])


def _standing(row: Any) -> Standing:
    return Standing(
        id=row[2],
        network=row[0],
        author=row[3],
        version=Version(row[4], row[5], row[6]),
        seen_ms=row[7],
        gone_ms=row[8],
        kept=bool(row[9]),
        profiles=set(_ids(row[10])),
        streams=set(_ids(row[11])),
        metrics=tuple(row[12:17]),
        stored=tuple(row[17:24]),
    )
