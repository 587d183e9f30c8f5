"""What a draft consists of, as it is weighed: word stems, and how they stand to what is named.

A name, a road, a child is one mark each (`marked`), so that a trait learnt from one draft is found
in another that tells of other people.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from controlroom.outbound.checks.folded import Folded
from controlroom.outbound.checks.marked import windows
from controlroom.outbound.checks.rulebook import MARKS

Traits = tuple[frozenset[str], ...]
"""Of a sentence, in groups that count for themselves: rows of marks and stems, pairs of a mark and
a stem, rows of stems as written."""
_STEM, _PAIRED = 5, 40
_ROWS, _ROWS_WRITTEN = 3, 2
_NAMES = {mark: f"<{name}>" for name, mark in MARKS.items()}
_TOKENS = re.compile(rf"[{''.join(MARKS.values())}]|[^\W_]+(?:'[^\W_]+)*")
_DIGIT = re.compile(r"\d")


def traits_in(whole: Folded, places: frozenset[str]) -> Iterator[tuple[int, int, Traits]]:
    """Yields each sentence's traits, and where it begins and ends.

    Args:
        places: words of the force's own places, in lower case.
    """
    sentences = whole.sentences()
    for (begin, text), (_, marked) in zip(sentences, windows(whole, places, 1), strict=True):
        yield begin, begin + len(text), _traits(text, marked.text)


@lru_cache(maxsize=2048)
def _traits(text: str, marked: str) -> Traits:
    around, written = _stems(marked), _stems(text)
    return (
        frozenset(_rows(around, _ROWS, "near:")),
        frozenset(_pairs(around)),
        frozenset(_rows(written, _ROWS_WRITTEN, "said:")),
    )


def _stems(text: str) -> list[str]:
    tokens = _TOKENS.findall(_DIGIT.sub("0", text.lower()))
    return [_NAMES.get(one) or one[:_STEM] for one in tokens]


def _rows(stems: Sequence[str], longest: int, group: str) -> Iterator[str]:
    for length in range(1, longest + 1):
        for at in range(len(stems) - length + 1):
            yield group + " ".join(stems[at : at + length])


def _pairs(stems: Sequence[str]) -> Iterator[str]:
    once = list(dict.fromkeys(stems))[:_PAIRED]
    for at, first in enumerate(once):
        for second in once[at + 1 :]:
            if "<" in (first[0], second[0]):
                yield f"pair:{first} {second}"
