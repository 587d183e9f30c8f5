"""Pictures and clips of posts nobody uploaded are made when they are asked for."""

import pytest
import requests

from controlroom.exercise.faces.bluesky.files import type_of
from controlroom.exercise.world import Media, MediaKind, Said
from controlroom.model.stream import SourceKind
from tests.exercise.faces.bluesky.town import Desk, read_all, source


def test_what_hangs_on_a_post_can_be_fetched(bluesky: Desk) -> None:
    said = Said("Look", "en", (Media("road-3", MediaKind.IMAGE, "A road", 320, 200),))
    bluesky.says(bluesky.town.ida, said)
    feed = bluesky.feed(bluesky.town.police)
    (post,) = read_all(feed, source(SourceKind.POSTS, bluesky.town.ida.handle))
    for address in (post.media[0].url, post.author.avatar_url):
        host, _, path = address.removeprefix("https://").partition("/")
        answer = requests.get(f"{bluesky.server.led[host]}/{path}", timeout=10)
        assert answer.status_code == 200
        assert answer.headers["Content-Type"].startswith("image/")


@pytest.mark.parametrize(
    ("content", "told", "kind"),
    [
        (b"\xff\xd8\xff\xe0", "*/*", "image/jpeg"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "", "image/webp"),
        (b"\0\0\0\x14ftypqt  ", "", "video/quicktime"),
        (b"?", "text/plain", "text/plain"),
        (b"?", "*/*", "application/octet-stream"),
    ],
)
def test_a_file_is_known_by_its_first_bytes(content: bytes, told: str, kind: str) -> None:
    assert type_of(content, told) == kind
