"""The rows and the changes of one batch."""

from collections.abc import Iterable
from zlib import crc32

from sqlalchemy import Connection

from controlroom.model.changes import Changes, Sighting
from controlroom.model.post import Post
from controlroom.store.cache import details, index
from controlroom.store.cache.index import numbered
from controlroom.store.cache.payloads import Payloads
from controlroom.store.cache.reindex import reindex
from controlroom.store.cache.rows import Rows
from controlroom.store.cache.standing import MetricsRow, Standing, Version, metrics_row
from controlroom.store.cache.times import to_ms

Look = tuple[Sighting, int, int]
"""A sighting, its time in milliseconds, the number of the author."""

Single = tuple[int, int, int, Look]
"""Id, number of the network, time of publication, and the only sighting of a new post."""

_QUARTER_MS = 15 * 60 * 1000


class Batch:
    """Collects what a batch writes.

    Attributes:
        rows: what to execute.
        rewritten: ids of stored posts whose full text has to be written anew after that.
    """

    def __init__(self, payloads: Payloads, ours: set[int]) -> None:
        self.rows = Rows()
        self.rewritten: list[int] = []
        self._payloads = payloads
        self._ours = ours
        self._paid: list[int] = []
        self._raw: list[bytes] = []
        self._new: list[int] = []
        self._updated: list[int] = []
        self._removed: list[int] = []

    def add_singles(self, singles: Iterable[Single]) -> None:
        """Takes in posts that were not stored and were seen once: nearly all of them.

        This is where the time of a busy evening goes, so it makes no more calls than it must.
        """
        insert, ours = self._insert, self._ours
        for post_id, network, created_ms, (sighting, seen_ms, author) in singles:
            post = sighting.post
            text = post.text
            if post.warning or post.media or post.poll:
                digest = details.digest(post)
            else:
                digest = crc32(text.encode()) << 24 | len(text) & 0xFFFFFF
            m = post.metrics
            insert(
                post_id, network, author, post, created_ms,
                to_ms(post.edited_at) if post.edited_at else created_ms, digest, seen_ms, seen_ms,
                0, 1, m.replies, m.reposts, m.likes, m.quotes, m.views,
                sighting.profiles, sighting.streams,
            )  # fmt: skip
            if author in ours:
                self._note_metrics(post_id, seen_ms, metrics_row(m))

    def add(self, standing: Standing) -> None:
        """Takes in a post that was not stored, after any number of sightings."""
        s = standing
        assert s.post is not None
        older = _by_version(s)
        made_ms, digest, seen_ms = s.version
        self._insert(
            s.id, s.network, s.author, s.post, to_ms(s.post.created_at), made_ms, digest, seen_ms,
            s.seen_ms, s.gone_ms, 1 + len(older), *s.metrics, tuple(s.profiles), tuple(s.streams),
        )  # fmt: skip
        self._write_older(s.id, older)

    def _insert(
        self,
        post_id: int,
        network: int,
        author: int,
        post: Post,
        created_ms: int,
        made_ms: int,
        digest: int,
        version_seen_ms: int,
        seen_ms: int,
        gone_ms: int,
        versions: int,
        replies: int | None,
        reposts: int | None,
        likes: int | None,
        quotes: int | None,
        views: int | None,
        profiles: tuple[int, ...],
        streams: tuple[int, ...],
    ) -> None:
        rows = self.rows
        profile_list, profile_tags = numbered("p", profiles)
        stream_list, stream_tags = numbered("s", streams)
        rows.posts.append((
            post_id, network, post.remote_id, author, post.kind._value_, post.text, post.language,
            created_ms, made_ms, digest, 1 if post.edited_at else 0, seen_ms, version_seen_ms,
            gone_ms, 0, versions, post.reply_to, post.root, profile_list, stream_list,
            replies, reposts, likes, quotes, views, details.pack(post),
        ))  # fmt: skip
        if post.raw:
            self._paid.append(post_id)
            self._raw.append(post.raw)
        for stream in streams:
            rows.stream_posts.append((stream, post_id))
        gone = index.GONE if gone_ms > seen_ms else ""
        rows.indexed.append(
            index.entry(post_id, post, network, author, profile_tags, stream_tags, gone)
        )
        self._new.append(post_id)

    def update(self, standing: Standing, *, was_gone: bool) -> None:
        """Takes in what became of a stored post."""
        s = standing
        if not s.changed:
            return
        if s.retired:
            self.rows.retired.append((s.id,))
            self.rows.current.append((s.id, s.version.made_ms, s.version.digest))
        if s.post is not None:
            self._change(s, s.post)
        self._write_older(s.id, _by_version(s))
        self.rows.standings.append((
            s.seen_ms, s.gone_ms, numbered("p", tuple(s.profiles))[0],
            numbered("s", tuple(s.streams))[0], *s.metrics, s.id,
        ))  # fmt: skip
        self.rows.stream_posts += [(stream, s.id) for stream in s.new_streams]
        self._tell(s, was_gone=was_gone)

    def write(self, connection: Connection) -> None:
        """Writes the rows and the full text that follows from them."""
        compressed = self._payloads.begin(self._raw)
        self.rows.execute(connection)
        Rows(payloads=list(zip(self._paid, compressed(), strict=True))).execute(connection)
        reindex(connection, self.rewritten)

    def note_metrics(self, standing: Standing, looks: Iterable[Look]) -> None:
        """Adds to the history of figures of a post of ours or a kept one."""
        if standing.kept or standing.author in self._ours:
            for sighting, seen_ms, _ in looks:
                self._note_metrics(standing.id, seen_ms, metrics_row(sighting.post.metrics))

    def changes(self) -> Changes:
        """Returns the ids in order of time."""
        return Changes(*(tuple(sorted(ids)) for ids in (self._new, self._updated, self._removed)))

    def _tell(self, s: Standing, *, was_gone: bool) -> None:
        if s.rewritten:
            self.rewritten.append(s.id)
        if s.gone and not was_gone:
            self._removed.append(s.id)
        elif s.shown:
            self._updated.append(s.id)

    def _change(self, s: Standing, post: Post) -> None:
        self.rows.post_changes.append((
            s.author, post.kind._value_, post.text, post.language, s.version[0], s.version[1],
            int(post.edited_at is not None), s.version.seen_ms, post.reply_to, post.root,
            details.pack(post), to_ms(post.created_at), s.id,
        ))  # fmt: skip
        if post.raw:
            self._paid.append(s.id)
            self._raw.append(post.raw)
        elif s.retired:
            self.rows.payloads_gone.append((s.id,))

    def _write_older(self, post_id: int, older: list[tuple[Version, Post]]) -> None:
        for version, post in older:
            body = self._payloads.compress(post.raw) if post.raw else None
            self.rows.older.append((
                post_id, version.made_ms, version.digest, int(post.edited_at is not None),
                version.seen_ms, post.text, details.pack(post), body,
            ))  # fmt: skip

    def _note_metrics(self, post_id: int, seen_ms: int, metrics: MetricsRow) -> None:
        self.rows.metrics.append((post_id, seen_ms // _QUARTER_MS, seen_ms, *metrics))


def _by_version(s: Standing) -> list[tuple[Version, Post]]:
    """Returns the versions that do not stand, each once, as it was seen last."""
    if not s.older:
        return []
    last: dict[tuple[int, int], tuple[Version, Post]] = {}
    for version, post in sorted(s.older, key=_rank):
        if not version.same(s.version):
            last[version.made_ms, version.digest] = (version, post)
    return list(last.values())


def _rank(pair: tuple[Version, Post]) -> tuple[tuple[int, int, int], bytes]:
    return pair[0].rank, details.pack(pair[1])
