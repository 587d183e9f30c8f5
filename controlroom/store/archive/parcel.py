"""What one batch of reading brought, in the form in which the database takes it."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

import msgspec

from controlroom.model.changes import Disappearance, Sighting
from controlroom.model.post import PostKind
from controlroom.model.stream import SourceKind
from controlroom.store.archive.encoding import encoded
from controlroom.store.archive.names import Names, id_column
from controlroom.store.cache.scrub import scrubbed

Key = tuple[date, str, str]
_FIRST_DAY = date(1970, 1, 1)


class Seen(msgspec.Struct, array_like=True, frozen=True):
    """A post as one row: see `controlroom.post`."""

    day: date
    network: str
    remote_id: str
    private: bool
    profiles: list[str]
    sources: list[str]
    seen_at: datetime
    body: bytes
    raw: bytes

    @property
    def key(self) -> Key:
        """What names the row."""
        return self.day, self.network, self.remote_id


class Missed(msgspec.Struct, array_like=True, frozen=True):
    """A post that was looked for at `at` and is gone."""

    network: str
    remote_id: str
    at: datetime


class Parcel(msgspec.Struct, array_like=True):
    """A batch; every post is in it once."""

    seen: list[Seen]
    missed: list[Missed]

    def __bool__(self) -> bool:
        return bool(self.seen or self.missed)


_pack = msgspec.msgpack.Encoder().encode
_unpack = msgspec.msgpack.Decoder(Parcel).decode


def parcel(sightings: Iterable[Sighting], missed: Iterable[Disappearance], names: Names) -> Parcel:
    """Returns what was seen and missed, ready to be sent."""
    gone = [Missed(one.network, id_column(one.remote_id), one.seen_at) for one in missed]
    return Parcel(_once(_seen(one, names) for one in sightings), gone)


def joined(parcels: Sequence[Parcel]) -> Parcel:
    """Returns several parcels as one."""
    seen = _once(one for part in parcels for one in part.seen)
    return Parcel(seen, [one for part in parcels for one in part.missed])


def packed(one: Parcel) -> bytes:
    """Returns a parcel as bytes."""
    return _pack(one)


def unpacked(raw: bytes) -> Parcel:
    """Returns the parcel of bytes. Raises `msgspec.MsgspecError`."""
    return _unpack(raw)


def is_private(sighting: Sighting) -> bool:
    """Returns whether only who may read messages may see it."""
    through = any(source.kind is SourceKind.MESSAGES for source in sighting.sources)
    return through or sighting.post.kind is PostKind.MESSAGE


def _seen(sighting: Sighting, names: Names) -> Seen:
    try:
        return _row(sighting, names)
    except (UnicodeEncodeError, OverflowError):
        return _row(scrubbed(sighting), names)


def _row(sighting: Sighting, names: Names) -> Seen:
    post = sighting.post
    body, raw = encoded(post)
    sources = sorted({names.of_source(source) for source in sighting.sources} - {""})
    return Seen(
        max(post.created_at.astimezone(UTC).date(), _FIRST_DAY),
        post.network,
        id_column(post.remote_id),
        is_private(sighting),
        names.keys(sighting.profiles),
        sources,
        sighting.seen_at,
        body,
        raw,
    )


def _once(rows: Iterable[Seen]) -> list[Seen]:
    found: dict[Key, Seen] = {}
    for row in rows:
        before = found.get(row.key)
        found[row.key] = _both(before, row) if before else row
    return list(found.values())


def _both(one: Seen, other: Seen) -> Seen:
    later = other if other.seen_at >= one.seen_at else one
    return msgspec.structs.replace(
        later,
        private=one.private or other.private,
        profiles=sorted({*one.profiles, *other.profiles}),
        sources=sorted({*one.sources, *other.sources}),
    )
