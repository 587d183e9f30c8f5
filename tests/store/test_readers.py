"""Reading without SQLAlchemy: bare connections lent in turns, each in a transaction of its own."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from controlroom.store.database import Database, connect
from controlroom.store.desk.schema import DESK
from controlroom.store.readers import NotOneRow, Readers

KEY = bytes(range(32))
READ_ALL = """
import sys
from pathlib import Path
from controlroom.store.cache.reader import CacheReader
from controlroom.store.desk.alerts import AlertBook
from controlroom.store.desk.store import DeskStore

folder, key = Path(sys.argv[1]), bytes(range(32))
desk, cache = DeskStore.open(folder, key), CacheReader.open(folder, key)
desk.boards(), desk.read_up_to(), desk.read_among(1, [2]), desk.sides(""), desk.drafts()
desk.draft("a"), desk.searches()
AlertBook(desk.database).rules(), AlertBook(desk.database).alerts()
cache.older(1), cache.posts([1]), cache.totals(), cache.versions(1), cache.payload(1)
print("sqlalchemy" in sys.modules)
desk.database.get_ready_to_write()
print("sqlalchemy" in sys.modules)
cache.close()
desk.close()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with one table, `hat`, of two rows."""
    path = tmp_path / "hats.db"
    made = connect(path, KEY, write=True)
    made.execute("PRAGMA journal_mode = WAL").fetchall()
    made.execute("CREATE TABLE hat (name TEXT)")
    made.execute("INSERT INTO hat VALUES ('custodian'), ('cap')")
    made.close()
    return path


@pytest.fixture
def readers(path: Path) -> Iterator[Readers]:
    one = Readers(lambda: connect(path, KEY, write=True), 2)
    yield one
    one.close()


def test_what_is_found_is_told_in_every_way_of_asking(readers: Readers) -> None:
    with readers.read() as connection:
        ask = connection.exec_driver_sql
        assert list(ask("SELECT name FROM hat")) == [("custodian",), ("cap",)]
        assert ask("SELECT name FROM hat").all() == [("custodian",), ("cap",)]
        assert list(ask("SELECT name FROM hat").scalars()) == ["custodian", "cap"]
        assert ask("SELECT name FROM hat WHERE name = ?", ("cap",)).one() == ("cap",)
        assert ask("SELECT name FROM hat").first() == ("custodian",)
        assert ask("SELECT count(*) FROM hat").scalar_one() == 2
        for nothing in ("first", "scalar", "one_or_none", "scalar_one_or_none"):
            assert getattr(ask("SELECT 1 FROM hat WHERE name = 'top'"), nothing)() is None


def test_one_row_is_neither_none_nor_several(readers: Readers) -> None:
    with readers.read() as connection:
        with pytest.raises(NotOneRow):
            connection.exec_driver_sql("SELECT name FROM hat WHERE name = 'top'").one()
        with pytest.raises(NotOneRow):
            connection.exec_driver_sql("SELECT name FROM hat").one_or_none()


def test_a_reader_sees_one_state_and_the_next_one_the_new(path: Path, readers: Readers) -> None:
    writer = connect(path, KEY, write=True)
    with readers.read() as connection:
        before = connection.exec_driver_sql("SELECT count(*) FROM hat").scalar_one()
        writer.execute("INSERT INTO hat VALUES ('top')")
        assert connection.exec_driver_sql("SELECT count(*) FROM hat").scalar_one() == before
    with readers.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM hat").scalar_one() == before + 1
    writer.close()


def test_what_a_reader_changes_is_never_kept(readers: Readers) -> None:
    with readers.read() as connection:
        connection.exec_driver_sql("DELETE FROM hat")
    with readers.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM hat").scalar_one() == 2


def test_connections_are_used_again_and_no_more_are_lent_than_agreed(path: Path) -> None:
    made = []

    def one() -> object:
        made.append(connect(path, KEY, write=True))
        return made[-1]

    readers, third = Readers(one, 2), threading.Event()

    def read() -> None:
        with readers.read():
            third.set()

    with readers.read(), readers.read():
        waiting = threading.Thread(target=read)
        waiting.start()
        assert not third.wait(0.2)
    waiting.join()
    assert third.is_set()
    assert len(made) == 2
    readers.close()


def test_a_connection_in_use_is_closed_when_it_comes_back(readers: Readers) -> None:
    with readers.lend() as bare:
        readers.close()
        assert bare.execute("SELECT count(*) FROM hat").fetchone() == (2,)
    with pytest.raises(dbapi2.ProgrammingError):
        bare.execute("SELECT 1")


def test_a_file_that_is_up_to_date_is_read_without_sqlalchemy(tmp_path: Path) -> None:
    from controlroom.store.cache.writer import CacheWriter

    CacheWriter.open(tmp_path, KEY).close()
    Database.open(tmp_path, DESK, KEY, write=True).close()
    done = subprocess.run(
        [sys.executable, "-c", READ_ALL, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["False", "True"], done.stderr
