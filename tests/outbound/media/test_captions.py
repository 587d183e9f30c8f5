"""Captions leave as times and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.outbound.media.captions import captions
from controlroom.outbound.media.errors import CaptionsUnreadable

VTT = b"""WEBVTT - made by PC Quill

NOTE recorded at 14 Tannery Row

STYLE
::cue { background: url(http://track.example/) }

1
00:01.000 --> 00:02.500 align:start
<v Asha>Do you recognise him?
<c.loud>Call 101</c>

00:00:03.000 --> 00:00:04.000
Thank you
"""
SRT = "\ufeff1\r\n00:00:01,000 --> 00:00:02,500\r\n{\\an8}<i>Où est-il ?</i>\r\n\r\n"


def test_notes_styles_and_tags_stay_behind() -> None:
    assert captions(VTT).decode() == (
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nDo you recognise him?\nCall 101\n\n"
        "00:00:03.000 --> 00:00:04.000\nThank you\n\n"
    )


def test_subrip_becomes_webvtt() -> None:
    assert "00:00:01.000 --> 00:00:02.500\nOù est-il ?\n\n" in captions(SRT.encode()).decode()


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"", 0),
        (b"WEBVTT\n\nno times here\n", 3),
        (b"WEBVTT\n\n00:05.000 --> 00:04.000\nbackwards\n", 3),
        (b"WEBVTT\n\n00:01.000 --> 00:99.000\nx\n", 3),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\n\xff\xfe\n", 4),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(raw: bytes, line: int) -> None:
    with pytest.raises(CaptionsUnreadable, match=f"Line {line} "):
        captions(raw)


@given(st.binary(max_size=400))
def test_no_bytes_do_more_than_be_refused(raw: bytes) -> None:
    try:
        found = captions(b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + raw)
    except CaptionsUnreadable:
        return
    assert captions(found) == found
