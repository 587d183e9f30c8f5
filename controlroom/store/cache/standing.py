"""How one post stands after any number of sightings, in any order.

Each part is a maximum or a union, so the order of arrival and repetition change nothing:

- a version is told by the moment it was made and by what it says; the one made last stands, among
  equals the one seen last; every other is kept; what belongs to a version besides is that of its
  latest sighting;
- metrics are those of the latest sighting;
- profiles and streams add up;
- a post is gone if it was missed later than it was last seen.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from controlroom.model.changes import Sighting
from controlroom.model.post import Metrics, Post
from controlroom.store.cache import details
from controlroom.store.cache.times import to_ms

MetricsRow = tuple[int | None, int | None, int | None, int | None, int | None]
Content = tuple[bytes, int, int, str, str, str, str]


class Version(NamedTuple):
    """What makes two versions of a post the same, and when it was last seen."""

    made_ms: int
    digest: int
    seen_ms: int

    def same(self, other: "Version") -> bool:
        return self.made_ms == other.made_ms and self.digest == other.digest

    @property
    def rank(self) -> tuple[int, int, int]:
        return self.made_ms, self.seen_ms, self.digest


def version_of(sighting: Sighting, seen_ms: int) -> Version:
    """Returns the version that a sighting shows."""
    post = sighting.post
    return Version(to_ms(post.edited_at or post.created_at), details.digest(post), seen_ms)


def metrics_row(metrics: Metrics) -> MetricsRow:
    """Returns the figures in the order of the columns."""
    return metrics.replies, metrics.reposts, metrics.likes, metrics.quotes, metrics.views


def content_of(post: Post) -> Content:
    """Returns what may differ between two sightings of one version."""
    return (
        details.pack(post), to_ms(post.created_at), int(post.edited_at is not None),
        post.kind.value, post.language, post.reply_to, post.root,
    )  # fmt: skip


@dataclass(slots=True)
class Standing:
    """A post being brought up to date.

    Attributes:
        stored: the content of the stored version, None for a post that is not stored.
        post: the version that stands, None while it is the stored one.
        retired: the stored version no longer stands and must be kept as an old one.
        older: versions met that do not stand.
        shown: something that people see has changed.
        rewritten: what the full text holds has changed.
    """

    id: int
    network: int
    author: int
    version: Version
    seen_ms: int
    gone_ms: int
    kept: bool
    profiles: set[int]
    streams: set[int]
    metrics: MetricsRow
    stored: Content | None = None
    post: Post | None = None
    retired: bool = False
    older: list[tuple[Version, Post]] = field(default_factory=list)
    new_streams: set[int] = field(default_factory=set)
    changed: bool = False
    shown: bool = False
    rewritten: bool = False

    @property
    def gone(self) -> bool:
        return self.gone_ms > self.seen_ms

    def see(self, sighting: Sighting) -> None:
        """Takes in one sighting."""
        was_gone = self.gone
        seen = to_ms(sighting.seen_at)
        self._take_version(sighting.post, version_of(sighting, seen))
        self._take_metrics(metrics_row(sighting.post.metrics), seen)
        self._join(sighting)
        if seen > self.seen_ms:
            self.seen_ms = seen
            self.changed = True
        if self.gone != was_gone:
            self.shown = self.rewritten = True

    def miss(self, at_ms: int) -> None:
        """Takes in that the post was not there."""
        if at_ms <= self.gone_ms:
            return
        was_gone = self.gone
        self.gone_ms = at_ms
        self.changed = True
        if self.gone != was_gone:
            self.shown = self.rewritten = True

    def written_by(self, author: int) -> None:
        """Takes in who wrote the version that stands."""
        if author != self.author:
            self.author = author
            self.changed = self.shown = self.rewritten = True

    def _take_version(self, post: Post, version: Version) -> None:
        if version.same(self.version):
            if version.seen_ms >= self.version.seen_ms:
                self._renew(post, version)
        elif version.rank > self.version.rank:
            if self.post is not None:
                self.older.append((self.version, self.post))
            self.retired = self.retired or self.post is None
            self.version, self.post = version, post
            self.changed = self.shown = self.rewritten = True
        else:
            self.older.append((version, post))
            self.changed = True

    def _renew(self, post: Post, version: Version) -> None:
        before = self.stored if self.post is None else content_of(self.post)
        content = content_of(post)
        if before is not None and (self.version.seen_ms, before) < (version.seen_ms, content):
            self.version, self.post = version, post
            self.changed = True
            if content != before:
                self.shown = self.rewritten = True

    def _take_metrics(self, metrics: MetricsRow, seen: int) -> None:
        later = seen > self.seen_ms or (
            seen == self.seen_ms and _order(metrics) > _order(self.metrics)
        )
        if later and metrics != self.metrics:
            self.metrics = metrics
            self.changed = self.shown = True

    def _join(self, sighting: Sighting) -> None:
        profiles = set(sighting.profiles) - self.profiles
        streams = set(sighting.streams) - self.streams
        if profiles or streams:
            self.profiles |= profiles
            self.streams |= streams
            self.new_streams |= streams
            self.changed = self.shown = self.rewritten = True


def _order(metrics: MetricsRow) -> tuple[int, ...]:
    return tuple(-1 if figure is None else figure for figure in metrics)
