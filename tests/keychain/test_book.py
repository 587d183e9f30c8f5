"""The book of sign-ins reads the keychain once and stays in step with it."""

import pytest

from controlroom.keychain import MemoryKeychain
from controlroom.keychain.book import SignInBook
from controlroom.keychain.errors import KeychainLocked
from controlroom.keychain.sign_ins import SignInKeeper
from controlroom.model.credential import AppKey, Credential

TOKEN = Credential("token")


class Counting(MemoryKeychain):
    """Counts how often it is read, and can be locked."""

    def __init__(self) -> None:
        super().__init__()
        self.reads = 0
        self.locked = False

    def get(self, name: str) -> bytes | None:
        self._refuse()
        self.reads += 1
        return super().get(name)

    def set(self, name: str, secret: bytes) -> None:
        self._refuse()
        super().set(name, secret)

    def _refuse(self) -> None:
        if self.locked:
            raise KeychainLocked


@pytest.fixture
def keychain() -> Counting:
    return Counting()


@pytest.fixture
def book(keychain: Counting) -> SignInBook:
    return SignInBook(lambda: SignInKeeper(keychain, "folder"))


def test_what_was_saved_is_there_for_the_next_book(book: SignInBook, keychain: Counting) -> None:
    book.save(1, TOKEN)
    again = SignInBook(lambda: SignInKeeper(keychain, "folder"))
    assert again.of([1, 2]) == {1: TOKEN}


def test_the_keychain_is_asked_for_a_profile_once(book: SignInBook, keychain: Counting) -> None:
    book.of([1, 2])
    before = keychain.reads
    assert book.of([1, 2]) == {}
    assert keychain.reads == before
    book.of([1, 2, 3])
    assert keychain.reads == before + 1


def test_an_empty_credential_is_forgotten(book: SignInBook, keychain: Counting) -> None:
    book.save(1, TOKEN)
    book.save(1, Credential())
    assert book.of([1]) == {}
    assert not keychain._secrets


def test_a_locked_keychain_changes_nothing_in_memory(book: SignInBook, keychain: Counting) -> None:
    book.save(1, TOKEN)
    keychain.locked = True
    with pytest.raises(KeychainLocked):
        book.save(1, Credential("other"))
    assert book.of([1]) == {1: TOKEN}
    with pytest.raises(KeychainLocked):
        book.of([2])
    keychain.locked = False
    assert book.of([1, 2]) == {1: TOKEN}


def test_an_application_is_kept(book: SignInBook) -> None:
    assert book.app("x") is None
    book.save_app("x", AppKey("desk", "secret"))
    assert book.app("x") == AppKey("desk", "secret")
