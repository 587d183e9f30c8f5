"""Photos and films on their way to a page: put up first, where nobody sees them."""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import BinaryIO

from controlroom.feeds.graph.client import place
from controlroom.feeds.graph.writing import GraphWriter
from controlroom.feeds.outgoing.body import Body, form_of, form_with, opened
from controlroom.feeds.writing import Carried, NotSent
from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.delivery import Unsent

_CUE = re.compile(r"((?:\d+:)?\d\d:\d\d\.\d{3})\s+-->\s+((?:\d+:)?\d\d:\d\d\.\d{3})")
_MARKUP = re.compile(r"<[^<>]*>")
_COUNTRIES = {"en": "US", "ar": "AR", "uk": "UA", "zh": "CN", "ur": "PK", "pa": "IN", "cy": "GB"}
LARGEST_PIECE = 4_000_000
"""Bytes of a film in one request, if Facebook asks for more."""


@dataclass(frozen=True, slots=True)
class Film:
    """A film that is up and not published yet."""

    number: str
    session: str


def photos_up(writer: GraphWriter, page: str, files: Sequence[Carried]) -> list[str]:
    """Puts photos up and returns Facebook's ids for them. Raises `NotSent`."""
    return [_photo(writer, page, one) for one in files]


def film_up(writer: GraphWriter, page: str, one: Carried) -> Film:
    """Sends a film in the pieces Facebook asks for. Raises `NotSent`."""
    path, size = place(page, "videos"), one.rendition.size
    start = {"upload_phase": "start", "file_size": str(size)}
    told = writer.put_up(writer.asked(path, start))
    film = Film(writer.named(told, "video_id"), writer.named(told, "upload_session_id"))
    with opened(one, writer.host) as source:
        sent = 0
        while sent < size:
            begins, ends = _offsets(writer, told)
            if begins != sent:
                raise writer.later("it lost a piece of the film")
            piece = _piece(writer, source, min(ends - begins, LARGEST_PIECE, size - sent))
            told = _send(writer, path, film.session, begins, piece)
            sent += len(piece)
    return film


def subtitles(writer: GraphWriter, captions: bytes, language: str) -> Body:
    """Returns a form with WebVTT subtitles in the form Facebook takes, named after its language."""
    locale = _locale(language)
    content = srt(captions.decode("utf-8", "replace")).encode()
    fields = {"default_locale": "none", **writer.proof}
    name = f"captions.{locale}.srt"
    part = BytesIO(content), len(content)
    return form_of(fields, "captions_file", part, "application/octet-stream", name)


def srt(vtt: str) -> str:
    """Returns WebVTT as SubRip: cues with numbers, hours and commas; styles and notes go."""
    cues: list[str] = []
    for block in re.split(r"\n\s*\n", vtt.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.strip().split("\n")
        timed = next((n for n, line in enumerate(lines) if _CUE.search(line)), None)
        found = _CUE.search(lines[timed]) if timed is not None else None
        if timed is not None and found:
            words = "\n".join(_MARKUP.sub("", line) for line in lines[timed + 1 :])
            times = f"{_moment(found[1])} --> {_moment(found[2])}"
            cues.append(f"{len(cues) + 1}\n{times}\n{words}\n")
    return "\n".join(cues)


def _moment(told: str) -> str:
    hours = told if told.count(":") == 2 else f"00:{told}"
    return hours.replace(".", ",")


def _locale(language: str) -> str:
    """Facebook wants a country, too; the largest one where none is told."""
    code, _, country = language.replace("_", "-").partition("-")
    code = code.lower() or "en"
    return f"{code}_{country.upper() or _COUNTRIES.get(code, code.upper())}"


def _photo(writer: GraphWriter, page: str, one: Carried) -> str:
    fields = {"published": "false", **writer.proof}
    fields |= {"alt_text_custom": one.alt} if one.alt else {}
    body = form_with(fields, "source", one, writer.host)
    return writer.named(writer.put_up(writer.carrying(place(page, "photos"), body)))


def _offsets(writer: GraphWriter, told: dict[str, object]) -> tuple[int, int]:
    try:
        begins, ends = int(str(told.get("start_offset"))), int(str(told.get("end_offset")))
    except ValueError:
        raise writer.later("it does not say which piece comes next") from None
    if not 0 <= begins < ends:
        raise writer.later("it does not say which piece comes next")
    return begins, ends


def _piece(writer: GraphWriter, source: BinaryIO, size: int) -> bytes:
    try:
        piece = source.read(size)
    except OSError:
        piece = b""
    if len(piece) != size:
        said = "the file cannot be read to its end"
        raise NotSent(host=writer.host, reason=Unsent.NO_FILE, said=said)
    return piece


def _send(
    writer: GraphWriter, path: str, session: str, begins: int, piece: bytes
) -> dict[str, object]:
    fields = {
        "upload_phase": "transfer", "upload_session_id": session, "start_offset": str(begins),
        **writer.proof,
    }  # fmt: skip
    content = BytesIO(piece), len(piece)
    body = form_of(fields, "video_file_chunk", content, "application/octet-stream")
    return writer.put_up(writer.carrying(path, body))
