"""Ids lead back to what they name; selections are read as the Graph reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.exercise.faces.facebook.cursors import cursor_of, position_of
from controlroom.exercise.faces.facebook.ids import (
    Named,
    Stretch,
    id_of,
    medium_in,
    medium_number,
    message_id,
    message_in,
    named,
    thread_id,
    thread_in,
)
from controlroom.exercise.faces.facebook.problems import Problem
from controlroom.exercise.faces.facebook.selection import selection_of

NUMBERS = st.integers(1, 4_000_000)


@given(st.sampled_from(list(Stretch)), NUMBERS)
def test_every_id_leads_back(stretch: Stretch, number: int) -> None:
    assert named(id_of(stretch, number)) == Named(stretch, number)


@given(NUMBERS, NUMBERS, st.integers(0, 63))
def test_dialogues_messages_media_and_cursors_lead_back(one: int, other: int, at: int) -> None:
    assert thread_in(thread_id(one, other)) == (one, other)
    assert message_in(message_id(one)) == one
    assert medium_in(medium_number(one, at)) == (one, at)
    assert position_of(cursor_of(one)) == one


@given(st.text(max_size=60))
def test_what_is_no_id_names_nothing(told: str) -> None:
    assert message_in(told) == 0
    assert message_in(f"m_{told}") == 0
    if not told.isdigit():
        assert named(told) is None
        assert thread_in(f"t_{told}") is None
    with pytest.raises(Problem):
        position_of(told)


def test_a_selection_has_options_and_what_is_inside() -> None:
    comments, author = selection_of("comments.limit(5).order(x){id,from{name}},from")
    assert (comments.name, dict(comments.options)) == ("comments", {"limit": "5", "order": "x"})
    assert comments.inner is not None
    assert [one.name for one in comments.inner] == ["id", "from"]
    assert comments.inner[1].inner is not None
    assert author.inner is None


@pytest.mark.parametrize("told", ["a{", "a}", "{a}", "a.b", "a b{", ".x(1)", "a{b}}", "é" * 30_000])
def test_what_nobody_can_read_is_a_syntax_error(told: str) -> None:
    with pytest.raises(Problem) as caught:
        selection_of(told)
    assert caught.value.code == 2500
