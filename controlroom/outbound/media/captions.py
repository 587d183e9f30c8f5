"""Captions of a clip: WebVTT, or SubRip turned into it, read line by line and written anew."""

import re
from collections.abc import Iterator

from controlroom.outbound.media.errors import CaptionsUnreadable

MOST_BYTES = 20_000
"""What the narrowest of the networks takes (Bluesky's lexicon of August 2026)."""
_TIMES = re.compile(
    r"(?:(\d{1,3}):)?([0-5]\d):([0-5]\d)[.,](\d{3})\s+-->\s+"
    r"(?:(\d{1,3}):)?([0-5]\d):([0-5]\d)[.,](\d{3})(?:\s.*)?"
)
_TAG = re.compile(r"<[^>]*>|\{\\[^}]*\}")
_UNSHOWN = ("NOTE", "STYLE", "REGION")


def captions(raw: bytes) -> bytes:
    """Returns captions as WebVTT with nothing in it but times and words.

    Raises `CaptionsUnreadable`.
    """
    try:
        lines = raw.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise CaptionsUnreadable(line=line) from error
    found = "".join(f"{times}\n{words}\n\n" for times, words in _cues(lines))
    written = f"WEBVTT\n\n{found}".encode()
    if not found or len(written) > MOST_BYTES:
        raise CaptionsUnreadable(line=len(lines))
    return written


def _cues(lines: list[str]) -> Iterator[tuple[str, str]]:
    at, last = 0, -1
    while at < len(lines):
        line = lines[at].strip()
        if line.startswith(_UNSHOWN):
            at = _end_of_block(lines, at)
        elif "-->" in line:
            begins, ends = _span(line, at + 1)
            if begins < last or ends <= begins:
                raise CaptionsUnreadable(line=at + 1)
            last, end = begins, _end_of_block(lines, at)
            words = [_TAG.sub("", one).replace("-->", "→").strip() for one in lines[at + 1 : end]]
            yield f"{_told(begins)} --> {_told(ends)}", "\n".join(filter(None, words))
            at = end
        else:
            at += 1


def _end_of_block(lines: list[str], at: int) -> int:
    while at < len(lines) and lines[at].strip():
        at += 1
    return at


def _span(line: str, number: int) -> tuple[int, int]:
    found = _TIMES.fullmatch(line)
    if found is None:
        raise CaptionsUnreadable(line=number)
    parts = [int(one or 0) for one in found.groups()]
    return _ms(*parts[:4]), _ms(*parts[4:])


def _ms(hours: int, minutes: int, seconds: int, thousandths: int) -> int:
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths


def _told(ms: int) -> str:
    seconds, thousandths = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{thousandths:03}"
