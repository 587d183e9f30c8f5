"""Ids lead back to what they stand for, without a table."""

from hypothesis import given
from hypothesis import strategies as st

from controlroom.exercise.faces.bluesky import ids
from controlroom.exercise.faces.bluesky.graphemes import graphemes

MS = st.integers(1_600_000_000_000, 1_900_000_000_000)
NUMBERS = st.integers(1, 5_000_000)
ACCOUNTS = st.integers(1, 2**30 - 1)


@given(MS, NUMBERS)
def test_a_key_tells_when_and_which(ms: int, number: int) -> None:
    key = ids.tid(ms, number)
    told = ids.told_by_tid(key)
    assert told is not None
    assert told[0] == ms
    assert number in ids.candidates(told[1], 5_000_000)
    assert len(key) == 13


@given(MS, NUMBERS, MS, NUMBERS)
def test_keys_sort_as_their_moments_do(one: int, a: int, other: int, b: int) -> None:
    if one != other:
        assert (ids.tid(one, a) < ids.tid(other, b)) is (one < other)


@given(ACCOUNTS)
def test_a_did_leads_back_to_its_account(account: int) -> None:
    did = ids.did_of(account)
    assert did.startswith("did:plc:")
    assert ids.account_of(did) == account
    assert ids.account_of(did[:-1] + ("a" if did[-1] != "a" else "b")) == 0


@given(ACCOUNTS, ACCOUNTS)
def test_a_dialogue_leads_back_to_its_two_sides(one: int, other: int) -> None:
    dialogue = ids.dialogue_id(one, other)
    assert dialogue == ids.dialogue_id(other, one)
    assert ids.pair_of(dialogue) == (min(one, other), max(one, other))


@given(st.text(max_size=30))
def test_what_is_no_id_stands_for_nothing(told: str) -> None:
    if ids.told_by_tid(told) is None:
        assert ids.pair_of(told) is None
    assert ids.account_of(told) == 0
    assert ids.account_of(f"did:plc:{told}") == 0


def test_signs_are_counted_as_people_see_them() -> None:
    assert [graphemes(text) for text in ("", "abc", "\r\n", "é", "e\u0301")] == [0, 3, 1, 1, 1]
    assert graphemes("👩‍👩‍👧🇬🇧🇫🇷👍🏽") == 4
