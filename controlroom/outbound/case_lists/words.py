"""How a name is compared: without accents, case, spacing, order and marks that cannot be seen."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import permutations

from controlroom.model.frozen import dataclass
from controlroom.outbound.checks.folded import Folded, closed_up, folded
from controlroom.outbound.checks.rulebook import expression, word_set

LONGEST = 6
"""Words of the longest item that is found."""

_WORD = re.compile(r"[^\W_]+(?:['@$!*][^\W_]+)*(?:[@$](?!\w))?")
_OWN = re.compile(r"['’](?=s\b)s", re.IGNORECASE)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FIGURES = str.maketrans("013457@$", "oieastas")
_OTHERWISE = str.maketrans("013457869@$!", "oleastbggasi")
_SHORTENED = {
    "court": ("ct", "crt"),
    "house": ("hse", "ho"),
    "school": ("sch", "skool"),
    "street": ("st", "str"),
    "road": ("rd",),
    "lane": ("ln",),
    "avenue": ("ave", "av"),
    "close": ("cl",),
    "drive": ("dr",),
    "academy": ("acad", "acc"),
    "primary": ("prim", "pri"),
    "college": ("coll", "col"),
    "hospital": ("hosp",),
    "gardens": ("gdns",),
    "centre": ("ctr",),
    "lodge": ("ldg",),
}
_MIXED = re.compile(r"(?=.*[\d@$!*])(?=.*[a-z])")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text.

    Attributes:
        word: as it is compared; `others` if it may be read otherwise ("Qui11", "rebecca92").
        start, end: its place in the text as written.
        raw: as it is written, without accents; `at` is its place in the folded text.
        gap: what stands between the word before and it; "" within "#OrlaFenwick".
    """

    word: str
    start: int
    end: int
    raw: str = ""
    at: int = 0
    gap: str = ""
    others: tuple[str, ...] = ()

    @property
    def is_capital(self) -> bool:
        """Whether it is written with a capital letter."""
        return self.raw[:1].isupper()


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read in one way: its folded text and its words."""

    text: str
    tokens: tuple[Token, ...]


@lru_cache(maxsize=256)
def readings(text: str) -> tuple[Reading, ...]:
    """Returns the words of a text, and once more with "J a m i e" written together."""
    return tuple(
        Reading(one.text, tuple(_tokens(one))) for one in (folded(text), closed_up(text)) if one
    )


def plain(words: str) -> tuple[str, ...]:
    """Returns the words of an item as they are compared."""
    return tuple(token.word for token in readings(words)[0].tokens)


def forms(words: str) -> frozenset[str]:
    """Returns every way in which an item is found: its words, and a name's other orders."""
    written = _forms(plain(words)) | _forms_shortened(plain(words))
    return written | _forms(plain(_OWN.sub("s", words))) if _OWN.search(words) else written


def _forms_shortened(parts: tuple[str, ...]) -> frozenset[str]:
    """Returns "sparrowct" for Sparrow Court."""
    others = _SHORTENED.get(parts[-1], ()) if len(parts) > 1 else ()
    return frozenset("".join((*parts[:-1], other)) for other in others)


def _forms(parts: tuple[str, ...]) -> frozenset[str]:
    if not parts:
        return frozenset()
    found = {"".join(parts)}
    if _is_person(parts):
        found |= {"".join(order) for order in permutations(parts)} if len(parts) < 4 else set()
        first, last = parts[0], parts[-1]
        found |= {first + last, last + first}
    return frozenset(found)


def _is_person(parts: tuple[str, ...]) -> bool:
    """Returns whether words are a person's name, of which initials and other orders are found."""
    others = word_set("not_a_name")
    return 1 < len(parts) <= LONGEST and not any(
        part in others or not part.isalpha() for part in parts
    )


def _tokens(reading: Folded) -> Iterator[Token]:
    last = 0
    for match in _WORD.finditer(reading.text):
        bare = match.group().removesuffix("'s").removesuffix("'S")
        at = match.start()
        for part in _HUMP.split(bare):
            start, end = reading.span(at, at + len(part))
            word, *others = _compared(part)
            gap = reading.text[last:at]
            if gap[-1:] in ("#", "@"):
                others += _called_for(part)
            yield Token(word, start, end, part, at, gap, tuple(others))
            at += len(part)
            last = at


def is_run_together(part: str) -> bool:
    """Returns whether a hashtag says "justicefor" or the like and a name in one word."""
    return bool(_called_for(part))


@lru_cache(maxsize=1024)
def _called_for(part: str) -> list[str]:
    """Returns what follows "justicefor" or the like in a hashtag."""
    match = expression(r"\A{tag_before}_?(?=\w{3})").match(part)
    return [part[match.end() :].lower()] if match else []


@lru_cache(maxsize=8192)
def _compared(part: str) -> tuple[str, ...]:
    """Returns how a word is compared, and how else it may be read."""
    low = part.lower()
    if low.isalpha():
        return (low,)
    low = low.replace("'", "")
    if not _MIXED.match(low):
        return (low,)
    read = (low.translate(_FIGURES), low.translate(_OTHERWISE), low.rstrip("0123456789"))
    return tuple(dict.fromkeys(one.replace("*", "") for one in read))
