"""What may follow while a query is being typed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from controlroom.model.query.pieces import Kind, Piece, pieces
from controlroom.model.query.printer import value_text
from controlroom.model.query.tree import CLOSED_VALUES, FIELD_NAMES, TIME_FIELDS, Field

MOST = 20
_AGES = ("1h", "24h", "7d", "30d")


@dataclass(frozen=True, slots=True)
class Completion:
    """Text to put in the place of the characters from `start` to `end`, `end` excluded."""

    insert: str
    start: int
    end: int


def completions(text: str, cursor: int, known: Mapping[Field, Sequence[str]]) -> list[Completion]:
    """Returns what fits at the cursor, best first, at most `MOST`.

    Args:
        cursor: characters before the cursor.
        known: values to offer for fields without a fixed set of them.
    """
    cursor = min(max(cursor, 0), len(text))
    piece = _under(text, cursor)
    match piece.kind:
        case Kind.WORD:
            return _names(text[piece.start : cursor], piece)
        case Kind.FIELD if cursor < piece.value_start:
            return _names(text[piece.start : cursor], piece)
        case Kind.FIELD:
            return _values(text[piece.value_start : cursor], piece, known)
        case _:
            return []


def _under(text: str, cursor: int) -> Piece:
    nothing = Piece(Kind.WORD, cursor, cursor)
    touching = [piece for piece in pieces(text) if piece.start < cursor <= piece.end]
    return touching[0] if touching and not _ended(touching[0], cursor) else nothing


def _ended(piece: Piece, cursor: int) -> bool:
    return piece.kind in (Kind.OPEN, Kind.CLOSE, Kind.MINUS) or (
        piece.kind is Kind.QUOTED and piece.closed and cursor == piece.end
    )


def _names(typed: str, piece: Piece) -> list[Completion]:
    end = piece.value_start or piece.end
    names = (name for name in FIELD_NAMES if name.startswith(typed.lower()))
    return [Completion(f"{name}:", piece.start, end) for name in names]


def _values(typed: str, piece: Piece, known: Mapping[Field, Sequence[str]]) -> list[Completion]:
    found = _fitting(typed.strip('"＂“”„‟«»@').casefold(), _offered(piece.name.lower(), known))
    return [Completion(value_text(v), piece.value_start, piece.end) for v in found[:MOST]]


def _offered(name: str, known: Mapping[Field, Sequence[str]]) -> Sequence[str]:
    if name in TIME_FIELDS:
        return _AGES
    if name not in FIELD_NAMES:
        return ()
    return CLOSED_VALUES.get(Field(name)) or known.get(Field(name), ())


def _fitting(typed: str, values: Iterable[str]) -> list[str]:
    """Values which begin with what was typed, then those which hold it."""
    holding = [value for value in values if typed in value.casefold()]
    return sorted(holding, key=lambda value: not value.casefold().startswith(typed))
