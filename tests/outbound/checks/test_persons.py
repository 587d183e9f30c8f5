"""Who and what is named in a sentence."""

import pytest

from controlroom.outbound.checks.folded import folded
from controlroom.outbound.checks.marked import windows
from controlroom.outbound.checks.persons import Kind, marks_in
from controlroom.outbound.checks.rulebook import MARKS

PLACES = frozenset({"dunmarsh", "hollin", "bridge"})


def _named(sentence: str) -> list[tuple[str, Kind]]:
    return [(sentence[one.start : one.end], one.kind) for one in marks_in(sentence, PLACES)]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("We met Oluwaseun Bankole today.", [("Oluwaseun Bankole", Kind.PERSON)]),
        ("our jayden hasn't come home", [("jayden", Kind.PERSON)]),
        ("KACPER NOWICKI HAS BEEN FOUND", [("KACPER NOWICKI", Kind.PERSON)]),
        ("He is Brannok Tellis.", [("Brannok Tellis", Kind.NAMED)]),
        ("We know Zbrin well.", [("Zbrin", Kind.PROPER)]),
        ("Dean Rowley, 41, was there.", [("Dean Rowley, 41", Kind.ADULT)]),
        ("A 34-year-old man, Dean Rowley, was there.", [("Dean Rowley", Kind.ADULT)]),
        ("Ask Mrs Olwen Parrish.", [("Olwen Parrish", Kind.ADULT)]),
        ("PC Ellie Marsh and Sgt Webb came.", [("Ellie Marsh", Kind.STAFF), ("Webb", Kind.STAFF)]),
        ("Jan Pell, our press officer, said so.", [("Jan Pell", Kind.STAFF)]),
        ("PD Max found it.", []),
        ("Officers were in Dunmarsh on Tuesday.", []),
        ("Will you come? Grace was late.", [("Grace", Kind.PERSON)]),
        ("Hiya Dan, no we cannot say.", [("Dan", Kind.ADDRESSED)]),
        ("@Pete no mate, not that road", [("Pete", Kind.ADDRESSED)]),
        ("Hi Dan's mum is here.", [("Dan", Kind.PERSON)]),
        ("Thank you Dan for your courage.", [("Dan", Kind.PERSON)]),
    ],
)
def test_persons_are_told_by_what_they_are(sentence: str, named: list[tuple[str, Kind]]) -> None:
    assert _named(sentence) == named


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Florence Nightingale Way is shut.", [("Florence Nightingale Way", Kind.ROAD)]),
        ("House to house on Chandler's Way.", [("Chandler's Way", Kind.ROAD)]),
        ("Found at 9 Quayside.", [("Quayside", Kind.ROAD)]),
        ("At Ivy Cottage, on Mill Lane", [("Ivy Cottage", Kind.HOUSE), ("Mill Lane", Kind.ROAD)]),
        ("At Kestrel House", [("Kestrel House", Kind.BLOCK)]),
        ("A talk at Oldmere High School", [("Oldmere High School", Kind.SCHOOL)]),
        ("At Westmarch Crown Court", [("Westmarch Crown Court", Kind.PLACE)]),
        ("Op Kestrel is back.", [("Kestrel", Kind.PLACE)]),
        ("Jamie Hill was hurt.", [("Jamie Hill", Kind.PERSON)]),
        ("It was on Jamie Hill.", [("Jamie Hill", Kind.ROAD)]),
    ],
)
def test_roads_and_places_are_no_persons(sentence: str, named: list[tuple[str, Kind]]) -> None:
    assert _named(sentence) == named


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        *((one, Kind.YOUNG) for one in ("15yrs", "10-y-o", "9 yr old", "aged just nine", "(14)")),
        *((one, Kind.YOUNG) for one in ("seventeen year old", "11yo", "under 16", "7-month-old")),
        *((one, Kind.SCHOOL_YEAR) for one in ("Yr 8", "year nine", "Y10", "sixth former")),
        *((one, Kind.KID) for one in ("boy", "toddler", "pupils")),
    ],
)
def test_childhood_is_found_however_it_is_said(said: str, kind: Kind) -> None:
    assert (said, kind) in _named(f"somebody, {said}, was there")


@pytest.mark.parametrize(
    "said", ["25yrs", "aged 19", "open to those aged 12 to 17", "a year 5 plan"]
)
def test_other_numbers_are_no_childhood(said: str) -> None:
    assert _named(f"somebody, {said}, was there") == []


def test_a_marked_text_remembers_where_each_mark_stood() -> None:
    text = "Well. Jo Pell,\n9, lives\u00ad on Mill  Lane. It is over. The end."
    whole = folded(text)
    (begin, first), (_, second) = windows(whole, PLACES)
    assert begin == 0
    assert second.text.startswith(f" {MARKS['person']}, 9, lives on {MARKS['road']}.")
    at = first.text.index(MARKS["road"])
    start, end = first.span(at, at + 1)
    start, end = whole.span(begin + start, begin + end)
    assert text[start:end] == "Mill  Lane"


def test_the_sentences_of_a_stretch_are_those_it_stands_in() -> None:
    ((_, only),) = windows(folded("One is here. Two is there. Three."), PLACES)
    at = only.text.index("Two")
    assert only.sentences(at, at + 3).strip(MARKS["stop"]) == " Two is there."
