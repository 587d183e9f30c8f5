"""A damaged first page, without which SQLite opens nothing, put right in a working copy.

The page holds the salt, which can be found again, and the head of the list of tables. A file whose
migrations all ran when it was made has the same list on the same pages as any other file made so;
the page of a fresh one, made with the same key and salt, then fits. What does not fit is refused.
"""

import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from controlroom.store.database import Database
from controlroom.store.migrate import FileKind, Migration
from controlroom.store.pages import PAGE, fits, mac_key_of, true_salt
from controlroom.store.rescue.cipher import opened, sealed
from controlroom.store.rescue.source import Source

_MADE_AT_ONCE_S = 5
_CHANGES, _FREE, _CHANGES_AT_PAGES = 24, 32, 92
"""Where SQLite's header says these (sqlite.org/fileformat2.html, read November 2026)."""


def mend_first_page(copy: Path, kind: FileKind, key: bytes) -> None:
    """Puts the first page of a working copy right if it is damaged and can be.

    Otherwise the copy is left with a first page that does not open.
    """
    salt = true_salt(copy, key)
    if salt is None:
        return
    with copy.open("r+b") as file:
        file.write(salt)
        file.seek(0)
        damaged = file.read(PAGE)
    if fits(damaged, 1, mac_key_of(key, salt)):
        return
    for count in range(len(kind.migrations), 0, -1):
        migrations = kind.migrations[:count]
        _put_first_page(copy, _fresh_first_page(replace(kind, migrations=migrations), key, salt))
        if _fits_the_rest(copy, key, migrations):
            return
        _put_first_page(copy, damaged)


def _fresh_first_page(kind: FileKind, key: bytes, salt: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        Database.open(Path(folder), kind, key + salt, write=True).close()
        with (Path(folder) / kind.name).open("rb") as file:
            page = file.read(PAGE)
    return _without_sizes(page, key, salt)


def _without_sizes(page: bytes, key: bytes, salt: bytes) -> bytes:
    """Returns the page with a header that leaves the number of pages to the size of the file."""
    plain = opened(page, 1, key)
    plain[_CHANGES : _CHANGES + 4] = (2).to_bytes(4, "big")
    plain[_CHANGES_AT_PAGES : _CHANGES_AT_PAGES + 4] = (1).to_bytes(4, "big")
    plain[_FREE : _FREE + 8] = bytes(8)
    return sealed(plain, 1, key, salt)


def _put_first_page(copy: Path, page: bytes) -> None:
    with copy.open("r+b") as file:
        file.write(page)


def _fits_the_rest(copy: Path, key: bytes, migrations: Sequence[Migration]) -> bool:
    with closing(Source(copy, key)) as source:
        rows = source.all("SELECT name, at FROM migration ORDER BY rowid")
    if not rows:
        return False
    names, times = zip(*rows, strict=True)
    made_at_once = max(times) - min(times) <= _MADE_AT_ONCE_S
    return made_at_once and list(names) == [migration.__name__ for migration in migrations]
