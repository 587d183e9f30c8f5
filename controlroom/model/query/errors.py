"""What can be wrong with a typed query."""

from typing import ClassVar

from controlroom.model.errors import WorldError


class QueryError(WorldError):
    """A query which cannot be read.

    Attributes:
        position, length: the characters of the original text at fault.
    """

    sentence: ClassVar[str] = "The search cannot be read."

    def __init__(self, start: int, end: int, **values: object) -> None:
        self.position = start
        self.length = end - start
        super().__init__(**values)


class TooLong(QueryError):
    sentence = "The search is longer than {limit} characters."
    remedy = "Shorten it, or make two searches of it."


class TooDeep(QueryError):
    sentence = "More than {limit} parentheses stand inside each other."
    remedy = "Take some away."


class BrokenCharacter(QueryError):
    sentence = "One character of the search is damaged."
    remedy = "Delete it and type it again."


class UnclosedQuote(QueryError):
    sentence = "A quotation mark is never closed."
    remedy = "Close it behind the last word of the phrase."


class UnclosedParenthesis(QueryError):
    sentence = "A parenthesis is never closed."
    remedy = "Close it, or take it away."


class UnopenedParenthesis(QueryError):
    sentence = "A parenthesis is closed that was never opened."
    remedy = "Take it away, or open it earlier."


class EmptyParentheses(QueryError):
    sentence = "There is nothing between the parentheses."
    remedy = "Write a word between them, or take them away."


class OperandMissing(QueryError):
    sentence = "“{operator}” stands alone."
    remedy = "Write a word on each side of OR and AND, and one behind NOT."


class LoneMinus(QueryError):
    sentence = "A minus belongs right before what it excludes."
    remedy = "Close the gap, as in -hoax, or take the minus away."


class LoneStar(QueryError):
    sentence = "A star needs the beginning of a word before it."
    remedy = "Write it as in incen*."


class NothingToFind(QueryError):
    sentence = "“{text}” has no letter and no digit."
    remedy = "Signs and emoji alone cannot be searched; add a word."


class UnknownField(QueryError):
    sentence = "There is no filter “{name}:”."
    remedy = "The filters are {names}. To search for the text itself, put it in quotation marks."


class MistypedField(UnknownField):
    remedy = "Did you mean “{guess}:”? To search for the text itself, put it in quotation marks."


class ValueMissing(QueryError):
    sentence = "Nothing stands behind “{name}:”."
    remedy = "Write the value right behind the colon, without a gap."


class UnknownValue(QueryError):
    sentence = "“{name}:” does not know “{value}”."
    remedy = "It knows {values}."


class UnreadableTime(QueryError):
    sentence = "“{value}” is not a time."
    remedy = "Write a date (2026-05-14), a date and time (2026-05-14T18:30) or an age (2h, 7d)."


class TimeInside(QueryError):
    sentence = "since: and until: apply to the whole search."
    remedy = "Take “{name}:” out of OR, NOT and the minus."


class TimeTwice(QueryError):
    sentence = "“{name}:” is given twice."
    remedy = "Keep one of them."
