"""The cut of a query into pieces: forgiving, so that what is still being typed can be cut too."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from controlroom.model.query.tree import FIELD_NAMES

# Controls and direction marks come along with pasted text; nobody means them.
_SPACE = r"\s\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_STRAIGHT, _CURLY, _ANGLE = '"＂', "“”„‟", "«»"
_QUOTES = _STRAIGHT + _CURLY + _ANGLE
_INNER = f"[^{_SPACE}(){_QUOTES}]"
_SPACES = re.compile(f"[{_SPACE}]+")
# Web addresses may hold parentheses, in pairs.
_RUN = re.compile(rf"(?i:https?://)(?:{_INNER}|\({_INNER}*\))+|{_INNER}+")
_FIELD = re.compile(r"([^\W\d_]+)[:：](?!//)")


class Kind(Enum):
    """What a piece is."""

    OPEN = auto()
    CLOSE = auto()
    MINUS = auto()
    QUOTED = auto()
    WORD = auto()
    FIELD = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a query.

    Attributes:
        start, end: its characters in the query, `end` excluded, marks included.
        text: a word as typed, or what stands inside quotation marks or behind a colon.
        name: the field as typed, without its colon.
        value_start: where the value of a field begins, opening mark included.
        closed: False where the closing quotation mark is missing.
    """

    kind: Kind
    start: int
    end: int
    text: str = ""
    name: str = ""
    value_start: int = 0
    closed: bool = True


_SIGNS = {"(": Kind.OPEN, ")": Kind.CLOSE, "-": Kind.MINUS}


def pieces(text: str) -> Iterator[Piece]:
    """Yields the pieces of a query in their order; gaps between them are blank."""
    at = 0
    while at < len(text):
        if blank := _SPACES.match(text, at):
            at = blank.end()
            continue
        piece = _piece(text, at)
        yield piece
        at = piece.end


def tidy(text: str) -> str:
    """Returns a text with single blanks inside and none around."""
    return _SPACES.sub(" ", text).strip(" ")


def marked(text: str) -> str:
    """Returns a text within quotation marks which are read back as they were meant."""
    if not set(text) & set(_STRAIGHT):
        return f'"{text}"'
    # Both sorts in one text cannot be typed; blanks mean the same to a search.
    return f"«{re.sub(f'[{_ANGLE}]', ' ', text)}»"


def _piece(text: str, at: int) -> Piece:
    if kind := _SIGNS.get(text[at]):
        return Piece(kind, at, at + 1)
    if text[at] in _QUOTES:
        return _quoted(text, at)
    return _run(text, at)


def _quoted(text: str, at: int) -> Piece:
    close = next((i for i in range(at + 1, len(text)) if text[i] in _closers(text[at])), None)
    inner = tidy(text[at + 1 : close])
    end = len(text) if close is None else close + 1
    return Piece(Kind.QUOTED, at, end, inner, closed=close is not None)


def _closers(opener: str) -> str:
    if opener in _ANGLE:
        return _ANGLE
    return _STRAIGHT if opener in _STRAIGHT else _STRAIGHT + _CURLY


def _run(text: str, at: int) -> Piece:
    run = _RUN.match(text, at)
    end = run.end() if run else at + 1
    field = _FIELD.match(text, at, end)
    if field and (field.end() < end or field[1].lower() in FIELD_NAMES):
        return _field(text, at, end, field)
    return Piece(Kind.WORD, at, end, text[at:end])


def _field(text: str, at: int, end: int, field: re.Match[str]) -> Piece:
    value = field.end()
    if value == end < len(text) and text[end] in _QUOTES:
        quoted = _quoted(text, end)
        return Piece(Kind.FIELD, at, quoted.end, quoted.text, field[1], value, quoted.closed)
    return Piece(Kind.FIELD, at, end, text[value:end], field[1], value)
