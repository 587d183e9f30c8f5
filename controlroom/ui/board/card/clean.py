"""What others wrote, made fit to be laid out: cut, bounded, and nothing hidden in it.

The result is plain text in which nothing can reorder its neighbours, pile up over them or take
long to lay out. `Clean.place` says where a character of the original went.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

from controlroom.model.frozen import dataclass

LONGEST = 2_000
"""Characters that are ever laid out: eight lines of the widest column hold fewer."""
MOST_MARKS = 4
"""Marks that may stand on one letter."""
_BIDI = {
    "\u061c": "ALM", "\u200e": "LRM", "\u200f": "RLM", "\u202a": "LRE", "\u202b": "RLE",
    "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO", "\u2066": "LRI", "\u2067": "RLI",
    "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip
_PLAIN = re.compile(r"[\n\x20-\x7e]*")
_ODD = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufff9-\ufffc\ufffe\uffff\U000e0000-\U000e007f]|\n\\s*\n\\s*\n"
)
# Marks are no word characters; a run of other signs is looked at closely.
_MANY_MARKS = re.compile(rf"[^\w\s!-~]{{{MOST_MARKS + 1},}}")
_LEFTWARDS = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_NAME = re.compile(r"(?<!\S)[#@](?=[A-Za-z\u00c0-\u024f])")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Clean:
    """A text fit to be laid out.

    Attributes:
        cut: the original was longer.
        shifts: from which character of the original on it lies how far off, in order.
    """

    text: str
    cut: bool = False
    shifts: tuple[tuple[int, int], ...] = ()

    def place(self, original: int) -> int:
        """Returns where a character of the original stands now."""
        at = bisect_right(self.shifts, (original, len(self.text)))
        moved = original + (self.shifts[at - 1][1] if at else 0)
        return max(0, min(len(self.text), moved))


def clean(text: str, longest: int = LONGEST) -> Clean:
    """Returns a text of several lines, `longest` characters of it at most."""
    head = text[:longest]
    if _PLAIN.fullmatch(head):
        odd, names = False, frozenset[int]()
    else:
        odd, names = bool(_ODD.search(head) or _MANY_MARKS.search(head)), _names(head)
    if not odd and not names and "\n\n\n" not in head:
        return Clean(head, len(text) > longest)
    return _slowly(head, len(text) > longest, names)


def clean_line(text: str, longest: int = 200) -> str:
    """Returns a text of one line: names, handles, titles."""
    return _SPACES.sub(" ", clean(text[: 2 * longest]).text).strip()[:longest]


def _names(text: str) -> frozenset[int]:
    """Returns where hashtags and names begin that text from right to left would take apart.

    Their first sign has no direction of its own and would go to the other end of the word.
    """
    if not _LEFTWARDS.search(text):
        return frozenset()
    return frozenset(found.start() for found in _NAME.finditer(text))


def _slowly(text: str, cut: bool, names: frozenset[int]) -> Clean:
    out: list[str] = []
    shifts: list[tuple[int, int]] = []
    length = marks = breaks = shift = 0
    for at, char in enumerate(text):
        shown, is_mark, is_space = _facts(char)
        marks = marks + 1 if is_mark else 0
        breaks = breaks + 1 if char == "\n" else breaks if is_space else 0
        if marks > MOST_MARKS or breaks > 2:
            shown = ""
        if at in names:
            shown = "\u200e" + shown
        if length - at != shift:
            shift = length - at
            shifts.append((at, shift))
        out.append(shown)
        length += len(shown)
    return Clean("".join(out), cut, (*shifts, (len(text), length - len(text))))


@lru_cache(maxsize=4_096)
def _facts(char: str) -> tuple[str, bool, bool]:
    """What is shown for a character, whether it is a mark, and whether it is a space."""
    return _shown(char), unicodedata.category(char)[0] == "M", char.isspace()


def _shown(char: str) -> str:
    if char in _BIDI:
        return f"[{_BIDI[char]}]"
    if char in "\t\x0b\x0c\x85\u2028\u2029":
        return " "
    if char == "\n":
        return char
    if char in "\r\ufeff":
        return ""
    kind = unicodedata.category(char)
    # No font has the last two: each would be looked for in all of them.
    if kind in ("Cs", "Cc") or "\ufff9" <= char <= "\ufffc" or char in "\ufffe\uffff":
        return "\ufffd"
    return "" if "\U000e0000" <= char <= "\U000e007f" else char
