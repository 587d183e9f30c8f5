"""What is to be done to a photo or clip. Nothing of it touches the original.

Places are in ten-thousandths of the upright picture's width and height, before it is cropped, so
that they hold for any size. Moments are in milliseconds of the original.
"""

from bisect import bisect_right
from enum import StrEnum

from controlroom.model.frozen import dataclass

WHOLE = 10_000


class Over(StrEnum):
    """How a region is made unreadable."""

    BLUR = "blur"
    """A few large squares, then softened: what was there cannot be worked out."""
    BLOCK = "block"
    """One colour."""


@dataclass(frozen=True, slots=True)
class Box:
    """A region of the picture."""

    left: int
    top: int
    width: int
    height: int

    def pixels(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Returns left, top, right and bottom in pixels: at least one, within the picture."""
        left = min(max(self.left * width // WHOLE, 0), width - 1)
        top = min(max(self.top * height // WHOLE, 0), height - 1)
        right = max(left + 1, min(-(-(self.left + self.width) * width // WHOLE), width))
        bottom = max(top + 1, min(-(-(self.top + self.height) * height // WHOLE), height))
        return left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a region is at a moment; 0 for a photo."""

    at_ms: int
    box: Box


@dataclass(frozen=True, slots=True)
class Cover:
    """A region that nobody may see.

    Attributes:
        marks: at least one, by time; between two the region moves evenly.
        begins_ms, ends_ms: outside of these it is not covered; `ends_ms` 0 for the clip's end.
    """

    over: Over
    marks: tuple[Mark, ...]
    begins_ms: int = 0
    ends_ms: int = 0

    def box_at(self, at_ms: int) -> Box | None:
        """Returns where it is at a moment, None while it is not covered."""
        if at_ms < self.begins_ms or (self.ends_ms and at_ms > self.ends_ms):
            return None
        place = bisect_right(self.marks, at_ms, key=lambda mark: mark.at_ms)
        if place in (0, len(self.marks)):
            return self.marks[min(place, len(self.marks) - 1)].box
        return _between(self.marks[place - 1], self.marks[place], at_ms)


@dataclass(frozen=True, slots=True)
class Edit:
    """Everything that is done to one file.

    Attributes:
        turn: degrees clockwise: 0, 90, 180 or 270, after cropping.
        crop: what is left of the picture, None for all of it.
        begin_ms, end_ms: what is left of a clip; `end_ms` 0 for its end.
        mute: its sound is left out.
    """

    turn: int = 0
    crop: Box | None = None
    begin_ms: int = 0
    end_ms: int = 0
    mute: bool = False
    covers: tuple[Cover, ...] = ()

    def boxes_at(self, at_ms: int) -> list[tuple[Over, Box]]:
        """Returns what is covered at a moment."""
        found = ((cover.over, cover.box_at(at_ms)) for cover in self.covers)
        return [(over, box) for over, box in found if box is not None]

    def done(self) -> tuple[str, ...]:
        """Returns what it does, as `Attachment.done` keeps it."""
        words = []
        if self.crop is not None:
            words.append("crop")
        if self.turn:
            words.append(f"turn {self.turn}")
        if self.begin_ms or self.end_ms:
            words.append(f"trim {self.begin_ms} {self.end_ms}")
        if self.mute:
            words.append("mute")
        for over in Over:
            if count := sum(cover.over is over for cover in self.covers):
                words.append(f"{over} {count}")
        return tuple(words)


def _between(one: Mark, two: Mark, at_ms: int) -> Box:
    share = (at_ms - one.at_ms) / max(1, two.at_ms - one.at_ms)
    edges = (
        round(a + (b - a) * share)
        for a, b in (
            (one.box.left, two.box.left),
            (one.box.top, two.box.top),
            (one.box.width, two.box.width),
            (one.box.height, two.box.height),
        )
    )
    return Box(*edges)
