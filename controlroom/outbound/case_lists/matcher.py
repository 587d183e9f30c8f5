"""Finds the items of the case lists in a text, without knowing what they say."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from controlroom.model.frozen import dataclass
from controlroom.outbound.case_lists.alone import Meant, has_rank, is_a_road, meant, told_apart
from controlroom.outbound.case_lists.joined import Part, parts_in, whole_names
from controlroom.outbound.case_lists.keys import MatchKey
from controlroom.outbound.case_lists.lookup import Lookup, by_mark
from controlroom.outbound.case_lists.orders import is_of_a_court, places_told, told
from controlroom.outbound.case_lists.pieces import Role
from controlroom.outbound.case_lists.short_forms import also
from controlroom.outbound.case_lists.words import LONGEST, Reading, Token, readings
from controlroom.outbound.checks.rulebook import expression, word_set
from controlroom.outbound.checks.surroundings import CaseHit, ListKind

_AFTER = 48
_ENDS = re.compile(r"(?<!\.)\. |[!?:;]")


@dataclass(frozen=True, slots=True)
class Listed:
    """An item as the record tells it to everybody.

    Attributes:
        until: the last day on which it holds, None for ever.
    """

    item: str
    marks: tuple[str, ...]
    until: date | None = None


class Matcher:
    """The case lists as they stand. Used by one thread; make a new one when they have changed.

    Args:
        today: items that ended before are left out.
    """

    def __init__(self, key: MatchKey, items: Iterable[Listed], today: date) -> None:
        holding = [one for one in items if one.until is None or one.until >= today]
        self._has_any = bool(holding)
        self._lookup = Lookup(key, by_mark((one.item, one.marks) for one in holding))
        self._topics = self._lookup.topics()

    def unread(self) -> int:
        """Returns 0: there is a key."""
        return 0

    def found(self, text: str) -> tuple[CaseHit, ...]:
        """Returns the protected words of a text, in their order, the longest where some overlap."""
        if not self._has_any:
            return ()
        hits = [hit for reading in readings(text) for hit in self._hits(reading)]
        hits += self._facts(text)
        if self._topics and places_told(text):
            hits += [hit for reading in readings(text) for hit in self._details(reading)]
        kept: list[CaseHit] = []
        for hit in sorted(hits, key=lambda hit: (hit.start, not hit.is_sure, -hit.end)):
            if not kept or hit.start >= kept[-1].end:
                kept.append(hit)
        return tuple(kept)

    def _facts(self, text: str) -> Iterator[CaseHit]:
        for topic, item in self._topics:
            for start, end in told(text, topic):
                yield CaseHit(start, end, ListKind.ORDER, item)

    def _details(self, reading: Reading) -> Iterator[CaseHit]:
        for token in reading.tokens:
            after = reading.text[token.at + len(token.raw) :][:_AFTER]
            if (
                token.is_capital
                and not is_of_a_court(after)
                and (item := self._lookup.detail(token.word))
            ):
                yield CaseHit(token.start, token.end, ListKind.ORDER, item)

    def _hits(self, reading: Reading) -> Iterator[CaseHit]:
        tokens = reading.tokens
        parts = parts_in(tokens, self._lookup)
        whole = [*self._in_rows(reading), *_joined(parts, reading)]
        yield from whole
        named = {hit.item for hit in whole} | told_apart(parts, reading)
        exact = {(one.start, one.known.item) for one in parts if one.known.is_exact}
        for part in parts:
            if not part.known.is_exact and (part.start, part.known.item) in exact:
                continue
            yield from _alone(part, reading, is_told=part.known.item in named)

    def _in_rows(self, reading: Reading) -> Iterator[CaseHit]:
        tokens, whole = reading.tokens, self._lookup.whole
        for at, first in enumerate(tokens):
            for other in first.others:
                if known := whole(other):
                    yield CaseHit(first.start, first.end, *known)
            form, end = "", at
            for token in tokens[at : at + LONGEST]:
                form, end = form + token.word, end + 1
                known = whole(form)
                is_short = first is token or len(token.word) == 1 or len(first.word) == 1
                if known is None and is_short and _has_initial(first, token):
                    known = self._with_initial(first, token, form)
                if known is None and end == at + 2 and _are_initials(first):
                    known = self._with_initial(first, token, first.word[0] + token.word)
                if known is None or _is_something(reading, at, end, known[0]):
                    continue
                if _is_one(tokens, at, end) or _is_surely_somebody(reading, at, end):
                    yield CaseHit(first.start, token.end, *known)

    def _with_initial(self, first: Token, last: Token, form: str) -> tuple[ListKind, str] | None:
        others = also(first.word) if len(last.word) == 1 else ()
        asked = (form, *(f"{one}{last.word}" for one in others))
        found = (self._lookup.with_initial(one) for one in asked)
        return next((known for known in found if known is not None), None)


def _has_initial(first: Token, last: Token) -> bool:
    """Returns whether words may be a name with an initial: "R. Stow", "@rstow"."""
    if first is last:
        return first.gap[-1:] in ("@", "#") and len(first.word) > 1
    return len(first.word) == 1 or len(last.word) == 1


def _are_initials(token: Token) -> bool:
    """Returns whether "GD" stands for two first names."""
    return token.raw.isupper() and len(token.raw) == 2 and token.word not in word_set("not_a_name")


def _is_one(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Returns whether words in a row belong together, and are more than words and letters."""
    if any(_ends_before(tokens, at) for at in range(start + 1, end)):
        return False
    start += tokens[start].word == "the" and end > start + 1
    row = tokens[start:end]
    if len(row) == 2 and len(row[-1].word) == 1 and "," in row[-1].gap:
        return _is_listed_by_surname(tokens, start, end)
    if any("," in one.gap for one in row[1:]) and not _is_turned_round(tokens, start, end):
        return False
    if len(row) == 1:
        is_whole = tokens[start - 1].word != "the" or row[0].is_capital
        return is_whole or not _is_a_word(row[0])
    if len(row[-1].word) == 1:
        is_plain = row[-1].word not in ("a", "i", "x") and not _is_a_word(row[0])
        is_written = all(one.is_capital for one in row) or (is_plain and not row[0].is_capital)
        return is_written and "," not in row[-1].gap
    if _is_an_article(row):
        return False
    if any(one.is_capital for one in row[:-1]):
        return row[-1].is_capital or not all(_is_a_word(one) for one in row)
    if len(row[0].word) == 1:
        return row[1].gap in (".", "_", ". ") and not row[0].gap.endswith(".")
    return not all(_is_a_word(one) for one in row)


