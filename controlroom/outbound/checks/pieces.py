"""Words in the pieces that an encoder knows, as BERT reads uncased English.

Sources: Wu et al., “Google's Neural Machine Translation System”, arXiv 1609.08144 (2016), pieces;
Devlin et al., “BERT”, arXiv 1810.04805 (2018), what separates words.
"""

from collections.abc import Iterable, Iterator, Mapping

import regex

_WORDS = regex.compile(r"[\p{P}$+<=>^`|~]|[^\s\p{P}$+<=>^`|~]+")
_LONGEST_WORD = 100
_INSIDE = "##"
UNKNOWN, FIRST, LAST = "[UNK]", "[CLS]", "[SEP]"


class Pieces:
    """The pieces an encoder was taught, by number.

    Args:
        known: the pieces in the order of their numbers.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._numbers: Mapping[str, int] = {piece: at for at, piece in enumerate(known)}
        self.first, self.last, self._unknown = (
            self._numbers[one] for one in (FIRST, LAST, UNKNOWN)
        )

    def of(self, text: str) -> list[int]:
        """Returns the numbers of a text's pieces. The text is folded: accents are gone."""
        return [number for word in _WORDS.findall(text.lower()) for number in self._of_word(word)]

    def _of_word(self, word: str) -> list[int]:
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
