"""How a name is compared: without accents, case, spacing, order and marks that cannot be seen."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import permutations

from controlroom.model.frozen import dataclass
from controlroom.outbound.checks.folded import Folded, closed_up, folded
from controlroom.outbound.checks.rulebook import word_set

LONGEST = 6
"""Words of the longest item that is found."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FIGURES = str.maketrans("013457@$", "oieastas")
_MIXED = re.compile(r"(?=.*\d)(?=.*[a-z])")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text, as it is compared, and its place in the text as written."""

    word: str
    start: int
    end: int


@lru_cache(maxsize=256)
def readings(text: str) -> tuple[tuple[Token, ...], ...]:
    """Returns the words of a text, and once more with "J a m i e" written together."""
    return tuple(tuple(_tokens(reading)) for reading in (folded(text), closed_up(text)) if reading)


def plain(words: str) -> tuple[str, ...]:
    """Returns the words of an item as they are compared."""
    return tuple(token.word for token in readings(words)[0])


def forms(words: str) -> frozenset[str]:
    """Returns every way in which an item is found: its words, and a name's other orders."""
    parts = plain(words)
    if not parts:
        return frozenset()
    found = {"".join(parts)}
    if _is_person(parts):
        found |= {"".join(order) for order in permutations(parts)} if len(parts) < 4 else set()
        first, last = parts[0], parts[-1]
        found |= {first + last, last + first, first[0] + last, last + first[0]}
    return frozenset(found)


def _is_person(parts: tuple[str, ...]) -> bool:
    """Returns whether words are a person's name, of which initials and other orders are found."""
    others = word_set("not_a_name")
    return 1 < len(parts) <= LONGEST and not any(
        part in others or not part.isalpha() for part in parts
    )


def _tokens(reading: Folded) -> Iterator[Token]:
    for match in _WORD.finditer(reading.text):
        bare = match.group().removesuffix("'s").removesuffix("'S")
        at = match.start()
        for part in _HUMP.split(bare):
            start, end = reading.span(at, at + len(part))
            yield Token(_compared(part), start, end)
            at += len(part)


def _compared(part: str) -> str:
    low = part.lower().replace("'", "")
    return low.translate(_FIGURES) if _MIXED.match(low) else low
