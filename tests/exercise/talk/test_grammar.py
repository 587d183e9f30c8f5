"""Phrase books and the grammar that reads them."""

import pytest

from controlroom.exercise.talk.book import Book, Library
from controlroom.exercise.talk.chance import Dice, Shares, mix, stream
from controlroom.exercise.talk.phrases import Unreadable, read_phrase, references
from controlroom.exercise.talk.speech import Speech


def library(**sections: list[str]) -> Library:
    book = Book("en")
    for name, lines in sections.items():
        for line in lines:
            book.add(name, read_phrase(line))
    return Library({"en": book})


def said(speech: Speech, section: str, grain: int, language: str = "en") -> str:
    return speech.rule(section, language)(Dice(grain), speech.topic(grain, {"US": "@us"}))


def test_a_line_is_put_together_from_its_parts() -> None:
    speech = Speech(library(a=["{b}, {PLACE}{!|?} {US}"], b=["Hi", "Hello"]), {"PLACE": ("X", "Y")})
    heard = {said(speech, "a", mix(grain)) for grain in range(200)}
    assert heard == {f"{b}, {p}{s} @us" for b in ("Hi", "Hello") for p in "XY" for s in "!?"}


def test_the_same_grain_says_the_same() -> None:
    speech = Speech(library(a=["{one|two|three} {b}"], b=["x", "y", "{four|five}"]), {})
    assert [said(speech, "a", n) for n in range(50)] == [said(speech, "a", n) for n in range(50)]


def test_a_section_that_means_itself_ends() -> None:
    speech = Speech(library(a=["ha{a}"]), {})
    assert 2 < len(said(speech, "a", 1)) < 60


def test_another_language_says_what_it_can_and_the_rest_in_english() -> None:
    shelf = library(a=["Hello {b}"], b=["friend"])
    shelf.book("pl").add("a", read_phrase("Cześć {b}"))
    speech = Speech(shelf, {})
    assert said(speech, "a", 1, "pl") == "Cześć friend"
    assert said(speech, "b", 1, "pl") == "friend"


@pytest.mark.parametrize("line", ["{open", "close}", "{}", "{two words}", "{a{b}}"])
def test_braces_that_do_not_fit_are_refused(line: str) -> None:
    with pytest.raises(Unreadable):
        read_phrase(line)


def test_a_bar_outside_braces_is_a_bar() -> None:
    assert "".join(map(str, read_phrase("either | or"))) == "either | or"


def test_all_references_of_a_phrase_are_found() -> None:
    assert set(references(read_phrase("{a} {x|{b}|y {c}}"))) == {"a", "b", "c"}


def test_chance_is_the_same_everywhere() -> None:
    assert mix(1, 2, 3) == mix(1, 2, 3) != mix(1, 3, 2)
    assert stream(5, "x").random() == stream(5, "x").random() != stream(5, "y").random()
    assert Dice(9).below(100) == Dice(9).below(100)


def test_shares_are_in_proportion() -> None:
    shares = Shares([("a", 3.0), ("b", 1.0)])
    assert [shares.at(n / 8) for n in range(8)] == ["a"] * 6 + ["b"] * 2
    assert shares.at(0.999999) == "b"
    assert not Shares([])
