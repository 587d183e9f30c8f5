"""Whether a file is whole: every page, every index, the full text."""

from contextlib import closing
from pathlib import Path
from typing import Any

from controlroom.store.database import connect
from controlroom.store.migrate import FileKind
from controlroom.store.pages import sound_pages
from tests.faults.doomed import KEY

Schema = tuple[tuple[str, ...], frozenset[tuple[str, str]]]


def rows(folder: Path, kind: FileKind, asked: str) -> list[Any]:
    """Returns what a bare connection reads, once the log is recovered."""
    with closing(connect(folder / kind.name, KEY, write=True)) as connection:
        return list(connection.execute(asked).fetchall())


def assert_sound(folder: Path, kind: FileKind) -> None:
    """Fails unless every page has its own HMAC and every structure holds."""
    with closing(connect(folder / kind.name, KEY, write=True)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
        tables = connection.execute("SELECT name FROM sqlite_master WHERE name = 'post_text'")
        if tables.fetchall():
            connection.execute("INSERT INTO post_text (post_text) VALUES ('integrity-check')")
    assert all(sound_pages(folder / kind.name, KEY))


def schema(folder: Path, kind: FileKind) -> Schema:
    """Returns the migrations a file has, and everything its schema says."""
    if not (folder / kind.name).exists() or not (folder / kind.name).stat().st_size:
        return (), frozenset()
    made = rows(folder, kind, "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    known = any(name == "migration" for name, _ in made)
    applied = rows(folder, kind, "SELECT name FROM migration ORDER BY rowid") if known else []
    return tuple(row[0] for row in applied), frozenset(made)


def only(kind: FileKind, migrations: int) -> FileKind:
    """Returns the kind as it was when it had so few migrations."""
    return FileKind(kind.name, kind.application_id, kind.synchronous, kind.migrations[:migrations])
