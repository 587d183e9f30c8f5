"""The keys of the case lists in a keychain."""

import pytest

from controlroom.keychain import MemoryKeychain
from controlroom.keychain.case_lists import KEY_BYTES, CaseKeyKeeper, CaseKeyThere
from controlroom.keychain.errors import EntryDamaged, KeychainForgets, KeychainLocked

KEY, OTHER = bytes(range(KEY_BYTES)), bytes(KEY_BYTES)


class Forgetful(MemoryKeychain):
    """Takes everything and keeps nothing."""

    def set(self, name: str, secret: bytes) -> None:
        pass


class Locked(MemoryKeychain):
    """Cannot be read."""

    def get(self, name: str) -> bytes | None:
        raise KeychainLocked


def test_a_key_is_made_once() -> None:
    keeper = CaseKeyKeeper(MemoryKeychain(), "folder")
    assert keeper.reading_key() is None
    made = keeper.made()
    assert len(made) == KEY_BYTES
    assert keeper.made() == made == keeper.reading_key()
    assert keeper.match_key() is None


def test_two_folders_share_no_key() -> None:
    chain = MemoryKeychain()
    assert CaseKeyKeeper(chain, "a").made() != CaseKeyKeeper(chain, "b").made()


def test_no_key_is_made_where_the_keychain_cannot_be_read() -> None:
    with pytest.raises(KeychainLocked):
        CaseKeyKeeper(Locked(), "folder").made()


def test_a_key_that_does_not_come_back_is_not_used() -> None:
    with pytest.raises(KeychainForgets):
        CaseKeyKeeper(Forgetful(), "folder").made()


def test_another_key_is_never_written_over_one_that_is_there() -> None:
    keeper = CaseKeyKeeper(MemoryKeychain(), "folder")
    keeper.keep_match(KEY)
    keeper.keep_match(KEY)
    with pytest.raises(CaseKeyThere):
        keeper.keep_match(OTHER)
    assert keeper.match_key() == KEY
    keeper.keep_reading(KEY)
    with pytest.raises(CaseKeyThere):
        keeper.keep_reading(OTHER)


def test_a_damaged_entry_is_not_an_absent_one() -> None:
    chain = MemoryKeychain()
    chain.set("case-reading/folder", b"short")
    with pytest.raises(EntryDamaged):
        CaseKeyKeeper(chain, "folder").made()


def test_keys_are_forgotten() -> None:
    keeper = CaseKeyKeeper(MemoryKeychain(), "folder")
    keeper.made()
    keeper.keep_match(KEY)
    keeper.forget()
    assert (keeper.match_key(), keeper.reading_key()) == (None, None)
