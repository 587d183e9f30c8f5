"""Out of the team's database: the posts that this login may see, in the order they came in."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg

from controlroom.model import clock
from controlroom.model.post import Post
from controlroom.store.archive.encoding import decoded
from controlroom.store.archive.errors import ArchiveNewer, ArchiveOlder, PostUnreadable
from controlroom.store.journal.errors import DatabaseAway, NoTeamHere
from controlroom.store.journal.postgres.archive import FORMAT
from controlroom.store.journal.postgres.link import Link

log = logging.getLogger(__name__)

BATCHES = 8
"""At once: of a station's batches, each of some hundred posts."""
_PAGE = 1_000
_ROW = "seq, profiles, sources, seen_at, gone_at, body, raw"
_ABOUT = """
SELECT id, format, now, to_regclass('controlroom.reading') IS NOT NULL FROM controlroom.about()
"""
_STANDING = """
SELECT controlroom.is_here(), controlroom.readable(),
    (SELECT coalesce(max(version), 0) FROM controlroom.listing),
    (SELECT coalesce(max(last_seq), 0) FROM controlroom.batch)
"""
_READING = "SELECT version, body FROM controlroom.reading WHERE version > %s"
_BATCHES = (
    "SELECT last_seq, days, at FROM controlroom.batch WHERE last_seq > %s ORDER BY 1 LIMIT %s"
)
# Days in plain sight of the planner: it locks their partitions and no others.
_POSTS = f"""
SELECT {_ROW} FROM controlroom.post
WHERE day = ANY (%b::date[]) AND seq > %b AND seq <= %b ORDER BY seq
"""
_MESSAGES = f"""
SELECT {_ROW} FROM controlroom.post
WHERE private AND profiles && %b::text[] AND seq > %b AND seq <= %b ORDER BY seq LIMIT {_PAGE}
"""


@dataclass(frozen=True, slots=True)
class ArchivedPost:
    """A post as the team has it.

    Attributes:
        seq: grows with every change of any post.
        profiles: keys of the profiles it came through.
        sources: names of what was read; see `names`.
        gone_at: when it was found to be deleted, None while it stands.
    """

    seq: int
    post: Post
    seen_at: datetime
    profiles: tuple[str, ...]
    sources: tuple[str, ...]
    gone_at: datetime | None


@dataclass(frozen=True, slots=True)
class Page:
    """The next posts; everything this login may see up to `upto` has been told with it.

    Attributes:
        at: when the station wrote the last of them, None for a page of messages and an empty one.
    """

    posts: list[ArchivedPost]
    upto: int
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class About:
    """Which archive it is, and by how much this computer's clock is ahead of the database's.

    Attributes:
        ahead: no more than what is certain: an answer that took its time proves nothing.
        tells_reading: it has a place where the station says how each source stands.
    """

    id: str
    ahead: timedelta
    tells_reading: bool = True


@dataclass(frozen=True, slots=True)
class Standing:
    """What a login may see.

    Attributes:
        is_here: whether it belongs to an officer who may see public posts.
        readable: the keys of the profiles whose messages it may read.
        listing: the version of what the station reads.
        head: the last number there is.
    """

    is_here: bool
    readable: tuple[str, ...]
    listing: int
    head: int


class ArchiveReader:
    """One login's view. Every method may raise `DatabaseAway`, `NotAllowed`, `NoTeamHere`.

    Args:
        url: as libpq takes it.
    """

    def __init__(self, url: str) -> None:
        self._link, self._ears = Link(url), Link(url)
        self._listening: psycopg.Connection[Any] | None = None

    def about(self) -> About:
        """Returns which archive it is. Raises `ArchiveNewer`, `ArchiveOlder`."""
        self._link.connection()
        before = clock.now()
        try:
            row = self._link.read(_ABOUT)[0]
        except NoTeamHere:
            self._link.read("SELECT FROM controlroom.entry LIMIT 1")
            raise ArchiveOlder from None
        after = clock.now()
        if row[1] > FORMAT:
            raise ArchiveNewer(there=row[1], here=FORMAT)
        return About(str(row[0]), _least(before - row[2], after - row[2]), bool(row[3]))

    def page(self, after: int) -> Page:
        """Returns the next posts behind a number, whole batches of them."""
        batches = self._link.read(_BATCHES, (after, BATCHES))
        if not batches:
            return Page([], after)
        days, upto = sorted({day for _, some, _ in batches for day in some}), batches[-1][0]
        found = self._link.read(_POSTS, (days, after, upto))
        return Page(_posts(found), upto, _utc(batches[-1][2]))

    def messages(self, profiles: Sequence[str], after: int, upto: int) -> Page:
        """Returns messages of some profiles, for who may read them only since now."""
        rows = self._link.read(_MESSAGES, (list(profiles), after, upto))
        return Page(_posts(rows), rows[-1][0] if len(rows) == _PAGE else upto)

    def holds(self, seq: int, at: datetime) -> bool:
        """Returns whether the batch is there that ended with a number at a moment."""
        query = "SELECT 1 FROM controlroom.batch WHERE last_seq = %s AND at = %s"
        return bool(self._link.read(query, (seq, at)))

    def standing(self) -> Standing:
        """Returns what this login may see at this moment, and whether the listing is new."""
        here, readable, version, head = self._link.read(_STANDING)[0]
        return Standing(bool(here), tuple(readable), int(version), int(head))

    def listing(self) -> tuple[int, str]:
        """Returns what the station reads, with its version; 0 while nobody has said."""
        rows = self._link.read("SELECT version, body FROM controlroom.listing")
        return (int(rows[0][0]), str(rows[0][1])) if rows else (0, "{}")

    def reading(self, after: int) -> tuple[int, list[str]]:
        """Returns what the station said of sources behind a version, and the version it is now.

        Everything it has read of them up to then is in the archive. Only where the archive
        `tells_reading`.
        """
        rows = self._link.read(_READING, (after,))
        return max((int(row[0]) for row in rows), default=after), [str(row[1]) for row in rows]

    def wait(self, timeout_s: float) -> bool:
        """Waits until something may be new; returns False if nothing was told in time.

        What a notice says is not looked at: any login could send one.
        """
        ears = self._ears.connection()
        if ears is not self._listening:
            self._ears.read("LISTEN controlroom_posts")
            self._listening = self._ears.connection()
            return True
        try:
            return any(True for _ in ears.notifies(timeout=timeout_s, stop_after=1))
        except psycopg.OperationalError:
            self._ears.close()
            raise DatabaseAway from None

    def close(self) -> None:
        """Hangs up."""
        self._link.close()
        self._ears.close()


def _least(one: timedelta, other: timedelta) -> timedelta:
    """Returns what is nearest to nothing between two differences."""
    return max(one, min(other, timedelta()))


def _posts(rows: Iterable[tuple[Any, ...]]) -> list[ArchivedPost]:
    found = []
    for seq, profiles, sources, seen_at, gone_at, body, raw in rows:
        try:
            post = decoded(seq, body, raw)
        except PostUnreadable as error:
            # One post must not keep all that come after it from being seen.
            log.warning("%s", error)
            continue
        times = (_utc(seen_at), tuple(profiles), tuple(sources), _utc(gone_at) if gone_at else None)
        found.append(ArchivedPost(seq, post, *times))
    return found


def _utc(at: datetime) -> datetime:
    return at.astimezone(UTC)
