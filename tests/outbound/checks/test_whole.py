"""A draft is stopped for what it is like, where no rule can say what is wrong with it."""

from dataclasses import replace

import pytest

from benchmarks.checks import surroundings
from controlroom.model.outgoing.checked import Finding, Verdict
from controlroom.model.outgoing.content import Act, Content, Piece
from controlroom.outbound.checks import listed, weighing, whole
from controlroom.outbound.checks.check import check
from controlroom.outbound.checks.look import look
from controlroom.outbound.checks.whole import RULE, rows, weight_of

TOLD = "The lad who was exploited into selling drugs is back at his football academy."
MORE = "She is the one with the twins and her neighbours know who we mean."
MANY = (
    TOLD,
    MORE,
    "The wife of the man we arrested at the garden centre has moved into a refuge.",
    "He tried to blame his brother but we didn't buy it.",
    "The victim was on her way home from her shift as a lollipop lady.",
)
RULED = "She lives at 14 Tannery Row and he knows it."
CLEAN = (
    "Roadworks begin on Monday, so allow ten more minutes.",
    "Our front counter is open from eight until six.",
    "Thanks to everybody who came to the coffee morning.",
)


def _said(text: str) -> list[Finding]:
    content = Content(Act.POST, ("x/none",), (Piece(text),))
    return [one for one in check(content, surroundings()) if one.verdict is Verdict.BLOCKS]


def test_what_no_rule_knows_and_many_labelled_drafts_are_like_is_stopped() -> None:
    assert [one.rule for one in _said(TOLD)] == [RULE]


@pytest.mark.parametrize("text", CLEAN)
def test_what_nothing_is_wrong_with_is_let_through(text: str) -> None:
    assert _said(text) == []


def test_the_sentence_that_weighs_the_most_is_shown() -> None:
    text = " ".join((TOLD, MORE, CLEAN[1]))
    (found,) = _said(text)
    assert text[found.start : found.end].strip(" .") in (TOLD.strip("."), MORE.strip("."))


def test_a_row_of_sentences_is_found_however_much_stands_around_it() -> None:
    around = " ".join(CLEAN * 4)
    text = f"{around} {' '.join(MANY)} {around}"
    (found,) = _said(text)
    assert text[found.start : found.end].strip(" .") in [one.strip(".") for one in MANY]
    assert _said(around) == []


def test_it_says_nothing_where_a_rule_can_say_what_is_wrong() -> None:
    rules = {one.rule for one in _said(f"{RULED} {TOLD}")}
    assert rules
    assert RULE not in rules


def test_a_draft_of_a_few_words_is_not_stopped_for_one_of_them() -> None:
    words = sorted(weighing.weights().traits.items(), key=lambda one: -one[1][1])
    heaviest = next(one for one, _ in words if one.startswith("said:") and " " not in one)
    assert _said(heaviest.removeprefix("said:").capitalize()) == []


def test_an_empty_draft_weighs_nothing() -> None:
    assert _said("") == []


BOOKS = (
    "I've just finished Sally Rushmore's book on growing up in care and being exploited by a gang"
    " at 14. Every police officer ought to read it. There are two copies at Oldmere Library."
)
READING = "The two copies of Orla Fenwick's book are at Oldmere Library, and it opens at ten."


def test_a_rule_that_judges_by_wording_says_nothing_of_what_is_surely_clean(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert _said(BOOKS) == []
    monkeypatch.setattr(whole, "SURELY_CLEAN", -99.0)
    assert [one.rule for one in _said(BOOKS)] == ["victim_named"]


def test_a_name_on_the_case_lists_is_found_however_clean_the_rest_reads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(whole, "SURELY_CLEAN", 99.0)
    monkeypatch.setattr(listed, "PART_CLEAN", 99.0)
    assert "protected_name" in [one.rule for one in _said(READING)]


COFFEE = "Join Fenwick and the team for a coffee at Oldmere Library on Friday at ten."
HURT = "Fenwick was hurt in the attack and is being looked after by her mother."
ASKED = "Orla Fenwick has asked for privacy. Please stop sharing the clip."


def test_a_part_of_a_listed_name_is_somebody_else_in_a_draft_that_reads_clean(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert _said(COFFEE) == []
    assert "protected_name" in [one.rule for one in _said(HURT)]
    monkeypatch.setattr(listed, "PART_CLEAN", -99.0)
    assert [one.words for one in _said(COFFEE)] == ["Fenwick"]


def test_the_same_words_weigh_more_where_somebody_in_them_is_listed() -> None:
    content = Content(Act.POST, ("x/none",), (Piece(ASKED),))
    about = surroundings()
    with_lists, without = (
        weight_of(next(iter(rows(seen, seen.texts[0]))), "")
        for seen in (look(content, about), look(content, replace(about, lists=None)))
    )
    assert with_lists > without + 1


def test_a_title_and_its_text_are_weighed_together() -> None:
    """What is found in one of them stays where the other is not clean."""
    content = Content(Act.POST, ("youtube/1",), (Piece(BOOKS, title=MANY[2]),))
    assert "victim_named" in [one.rule for one in check(content, surroundings())]
