"""A text that is too long for one post, split into a thread at the best places there are."""

import re
from collections.abc import Callable

Fits = Callable[[str], bool]
_ENDS = (
    re.compile(r"\n\s*\n"),
    re.compile(r"\n"),
    re.compile(r"(?<=[.!?…])[\"”»)]*\s+"),
    re.compile(r"(?<=[;:,])\s+"),
    re.compile(r"\s+"),
)
"""Where a text is best split: paragraph, line, sentence, clause, word."""
LEAST_SHARE = 0.45
"""A post is not left shorter than this share of what fits for the sake of a better place."""


def split(text: str, fits: Fits, most: int = 25) -> tuple[str, ...]:
    """Returns the text in pieces that each fit; a word too long for one is cut.

    Args:
        most: pieces at most; what is left over then stays in the last one, too long as it is.
    """
    pieces: list[str] = []
    rest = text.strip()
    while rest and not fits(rest) and len(pieces) < most - 1:
        reach = _reach(rest, fits)
        at = _place(rest, reach)
        pieces.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return (*pieces, rest) if rest or not pieces else tuple(pieces)


def _reach(text: str, fits: Fits) -> int:
    """Returns how many characters from the start fit, at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(text[:middle].rstrip()):
            low = middle
        else:
            high = middle - 1
    return low


def _place(text: str, reach: int) -> int:
    for ends in _ENDS:
        places = [one.start() for one in ends.finditer(text, 0, min(len(text), reach + 1))]
        good = [at for at in places if LEAST_SHARE * reach <= at <= reach]
        if good:
            return good[-1]
    return reach
