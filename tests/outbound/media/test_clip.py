"""A clip that leaves is its pictures and sound, cut and covered as asked, and nothing else."""

import io

import av
import numpy as np
import pytest

from controlroom.outbound.media.clean import refuse_unclean
from controlroom.outbound.media.clip import make_clip
from controlroom.outbound.media.edit import WHOLE, Box, Cover, Edit, Mark, Over
from controlroom.outbound.media.errors import DoesNotFit, NotMedia, TooLong, TooShort
from controlroom.outbound.media.follow import follow
from controlroom.outbound.media.look import look
from controlroom.outbound.media.made import Made, Told
from controlroom.outbound.media.needs import ClipNeed
from tests.outbound.media.samples import SECRETS, camera_clip, left_of, shown

ANY = ClipNeed(50_000_000, 1_920)
SIZE, SQUARE = (320, 240), 40
CLIP = camera_clip()


def made(
    edit: Edit | None = None, need: ClipNeed = ANY, content: bytes = CLIP
) -> tuple[Made, bytes]:
    into = io.BytesIO()
    shares: list[float] = []
    told = make_clip(io.BytesIO(content), edit or Edit(), need, into, shares.append)
    assert shares
    assert shares == sorted(shares)
    refuse_unclean(into, told.mime)
    return told, into.getvalue()


def streams(content: bytes) -> list[str]:
    with av.open(io.BytesIO(content)) as container:
        return sorted(stream.type for stream in container.streams)


def box_of(left: int, top: int, size: int = SQUARE) -> Box:
    wide, high = WHOLE / SIZE[0], WHOLE / SIZE[1]
    return Box(round(left * wide), round(top * high), round(size * wide), round(size * high))


def test_what_a_clip_tells_is_seen_and_none_of_it_leaves() -> None:
    told = look(io.BytesIO(CLIP))
    assert (told.width, told.height, told.sound) == (*SIZE, True)
    assert abs(told.duration_ms - 2_000) < 120
    assert {Told.PLACE, Told.DEVICE, Told.TIME, Told.PERSON, Told.EDITOR} <= set(told.told)
    about, content = made()
    assert not [secret for secret in SECRETS if secret in content]
    assert streams(content) == ["audio", "video"]
    assert look(io.BytesIO(content)).told == ()
    assert about.duration_ms == 2_000


def test_a_clip_without_sound_stays_so_and_mute_leaves_the_sound_behind() -> None:
    assert streams(made(Edit(mute=True))[1]) == ["video"]
    assert streams(made(content=camera_clip(sound=False))[1]) == ["video"]
    assert not look(io.BytesIO(made(Edit(mute=True))[1])).sound


