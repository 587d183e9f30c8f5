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
_SALT = 16
_HMAC = 64
_SALT_MASK = 0x3A
_SAMPLE = 64


def sound_pages(path: Path, key: bytes, first: int = 1, last: int | None = None) -> Iterator[bool]:
    """Yields for each page from `first` (1 is the first) whether its HMAC fits the key."""
    with path.open("rb") as file:
        salt = file.read(_SALT)
        mac_key = hashlib.pbkdf2_hmac("sha512", key, bytes(b ^ _SALT_MASK for b in salt), 2, 32)
        file.seek((first - 1) * PAGE)
        number = first
        while (last is None or number <= last) and (page := file.read(PAGE)):
            yield _fits(page, number, mac_key)
            number += 1


def any_page_fits(path: Path, key: bytes) -> bool:
    """Returns whether the key is the file's own, judged by its first pages."""
    try:
        return any(sound_pages(path, key, last=_SAMPLE))
    except OSError:
        return False


def _fits(page: bytes, number: int, mac_key: bytes) -> bool:
    body = page[_SALT:-_HMAC] if number == 1 else page[:-_HMAC]
    mac = hmac.new(mac_key, body + number.to_bytes(4, "little"), hashlib.sha512)
    return len(page) == PAGE and hmac.compare_digest(mac.digest(), page[-_HMAC:])
