import multiprocessing
import os
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pytest
from sqlalchemy import Connection, Engine, event
from sqlcipher3 import dbapi2

from controlroom.store.cache.schema import CACHE
from controlroom.store.database import Database, connect
from controlroom.store.desk.schema import DESK
from controlroom.store.errors import (
    Damaged,
    FileAbsent,
    FileTooNew,
    NotOurs,
    StoreError,
    WrongKey,
)
from controlroom.store.lock import ForkedProcess
from controlroom.store.migrate import FileKind
from controlroom.store.pages import PAGE

if TYPE_CHECKING:
    from collections.abc import Callable

KEY = bytes(range(32))
OTHER_KEY = bytes(range(1, 33))
KINDS = (CACHE, DESK)


def made(folder: Path, kind: FileKind = DESK, key: bytes = KEY) -> Path:
    Database.open(folder, kind, key, write=True).close()
    return folder / kind.name


def everything(folder: Path) -> dict[str, bytes]:
    """Returns all files but the shared memory and the empty log that a reader may leave."""
    files = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    return {
        name: content
        for name, content in files.items()
        if not name.endswith("-shm") and (content or not name.endswith("-wal"))
    }


def pragma(database: Database, name: str) -> Any:
    with database.read() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


def refused(folder: Path, kind: FileKind, key: bytes, error: type[StoreError]) -> None:
    """Both ways of opening are refused, and no file is touched, made or removed."""
    before = everything(folder)
    for write in (True, False):
        with pytest.raises(error) as told:
            Database.open(folder, kind, key, write=write)
        assert str(folder / kind.name) in str(told.value)
        assert key.hex() not in str(told.value)
    assert everything(folder) == before


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_new_file_is_logged_marked_and_records_its_migrations(
    kind: FileKind, tmp_path: Path
) -> None:
    database = Database.open(tmp_path, kind, KEY, write=True)
    assert pragma(database, "journal_mode") == "wal"
    assert pragma(database, "synchronous") == {"NORMAL": 1, "FULL": 2}[kind.synchronous]
    assert pragma(database, "application_id") == kind.application_id
    assert pragma(database, "mmap_size") in (0, None)
    assert pragma(database, "trusted_schema") == 0
    with database.read() as connection:
        names = connection.exec_driver_sql("SELECT name FROM migration ORDER BY rowid").scalars()
        assert list(names) == [migration.__name__ for migration in kind.migrations]
    database.close()


def test_the_kinds_can_be_told_apart_and_only_the_cache_may_lose_a_commit() -> None:
    assert len({kind.application_id for kind in KINDS}) == len(KINDS)
    assert {kind.name: kind.synchronous for kind in KINDS} == {
        "cache.db": "NORMAL",
        "desk.db": "FULL",
    }


def test_nothing_of_the_schema_can_be_read_without_the_key(tmp_path: Path) -> None:
    assert b"CREATE TABLE" not in made(tmp_path).read_bytes()


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    made(tmp_path)
    before = everything(tmp_path)
    made(tmp_path)
    assert everything(tmp_path) == before


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    made(tmp_path)
    database = Database.open(tmp_path, DESK, KEY, write=False)
    with (
        pytest.raises(StoreError, match="can be read but not written"),
        database.write() as connection,
    ):
        connection.exec_driver_sql("DELETE FROM draft")
    database.close()


def test_a_failed_write_leaves_nothing_and_the_next_one_works(tmp_path: Path) -> None:
    database = Database.open(tmp_path, DESK, KEY, write=True)
    insert = "INSERT INTO saved_search (name, query) VALUES ('a', 'b')"
    with pytest.raises(ZeroDivisionError), database.write() as connection:
        assert 1 / (connection.exec_driver_sql(insert).rowcount - 1)
    with database.write() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM saved_search").scalar() == 0
        connection.exec_driver_sql(insert)
    database.close()


def test_a_file_that_is_not_there_is_not_made_for_reading(tmp_path: Path) -> None:
    with pytest.raises(FileAbsent):
        Database.open(tmp_path, DESK, KEY, write=False)
    assert everything(tmp_path) == {}


def test_the_wrong_key_is_told_from_damage(tmp_path: Path) -> None:
    made(tmp_path)
    refused(tmp_path, DESK, OTHER_KEY, WrongKey)


def test_another_programs_plain_database_is_left_alone(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / DESK.name)
    other.execute("CREATE TABLE theirs (a)")
    other.close()
    refused(tmp_path, DESK, KEY, NotOurs)


def test_a_file_of_another_kind_is_left_alone(tmp_path: Path) -> None:
    made(tmp_path, CACHE).rename(tmp_path / DESK.name)
    refused(tmp_path, DESK, KEY, NotOurs)


@pytest.mark.parametrize("length", [10, 16 * 1024, 15_001])
def test_a_file_that_is_no_database_is_left_alone(length: int, tmp_path: Path) -> None:
    (tmp_path / DESK.name).write_bytes((b"Dear Sergeant, " * 2000)[:length])
    refused(tmp_path, DESK, KEY, WrongKey)


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    def add_what_nobody_knows_yet(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE hologram (a)")

    made(tmp_path, replace(DESK, migrations=(*DESK.migrations, add_what_nobody_knows_yet)))
    refused(tmp_path, DESK, KEY, FileTooNew)


def test_a_folder_in_its_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / DESK.name).mkdir()
    (tmp_path / DESK.name / "letter").write_text("mine")
    refused(tmp_path, DESK, KEY, NotOurs)
    assert (tmp_path / DESK.name / "letter").read_text() == "mine"


