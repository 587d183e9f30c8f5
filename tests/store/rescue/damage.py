"""Damaging copies of a file, and comparing what two files hold."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from controlroom.store.backup.copy import row_counts
from controlroom.store.database import connect
from controlroom.store.pages import PAGE

Content = dict[str, set[tuple[Any, ...]]]


def flipped(source: Path, folder: Path, changes: Mapping[int, int]) -> Path:
    """Writes a copy with some bytes XORed, in a folder of its own."""
    content = bytearray(source.read_bytes())
    for at, mask in changes.items():
        content[at] ^= mask
    folder.mkdir(parents=True)
    (folder / source.name).write_bytes(content)
    return folder / source.name


def page_of(at: int) -> int:
    """Returns the number of the page in which a byte lies."""
    return at // PAGE + 1


def content_of(path: Path, key: bytes) -> Content:
    """Returns the rows of every table but those of the full text."""
    with closing(connect(path, key, write=False)) as connection:
        tables = [name for name in row_counts(connection) if not name.startswith("post_text")]
        return {
            name: set(connection.execute(f'SELECT * FROM "{name}"'))
            for name in tables
            if name != "migration"
        }
