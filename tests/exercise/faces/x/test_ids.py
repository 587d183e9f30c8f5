"""Ids of the simulated X lead back to what they name."""

from hypothesis import given
from hypothesis import strategies as st

from controlroom.exercise.faces.x.ids import (
    MOST,
    OLDEST_MS,
    id_at,
    media_id,
    ms_in,
    number_in,
    short_name,
    value_of,
    version_ids,
)
from controlroom.feeds.networks.x.moments import made_at

MOMENTS = st.integers(OLDEST_MS, 3_600_000_000_000)
NUMBERS = st.integers(1, MOST)


@given(MOMENTS, NUMBERS)
def test_an_id_tells_its_number_and_moment(ms: int, number: int) -> None:
    told = id_at(ms, number)
    assert (number_in(told), ms_in(told)) == (number, ms)
    made = made_at(told)
    assert made is not None
    assert round(made.timestamp() * 1000) == ms


@given(MOMENTS, NUMBERS, MOMENTS, NUMBERS)
def test_what_is_later_has_a_greater_id(ms: int, one: int, later: int, two: int) -> None:
    assert (int(id_at(ms, one)) < int(id_at(later, two))) == ((ms, one) < (later, two))


@given(MOMENTS, NUMBERS, st.lists(MOMENTS, max_size=5))
def test_versions_differ_and_come_in_order(ms: int, number: int, edits: list[int]) -> None:
    ids = version_ids(ms, edits, number)
    assert len(ids) == len(edits) + 1
    assert list(ids) == sorted(set(ids), key=int)
    assert {number_in(one) for one in ids} == {number}


@given(st.text())
def test_anything_else_is_no_id(told: str) -> None:
    assert value_of(f"x{told}") is None
    assert number_in(f"x{told}") == 0


@given(st.text())
def test_names_of_files_and_links_have_xs_form(key: str) -> None:
    assert 1 <= len(media_id(f"k{key}")) <= 19
    assert media_id(f"k{key}").isdecimal()
    assert len(short_name(key)) == 10
    assert short_name(key).isalnum()


def test_an_uploaded_file_keeps_its_id() -> None:
    assert media_id("1990000000000000001") == "1990000000000000001"
