"""A text in which one mark stands for each person, road and place that is named in it.

Rules over such a text say how things stand to each other ("a person, an age below 18 in the next
sentence") and need not know how any of them is written.
"""

from collections.abc import Iterator
from functools import lru_cache

from controlroom.model.frozen import dataclass
from controlroom.outbound.checks.folded import Folded
from controlroom.outbound.checks.persons import marks_in
from controlroom.outbound.checks.rulebook import MARKS, word_set

STOP = MARKS["stop"]
"""Ends a sentence of a marked text."""
_MARKS = frozenset(MARKS.values()) - {STOP}
SENTENCES = 3
"""How far a rule looks that looks further than to the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Some sentences in a row, marked. Equal texts are equal wherever they stand.

    Attributes:
        starts, ends: for each character, its place from the first sentence's beginning on.
        names: for each character, of how many words the name is for which it stands; 0 for what is
            no mark, and for a name that may as well be a road's or a shop's.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    names: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Returns where a stretch of this text stands, from the first sentence's beginning on."""
        return self.starts[start], self.ends[end - 1]

    def sentences(self, start: int, end: int) -> str:
        """Returns the sentences in which a stretch of this text stands."""
        begin = self.text.rfind(STOP, 0, start) + 1
        last = self.text.find(STOP, end - 1)
        return self.text[begin : last + 1 if last >= 0 else None]


def windows(
    whole: Folded, places: frozenset[str], count: int = SENTENCES
) -> Iterator[tuple[int, Marked]]:
    """Yields so many sentences in a row, marked, and where in the text they begin."""
    sentences = list(whole.sentences())
    for at in range(max(1, len(sentences) - count + 1)):
        row = sentences[at : at + count]
        if row:
            begin = row[0][0]
            yield begin, _marked(tuple((one - begin, text) for one, text in row), places)


# All but the last sentences of a text are those of the last letter typed.
@lru_cache(maxsize=1024)
def _marked(row: tuple[tuple[int, str], ...], places: frozenset[str]) -> Marked:
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    names: list[int] = []
    for begin, sentence in row:
        for start, end, text in _pieces(sentence, places):
            chars.append(text)
            first = begin + start
            starts += range(first, first + len(text))
            ends += range(first + 1, begin + end + 1) if len(text) > 1 else (begin + end,)
            is_mark = text in _MARKS
            names += (_words_of_name(sentence[start:end]),) if is_mark else (0,) * len(text)
    return Marked("".join(chars), tuple(starts), tuple(ends), tuple(names))


def _words_of_name(name: str) -> int:
    words = name.lower().split()
    may_be_place = words[-1] in word_set("surname_ends") or any(
        one.endswith("'s") for one in words[:-1]
    )
    return 0 if may_be_place else len(words)


def _pieces(sentence: str, places: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Yields what is left between marks, and each mark, with its place."""
    at = 0
    for mark in marks_in(sentence, places):
        yield at, mark.start, sentence[at : mark.start]
        yield mark.start, mark.end, MARKS[mark.kind]
        at = mark.end
    yield at, len(sentence), sentence[at:]
    yield len(sentence) - 1, len(sentence), STOP
