"""Lists of the pieces of a clip: read where they make one file, refused with a reason where not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.feeds.playlist import MOST_PIECES, NotWhole, Pieces, read_playlist

BASE = "https://video.example/watch/abc/playlist.m3u8?session=1"


def listed(*lines: str) -> bytes:
    return "\r\n".join(("#EXTM3U", "#EXT-X-VERSION:3", *lines)).encode()


def test_pieces_are_found_beside_their_list() -> None:
    found = read_playlist(
        listed("#EXTINF:4.0,", "720p/video0.ts", "#EXTINF:2,", "/other/1.ts", "#EXT-X-ENDLIST"),
        BASE,
    )
    assert found == Pieces(
        ("https://video.example/watch/abc/720p/video0.ts", "https://video.example/other/1.ts"),
        headed=False,
    )


def test_the_head_of_all_pieces_comes_first() -> None:
    found = read_playlist(
        listed('#EXT-X-MAP:URI="init.mp4"', "1.m4s", "2.m4s", "#EXT-X-ENDLIST"), BASE
    )
    assert isinstance(found, Pieces)
    assert found.headed
    assert [one.rpartition("/")[2] for one in found.addresses] == ["init.mp4", "1.m4s", "2.m4s"]


@pytest.mark.parametrize(
    ("bits", "taken"),
    [
        ((800_000, 2_400_000, 6_000_000), 1),
        ((6_000_000, 4_000_000), 1),
        ((500_000,), 0),
    ],
)
def test_the_best_version_is_taken_that_is_not_better_than_can_be_seen(
    bits: tuple[int, ...], taken: int
) -> None:
    lines = [
        line
        for number, one in enumerate(bits)
        for line in (f'#EXT-X-STREAM-INF:BANDWIDTH={one},CODECS="avc1,mp4a"', f"{number}/v.m3u8")
    ]
    assert read_playlist(listed(*lines), BASE) == f"https://video.example/watch/abc/{taken}/v.m3u8"


def test_a_version_whose_sound_lies_elsewhere_is_not_taken_for_the_whole() -> None:
    sound = '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="x",URI="sound.m3u8"'
    apart = ('#EXT-X-STREAM-INF:BANDWIDTH=900,AUDIO="a"', "silent.m3u8")
    with pytest.raises(NotWhole, match="apart"):
        read_playlist(listed(sound, *apart), BASE)
    together = ("#EXT-X-STREAM-INF:BANDWIDTH=100", "whole.m3u8")
    assert str(read_playlist(listed(sound, *apart, *together), BASE)).endswith("whole.m3u8")


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (("1.ts",), "without an end"),
        (("#EXT-X-ENDLIST",), "no pieces"),
        (('#EXT-X-MAP:URI="i"', "#EXT-X-ENDLIST"), "no pieces"),
        (("1.ts",) * (MOST_PIECES + 1) + ("#EXT-X-ENDLIST",), "far too many"),
        (("#EXT-X-KEY:METHOD=SAMPLE-AES", "1.ts", "#EXT-X-ENDLIST"), "locked"),
        (("#EXT-X-BYTERANGE:10@0", "1.ts", "#EXT-X-ENDLIST"), "parts of files"),
        (('#EXT-X-MAP:URI="i",BYTERANGE="9@0"', "1.ts", "#EXT-X-ENDLIST"), "parts of files"),
        (('#EXT-X-MAP:URI="a"', "1", '#EXT-X-MAP:URI="b"', "2", "#EXT-X-ENDLIST"), "several"),
    ],
)
def test_what_is_no_whole_clip_says_why(lines: tuple[str, ...], why: str) -> None:
    with pytest.raises(NotWhole, match=why):
        read_playlist(listed(*lines), BASE)


def test_pieces_that_are_said_to_be_open_are_open() -> None:
    assert isinstance(
        read_playlist(listed("#EXT-X-KEY:METHOD=NONE", "1.ts", "#EXT-X-ENDLIST"), BASE), Pieces
    )


@given(st.binary(max_size=400))
def test_nonsense_is_refused_and_nothing_else_happens(rest: bytes) -> None:
    try:
        found = read_playlist(b"#EXTM3U\n" + rest, BASE)
    except NotWhole:
        return
    assert found
