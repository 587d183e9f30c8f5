"""Pictures and clips: the same for the same key, as large as asked for, readable by others."""

import io
from struct import unpack_from
from threading import Thread

import pytest
from PIL import Image

from controlroom.exercise.media import SCENES, rendered
from controlroom.exercise.media.cache import Cache
from controlroom.exercise.media.mp4 import movie
from controlroom.exercise.talk.voice import media_of
from controlroom.exercise.world import Media, MediaKind


@pytest.mark.parametrize("scene", [*SCENES, "face"])
def test_every_scene_is_drawn(scene: str) -> None:
    content, kind = rendered(f"{scene}-1.jpg", Media(f"{scene}-1.jpg", width=300, height=200))
    image = Image.open(io.BytesIO(content))
    assert (kind, image.size) == ("image/jpeg", (300, 200))
    assert len(image.getcolors(100_000) or []) > 20


def test_the_same_key_is_the_same_picture_and_another_is_another() -> None:
    one, two = (rendered(f"smoke-{n}.jpg", Media(f"smoke-{n}.jpg", width=64))[0] for n in (1, 2))
    assert one != two
    rendered("road-9.jpg", Media("road-9.jpg", width=66))
    assert rendered("smoke-1.jpg", Media("smoke-1.jpg", width=64))[0] == one


def test_everybody_has_a_face_of_their_own() -> None:
    faces = {rendered(f"face-{n}", Media(f"face-{n}", width=64, height=64))[0] for n in range(40)}
    assert len(faces) > 30


def test_a_key_that_names_no_scene_is_a_face() -> None:
    content, kind = rendered("../../etc/passwd", None)
    assert kind == "image/jpeg"
    Image.open(io.BytesIO(content)).load()


def test_a_png_is_a_png() -> None:
    content, kind = rendered("map-1.png", Media("map-1.png", width=64, height=64))
    assert (kind, Image.open(io.BytesIO(content)).format) == ("image/png", "PNG")


def test_absurd_sizes_are_bounded() -> None:
    content, _ = rendered("map-2.jpg", Media("map-2.jpg", width=10**6, height=1))
    assert Image.open(io.BytesIO(content)).size == (2048, 16)


def test_a_gif_moves() -> None:
    media = Media("night-1.gif", MediaKind.GIF, width=64, height=64, duration_ms=1000)
    content, kind = rendered(media.key, media)
    image = Image.open(io.BytesIO(content))
    assert kind == "image/gif"
    assert getattr(image, "n_frames", 1) > 1


def test_a_still_of_a_clip_is_a_picture() -> None:
    media = media_of("fire", 7, clip=True)
    content, kind = rendered(media.key, Media(media.key, width=64, height=64))
    assert (kind, Image.open(io.BytesIO(content)).format) == ("image/jpeg", "JPEG")


def boxes(content: bytes, at: int = 0, end: int = 0) -> dict[str, tuple[int, int]]:
    """Where each box of a stretch begins and ends, without its head."""
    found = {}
    end = end or len(content)
    while at < end:
        size, name = unpack_from(">I4s", content, at)
        found[name.decode()] = at + 8, at + size
        at += size
    assert at == end
    return found


def inside(content: bytes, *path: str) -> tuple[int, int]:
    place = 0, len(content)
    for name in path:
        place = boxes(content, *place)[name]
    return place


def test_a_clip_is_a_film_whose_pictures_lie_where_its_index_says() -> None:
    media = Media("fire-7.mp4", MediaKind.VIDEO, "", 64, 48, 3000)
    content, kind = rendered(media.key, media)
    assert kind == "video/mp4"
    assert list(boxes(content)) == ["ftyp", "moov", "mdat"]
    table = ("moov", "trak", "mdia", "minf", "stbl")
    sizes_at, _ = inside(content, *table, "stsz")
    count = unpack_from(">I", content, sizes_at + 8)[0]
    sizes = unpack_from(f">{count}I", content, sizes_at + 12)
    at = unpack_from(">I", content, inside(content, *table, "stco")[0] + 8)[0]
    assert count == 12
    for size in sizes:
        picture = Image.open(io.BytesIO(content[at : at + size]))
        assert (picture.format, picture.size) == ("JPEG", (64, 48))
        picture.load()
        at += size
    assert at == len(content)
    times_at, _ = inside(content, *table, "stts")
    assert unpack_from(">III", content, times_at + 4) == (1, 12, 250)


def test_a_film_tells_its_length() -> None:
    content = movie([b"one", b"three"], (64, 48), 500)
    header, _ = inside(content, "moov", "mvhd")
    assert unpack_from(">II", content, header + 12) == (1000, 1000)


def test_the_cache_keeps_what_was_used_last_within_its_bound() -> None:
    made: list[str] = []

    def make(name: str) -> tuple[bytes, str]:
        made.append(name)
        return bytes(40), "x"

    cache = Cache(100)
    for name in ("a", "b", "a", "c", "a", "b"):
        cache.get(name, lambda name=name: make(name))  # type: ignore[misc]
    assert made == ["a", "b", "c", "b"]
    assert cache.size == 80
    cache.get("large", lambda: (bytes(101), "x"))
    assert cache.size == 80


def test_several_threads_may_ask_at_once() -> None:
    found: list[bytes] = []

    def ask() -> None:
        found.append(rendered("park-3.jpg", Media("park-3.jpg", width=80, height=80))[0])

    threads = [Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1
