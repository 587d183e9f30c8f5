"""The recovery key as people type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.keychain import RecoveryKey
from controlroom.keychain.errors import RecoveryKeyLength, RecoveryKeyMistyped

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
keys = st.binary(min_size=20, max_size=20).map(RecoveryKey)
places = st.integers(0, 39)


def plain(key: RecoveryKey) -> str:
    return key.text().replace("-", "")


@given(keys)
def test_what_is_printed_is_what_is_read(key: RecoveryKey) -> None:
    assert RecoveryKey.parse(key.text()) == key


@given(keys)
def test_it_is_eight_groups_of_five(key: RecoveryKey) -> None:
    groups = key.text().split("-")
    assert [len(group) for group in groups] == [5] * 8
    assert set(plain(key)) <= set(ALPHABET)


@given(keys, st.sampled_from(["", " ", "-", "  ", " – ", "\n", "\N{NO-BREAK SPACE}"]))
def test_case_spaces_dashes_and_look_alikes_do_not_matter(key: RecoveryKey, between: str) -> None:
    typed = between.join(key.text().split("-")).lower()
    assert RecoveryKey.parse(typed) == key
    assert RecoveryKey.parse(typed.replace("0", "o").replace("1", "l")) == key
    assert RecoveryKey.parse(typed.replace("0", "O").replace("1", "I")) == key


@given(keys, places, st.sampled_from(ALPHABET + "UÄ"))
def test_any_one_wrong_character_is_found_with_its_group(
    key: RecoveryKey, place: int, wrong: str
) -> None:
    letters = list(plain(key))
    if letters[place] == wrong:
        return
    letters[place] = wrong
    with pytest.raises(RecoveryKeyMistyped) as caught:
        RecoveryKey.parse("".join(letters))
    assert caught.value.values == {"group": place // 5 + 1}


@given(keys, places, st.integers(1, 4))
def test_any_two_characters_swapped_in_a_group_are_found(
    key: RecoveryKey, place: int, step: int
) -> None:
    letters = list(plain(key))
    other = place // 5 * 5 + (place + step) % 5
    if letters[place] == letters[other]:
        return
    letters[place], letters[other] = letters[other], letters[place]
    with pytest.raises(RecoveryKeyMistyped):
        RecoveryKey.parse("".join(letters))


@given(keys, st.integers(0, 7), st.integers(0, 7))
def test_two_groups_swapped_are_found(key: RecoveryKey, one: int, two: int) -> None:
    groups = key.text().split("-")
    groups[one], groups[two] = groups[two], groups[one]
    if one == two:
        assert RecoveryKey.parse("".join(groups)) == key
        return
    with pytest.raises(RecoveryKeyMistyped):
        RecoveryKey.parse("".join(groups))


@given(keys, st.integers(0, 39))
def test_a_key_cut_short_says_how_long_it_should_be(key: RecoveryKey, length: int) -> None:
    with pytest.raises(RecoveryKeyLength, match=f"40 characters, but {length} were typed"):
        RecoveryKey.parse(plain(key)[:length])


@given(keys, st.text(max_size=10))
def test_no_error_repeats_what_was_typed(key: RecoveryKey, junk: str) -> None:
    typed = plain(key)[:20] + junk
    with pytest.raises((RecoveryKeyLength, RecoveryKeyMistyped)) as caught:
        RecoveryKey.parse(typed)
    assert typed[:20] not in f"{caught.value!r} {caught.value.values}"


def test_two_fresh_keys_differ() -> None:
    assert RecoveryKey.fresh() != RecoveryKey.fresh()
    with pytest.raises(ValueError, match="20 bytes"):
        RecoveryKey(bytes(19))
