"""Pictures and clips lie where the posts say, on hosts of their own."""

from typing import Any
from urllib.parse import urlsplit

import pytest
import requests

import controlroom.exercise.media as drawing
from controlroom.exercise.faces.files import File
from controlroom.exercise.faces.x.pictures import duration_ms, file_of
from controlroom.exercise.world import Media, MediaKind, Said
from tests.exercise.faces.x.files import mp4, png
from tests.exercise.faces.x.town import Desk


def led(x: Desk, address: str) -> str:
    """Returns where an address of the original is reached here."""
    parts = urlsplit(address)
    return f"{x.server.led[parts.netloc]}{parts.path}?{parts.query}"


def shown(x: Desk) -> list[dict[str, Any]]:
    """Returns the media of the first post."""
    query = {
        "expansions": "attachments.media_keys",
        "media.fields": "url,variants,preview_image_url,type",
    }
    own = x.face.remote_id(x.town.ida)
    told = x.ask("GET", f"/2/users/{own}/tweets", x.town.police, params=query)
    media: list[dict[str, Any]] = told.json()["includes"]["media"]
    return media


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Media]:
    """Draws something small and remembers what was to be drawn."""
    asked: list[Media] = []

    def rendered(key: str, media: Media) -> tuple[bytes, str]:
        asked.append(media)
        still = media.kind is MediaKind.IMAGE
        return (png(), "image/png") if still else (mp4(), "video/mp4")

    monkeypatch.setattr(drawing, "rendered", rendered, raising=False)
    return asked


def test_a_picture_is_drawn_as_it_hangs_on_its_post(x: Desk, drawn: list[Media]) -> None:
    still = Media("fire 1/2", alt="Smoke", width=640, height=480)
    x.says(x.town.ida, Said("Look", media=(still,)))
    (told,) = shown(x)
    got = requests.get(led(x, told["url"]), timeout=10)
    assert (got.status_code, got.headers["Content-Type"], got.content) == (200, "image/png", png())
    assert drawn == [still]


def test_of_a_clip_there_is_a_still_too(x: Desk, drawn: list[Media]) -> None:
    clip = Media("clip-1", MediaKind.VIDEO, duration_ms=4_000)
    x.says(x.town.ida, Said("Look", media=(clip,)))
    (told,) = shown(x)
    assert told["type"] == "video"
    moving = requests.get(led(x, told["variants"][0]["url"]), timeout=10)
    still = requests.get(led(x, told["preview_image_url"]), timeout=10)
    types = [one.headers["Content-Type"] for one in (moving, still)]
    assert types == ["video/mp4", "image/png"]
    assert [one.kind for one in drawn] == [MediaKind.VIDEO, MediaKind.IMAGE]


def test_people_have_faces(x: Desk, drawn: list[Media]) -> None:
    query = {"user.fields": "profile_image_url"}
    told = x.ask("GET", "/2/users/me", x.town.police, params=query).json()["data"]
    got = requests.get(led(x, told["profile_image_url"]), timeout=10)
    assert got.headers["Content-Type"] == "image/png"
    assert drawn == [Media("face-1", width=240, height=240)]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (png(7, 5), ("image/png", 7, 5)),
        (b"GIF89a\x05\0\x04\0more", ("image/gif", 5, 4)),
        (bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0001108000400060301"),
         ("image/jpeg", 6, 4)),
        (b"\xff\xd8\xff", ("image/jpeg", 0, 0)),
        (b"RIFF\0\0\0\0WEBPVP8 ", ("image/webp", 0, 0)),
        (mp4(), ("video/mp4", 0, 0)),
        (b"\0\0\0\x14ftypqt  \0\0", ("video/quicktime", 0, 0)),
        (b"WEBVTT\n", ("text/vtt", 0, 0)),
        (b"1\n00:00:00,000 --> 00:00:01,000\nHi", ("text/srt", 0, 0)),
    ],
)  # fmt: skip
def test_a_file_is_known_by_its_first_bytes(content: bytes, told: tuple[str, int, int]) -> None:
    found = file_of(content)
    assert found is not None
    assert found[:3] == told


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"MZ", b"<html>"])
def test_what_is_no_file_for_x_is_none(content: bytes) -> None:
    assert file_of(content) is None


def test_a_clip_says_how_long_it_lasts() -> None:
    assert duration_ms(mp4(61_500)) == 61_500
    assert duration_ms(b"mvhd") == duration_ms(png()) == 0


def test_a_real_picture_is_drawn(x: Desk) -> None:
    x.says(x.town.ida, Said("Look", media=(Media("fire-12.jpg", width=64, height=48),)))
    (told,) = shown(x)
    got = requests.get(led(x, told["url"]), timeout=10)
    assert got.headers["Content-Type"] == "image/jpeg"
    assert file_of(got.content) == File("image/jpeg", 64, 48)
