"""Credentials in a keychain: long ones, damaged ones, and none."""

from datetime import UTC, datetime

import pytest

from controlroom.keychain import MemoryKeychain
from controlroom.keychain.errors import EntryDamaged
from controlroom.keychain.sign_ins import PART_BYTES, SignInKeeper
from controlroom.model.credential import AppKey, Credential

LONG = Credential(
    access="a" * 1500,
    refresh="r" * 1500,
    expires_at=datetime(2026, 11, 22, 14, tzinfo=UTC),
    app=AppKey("westmarch-desk", "secret"),
    account="did:plc:westmarch",
    scopes=("read", "write"),
)


@pytest.fixture
def keychain() -> MemoryKeychain:
    return MemoryKeychain()


@pytest.fixture
def keeper(keychain: MemoryKeychain) -> SignInKeeper:
    return SignInKeeper(keychain, "folder")


def test_a_credential_comes_back_whole_however_long_it_is(keeper: SignInKeeper) -> None:
    short = Credential("token")
    keeper.save(1, LONG)
    keeper.save(2, short)
    assert keeper.of([1, 2, 3]) == {1: LONG, 2: short}


def test_no_entry_is_longer_than_every_keychain_takes(
    keychain: MemoryKeychain, keeper: SignInKeeper
) -> None:
    keeper.save(1, LONG)
    sizes = [len(secret) for secret in keychain._secrets.values()]
    assert len(sizes) > 1
    assert max(sizes) <= PART_BYTES + 1


def test_a_shorter_credential_leaves_nothing_of_a_longer_one(
    keychain: MemoryKeychain, keeper: SignInKeeper
) -> None:
    keeper.save(1, LONG)
    keeper.save(1, Credential("token"))
    assert keeper.of([1]) == {1: Credential("token")}
    assert len(keychain._secrets) == 1
    keeper.forget(1)
    assert not keychain._secrets


def test_a_credential_cut_off_midway_is_left_out_and_the_others_stay(
    keychain: MemoryKeychain, keeper: SignInKeeper
) -> None:
    keeper.save(1, LONG)
    keeper.save(2, Credential("token"))
    keychain.delete("token/folder/1#2")
    assert keeper.of([1, 2]) == {2: Credential("token")}
    keychain.set("token/folder/2", b".not json")
    assert keeper.of([1, 2]) == {}


def test_two_folders_do_not_share_sign_ins(keychain: MemoryKeychain, keeper: SignInKeeper) -> None:
    keeper.save(1, LONG)
    assert SignInKeeper(keychain, "other").of([1]) == {}


def test_the_forces_own_application_is_kept_by_network_and_server(
    keychain: MemoryKeychain, keeper: SignInKeeper
) -> None:
    app = AppKey("westmarch-desk", "secret")
    assert keeper.app("x") is None
    keeper.save_app("x", app)
    keeper.save_app("mastodon", AppKey("other"), host="fenmast.example")
    assert keeper.app("x") == app
    assert keeper.app("mastodon") is None
    assert keeper.app("mastodon", "fenmast.example") == AppKey("other")
    keychain.set("app/folder/x/", b".[]")
    with pytest.raises(EntryDamaged):
        keeper.app("x")


def test_nothing_that_is_printed_shows_a_secret() -> None:
    shown = repr(LONG)
    assert "aaa" not in shown
    assert "rrr" not in shown
    assert "secret" not in shown.replace("AppKey", "")
