"""Text as the full-text index sees it: tokens without case and accents.

The same as SQLite's `unicode61 remove_diacritics 2` of a text made `plain`, with `GLUED` declared
as separators, wherever SQLite's tables (Unicode 6.1) know a character. What SQLite leaves apart
stays apart here, ό and ο for one. Letters younger than Unicode 6.1 lose their case here and keep it
there.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

# SQLite drops these inside a token; other combining marks part tokens.
_DROPPED_RUNS = (range(0x300, 0x305), range(0x306, 0x30D), range(0x323, 0x329))
_DROPPED_ALONE = (0x30F, 0x311, 0x31B, 0x32D, 0x32E, 0x330, 0x331)
_DROPPED = frozenset(_DROPPED_ALONE).union(*_DROPPED_RUNS)
_MARK = "\u0300"
_TOKEN = re.compile(f"[^ {_MARK}][^ ]*")
_TABLE_LIMIT = 20_000

# SQLite takes for a letter whatever it does not know, so that a younger emoji or an isolating
# bidi control would stick to the word beside it.
_YOUNG = """
61C-61C 2066-2069 20BA-20CF 218A-218B 23F4-23FF 2700-2700 2B4D-2BFF 2E3C-2E7F FE27-FE2F
1F000-1F0FF 1F10D-1F10F 1F12F-1F12F 1F16C-1F16F 1F19B-1F1E5 1F23B-1F23F 1F260-1FBEF
"""
_YOUNG_RUNS = ([int(end, 16) for end in run.split("-")] for run in _YOUNG.split())
_YOUNG_CODES = frozenset(code for first, last in _YOUNG_RUNS for code in range(first, last + 1))
GLUED = "".join(map(chr, sorted(_YOUNG_CODES)))
"""Signs to declare as `separators` of the index, so that `fire🤣` is found by `fire`."""


_PLAIN = {
    **dict.fromkeys("łŁ", "l"), **dict.fromkeys("øØǿǾ", "o"), **dict.fromkeys("đĐðÐ", "d"),
    **dict.fromkeys("ßẞ", "ss"), **dict.fromkeys("æÆǽǼǣǢ", "ae"), **dict.fromkeys("œŒ", "oe"),
    **dict.fromkeys("þÞ", "th"), "ı": "i",
}  # fmt: skip
_PLAIN_CODES = str.maketrans(_PLAIN)
_APART = re.compile(f"[{''.join(_PLAIN)}]")


class Token(NamedTuple):
    """A folded word and where it stands, in characters, `end` excluded."""

    text: str
    start: int
    end: int


class _Folding(dict[int, str]):
    """Maps each character to one character, so that positions stay."""

    def __missing__(self, code: int) -> str:
        folded = _fold_one(code)
        if len(self) < _TABLE_LIMIT:
            self[code] = folded
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Returns the folded words of a text, one space between them."""
    return " ".join(token.text for token in tokens(text))


def tokens(text: str) -> Iterator[Token]:
    """Yields the words of a text in their order; a word is a run of letters and digits."""
    for match in _TOKEN.finditer(text.translate(_FOLDING)):
        word = match[0].replace(_MARK, "")
        yield Token(word if word.isascii() else plain(word), match.start(), match.end())


def plain(text: str) -> str:
    """Returns the text with letters spelled out that SQLite leaves apart: `ß` as `ss`, `ł` as `l`.

    To be done to what goes into the index and to what is looked for in it.
    """
    return text.translate(_PLAIN_CODES) if _APART.search(text) else text


def _fold_one(code: int) -> str:
    if code in _DROPPED:
        return _MARK
    char = chr(code)
    return _bare(_lower(char)) if _is_letter(char) else " "


def _is_letter(char: str) -> bool:
    category = unicodedata.category(char)
    return ord(char) not in _YOUNG_CODES and (category[0] in "LN" or category in ("Co", "Cn"))


def _lower(char: str) -> str:
    """One for one: SQLite knows no folding which makes two characters of one."""
    return next((low for low in (char.casefold(), char.lower()) if len(low) == 1), char)


def _bare(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0]
    return base.lower() if base.isascii() and base.isalpha() else char
