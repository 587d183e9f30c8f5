"""Pictures, films and sound being fetched, and what a clip is by how it begins."""

from enum import StrEnum

from controlroom.model.frozen import dataclass

_TRANSPORT = 0x47
_TRANSPORT_PACKET = 188


class FetchStage(StrEnum):
    """How the fetching of a picture or clip stands."""

    FETCHING = "fetching"
    HERE = "here"
    TOO_LARGE = "too_large"
    NO_MEDIA = "no_media"
    """What came is no picture, or nothing that plays: a page, or a film that has no end."""
    GONE = "gone"
    """It is not there any more, or not for everybody."""
    NO_ANSWER = "no_answer"
    REFUSED = "refused"
    """Its address is none that may be asked."""
    NOT_KEPT = "not_kept"
    """The disk did not take it."""


@dataclass(frozen=True, slots=True)
class FetchNews:
    """What is told of one picture or clip.

    Attributes:
        done, size: bytes so far and in all; 0 where nobody said, or nothing is being fetched.
    """

    address: str
    stage: FetchStage
    done: int = 0
    size: int = 0


def clip_kind(body: bytes | bytearray) -> str:
    """Returns what plays by how it begins: mp4, webm, ogg, mp3, aac, wav, flac or ts; else ""."""
    if body[4:8] == b"ftyp":
        return "mp4"
    for begins, kind in (
        (b"\x1a\x45\xdf\xa3", "webm"),
        (b"OggS", "ogg"),
        (b"ID3", "mp3"),
        (b"fLaC", "flac"),
    ):
        if body.startswith(begins):
            return kind
    if body.startswith(b"RIFF") and body[8:12] == b"WAVE":
        return "wav"
    return _by_sync(body)


def goes_on_as(kind: str, body: bytes | bytearray) -> bool:
    """Returns whether what begins so is another piece of a clip of this kind."""
    if kind == "mp4":
        return body[4:8] in (b"styp", b"moof", b"sidx", b"emsg", b"prft")
    # Sound is cut into pieces with a short note of the time before each.
    return clip_kind(body) == kind or (kind in ("aac", "mp3") and body.startswith(b"ID3"))


def _by_sync(body: bytes | bytearray) -> str:
    """Streams without a head: frames of MP3 or AAC, packets of a transport stream."""
    if len(body) > 1 and body[0] == 0xFF and body[1] & 0xF6 == 0xF0:
        return "aac"
    if len(body) > 1 and body[0] == 0xFF and body[1] & 0xE6 == 0xE2:
        return "mp3"
    packets = body[::_TRANSPORT_PACKET][:2]
    return "ts" if len(packets) == 2 and set(packets) == {_TRANSPORT} else ""
