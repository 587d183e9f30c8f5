"""Retention: what has grown old goes, in small steps, after it was shown.

The age of a post counts from its publication or from the last time the network showed it, whichever
is later: nothing is removed only to be fetched again, and a false old date saves nobody from being
stored. What is marked as kept stays with all its versions, figures and payloads; the rest of its
conversation does not stay with it unless it is marked too.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import msgspec

from controlroom.model.decoding import decoder
from controlroom.model.errors import OurError
from controlroom.store.cache.ids import first_id_at, remember_removed, second_of
from controlroom.store.cache.times import from_ms, to_ms
from controlroom.store.connection import Connection

STEP = 500
"""Posts per transaction: well below the quarter of a second that a reader may wait."""
MOST_PER_STEP = 1_000

_OLD = "p.id < ?1 AND p.seen_ms < ?2 AND p.kept = 0"
# Messages are few among the posts, so they are found by their tag.
_CANDIDATES = {
    "posts": f"FROM post AS p WHERE p.kind <> 'message' AND {_OLD}",
    "messages": f"""FROM post_text AS f CROSS JOIN post AS p ON p.id = f.rowid
        WHERE f.post_text MATCH 'tags : ismessage' AND {_OLD} AND f.rowid < ?1""",
    "payloads": f"FROM payload AS y CROSS JOIN post AS p ON p.id = y.post_id"
    f" WHERE y.post_id < ?1 AND {_OLD}",
}
_OF_TEXT = ("DELETE FROM post_text WHERE rowid = ?",)
_OF_POST = (
    "DELETE FROM payload WHERE post_id = ?",
    "DELETE FROM version WHERE post_id = ?",
    "DELETE FROM metrics WHERE post_id = ?",
    "DELETE FROM post WHERE id = ?",
)
_OF_PAYLOAD = (
    "DELETE FROM payload WHERE post_id = ?",
    "UPDATE version SET body = NULL WHERE post_id = ?",
)
_ROWS = """
SELECT p.id, p.author_id, p.streams FROM json_each(?) AS j CROSS JOIN post AS p ON p.id = j.value
"""
_MERGING = "SELECT v FROM post_text_config WHERE k = 'automerge'"
_MERGE = "INSERT INTO post_text (post_text, rank) VALUES ('automerge', ?)"
_FORGOTTEN = """
DELETE FROM gone WHERE (network_id, remote_id) IN
    (SELECT network_id, remote_id FROM gone WHERE gone_ms < ? LIMIT ?)
