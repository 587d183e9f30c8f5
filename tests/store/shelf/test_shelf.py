"""What is put on a shelf comes off it byte for byte, at every desk, and nothing takes its place."""

import hashlib
import io
import random
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from controlroom.store.errors import WrongKey
from controlroom.store.journal.postgres.link import connection_parts
from controlroom.store.journal.postgres.shelf import TeamShelf
from controlroom.store.shelf.base import CHUNK, FileTooBig, FileUnreadable, NotOnShelf
from controlroom.store.shelf.file import ShelfFile
from tests.store.journal.conftest import Team
from tests.store.journal.samples import KEY
from tests.store.shelf.conftest import Desk

SIZES = (0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 20 * CHUNK + 7)


def content(size: int) -> bytes:
    return random.Random(size).randbytes(size)


@pytest.mark.parametrize("size", SIZES)
def test_a_file_comes_off_as_it_was_put_and_bears_its_hash(
    desk: Desk, tmp_path: Path, size: int
) -> None:
    path = tmp_path / "cctv.mp4"
    path.write_bytes(content(size))
    put = desk("4711").put(path)
    assert put == hashlib.sha256(content(size)).hexdigest()
    other = desk("5822") if isinstance(desk("4711"), TeamShelf) else desk("4711")
    assert other.has(put)
    with other.open(put) as file:
        assert file.read() == content(size)


def test_any_place_of_a_file_can_be_read_as_libraries_do(desk: Desk) -> None:
    whole = content(3 * CHUNK + 11)
    shelf = desk("4711")
    put = shelf.take(io.BytesIO(whole))
    with shelf.open(put) as file:
        for at, length in ((CHUNK - 3, 9), (0, 5), (len(whole) - 4, 100), (2 * CHUNK, CHUNK + 20)):
            file.seek(at)
            assert file.read(length) == whole[at : at + length]
        assert file.seek(-2, io.SEEK_END) == len(whole) - 2
        assert file.read() == whole[-2:]
        file.seek(len(whole) + 10)
        assert file.read() == b""


def test_the_same_file_lies_there_once(desk: Desk) -> None:
    shelf = desk("4711")
    assert shelf.take(io.BytesIO(b"still")) == shelf.take(io.BytesIO(b"still"))
    with shelf.open(hashlib.sha256(b"still").hexdigest()) as file:
        assert file.read() == b"still"


def test_what_is_not_there_is_said_so(desk: Desk, tmp_path: Path) -> None:
    shelf = desk("4711")
    assert not shelf.has("0" * 64)
    with pytest.raises(NotOnShelf):
        shelf.open("0" * 64)
    with pytest.raises(FileUnreadable, match=r"gone\.jpg"):
        shelf.put(tmp_path / "gone.jpg")


def test_a_file_too_large_for_any_network_is_refused_before_it_is_copied(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "day.mp4"
    with path.open("wb") as file:
        file.truncate(3 * 1024**3)
    with pytest.raises(FileTooBig, match="3072 MB of at most 2048"):
        desk("4711").put(path)


def test_what_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell() > 5 * CHUNK:
                raise OSError("the stick was pulled")
            return super().read(size)

    with closing(ShelfFile.open_in(tmp_path, KEY)) as shelf:
        with pytest.raises(FileUnreadable):
            shelf.take(Broken(content(30 * CHUNK)))
        with shelf._database.read() as connection:
            for table in ("file", "chunk"):
                assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 0


def test_what_a_killed_desk_left_in_half_goes_after_a_day(tmp_path: Path) -> None:
    with closing(ShelfFile.open_in(tmp_path, KEY)) as shelf:
        with shelf._database.write() as connection:
            connection.exec_driver_sql("INSERT INTO file (id, added_s) VALUES (7, 1000)")
            connection.exec_driver_sql(
                "INSERT INTO chunk (file, number, body) VALUES (7, 0, x'00')"
            )
        kept = shelf.take(io.BytesIO(b"whole"))
    with closing(ShelfFile.open_in(tmp_path, KEY)) as shelf:
        assert shelf.has(kept)
        with shelf._database.read() as connection:
            found = connection.exec_driver_sql("SELECT count(*) FROM chunk").scalar_one()
        assert found == 1


def test_nothing_on_the_disk_is_readable_without_the_key(tmp_path: Path) -> None:
    with closing(ShelfFile.open_in(tmp_path, KEY)) as shelf:
        shelf.take(io.BytesIO(b"a face nobody may see " * 2000))
    for path in tmp_path.iterdir():
        assert b"a face nobody" not in path.read_bytes()
    with pytest.raises(WrongKey):
        ShelfFile.open_in(tmp_path, bytes(32))


def test_a_copy_that_is_not_what_it_is_called_is_passed_over(team: Team, tmp_path: Path) -> None:
    true, name = b"the picture", hashlib.sha256(b"the picture").hexdigest()
    with psycopg.connect(**connection_parts(team.officer("9999")), autocommit=True) as liar:
        liar.execute("SELECT controlroom.put_chunk(%s, 0, %s)", (name, b"something else"))
        liar.execute("SELECT controlroom.end_copy(%s, %s)", (name, 14))
    reader = ShelfFile.open_in(tmp_path, KEY)
    with closing(TeamShelf(team.station(), reader)) as station:
        with pytest.raises(NotOnShelf):
            station.open(name)
        (tmp_path / "author").mkdir()
        own = ShelfFile.open_in(tmp_path / "author", KEY)
        with closing(TeamShelf(team.officer("4711"), own)) as author:
            author.take(io.BytesIO(true))
        with station.open(name) as file:
            assert file.read() == true


def test_a_whole_copy_is_never_changed_and_no_table_is_open(team: Team) -> None:
    name = hashlib.sha256(b"a").hexdigest()
    with psycopg.connect(**connection_parts(team.officer("4711")), autocommit=True) as link:
        link.execute("SELECT controlroom.put_chunk(%s, 0, 'a')", (name,))
        assert link.execute("SELECT controlroom.end_copy(%s, 2)", (name,)).fetchone() == (False,)
        assert link.execute("SELECT controlroom.end_copy(%s, 1)", (name,)).fetchone() == (True,)
        link.execute("SELECT controlroom.put_chunk(%s, 0, 'b')", (name,))
        query = "SELECT controlroom.chunk(%s, '4711', 0)"
        assert link.execute(query, (name,)).fetchone() == (b"a",)
        for attack in (
            "SELECT * FROM controlroom.shelf_chunk",
            "DELETE FROM controlroom.shelf_copy",
            "UPDATE controlroom.shelf_chunk SET body = 'c'",
            "INSERT INTO controlroom.shelf_copy VALUES ('x', '1', 1)",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                link.execute(attack)
        for bad in (("x", 0, b"a"), (name, -1, b"a"), (name, 9_000, b"a"), (name, 0, b"")):
            with pytest.raises(psycopg.Error, match="no chunk"):
                link.execute("SELECT controlroom.put_chunk(%s, %s, %s)", bad)
