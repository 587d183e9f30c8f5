"""Pictures of the exercise for invented posts: on a quarter of them, and a face for each author."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.measure import KEY
from controlroom.model.changes import Sighting

SHARED = 24
"""Different pictures; each address is fetched, decoded and kept as one of its own all the same."""
FACES = 400


def with_faces(sightings: Iterable[Sighting]) -> Iterator[Sighting]:
    """Yields the same posts by authors who have pictures of themselves."""
    for one in sightings:
        author = one.post.author
        face = f"https://media.example/faces/{sum(author.remote_id.encode()) % FACES}.jpg"
        post = replace(one.post, author=replace(author, avatar_url=face))
        object.__setattr__(post, "raw", one.post.raw)
        yield replace(one, post=post)


def keep_pictures(place: Path, sightings: Iterable[Sighting]) -> None:
    """Stores every picture that the cards of these posts ask for in the cache of a house."""
    from controlroom.exercise.media.rendering import rendered
    from controlroom.exercise.media.scenes import SCENES
    from controlroom.exercise.world import Media, MediaKind
    from controlroom.store.cache.pictures import PictureKeeper
    from controlroom.store.cache.writer import CacheWriter

    scenes = [
        rendered(f"{SCENES[n % len(SCENES)]}-{n}.jpg", Media("", MediaKind.IMAGE, 640, 427))[0]
        for n in range(SHARED)
    ]
    faces = [
        rendered(f"face-{n}.jpg", Media("", MediaKind.IMAGE, 120, 120))[0] for n in range(SHARED)
    ]
    writer, now = CacheWriter.open(place, KEY), datetime.now(UTC)
    keeper = PictureKeeper(writer.database)
    shown = [one.post for one in sightings]
    for number, address in enumerate({post.author.avatar_url for post in shown}):
        keeper.keep(address, faces[number % SHARED], now)
    for number, address in enumerate(one.preview_url for post in shown for one in post.media):
        keeper.keep(address, scenes[number % SHARED], now)
    writer.close()