"""

_to_json = msgspec.json.Encoder().encode
_ids = decoder(list[int]).decode


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """Posts, messages or payloads go after so many days.

    Attributes:
        kind: "posts" (all but direct messages), "messages" or "payloads" (the networks' own bytes).
    """

    kind: str
    days: int

    def __post_init__(self) -> None:
        if self.kind not in _CANDIDATES or self.days < 1:
            raise OurError(f"no such rule: {self.kind!r} after {self.days} days")


@dataclass(frozen=True, slots=True)
class Removal:
    """What one rule would remove.

    Attributes:
        before: what is older than this moment goes.
        count: how many posts or payloads.
        oldest, newest: when the first and the last of them was published; None if there are none.
    """

    kind: str
    before: datetime
    count: int
    oldest: datetime | None = None
    newest: datetime | None = None


@dataclass(frozen=True, slots=True)
class RetentionPlan:
    """What would go, rule by rule; payloads of posts that go are counted with the payloads too."""

    removals: tuple[Removal, ...]

    def __bool__(self) -> bool:
        return any(removal.count for removal in self.removals)


@dataclass(frozen=True, slots=True)
class Removed:
    """What one step removed: ids of posts, and how many payloads and authors."""

    posts: tuple[int, ...] = ()
    payloads: int = 0
    authors: int = 0
    tombstones: int = 0

    def __bool__(self) -> bool:
        return bool(self.posts or self.payloads or self.tombstones)


def rules_of(days: Mapping[str, int]) -> tuple[RetentionRule, ...]:
    """Returns the rules for days by kind, as the settings hold them; a kind left out stays."""
    return tuple(RetentionRule(kind, count) for kind, count in days.items())


def plan(connection: Connection, rules: Iterable[RetentionRule], now: datetime) -> RetentionPlan:
    """Returns what the rules would remove at the aware moment `now`; removes nothing."""
    return RetentionPlan(tuple(_removal(connection, rule, now) for rule in rules))


def remove_step(connection: Connection, plan: RetentionPlan, most: int = STEP) -> Removed:
    """Removes a part of a plan inside the open transaction; what it returns is false at the end.

    Stopping between steps is harmless; the next step goes on, with this plan or a newer one.

    Args:
        most: posts or payloads in this step, at most `MOST_PER_STEP`.
    """
    most = min(most, MOST_PER_STEP)
    for removal in sorted(plan.removals, key=lambda removal: removal.kind == "payloads"):
        ids = _old(connection, removal, most)
        if ids and removal.kind == "payloads":
            _delete(connection, _OF_PAYLOAD, ids)
            return Removed(payloads=len(ids))
        if ids:
            return Removed(tuple(ids), authors=_remove_posts(connection, ids))
    return Removed(tombstones=_forget(connection, plan, most))


def _removal(connection: Connection, rule: RetentionRule, now: datetime) -> Removal:
    before = now.astimezone(UTC) - timedelta(days=rule.days)
    asked = f"SELECT count(*), min(p.id), max(p.id) {_CANDIDATES[rule.kind]}"
    count, first, last = connection.exec_driver_sql(asked, _bounds(before)).one()
    if not count:
        return Removal(rule.kind, before, 0)
    return Removal(rule.kind, before, count, _filed(first), _filed(last))


def _filed(post_id: int) -> datetime:
    return from_ms(second_of(post_id) * 1000)


def _bounds(before: datetime) -> tuple[int, int]:
    ms = to_ms(before)
    return first_id_at(ms), ms


def _old(connection: Connection, removal: Removal, most: int) -> list[int]:
    asked = f"SELECT p.id {_CANDIDATES[removal.kind]} ORDER BY p.id LIMIT ?3"
    rows = connection.exec_driver_sql(asked, (*_bounds(removal.before), most))
    return [row[0] for row in rows]


def _remove_posts(connection: Connection, ids: Sequence[int]) -> int:
    """Removes posts and all that hangs on them; returns how many authors went with them."""
    rows = connection.exec_driver_sql(_ROWS, (_to_json(ids).decode(),)).all()
    members = [(stream, post_id) for post_id, _, streams in rows for stream in _ids(streams)]
    if members:
        statement = "DELETE FROM stream_post WHERE stream_id = ? AND post_id = ?"
        connection.exec_driver_sql(statement, sorted(members))
    _delete_text(connection, ids)
    _delete(connection, _OF_POST, ids)
    remember_removed(connection, ids)
    return _remove_authors(connection, sorted({row[1] for row in rows}))


def _delete_text(connection: Connection, ids: Sequence[int]) -> None:
    """Deletes from the full text; what it closes up because of that is left to idle time.

    With a tenth of it deleted it would be written anew at once: a quarter of a second a step.
    """
    usual = connection.exec_driver_sql(_MERGING).scalar_one()
    connection.exec_driver_sql(_MERGE, (0,))
    _delete(connection, _OF_TEXT, ids)
    connection.exec_driver_sql(_MERGE, (usual,))


def _delete(connection: Connection, statements: Sequence[str], ids: Sequence[int]) -> None:
    for statement in statements:
        connection.exec_driver_sql(statement, [(post_id,) for post_id in ids])


def _remove_authors(connection: Connection, authors: Sequence[int]) -> int:
    """Removes those of these authors who have no post left, by the tag their posts carry."""
    # The newest first: from the oldest on, every post that was removed is passed over one by one.
    asked = "SELECT 1 FROM post_text WHERE post_text MATCH ? ORDER BY rowid DESC LIMIT 1"
    silent = [
        (author,)
        for author in authors
        if connection.exec_driver_sql(asked, (f"tags : a{author}",)).first() is None
    ]
    if silent:
        connection.exec_driver_sql("DELETE FROM author WHERE id = ?", silent)
    return len(silent)


def _forget(connection: Connection, plan: RetentionPlan, most: int) -> int:
    """Forgets posts that were missed long ago and never seen."""
    moments = [to_ms(removal.before) for removal in plan.removals if removal.kind == "posts"]
    return sum(connection.exec_driver_sql(_FORGOTTEN, (ms, most)).rowcount for ms in moments)
