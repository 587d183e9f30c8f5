"""The rows and the changes of one batch."""

from collections.abc import Iterable
from typing import Self
from zlib import crc32

from sqlalchemy import Connection

from controlroom.model.changes import Changes, Sighting
from controlroom.model.post import Post
from controlroom.store.cache import details, index
from controlroom.store.cache.payloads import Payloads
from controlroom.store.cache.reindex import reindex
from controlroom.store.cache.rows import NULL, Rows
from controlroom.store.cache.standing import MetricsRow, Standing, Version, metrics_row
from controlroom.store.cache.times import to_ms

Look = tuple[Sighting, int, int]
"""A sighting, its time in milliseconds, the number of the author."""

Ids = tuple[int, ...]
New = tuple[int, int, int, Post, int, int, int, Ids, Ids, Standing | None]
"""A post that was not stored: its id, the numbers of its network and author, the post as it stands,
when it was published, last seen and missed; its profiles and streams; and how it stands if there is
more to tell of it than one sighting tells."""

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
        self._paid: list[tuple[int, bytes]] = []
        self._new: list[int] = []
        self._updated: list[int] = []
        self._removed: list[int] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Waits for what was begun: nobody else may use the connection meanwhile."""
        self.rows.wait()

    def add(self, connection: Connection, news: list[New]) -> None:
        """Takes in posts that were not stored, in order of their ids, and begins to write them."""
        self._new = [new[0] for new in news]
        self._index(news)
        self.rows.begin_index(connection)
        self._store(news)
        self._paid += [(new[0], new[3].raw) for new in news if new[3].raw]

    def _index(self, news: list[New]) -> None:
        profile_tags, stream_tags, entry = index.PROFILE_TAGS, index.STREAM_TAGS, index.entry
        self.rows.indexed = [
            entry(
                post_id, post, network, author, profile_tags[profiles], stream_tags[streams],
                index.GONE if gone_ms > seen_ms else "",
            )
            for post_id, network, author, post, _, seen_ms, gone_ms, profiles, streams, _ in news
        ]  # fmt: skip

    def _store(self, news: list[New]) -> None:
        """Makes the rows of posts. The time of a busy evening goes here: it calls what it must."""
        posts, ours, lists, pack = self.rows.posts, self._ours, index.LISTS, details.pack
        for post_id, network, author, post, made, seen, gone, profiles, streams, standing in news:
            text, m, edited = post.text, post.metrics, post.edited_at
            if standing:
                (version, digest, version_seen), versions = standing.version, self._retire(standing)
            else:
                version, version_seen, versions = to_ms(edited) if edited else made, seen, 1
                if post.warning or post.media or post.poll:
                    digest = details.digest(post)
                else:
                    digest = crc32(text.encode()) << 24 | len(text) & 0xFFFFFF
                if author in ours:
                    self._note_metrics(post_id, seen, metrics_row(m))
            posts.append((
                post_id, network, post.remote_id, author, post.kind._value_, text, post.language,
                made, version, digest, 1 if edited else 0, seen, version_seen, gone, 0, versions,
                post.reply_to, post.root, lists[profiles], lists[streams],
                NULL if m.replies is None else m.replies, NULL if m.reposts is None else m.reposts,
                NULL if m.likes is None else m.likes, NULL if m.quotes is None else m.quotes,
                NULL if m.views is None else m.views, bytearray(pack(post)),
            ))  # fmt: skip
        self.rows.stream_posts = [(stream, new[0]) for new in news for stream in new[8]]

    def _retire(self, standing: Standing) -> int:
        """Adds rows of the versions of a new post that do not stand; returns how many there are."""
        older = _by_version(standing)
        self._write_older(standing.id, older)
        return 1 + len(older)

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
            s.seen_ms, s.gone_ms, index.LISTS[tuple(s.profiles)], index.LISTS[tuple(s.streams)],
            *[NULL if figure is None else figure for figure in s.metrics], s.id,
        ))  # fmt: skip
        self.rows.stream_posts += [(stream, s.id) for stream in s.new_streams]
        self._tell(s, was_gone=was_gone)

    def write(self, connection: Connection) -> None:
        """Writes the rows and the full text of what was changed."""
        compress = self._payloads.compress
        self.rows.payloads = [(post_id, bytearray(compress(raw))) for post_id, raw in self._paid]
        self.rows.execute(connection)
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
            self._paid.append((s.id, post.raw))
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
