"""What the posts of a surge came to: how many, how many stand out, and the largest groups."""

from typing import NamedTuple

GROWING_S = 60


class Tally(NamedTuple):
    """A group as it stood when it was asked for."""

    text: str
    authors: int
    number: int
    newest: int
    last_s: int

    def is_growing(self, now_s: int) -> bool:
        """Returns whether a copy came within the last minute."""
        return now_s - self.last_s < GROWING_S


class Digest(NamedTuple):
    """What a crowd came to: posts taken, those of them that stand out, the newest, the groups.

    Attributes:
        common: places that so many name that they are what the surge is about.
    """

    taken: int = 0
    shown: int = 0
    newest: int = 0
    groups: tuple[Tally, ...] = ()
    common: frozenset[str] = frozenset()
