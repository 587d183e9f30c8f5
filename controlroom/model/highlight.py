"""Where a query's words stand in a text.

Only words and phrases are marked, not filters, and nothing that is excluded.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from controlroom.model.query.fold import Token, tokens
from controlroom.model.query.tree import Node, Phrase, Word
from controlroom.model.query.walk import words_to_mark

Mark = tuple[int, int]

FARTHEST = 50_000
"""Characters of a text which are looked at; what stands behind them is not marked."""
# Bounds the work per word of text; of a longer phrase the beginning is looked for.
_LONGEST_PHRASE = 16
_MOST_SIGNS = 16
_JOINERS = "\u200d\ufe0f"
_BLANK = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a text on one line, and what is marked in it."""

    text: str
    marks: tuple[Mark, ...]


@dataclass(slots=True)
class _Wanted:
    """What may come next: whole words with what follows them, and beginnings."""

    following: "dict[str, _Wanted]" = field(default_factory=dict)
    beginnings: set[str] = field(default_factory=set)
    lengths: set[int] = field(default_factory=set)
    ends_here: bool = False

    def add(self, words: list[str], prefix: bool) -> None:
        place = self
        for word in words[:-1] if prefix else words:
            place = place.following.setdefault(word, _Wanted())
        if prefix:
            place.beginnings.add(words[-1])
            place.lengths.add(len(words[-1]))
        else:
            place.ends_here = True

    def begins(self, word: str) -> bool:
        return any(word[:length] in self.beginnings for length in self.lengths)


def marks(text: str, node: Node) -> tuple[Mark, ...]:
    """Returns the stretches of `text` the query looks for: start and end, in order, apart."""
    wanted = _wanted(words_to_mark(node))
    if not wanted.following and not wanted.beginnings:
        return ()
    found = _tokens(text)
    hits = [hit for index in range(len(found)) if (hit := _hit(found, index, wanted))]
    return _merged(text[:FARTHEST], hits)


def snippet(text: str, node: Node, around: int = 80) -> Snippet:
    """Returns the text near the first hits, about `around` characters on either side of them.

    Without a hit it is the beginning of the text. What is cut off shows as an ellipsis.
    """
    hits = marks(text, node)
    first, last = _cluster(hits, around)
    start = _start(text, max(0, first - around), first)
    end = _end(text, last, min(len(text), last + around))
    return _cut(text, hits, start, end)


def _wanted(looked_for: tuple[Word | Phrase, ...]) -> _Wanted:
    wanted = _Wanted()
    for one in looked_for:
        words = [token.text for token in tokens(one.text)]
        whole = len(words) <= _LONGEST_PHRASE
        if words:
            prefix = whole and isinstance(one, Word) and one.prefix
            wanted.add(words[:_LONGEST_PHRASE], prefix)
    return wanted


def _tokens(text: str) -> list[Token]:
    found = list(tokens(text[:FARTHEST]))
    if len(text) > FARTHEST and found and found[-1].end == FARTHEST:
        found.pop()
    return found


def _hit(found: list[Token], first: int, wanted: _Wanted) -> Mark | None:
    """Returns the longest hit which begins with this token."""
    last = -1
    place: _Wanted | None = wanted
    for index in range(first, min(len(found), first + _LONGEST_PHRASE)):
        if place is None:
            break
        word = found[index].text
        begun = bool(place.lengths) and place.begins(word)
        place = place.following.get(word)
        if begun or (place is not None and place.ends_here):
            last = index
    return (found[first].start, found[last].end) if last >= 0 else None


def _merged(text: str, hits: list[Mark]) -> tuple[Mark, ...]:
    merged: list[Mark] = []
    for start, end in hits:
        whole = _with_signs(text, end)
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], whole))
        else:
            merged.append((start, whole))
    return tuple(merged)


def _with_signs(text: str, end: int) -> int:
    """A vowel sign or accent belongs to the letter before it, also where the index parts them."""
    while end < len(text) and _clings(text[end]):
        end += 1
    return end


def _clings(char: str) -> bool:
    return char in _JOINERS or unicodedata.category(char)[0] == "M"


def _cluster(hits: tuple[Mark, ...], around: int) -> Mark:
    if not hits:
        return 0, around
    start, end = hits[0][0], min(hits[0][1], hits[0][0] + around)
    for _, later in hits[1:]:
        if later > start + around:
            break
        end = later
    return start, end


def _start(text: str, earliest: int, hit: int) -> int:
    if earliest == 0:
        return 0
    blank = _BLANK.search(text, earliest - 1, hit)
    return blank.end() if blank else _with_signs(text[: earliest + _MOST_SIGNS], earliest)


def _end(text: str, hit: int, latest: int) -> int:
    if latest == len(text):
        return latest
    blanks = [blank.start() for blank in _BLANK.finditer(text, hit, latest + 1)]
    return blanks[-1] if blanks else _with_signs(text[: latest + _MOST_SIGNS], latest)


def _cut(text: str, hits: tuple[Mark, ...], start: int, end: int) -> Snippet:
    before, after = "…" * (start > 0), "…" * (end < len(text))
    shift = len(before) - start
    inside = [(max(s, start), min(e, end)) for s, e in hits if s < end and e > start]
    line = _BLANK.sub(" ", text[start:end])
    return Snippet(before + line + after, tuple((s + shift, e + shift) for s, e in inside))
