"""What is learnt from a draft is found in another that tells of other people."""

from controlroom.outbound.checks.folded import folded
from controlroom.outbound.checks.traits import Traits, traits_in

NOWHERE = frozenset[str]()


def _traits(text: str) -> list[Traits]:
    return [traits for _, _, traits in traits_in(folded(text), NOWHERE)]


def test_a_name_and_a_road_are_a_mark_whoever_and_wherever_it_is() -> None:
    (first,) = _traits("Maria Quarmby was attacked in Tannery Row.")
    (second,) = _traits("Joseph Halloran was attacked in Saltmarsh Street.")
    assert first[:2] == second[:2]
    assert first[2] != second[2]


def test_numbers_count_by_how_many_digits_they_have() -> None:
    assert _traits("Quote log 207.") == _traits("Quote log 341.")
    assert _traits("Quote log 207.") != _traits("Quote log 7.")


def test_a_word_is_known_in_its_other_forms() -> None:
    (first,) = _traits("He was threatened.")
    (second,) = _traits("He was threatening.")
    assert first == second


def test_every_sentence_is_where_it_stands() -> None:
    text = "The road is closed. Please leave by the other side."
    spans = [(start, end) for start, end, _ in traits_in(folded(text), NOWHERE)]
    assert [text[start:end].strip(" .") for start, end in spans] == [
        "The road is closed", "Please leave by the other side",
    ]  # fmt: skip


def test_words_far_apart_are_a_pair_only_where_one_of_them_is_a_mark() -> None:
    ((_, pairs, _),) = _traits("Maria Quarmby rang us after the break-in.")
    assert len(pairs) > 3
    assert all("<" in one for one in pairs)