def _is_an_article(row: tuple[Token, ...]) -> bool:
    """Returns whether "A Friend" is no name with an initial."""
    return row[0].word in ("a", "i") and row[1].gap == " "


def _is_something(reading: Reading, start: int, end: int, kind: ListKind) -> bool:
    """Returns whether words that are also a name are a road here, or "the Holly Bush"."""
    first = reading.tokens[start]
    if end - start < 2 or not _is_a_word(first):
        return False
    if is_a_road(end, reading) or kind is ListKind.ORDER:
        return is_a_road(end, reading)
    last = reading.tokens[end - 1]
    after = reading.text[last.at + len(last.raw) :][:_AFTER]
    if _is_a_word(last) and expression(r"\A{place_after}").search(after):
        return True
    if last.word in word_set("road_ends") | word_set("place_ends"):
        return not expression(r"\A{surely_a_person}").search(after)
    is_called = start > 0 and reading.tokens[start - 1].word == "the" and first.gap == " "
    return is_called and not expression(r"\A{group_after}|\A{person_after}").search(after)


def _is_surely_somebody(reading: Reading, start: int, end: int) -> bool:
    """Returns whether two small words that are also a name are somebody's: "told mark bishop"."""
    row = reading.tokens[start:end]
    if len(row) != 2 or row[1].gap != " " or any(len(one.word) == 1 for one in row):
        return False
    before = reading.text[max(0, row[0].at - _AFTER) : row[0].at]
    after = reading.text[row[1].at + len(row[1].raw) :][:_AFTER]
    if expression(r"\A{surely_a_person}").search(after):
        return True
    return expression(r"\b{surely_before} \Z").search(before) is not None


def _is_turned_round(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Returns whether "Fenwick, Orla" is one name, and not a place before somebody else's."""
    row = tokens[start:end]
    is_name = all(one.is_capital for one in row) or not any(_is_a_word(one) for one in row)
    return is_name and not _goes_on(tokens, end)


def _is_listed_by_surname(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Returns whether "calloway, y." is a surname with an initial; "Farrow, a man" is none."""
    letter = tokens[end - 1]
    if _is_a_word(tokens[start]) or (letter.word in ("a", "i") and not letter.is_capital):
        return False
    return end == len(tokens) or tokens[end].gap[:1] in (".", ",", ";", ")", "/")


def _ends_before(tokens: tuple[Token, ...], at: int) -> bool:
    """Returns whether a sentence ends before a word; a dot after an initial ends none."""
    return len(tokens[at - 1].word) > 1 and _ENDS.search(tokens[at].gap) is not None


def _is_a_word(token: Token) -> bool:
    words = word_set("also_words") | word_set("ordinary_surname")
    one = token.word
    return any(form in words for form in (one, one.removesuffix("s"), one.removesuffix("es")))


def _goes_on(tokens: tuple[Token, ...], end: int) -> bool:
    if end >= len(tokens) or tokens[end].gap != " ":
        return False
    return tokens[end].is_capital and tokens[end].word not in word_set("not_a_name")


def _joined(parts: list[Part], reading: Reading) -> Iterator[CaseHit]:
    for given, surname in whole_names(parts, reading.tokens):
        start, end = min(given.start, surname.start), max(given.end, surname.end)
        first, last = reading.tokens[start], reading.tokens[end - 1]
        if "".join(one.word for one in reading.tokens[start:end]) in word_set("no_person"):
            continue
        if _is_something(reading, start, end, surname.known.kind):
            continue
        are_exact = given.known.is_exact and surname.known.is_exact
        if not are_exact and has_rank(start, reading):
            continue
        if not _is_a_place(given, surname, reading):
            yield CaseHit(first.start, last.end, surname.known.kind, surname.known.item)


def _is_a_place(given: Part, surname: Part, reading: Reading) -> bool:
    """Returns whether "Victoria Park" is one, and not somebody called nearly so."""
    first, last = reading.tokens[given.start], reading.tokens[surname.end - 1]
    if not _is_a_word(first):
        return False
    is_whole = surname.known.role is Role.SURNAME and surname.known.is_exact
    if not is_whole and last.word in word_set("road_ends") | word_set("place_ends"):
        return True
    is_given = given.known.role is Role.GIVEN and given.known.is_exact
    after = reading.text[last.at + len(last.raw) :][:_AFTER]
    are_words = not is_given and _is_a_word(last)
    return are_words and not expression(r"\A{surely_a_person}").search(after)


def _alone(part: Part, reading: Reading, *, is_told: bool) -> Iterator[CaseHit]:
    how = meant(part, reading, is_told=is_told)
    if how is not Meant.NOT:
        first, last = reading.tokens[part.start], reading.tokens[part.end - 1]
        sure = how is Meant.SURELY
        yield CaseHit(first.start, last.end, part.known.kind, part.known.item, sure, is_part=True)
