"""What the media room asks of its worker, and what that answers: one JSON object a line.

A file is given by the number of an open handle, or by its path where handles cannot be handed on.
"""

from dataclasses import dataclass, field

import msgspec

from controlroom.model.decoding import decoder
from controlroom.outbound.media.edit import Edit, Mark
from controlroom.outbound.media.made import Followed, Looked, Made
from controlroom.outbound.media.needs import ClipNeed, PhotoNeed

Place = int | str


class Look(msgspec.Struct, frozen=True, tag=True):
    """What is this file?"""

    source: Place


class MakePhoto(msgspec.Struct, frozen=True, tag=True):
    """A photo as a network takes it."""

    source: Place
    into: Place
    edit: Edit
    need: PhotoNeed


class MakeClip(msgspec.Struct, frozen=True, tag=True):
    """A clip as a network takes it."""

    source: Place
    into: Place
    edit: Edit
    need: ClipNeed


class Follow(msgspec.Struct, frozen=True, tag=True):
    """Where does this region go?"""

    source: Place
    begin: Mark
    end_ms: int


class TakeStills(msgspec.Struct, frozen=True, tag=True):
    """Pictures of some moments, each at most `side` pixels, one behind the other in `into`.

    Attributes:
        edit: done to each, for a view of what will leave; None to show the original.
    """

    source: Place
    into: Place
    moments: tuple[int, ...]
    side: int
    edit: Edit | None = None


Order = Look | MakePhoto | MakeClip | Follow | TakeStills


@dataclass(frozen=True, slots=True)
class Stills:
    """JPEG files one behind the other: their lengths, 0 where there is no picture."""

    lengths: tuple[int, ...]


class Answer(msgspec.Struct, omit_defaults=True):
    """A line of the worker: a share that is done, the end, or what went wrong.

    Attributes:
        fault: the name of a `MediaError`, "" while nothing is wrong.
    """

    share: float = 0.0
    looked: Looked | None = None
    made: Made | None = None
    followed: Followed | None = None
    stills: Stills | None = None
    fault: str = ""
    values: dict[str, str] = field(default_factory=dict)

    @property
    def ends(self) -> bool:
        """Whether it is the last line."""
        return bool(self.fault) or any((self.looked, self.made, self.followed, self.stills))


read_order = decoder(Order).decode
read_answer = decoder(Answer).decode
written = msgspec.json.encode
