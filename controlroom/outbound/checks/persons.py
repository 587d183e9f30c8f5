"""Who and what is named in a sentence: persons, officers, roads and places, each by what it is."""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from controlroom.model.frozen import dataclass
from controlroom.outbound.checks.people import is_given
from controlroom.outbound.checks.rulebook import expression, word_set
from controlroom.outbound.checks.runs import Word, end_of_run, is_loud, words_in

_OPENING = " \"'-@#*.:([|"
_PEOPLES = ("ish", "ian", "ese", "can", "ims", "iks")


class Kind(StrEnum):
    """What is named; the value is the name of its mark in `rulebook.MARKS`."""

    PERSON = "person"
    """Somebody whose first name is known as one."""
    NAMED = "named"
    """Two words or more that may be a name."""
    PROPER = "proper"
    """One word with a capital letter within a sentence."""
    ADULT = "adult"
    """Somebody with a title, or an age of 18 or more, which belongs to the mark."""
    STAFF = "staff"
    """Somebody with a rank or an office."""
    ADDRESSED = "addressed"
    """Somebody who is answered: "Hiya Dan, no", "@Pete no"."""
    ROAD = "road"
    HOUSE = "house"
    """A cottage, farm or the like with its name."""
    PLACE = "place"
    """A hall, shop, court or the like with its name."""
    SCHOOL = "school"
    BLOCK = "block"
    """A house or court with its name: of flats, or of offices."""
    YOUNG = "young"
    """An age below 18 that is said to be one: "10-y-o", "aged just nine"."""
    KID = "kid"
    SCHOOL_YEAR = "school_year"


