"""The pages of an encrypted file, seen without opening it as a database.

SQLCipher 4 (design notes at zetetic.net, read November 2026): the first 16 bytes are the salt; each
page of 4096 bytes ends in an initialisation vector of 16 bytes and an HMAC-SHA512 of 64 over all
before it and the page number. The HMAC key is two rounds of PBKDF2 over the key, with the salt
turned over bit by bit with 0x3A. The first page's HMAC leaves the salt out.
"""

import hashlib
import hmac
from collections.abc import Iterator
from pathlib import Path

PAGE = 4096
SALT = 16
HMAC = 64
_SALT_MASK = 0x3A
_SAMPLE = 64
_LOCK_PAGE = 0x40000000 // PAGE + 1
"""SQLite locks bytes of this page and never writes it."""


def sound_pages(path: Path, key: bytes, first: int = 1, last: int | None = None) -> Iterator[bool]:
    """Yields for each page from `first` (1 is the first) whether its HMAC fits the key."""
    with path.open("rb") as file:
        mac_key = mac_key_of(key, file.read(SALT))
        file.seek((first - 1) * PAGE)
        number = first
        while (last is None or number <= last) and (page := file.read(PAGE)):
            yield fits(page, number, mac_key)
            number += 1


def any_page_fits(path: Path, key: bytes) -> bool:
    """Returns whether the key is the file's own, judged by its first pages."""
    try:
        return true_salt(path, key) is not None
    except OSError:
        return False


def true_salt(path: Path, key: bytes) -> bytes | None:
    """Returns the salt with which the file was written; None if it was written with another key.

    Every page hangs on the salt, so one damaged byte of it would look like a wrong key: a salt that
    fits no page is tried again with each of its bytes changed.
    """
    with path.open("rb") as file:
        pages = [page for _ in range(_SAMPLE) if (page := file.read(PAGE))]
    if not pages:
        return None
    salt = pages[0][:SALT]
    mac_key = mac_key_of(key, salt)
    if any(fits(page, number, mac_key) for number, page in enumerate(pages, 1)):
        return salt
    second = pages[1] if len(pages) > 1 else b""
    return next((s for s in _changed(salt) if fits(second, 2, mac_key_of(key, s))), None)


def mac_key_of(key: bytes, salt: bytes) -> bytes:
    """Returns the key of the HMACs of a file."""
    return hashlib.pbkdf2_hmac("sha512", key, bytes(b ^ _SALT_MASK for b in salt), 2, 32)


def fits(page: bytes, number: int, mac_key: bytes) -> bool:
    """Returns whether a page is as it was written."""
    if number == _LOCK_PAGE:
        return True
    return len(page) == PAGE and hmac.compare_digest(mac(page, number, mac_key), page[-HMAC:])


def mac(page: bytes, number: int, mac_key: bytes) -> bytes:
    """Returns the HMAC that belongs to a page."""
    body = page[SALT:-HMAC] if number == 1 else page[:-HMAC]
    return hmac.digest(mac_key, body + number.to_bytes(4, "little"), "sha512")


def _changed(salt: bytes) -> Iterator[bytes]:
    for at in range(len(salt)):
        for byte in range(256):
            yield salt[:at] + bytes([byte]) + salt[at + 1 :]
