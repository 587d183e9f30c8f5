"""Words that stand together in a sentence as a name may: in capitals, or known as a first name."""

import re

from controlroom.model.frozen import dataclass
from controlroom.outbound.checks.people import BETWEEN, is_given
from controlroom.outbound.checks.rulebook import word_set

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_MOST_WORDS, _LEAST_LOUD = 6, 0.7


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence.

    Attributes:
        start, end: its place in the sentence, without "'s".
        low: it in lower case.
        gap: what stands between the word before and it.
    """

    start: int
    end: int
    raw: str
    low: str
    gap: str

    @property
    def is_capital(self) -> bool:
        """Whether it is written with a capital letter."""
        return self.raw[0].isupper()

    @property
    def is_free(self) -> bool:
        """Whether it is none of the words that no name begins with."""
        return self.low not in word_set("not_a_name")


def words_in(sentence: str) -> list[Word]:
    """Returns the words of a folded sentence."""
    found: list[Word] = []
    last = 0
    for match in _WORD.finditer(sentence):
        raw = match.group()
        raw = raw[:-2] if raw[-2:].lower() == "'s" and len(raw) > 2 else raw
        start = match.start()
        gap = sentence[last:start]
        found.append(Word(start, start + len(raw), raw, raw.lower(), gap))
        last = start + len(raw)
    return found


def is_loud(sentence: str) -> bool:
    """Returns whether nearly all is written in capitals, so that they tell nothing."""
    letters = sum(one.isalpha() for one in sentence)
    return letters > 0 and sum(one.isupper() for one in sentence) / letters > _LEAST_LOUD


def end_of_run(words: list[Word], at: int, *, loud: bool) -> int:
    """Returns where words that stand together as a name end; `at` where there is none."""
    first = words[at]
    if loud or not first.is_capital:
        is_name = is_given(first.raw) and first.low not in word_set("also_words")
        return at + 1 + _has_surname(words, at, loud=loud) if is_name and len(first.raw) > 2 else at
    end = at + 1
    while end < len(words) and end - at < _MOST_WORDS and _goes_on(words, end):
        end += 1
    while end > at + 1 and words[end - 1].low in BETWEEN and not words[end - 1].is_capital:
        end -= 1
    return end


def _has_surname(words: list[Word], at: int, *, loud: bool) -> bool:
    after = words[at + 1] if at + 1 < len(words) else None
    return loud and after is not None and after.gap == " " and after.is_free


def _goes_on(words: list[Word], at: int) -> bool:
    word, before = words[at], words[at - 1]
    if word.gap not in (" ", "'s ") and not (word.gap == ". " and len(before.raw) == 1):
        return False
    return word.is_capital or word.low in BETWEEN
