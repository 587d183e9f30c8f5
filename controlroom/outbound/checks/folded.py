"""A text as the rules read it: without accents, unseen marks and look-alike letters.

Every character remembers where it came from, so that what is found is shown in the text as written.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from controlroom.model.frozen import dataclass

_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’ʼ´`′", "'"),
        **dict.fromkeys("“”„«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "ı": "i",
    }
)
# Letters of other alphabets that look Latin; read so only in a word with Latin letters.
_LOOKS = str.maketrans(
    "аеіоорсухѕјһԁԛԝАВЕІКМНОРСТУХЅЈαορνικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeioopcyxsjhdqwABEIKMHOPCTYXSJaopvikABEZHIKMNOPTYX",
)
_FRACTIONS = {"½": " 1/2", "¼": " 1/4", "¾": " 3/4"}
_LONGEST, _OVERLAP = 800, 160
_AFTER_SPACE = ":;!?"
_SPACED = re.compile(r"(?<!\S)(?:\w[ .\-_*]){2,}\w(?!\S)")
_WORD = re.compile(r"\w+")
_LATIN = re.compile(r"[A-Za-z]")
# A lone age belongs to what stands before it: "JAMIE COLT. 15. Dunmarsh."
_STOP = re.compile(r"[.!?]+['\")\]]*(?= |\Z)(?! (?:[Aa]ged? )?1?\d[.,](?: |\Z))")
_SHORT = re.compile(
    r"(?:\b(?:st|rd|ave|dr|mr|mrs|ms|nos?|nr|sgt|insp|pc|dc|supt|cllr|vs|approx|av|bd|m|mme|mlle|n"
    r"|[a-z]))\.\Z",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text.

    Attributes:
        text: white space is one space each.
        starts, ends: for each of its characters, its place in the text as written.
        stops: where sentences end, in this text.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    stops: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Returns where a stretch of this text stands in the text as written."""
        return self.starts[start], self.ends[end - 1]

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Yields where each sentence begins, and the sentence; an endless one in parts.

        Parts overlap, so that what stands where one ends is whole in the next.
        """
        begin = 0
        for end in (*self.stops, len(self.text)):
            while end - begin > _LONGEST:
                yield begin, self.text[begin : begin + _LONGEST]
                begin += _LONGEST - _OVERLAP
            if end > begin:
                yield begin, self.text[begin:end]
            begin = end


@lru_cache(maxsize=512)
def folded(text: str) -> Folded:
    """Returns a text as the rules read it."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    breaks: set[int] = set()
    for at, one in enumerate(text):
        if one.isspace():
            if one == "\n" and chars and (chars[-1] in ".!?" or text[at - 1] == "\n"):
                breaks.add(len(chars))
            parts = "" if chars and chars[-1] == " " else " "
        else:
            parts = _parts(one)
        if not parts and ends and not one.isspace():
            ends[-1] = at + 1
        if one in _AFTER_SPACE and chars and chars[-1] == " ":
            # French sets a space before these.
            for kept in (chars, starts, ends):
                kept.pop()
        for part in parts:
            chars.append(part)
            starts.append(at)
            ends.append(at + 1)
    plain = _latin("".join(chars))
    return Folded(plain, tuple(starts), tuple(ends), _stops(plain, breaks))


@lru_cache(maxsize=4096)
def _parts(one: str) -> str:
    """Returns what stands for a character; nothing for a mark or what cannot be seen."""
    if one.isascii():
        return one.translate(_SAME)
    if one in _FRACTIONS:
        return _FRACTIONS[one]
    kept = (
        part
        for part in unicodedata.normalize("NFKD", one)
        if unicodedata.category(part) not in ("Mn", "Me", "Cf")
    )
    return "".join(kept).translate(_SAME)


def _latin(text: str) -> str:
    if text.isascii():
        return text

    def read(match: re.Match[str]) -> str:
        word = match.group()
        return word.translate(_LOOKS) if _LATIN.search(word) else word

    return _WORD.sub(read, text)


def _stops(text: str, breaks: set[int]) -> tuple[int, ...]:
    ends = {
        match.end()
        for match in _STOP.finditer(text)
        if not _SHORT.search(text[max(0, match.end() - 8) : match.end()])
    }
    return tuple(sorted(ends | {one for one in breaks if one <= len(text)}))


@lru_cache(maxsize=512)
def closed_up(text: str) -> Folded | None:
    """Returns a text with "J a m i e" written together; None where nothing is spaced out."""
    whole = folded(text)
    if not _SPACED.search(whole.text):
        return None
    gaps = set(_gaps(whole))
    kept = [at for at in range(len(whole.text)) if at not in gaps]
    plain = "".join(whole.text[at] for at in kept)
    starts, ends = (tuple(part[at] for at in kept) for part in (whole.starts, whole.ends))
    return Folded(plain, starts, ends, _stops(plain, set()))


def _gaps(whole: Folded) -> Iterator[int]:
    """Yields the characters that only stand between the spaced out letters of a word."""
    for match in _SPACED.finditer(whole.text):
        for at in range(match.start() + 1, match.end(), 2):
            if whole.starts[at + 1] - whole.ends[at - 1] == 1:
                yield at
