"""Words in the pieces that an encoder knows, as BERT reads uncased English.

Sources: Wu et al., “Google's Neural Machine Translation System”, arXiv 1609.08144 (2016), pieces;
Devlin et al., “BERT”, arXiv 1810.04805 (2018), what separates words.
"""

from collections.abc import Iterable, Iterator, Mapping

import regex

PART, LISTED, PERHAPS, FORBIDDEN = MARKS = "\ue010\ue011\ue012\ue013"
"""Stand before what is listed: part of a name, a name, what may be one, an order's words."""
_MARK_PIECES = tuple(f"[unused{number}]" for number in range(len(MARKS)))
_WORDS = regex.compile(rf"[{MARKS}]|[\p{{P}}$+<=>^`|~]|[^\s\p{{P}}$+<=>^`|~{MARKS}]+")
_LONGEST_WORD = 100
_INSIDE = "##"
UNKNOWN, FIRST, LAST = "[UNK]", "[CLS]", "[SEP]"
_NEEDED = (FIRST, LAST, UNKNOWN)


class Pieces:
    """The pieces an encoder was taught, by number.

    Args:
        known: the pieces in the order of their numbers.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._numbers: Mapping[str, int] = {piece: at for at, piece in enumerate(known)}
        self.first, self.last, self._unknown = map(self._numbers.__getitem__, _NEEDED)
        self._marks = {
            mark: self._numbers[piece] for mark, piece in zip(MARKS, _MARK_PIECES, strict=True)
        }

    def of(self, text: str) -> list[int]:
        """Returns the numbers of a text's pieces. The text is folded: accents are gone."""
        return [number for word in _WORDS.findall(text.lower()) for number in self._of_word(word)]

    def _of_word(self, word: str) -> list[int]:
        if word in self._marks:
            return [self._marks[word]]
        if len(word) > _LONGEST_WORD:
            return [self._unknown]
        numbers = list(self._longest_first(word))
        return [self._unknown] if self._unknown in numbers else numbers

    def _longest_first(self, word: str) -> Iterator[int]:
        begin = 0
        while begin < len(word):
            end = len(word)
            while end > begin and self._piece(word, begin, end) not in self._numbers:
                end -= 1
            if end == begin:
                yield self._unknown
                return
            yield self._numbers[self._piece(word, begin, end)]
            begin = end

    def _piece(self, word: str, begin: int, end: int) -> str:
        return word[begin:end] if begin == 0 else _INSIDE + word[begin:end]
