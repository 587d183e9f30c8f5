"""Posts as a station reads them."""

from datetime import UTC, datetime, timedelta

from controlroom.model.changes import Sighting
from controlroom.model.post import Author, Post, PostKind
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind
from controlroom.store.archive.names import Names
from controlroom.store.archive.parcel import Parcel, parcel
from controlroom.store.archive.reading import ArchivedPost, ArchiveReader
from controlroom.store.archive.writing import Readable

NOW = datetime.now(UTC).replace(microsecond=0)
PROFILES = {
    1: Profile(1, "mastodon", "11", "fenmarsh", "Fenmarsh Police", "fenmast.example"),
    2: Profile(2, "x", "22", "westmarch", "Westmarch Police"),
}
NAMES = Names(PROFILES)
FENMARSH, WESTMARCH = "mastodon/fenmast.example/11", "x//22"
MENTIONS = Source("mastodon", SourceKind.MENTIONS, 1)
MESSAGES = Source("mastodon", SourceKind.MESSAGES, 1)


def post(number: str, text: str = "", *, private: bool = False, days: float = 0) -> Post:
    """Returns a post, some days old."""
    kind = PostKind.MESSAGE if private else PostKind.STATUS
    made = NOW - timedelta(days=days)
    words = text or f"Post {number}: péniche, 𝔐97"
    return Post("mastodon", number, Author("7", "asha"), words, made, kind, raw=b'{"id":1}')


def seen(
    one: Post,
    *,
    after_s: float = 0,
    profiles: tuple[int, ...] = (1,),
    sources: tuple[Source, ...] = (MENTIONS,),
) -> Sighting:
    """Returns a post as seen some seconds after `NOW`."""
    return Sighting(one, NOW + timedelta(seconds=after_s), profiles, (), sources)


def parcel_of(*sightings: Sighting) -> Parcel:
    """Returns sightings as they are sent."""
    return parcel(sightings, [], NAMES)


def here(*numbers: str) -> list[Readable]:
    """Returns the rights of officers who see what is public."""
    return [Readable(number, "") for number in numbers]


def all_of(reader: ArchiveReader, after: int = 0) -> list[ArchivedPost]:
    """Returns everything a reader is told behind a number."""
    found: list[ArchivedPost] = []
    while (page := reader.page(after)).upto > after:
        found += page.posts
        after = page.upto
    return found


def texts(reader: ArchiveReader, after: int = 0) -> list[str]:
    """Returns the numbers of the posts a reader is told, in order."""
    return [one.post.remote_id for one in all_of(reader, after)]
