"""What comes out of the media room."""

from enum import StrEnum

from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.content import FileKind
from controlroom.outbound.media.edit import Mark


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made.

    Attributes:
        size: bytes.
        duration_ms: 0 for a photo.
    """

    mime: str
    size: int
    width: int
    height: int
    duration_ms: int = 0


class Told(StrEnum):
    """What a file tells besides its picture and sound, and what leaves never does."""

    PLACE = "place"
    DEVICE = "device"
    TIME = "time"
    PERSON = "person"
    THUMBNAIL = "thumbnail"
    MAKER = "maker"
    """Notes only the camera's maker can read; serial numbers among them."""
    EDITOR = "editor"
    """XMP, IPTC and comments: names of programs and files, edits, keywords."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a file is.

    Attributes:
        width, height: of the upright picture.
        sound: a clip that can be heard.
        told: what it tells besides.
    """

    kind: FileKind
    mime: str
    width: int
    height: int
    duration_ms: int = 0
    sound: bool = False
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Followed:
    """Where a region went.

    Attributes:
        lost_ms: from when it was not found, 0 if it was to the end.
    """

    marks: tuple[Mark, ...]
    lost_ms: int = 0
