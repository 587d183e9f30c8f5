"""What a single piece of a query means."""

from collections.abc import Mapping
from datetime import datetime
from difflib import get_close_matches

from controlroom.model.query.errors import (
    LoneStar,
    MistypedField,
    NothingToFind,
    QueryError,
    UnclosedQuote,
    UnknownField,
    UnknownValue,
    UnreadableTime,
    ValueMissing,
)
from controlroom.model.query.fold import fold
from controlroom.model.query.pieces import Kind, Piece, tidy
from controlroom.model.query.times import moment
from controlroom.model.query.tree import (
    CLOSED_VALUES,
    FIELD_NAMES,
    Field,
    Filter,
    Phrase,
    Since,
    Until,
    Word,
)

OPERATORS = ("OR", "AND", "NOT")
Term = Word | Phrase | Filter | Since | Until
_TIMES: Mapping[str, type[Since | Until]] = {"since": Since, "until": Until}
_IN_LOWER_CASE = (Field.NETWORK, Field.LANG, Field.HAS, Field.IS)
_WITHOUT_SIGN = (Field.FROM, Field.PROFILE)


def term(piece: Piece, now: datetime) -> Term:
    """Returns what a word, quoted or field piece means.

    Raises:
        QueryError: it means nothing; the error points at the piece.
    """
    if not piece.closed:
        raise UnclosedQuote(piece.start, piece.end)
    if piece.kind is Kind.FIELD:
        return _limit(piece, now)
    return _phrase(piece) if piece.kind is Kind.QUOTED else _word(piece)


def _word(piece: Piece) -> Word:
    stem = piece.text.rstrip("*")
    if not stem or stem.startswith("*"):
        raise LoneStar(piece.start, piece.end)
    _check_findable(piece, stem)
    return Word(stem, prefix=stem != piece.text)


def _phrase(piece: Piece) -> Phrase:
    _check_findable(piece, piece.text)
    return Phrase(piece.text)


def _check_findable(piece: Piece, text: str) -> None:
    if not fold(text):
        raise NothingToFind(piece.start, piece.end, text=text)


def _limit(piece: Piece, now: datetime) -> Filter | Since | Until:
    name = piece.name.lower()
    if name not in FIELD_NAMES:
        raise _unknown(piece, name)
    if name in _TIMES:
        return _time(piece, name, now)
    return Filter(Field(name), _value(piece, Field(name)))


def _unknown(piece: Piece, name: str) -> QueryError:
    where = piece.start, piece.start + len(piece.name)
    if guesses := get_close_matches(name, FIELD_NAMES, n=1):
        return MistypedField(*where, name=piece.name, guess=guesses[0])
    return UnknownField(*where, name=piece.name, names=", ".join(f"{n}:" for n in FIELD_NAMES))


def _time(piece: Piece, name: str, now: datetime) -> Since | Until:
    value = _given(piece, piece.text)
    if (at := moment(value, now)) is None:
        raise UnreadableTime(piece.value_start, piece.end, value=value)
    return _TIMES[name](at)


def _value(piece: Piece, field: Field) -> str:
    value = piece.text.lstrip("@ ") if field in _WITHOUT_SIGN else piece.text
    value = _given(piece, value.lower() if field in _IN_LOWER_CASE else value)
    known = CLOSED_VALUES.get(field)
    if known and value not in known:
        values = ", ".join(known)
        raise UnknownValue(
            piece.value_start, piece.end, name=field.value, value=value, values=values
        )
    return value


def _given(piece: Piece, value: str) -> str:
    if not (value := tidy(value)):
        raise ValueMissing(piece.start, piece.end, name=piece.name)
    return value
