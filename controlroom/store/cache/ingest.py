"""From sightings to rows: who is new, who has changed, who is gone."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection

from controlroom.model.changes import Changes, Disappearance, Sighting
from controlroom.store.cache.authors import Authors
from controlroom.store.cache.batch import Batch
from controlroom.store.cache.ids import PostIds
from controlroom.store.cache.networks import Networks
from controlroom.store.cache.payloads import Payloads
from controlroom.store.cache.standing import Standing, Version, metrics_row, version_of
from controlroom.store.cache.times import to_ms

Key = tuple[int, str]

_KNOWN = """
SELECT p.remote_id, p.id, p.author_id, p.version_ms, p.digest, p.version_seen_ms, p.seen_ms,
    p.gone_ms, p.kept, p.profiles, p.streams, p.replies, p.reposts, p.likes, p.quotes, p.views,
    p.details, p.created_ms, p.edited, p.kind, p.language, p.reply_to, p.root
FROM json_each(?) AS j CROSS JOIN post AS p ON p.network_id = ? AND p.remote_id = j.value
"""
_MISSED = """
SELECT g.remote_id, g.gone_ms FROM json_each(?) AS j
CROSS JOIN gone AS g ON g.network_id = ? AND g.remote_id = j.value
"""

_to_json = msgspec.json.Encoder().encode
_ids = msgspec.json.Decoder(list[int]).decode


class Ingest:
    """Turns batches into rows. Holds what the single writer may remember between batches."""

    def __init__(self, connection: Connection) -> None:
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
        seen = self._by_post(connection, sightings)
        gone = self._latest_missed(connection, missed)
        known = self._known(connection, seen.keys() | gone.keys())
        batch = Batch(self._payloads, self._authors.ours)
        self._authors.take(connection, batch.rows, seen)
        new = [key for key in seen if key not in known]
        self._add_new(connection, batch, seen, gone, new)
        self._update_known(batch, seen, gone, known)
        self._remember_missed(batch, gone, seen.keys() | known.keys())
        batch.write(connection)
        return batch.changes()

    def _by_post(
        self, connection: Connection, sightings: Sequence[Sighting]
    ) -> dict[Key, list[Sighting]]:
        seen: dict[Key, list[Sighting]] = {}
        number = self._numbers(connection, {s.post.network for s in sightings})
        for sighting in sightings:
            post = sighting.post
            seen.setdefault((number[post.network], post.remote_id), []).append(sighting)
        return seen

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
        rows = _joined(connection, _KNOWN, keys)
        return {key: _standing(key[0], row) for key, row in rows}

    def _add_new(
        self,
        connection: Connection,
        batch: Batch,
        seen: dict[Key, list[Sighting]],
        gone: dict[Key, int],
        new: list[Key],
    ) -> None:
        filed = [_filed_ms(seen[key]) for key in new]
        order = sorted(range(len(new)), key=filed.__getitem__)
        ids = self._post_ids.take(connection, [filed[i] for i in order])
        missed = self._missed_before(connection, new, gone)
        author_of = self._authors.id_of
        singles = []
        for place, post_id in zip(order, ids, strict=True):
            key = new[place]
            sightings = seen[key]
            if len(sightings) == 1 and key not in missed:
                only = sightings[0]
                singles.append((post_id, key[0], author_of(key[0], only.post.author), only))
            else:
                standing = self._first(post_id, key, sightings)
                standing.gone_ms = missed.get(key, 0)
                self._settle_author(standing)
                batch.add(standing)
                batch.note_metrics(standing, sightings)
        batch.add_singles(singles)
        batch.rows.found.extend(missed)

    def _first(self, post_id: int, key: Key, sightings: list[Sighting]) -> Standing:
        first = sightings[0]
        seen_ms = to_ms(first.seen_at)
        standing = Standing(
            id=post_id,
            network=key[0],
            author=self._authors.id_of(key[0], first.post.author),
            version=version_of(first, seen_ms),
            seen_ms=seen_ms,
            gone_ms=0,
            kept=False,
            profiles=set(first.profiles),
            streams=set(first.streams),
            metrics=metrics_row(first.post.metrics),
            post=first.post,
        )
        for sighting in sightings[1:]:
            standing.see(sighting)
        return standing

    def _settle_author(self, standing: Standing) -> None:
        if standing.post is not None:
            standing.written_by(self._authors.id_of(standing.network, standing.post.author))

    def _update_known(
        self,
        batch: Batch,
        seen: dict[Key, list[Sighting]],
        gone: dict[Key, int],
        known: dict[Key, Standing],
    ) -> None:
        for key, standing in known.items():
            was_gone = standing.gone
            for sighting in seen.get(key, ()):
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
        fresh = set(new)
        missed = {key: at for key, at in gone.items() if key in fresh}
        if self._any_missed:
            for key, row in _joined(connection, _MISSED, new):
                missed[key] = max(missed.get(key, 0), row[1])
        return missed

    def _remember_missed(self, batch: Batch, gone: dict[Key, int], stored: Iterable[Key]) -> None:
        unknown = gone.keys() - set(stored)
        batch.rows.gone.extend((*key, gone[key]) for key in unknown)
        self._any_missed = self._any_missed or bool(unknown)


def _filed_ms(sightings: list[Sighting]) -> int:
    """Returns the moment a post is filed at: what it claims, but not later than it was seen."""
    first_seen = to_ms(sightings[0].seen_at)
    if len(sightings) > 1:
        first_seen = min([to_ms(s.seen_at) for s in sightings])
    return min(to_ms(sightings[0].post.created_at), first_seen)


def _joined(connection: Connection, statement: str, keys: Iterable[Key]) -> list[tuple[Key, Any]]:
    """Runs a look-up by remote ids once per network; returns each row with its key."""
    by_network: dict[int, list[str]] = {}
    for network, remote_id in keys:
        by_network.setdefault(network, []).append(remote_id)
    found: list[tuple[Key, Any]] = []
    for network, remote_ids in by_network.items():
        asked = _to_json(remote_ids).decode()
        rows = connection.exec_driver_sql(statement, (asked, network))
        found.extend(((network, row[0]), row) for row in rows)
    return found


def _standing(network: int, row: Any) -> Standing:
    return Standing(
        id=row[1],
        network=network,
        author=row[2],
        version=Version(row[3], row[4], row[5]),
        seen_ms=row[6],
        gone_ms=row[7],
        kept=bool(row[8]),
        profiles=set(_ids(row[9])),
        streams=set(_ids(row[10])),
        metrics=tuple(row[11:16]),
        stored=tuple(row[16:23]),
    )
