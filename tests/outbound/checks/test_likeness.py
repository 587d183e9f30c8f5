"""What is like a text is found under few words, and is all that a look at each would find."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.outbound.checks.folded import folded
from controlroom.outbound.checks.likeness import Likeness, shared, words_in, words_of

TEXTS = st.lists(st.lists(st.sampled_from("abcdefghij"), max_size=12).map(" ".join), max_size=30)


def nothing() -> None:
    return None


def looked_at_each(texts: dict[str, str], text: str, share: float, least: int) -> set[str]:
    mine = words_in(text)
    return {
        name
        for name, other in texts.items()
        if min(len(mine), len(words_in(other))) >= least and shared(mine, words_in(other)) >= share
    }


@given(TEXTS, TEXTS, st.sampled_from((0.5, 0.8, 1.0)), st.integers(1, 6))
def test_no_like_text_is_missed_and_no_other_is_found(
    first: list[str], later: list[str], share: float, least: int
) -> None:
    index = Likeness(share, least)
    known = {f"f{number}": text for number, text in enumerate(first)}
    index.put_all(((name, (text,)) for name, text in known.items()), nothing)
    for number, text in enumerate(later):
        known[f"l{number}"] = text
        index.put(f"l{number}", (text,))
    for name in list(known)[::3]:
        del known[name]
        index.drop(name)
    for text in (*first, *later, "a b c d e f g x y z"):
        assert index.like(text) == looked_at_each(known, text, share, least)


def test_a_changed_draft_stands_only_under_what_it_says_now() -> None:
    index = Likeness(0.8, 3)
    index.put("a", ("The bridge is closed", "Le pont est ferme"))
    assert index.like("the bridge is closed") == index.like("Le pont est ferme!") == {"a"}
    index.put("a", ("Weir Street is open",))
    assert index.like("The bridge is closed") == set()
    assert index.like("weir street is open") == {"a"}
    index.drop("a")
    index.drop("a")
    assert index.like("weir street is open") == set()


def test_who_waits_is_let_in_between() -> None:
    index, dice, rests = Likeness(0.8, 2), random.Random(3), [0]

    def rest() -> None:
        rests[0] += 1

    words = [f"word{number}" for number in range(50)]
    index.put_all(((str(n), (" ".join(dice.sample(words, 9)),)) for n in range(100)), rest)
    assert rests[0] == 20


@pytest.mark.parametrize("text", ["It is 5pm: see\tA45 : now\r\n!", "a`b_c's  D", "", "\n"])
def test_plain_letters_need_no_folding(text: str) -> None:
    whole = folded(text).text.lower()
    assert words_of(text) == words_of(whole)
    assert words_of("Été à l’École") == ("ete", "a", "l", "ecole")
