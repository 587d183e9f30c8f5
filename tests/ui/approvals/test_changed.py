"""What changed in a text is shown in one piece, and places in it lead back to the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.ui.approvals.changed import How, place_now, stretches

WORDS = st.lists(st.sampled_from(["near", "14", "Tannery", "Row,", "é", "👮", "a\nb"]), max_size=12)


def told(before: str | None, now: str) -> list[tuple[str, How]]:
    return [(one.text, one.how) for one in stretches(before, now)]


def test_a_text_never_seen_is_kept_whole() -> None:
    assert told(None, "New text") == [("New text", How.KEPT)]
    assert told("Same", "Same") == [("Same", How.KEPT)]
    assert stretches(None, "") == []


def test_words_that_went_and_came_stand_beside_each_other() -> None:
    found = told("on bus 61 near 14 Tannery Row, at 22:14", "on bus 61 in the area, at 22:14")
    assert "".join(text for text, how in found if how is not How.GONE) == (
        "on bus 61 in the area, at 22:14"
    )
    assert any(how is How.GONE and "14" in text for text, how in found)


@given(WORDS, WORDS)
def test_without_what_is_gone_it_is_the_text_of_now_and_without_the_new_that_of_before(
    before: list[str], now: list[str]
) -> None:
    old, new = " ".join(before), " ".join(now)
    found = stretches(old, new)
    assert "".join(one.text for one in found if one.how is not How.GONE) == new
    if old != new:
        assert "".join(one.text for one in found if one.how is not How.NEW) == old
    at = 0
    for one in found:
        assert one.start == at
        at += len(one.text) if one.how is not How.GONE else 0


@given(WORDS, WORDS, st.data())
def test_every_place_leads_into_the_text_of_now(
    before: list[str], now: list[str], data: st.DataObject
) -> None:
    found = stretches(" ".join(before), " ".join(now))
    whole = "".join(one.text for one in found)
    if found:
        at = data.draw(st.integers(0, len(whole)))
        assert 0 <= place_now(found, at) <= len(" ".join(now))


@pytest.mark.parametrize(("at", "place"), [(0, 0), (3, 3), (7, 7)])
def test_a_place_in_a_kept_text_is_the_same(at: int, place: int) -> None:
    assert place_now(stretches(None, "Call 101"), at) == place