def test_trimming_keeps_what_was_between_and_begins_at_nothing() -> None:
    about, content = made(Edit(begin_ms=500, end_ms=1_500))
    assert about.duration_ms == 1_000
    first = shown(content, 0)
    row = first[SIZE[1] // 2].sum(axis=1)
    left = int(np.argmax(np.abs(row - 270) > 60))
    assert abs(left - left_of(0.25, SIZE, SQUARE)) <= 8


def test_a_cover_moves_with_its_marks_and_is_gone_outside_its_time() -> None:
    begin, end = box_of(0, 100), box_of(SIZE[0] - SQUARE, 100)
    cover = Cover(Over.BLOCK, (Mark(0, begin), Mark(2_000, end)), ends_ms=1_500)
    _, content = made(Edit(covers=(cover,)))
    for share in (0.1, 0.4, 0.7):
        left = left_of(share, SIZE, SQUARE)
        part = shown(content, round(share * 2_000))[108:132, left + 8 : left + SQUARE - 8]
        assert part.mean() < 30
    free = shown(content, 1_800)[108:132]
    assert free.max() > 150


def test_cropping_and_turning_hold_for_the_whole_clip_and_sizes_are_even() -> None:
    about, content = made(Edit(turn=90, crop=Box(0, 0, 5_003, WHOLE)))
    assert (about.width, about.height) == (240, 160)
    assert shown(content).shape[:2] == (160, 240)


def test_a_clip_is_made_no_larger_than_the_network_takes() -> None:
    about, _ = made(need=ClipNeed(50_000_000, 160))
    assert (about.width, about.height) == (160, 120)
    slow, content = made(need=ClipNeed(50_000_000, 1_920, fps=5))
    with av.open(io.BytesIO(content)) as container:
        assert sum(1 for _ in container.decode(video=0)) <= 11
    assert slow.duration_ms == 2_000
    with pytest.raises(DoesNotFit):
        made(need=ClipNeed(2_000, 1_920))


def test_a_clip_too_long_or_too_short_for_a_network_is_said_so_before_it_is_made() -> None:
    with pytest.raises(TooLong, match="at most 1 s"):
        made(need=ClipNeed(50_000_000, 1_920, most_ms=1_000))
    with pytest.raises(TooShort):
        made(Edit(begin_ms=100, end_ms=300), need=ClipNeed(50_000_000, 1_920, least_ms=500))
    made(Edit(begin_ms=0, end_ms=900), need=ClipNeed(50_000_000, 1_920, most_ms=1_000))


def lengths_of(content: bytes) -> tuple[int, int]:
    """Returns how long the pictures last, and all of it, in milliseconds."""
    with av.open(io.BytesIO(content)) as container:
        video = container.streams.video[0]
        assert video.duration is not None
        assert video.time_base is not None
        assert container.duration is not None
        return round(float(video.duration * video.time_base) * 1000), container.duration // 1000


@pytest.mark.parametrize("fps", [10, 12, 25, 30])
@pytest.mark.parametrize(("begin", "end"), [(0, 1_000), (500, 1_500), (333, 1_333), (1_000, 0)])
def test_what_is_left_lasts_as_long_as_was_asked(fps: int, begin: int, end: int) -> None:
    need = ClipNeed(50_000_000, 1_920, least_ms=1_000, most_ms=1_000)
    about, content = made(Edit(begin_ms=begin, end_ms=end), need, camera_clip(fps=fps))
    assert about.duration_ms == 1_000
    pictures, whole = lengths_of(content)
    assert abs(pictures - 1_000) <= 1
    assert 1_000 <= whole <= 1_025, "sound comes in pieces of a fiftieth of a second"


def test_a_clip_a_hair_too_short_is_told_exactly() -> None:
    with pytest.raises(TooShort, match=r"lasts 0\.996 s; at least 1 s are needed"):
        made(Edit(end_ms=996), ClipNeed(50_000_000, 1_920, least_ms=1_000))
    with pytest.raises(TooLong, match=r"lasts 1\.2 s; here at most 1\.15 s go out"):
        made(Edit(end_ms=1_200), ClipNeed(50_000_000, 1_920, most_ms=1_150))


def test_a_region_is_followed_through_a_clip() -> None:
    found = follow(io.BytesIO(CLIP), Mark(0, box_of(0, 100)), 0, lambda _: None)
    assert found.lost_ms == 0
    cover = Cover(Over.BLOCK, found.marks)
    for share in (0.2, 0.5, 0.9):
        box = cover.box_at(round(share * 2_000))
        assert box is not None
        assert abs(box.left * SIZE[0] / WHOLE - left_of(share, SIZE, SQUARE)) <= 10


def test_a_region_that_leaves_is_said_to_be_lost_and_when() -> None:
    lonely = camera_clip(3.0, fps=10)
    blank = Mark(0, box_of(0, 100))
    shorter = follow(io.BytesIO(lonely), blank, 1_000, lambda _: None)
    assert shorter.marks[-1].at_ms <= 1_000
    jumping = _spliced()
    found = follow(io.BytesIO(jumping), blank, 0, lambda _: None)
    assert 900 <= found.lost_ms <= 1_300


def _spliced() -> bytes:
    """Returns a clip whose square is gone after a second."""
    buffer = io.BytesIO()
    with av.open(io.BytesIO(CLIP)) as source, av.open(buffer, "w", format="mp4") as out:
        video = out.add_stream("libx264", rate=10)
        video.width, video.height, video.pix_fmt = *SIZE, "yuv420p"
        for number, frame in enumerate(source.decode(video=0)):
            kept = frame.to_ndarray(format="rgb24")
            if number >= 10:
                kept = np.full_like(kept, 90)
            out.mux(video.encode(av.VideoFrame.from_ndarray(kept, format="rgb24")))
        out.mux(video.encode())
    return buffer.getvalue()


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 64, CLIP[: len(CLIP) // 3], b"RIFF\x10\0\0\0AVI LIST", b"#!/bin/sh\n"]
)
def test_what_is_no_clip_is_said_so(content: bytes) -> None:
    with pytest.raises(NotMedia):
        look(io.BytesIO(content))