@pytest.mark.parametrize("kept", [0.5, 0.9, 0.999])
def test_a_truncated_file_is_damaged_and_left_alone(kept: float, tmp_path: Path) -> None:
    path = made(tmp_path, CACHE)
    os.truncate(path, int(path.stat().st_size * kept))
    refused(tmp_path, CACHE, KEY, Damaged)


@pytest.mark.parametrize("at", [0, 15, 16, 100, PAGE - 1])
def test_a_changed_byte_on_the_first_page_is_damage_and_no_wrong_key(
    at: int, tmp_path: Path
) -> None:
    path = made(tmp_path)
    content = bytearray(path.read_bytes())
    content[at] ^= 0x40
    path.write_bytes(content)
    refused(tmp_path, DESK, KEY, Damaged)


def test_an_empty_file_is_one_that_was_just_being_made(tmp_path: Path) -> None:
    (tmp_path / DESK.name).touch()
    with pytest.raises(FileAbsent):
        Database.open(tmp_path, DESK, KEY, write=False)
    assert everything(tmp_path) == {DESK.name: b""}
    made(tmp_path)
    Database.open(tmp_path, DESK, KEY, write=False).close()


def test_an_empty_file_with_a_log_is_damage_and_the_log_stays(tmp_path: Path) -> None:
    database = Database.open(tmp_path, DESK, KEY, write=True)
    with database.write() as connection:
        connection.exec_driver_sql("INSERT INTO saved_search (name, query) VALUES ('a', 'b')")
    log = (tmp_path / "desk.db-wal").read_bytes()
    database.close()
    (tmp_path / DESK.name).write_bytes(b"")
    (tmp_path / "desk.db-wal").write_bytes(log)
    refused(tmp_path, DESK, KEY, Damaged)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_forked_process_cannot_use_the_file(tmp_path: Path) -> None:
    database = Database.open(tmp_path, DESK, KEY, write=True)
    uses: list[Callable[[], Any]] = [
        lambda: pragma(database, "user_version"),
        lambda: database.write().__enter__(),
        database.checkpoint,
        database.close,
    ]

    def try_all() -> None:
        for use in uses:
            try:
                use()
            except ForkedProcess:
                continue
            os._exit(1)
        os._exit(0)

    child = multiprocessing.get_context("fork").Process(target=try_all)
    child.start()
    child.join(20)
    assert child.exitcode == 0
    assert pragma(database, "user_version") == 0
    database.close()


def add_hats(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE hat (name TEXT)")
    connection.exec_driver_sql("INSERT INTO hat VALUES ('custodian')")


def rename_hats(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE hat RENAME TO headgear")
    connection.exec_driver_sql("INSERT INTO headgear VALUES ('cap')")


HATS = FileKind("hats.db", 0x43524868, "FULL", (add_hats,))
HEADGEAR = replace(HATS, migrations=(add_hats, rename_hats))
OLD, NEW = (["add_hats"], "hat"), (["add_hats", "rename_hats"], "headgear")


def state(folder: Path) -> tuple[list[str], str]:
    connection = connect(folder / HATS.name, KEY, write=False)
    names = [row[0] for row in connection.execute("SELECT name FROM migration ORDER BY rowid")]
    tables = connection.execute("SELECT name FROM sqlite_master WHERE name LIKE 'h%'").fetchall()
    connection.close()
    return names, tables[0][0]


def test_an_older_file_is_brought_up_to_date_and_keeps_its_rows(tmp_path: Path) -> None:
    made(tmp_path, HATS)
    database = Database.open(tmp_path, HEADGEAR, KEY, write=True)
    with database.read() as connection:
        rows = connection.exec_driver_sql("SELECT name FROM headgear ORDER BY rowid").scalars()
        assert list(rows) == ["custodian", "cap"]
    database.close()
    assert state(tmp_path) == NEW


def test_a_migration_that_fails_at_any_statement_leaves_the_old_schema(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path, HATS)
    failed = 0
    for at in range(1, 20):
        with StatementFails(at) as fails:
            try:
                made(tmp_path, HEADGEAR)
            except ZeroDivisionError:
                failed += 1
        if not fails.failed:
            break
        assert state(tmp_path) == OLD
    assert failed >= 5
    assert state(tmp_path) == NEW


class StatementFails:
    """Makes the statement of this number inside a transaction that writes fail."""

    def __init__(self, at: int) -> None:
        self._left = at
        self._writing = False
        self.failed = False

    def __enter__(self) -> Self:
        event.listen(Engine, "before_cursor_execute", self._count)
        return self

    def __exit__(self, *_: object) -> None:
        event.remove(Engine, "before_cursor_execute", self._count)

    def _count(self, _connection: Any, _cursor: Any, statement: str, *_: object) -> None:
        if statement.startswith("BEGIN"):
            self._writing = "IMMEDIATE" in statement
        if self._writing:
            self._left -= 1
            if self._left == 0:
                self.failed = True
                raise ZeroDivisionError


def test_an_error_of_ours_is_not_told_as_the_worlds(tmp_path: Path) -> None:
    database = Database.open(tmp_path, DESK, KEY, write=True)
    with pytest.raises(dbapi2.Error), database.read() as connection:
        connection.exec_driver_sql("SELECT * FROM no_such_table")
    database.close()