_CHILDHOOD = {"young_said": Kind.YOUNG, "school_year_said": Kind.SCHOOL_YEAR, "kid_said": Kind.KID}
_ENDS = {
    "road_ends": Kind.ROAD,
    "house_ends": Kind.HOUSE,
    "block_ends": Kind.BLOCK,
    "school_ends": Kind.SCHOOL,
    "place_ends": Kind.PLACE,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that is named: its place in the sentence, `end` excluded."""

    start: int
    end: int
    kind: Kind


@lru_cache(maxsize=4096)
def marks_in(sentence: str, places: frozenset[str]) -> tuple[Mark, ...]:
    """Returns what is named in a folded sentence, and words of childhood, in their order.

    Args:
        places: words of the force's own places, in lower case.
    """
    named = _named(sentence, places)
    kept: list[Mark] = []
    for mark in sorted((*_childhood(sentence), *named), key=lambda one: (one.start, -one.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return tuple(kept)


def _childhood(sentence: str) -> Iterator[Mark]:
    for name, kind in _CHILDHOOD.items():
        for match in expression(f"{{{name}}}").finditer(sentence):
            yield Mark(*match.span(), kind)


def _named(sentence: str, places: frozenset[str]) -> list[Mark]:
    words = words_in(sentence)
    loud = is_loud(sentence)
    found: list[Mark] = []
    at = 0
    while at < len(words):
        end = end_of_run(words, at, loud=loud)
        marks = list(_of_run(sentence, words, at, end, places)) if end > at else []
        found += marks
        at = max(end, at + 1)
    return found


def _of_run(
    sentence: str, words: list[Word], at: int, end: int, places: frozenset[str]
) -> Iterator[Mark]:
    at += _is_before_a_name(words, at, end, sentence)
    while at < end:
        run = words[at:end]
        place = next((n for n in range(len(run), 1, -1) if _ends_a_place(run[n - 1])), 0)
        whole = _is_surname(sentence, run)
        if place and not whole and (mark := _place(run[:place])):
            yield mark
            at += place
            continue
        stop = len(run) if whole else _length_of_name(run, places)
        if stop and (mark := _person(sentence, words, at, at + stop)):
            yield mark
        at += max(stop, 1)


def _is_before_a_name(words: list[Word], at: int, end: int, sentence: str) -> bool:
    """Returns whether a word only begins a sentence, as in "Wishing Edna Colley"."""
    if sentence[: words[at].start].strip(_OPENING) or end < at + 2:
        return False
    is_more = end > at + 2 or words[at].low.endswith("ing")
    return is_more and not is_given(words[at].raw) and is_given(words[at + 1].raw)


def _length_of_name(run: list[Word], places: frozenset[str]) -> int:
    """Returns how many of the first words may be a name."""
    for number, one in enumerate(run):
        is_initial = number > 0 and len(one.raw) == 1
        if not (is_initial or _may_be_named(one, places)):
            return number
    return len(run)


def _ends_a_place(word: Word) -> bool:
    return any(word.low in word_set(ends) for ends in _ENDS)


def _is_surname(sentence: str, run: list[Word]) -> bool:
    """Returns whether "Jamie Hill" is somebody, and not where something is."""
    if len(run) != 2 or run[1].gap != " " or run[1].low not in word_set("surname_ends"):
        return False
    if not is_given(run[0].raw):
        return False
    before, after = sentence[: run[0].start][-16:], sentence[run[-1].end :]
    is_where = expression(r"{where_before}\Z").search(before) or expression(
        r"\A{where_after}"
    ).search(after)
    return not is_where


def _place(run: list[Word]) -> Mark | None:
    first = next((n for n, one in enumerate(run) if one.low not in word_set("before_place")), 0)
    if first >= len(run) - 1:
        return None
    kind = next(kind for ends, kind in _ENDS.items() if run[-1].low in word_set(ends))
    is_court = run[-1].low == "court" and run[-2].low.rstrip("'") in word_set("court_words")
    return Mark(run[first].start, run[-1].end, Kind.PLACE if is_court else kind)


def _may_be_named(word: Word, places: frozenset[str]) -> bool:
    return (word.is_free and word.low not in places) or (
        is_given(word.raw) and word.low not in word_set("never_alone") and word.low not in places
    )


def _person(sentence: str, words: list[Word], at: int, end: int) -> Mark | None:
    """Returns who is named by words that may be a name, None where it is nobody."""
    first, last = words[at], words[end - 1]
    before, after = sentence[max(0, first.start - 48) : first.start], sentence[last.end :]
    is_first = not before.strip(_OPENING)
    if end == at + 1 and (where := _in_one_word(first, before)):
        return Mark(first.start, last.end, where)
    if end > at + 1 and first.low in word_set("place_starts"):
        return Mark(first.start, last.end, Kind.PLACE)
    kind = _kind(words[at:end], after, is_first=is_first)
    if kind is None or expression(r"\b{animal},? \Z").search(before):
        return None
    if expression(r"\b{role},? (?:\(\w+\) )?\Z").search(before) or expression(
        r"\A,? (?:our|the|from the|chair|head|of the)? ?{office}\b"
    ).search(after):
        return Mark(first.start, last.end, Kind.STAFF)
    if end == at + 1 and _is_addressed(sentence[: first.start], after):
        return Mark(first.start, last.end, Kind.ADDRESSED)
    if expression(r"\b{operation_word} \Z").search(before) or expression(r"\A{named_after}").search(
        after
    ):
        return Mark(first.start, last.end, Kind.PLACE)
    age = expression(r"\A{adult_after}").match(after)
    if age or expression(r"{adult_before}\Z").search(before):
        return Mark(first.start, last.end + (age.end() if age else 0), Kind.ADULT)
    return Mark(first.start, last.end, kind)


def _is_addressed(before: str, after: str) -> bool:
    """Returns whether a text or sentence only begins with a name, as an answer does."""
    is_greeted = expression(r"\A{answering}\Z").search(before)
    return is_greeted is not None and not after.startswith("'")


def _in_one_word(word: Word, before: str) -> Kind | None:
    """Returns what "9 Quayside" or "Fairview" is, None for any other word."""
    if is_given(word.raw):
        return None
    if expression(r"\A{road_word}\Z").match(word.raw) and expression(r"{numbered}\Z").search(
        before
    ):
        return Kind.ROAD
    is_house = word.low in word_set("house_ends") or expression(r"\A{house_word}\Z").match(word.raw)
    return Kind.HOUSE if is_house else None


def _is_a_headline(run: list[Word], after: str) -> bool:
    """Returns whether "ARRESTS MADE:" stands over a post."""
    is_plain = all(one.low in word_set("ordinary_word") for one in run)
    return is_plain and after[:1] in (":", "|", "!") and all(one.raw.isupper() for one in run)


def _kind(run: list[Word], after: str, *, is_first: bool) -> Kind | None:
    first = run[0]
    alone = len(run) == 1
    is_pointed_at = expression(r"\A{as_a_person}").match(after) is not None
    is_word = alone and is_first and first.low in word_set("also_words")
    if is_given(first.raw) and (is_pointed_at or not is_word):
        return Kind.PERSON
    if not alone and all(len(one.raw) > 1 for one in run[1:]):
        return None if _is_a_headline(run, after) else Kind.NAMED
    is_told = is_pointed_at or not is_first
    if alone and is_told and len(first.raw) > 2 and not first.raw.isupper():
        return None if first.low.endswith(_PEOPLES) else Kind.PROPER
    return None
