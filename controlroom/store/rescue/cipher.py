"""One page in clear and back, as SQLCipher 4 writes it; see `controlroom.store.pages`."""

import os

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC

from controlroom.store.pages import HMAC, PAGE, SALT, mac, mac_key_of

Page = bytes | bytearray

_VECTOR = 16
USABLE = PAGE - HMAC - _VECTOR
"""Bytes of a page that SQLite uses."""


def opened(page: bytes, number: int, key: bytes) -> bytearray:
    """Returns what SQLite sees of a page; of the first, the 16 bytes of the salt are zero."""
    start = SALT if number == 1 else 0
    cipher = Cipher(AES256(key), CBC(page[USABLE : USABLE + _VECTOR])).decryptor()
    return bytearray(start) + cipher.update(page[start:USABLE]) + cipher.finalize()


def sealed(plain: Page, number: int, key: bytes, salt: bytes) -> bytes:
    """Returns a page as it stands in the file."""
    start = SALT if number == 1 else 0
    vector = os.urandom(_VECTOR)
    cipher = Cipher(AES256(key), CBC(vector)).encryptor()
    body = salt[:start] + cipher.update(bytes(plain[start:])) + cipher.finalize() + vector
    return body + mac(body + bytes(HMAC), number, mac_key_of(key, salt))
