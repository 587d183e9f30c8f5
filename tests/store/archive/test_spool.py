"""What waits for the team's database lies on this disk, encrypted, in order, until it is there."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from controlroom.model.changes import Disappearance
from controlroom.store.archive.parcel import joined, parcel
from controlroom.store.archive.spool import Spool
from controlroom.store.errors import WrongKey
from tests.store.archive.samples import NAMES, NOW, parcel_of, post, seen

KEY = bytes(range(32))


@pytest.fixture
def spool(tmp_path: Path) -> Iterator[Spool]:
    with closing(Spool.open(tmp_path, KEY)) as one:
        yield one


def test_parcels_come_out_as_they_went_in_the_oldest_first(spool: Spool) -> None:
    gone = [Disappearance("x", "9", NOW)]
    put = [parcel_of(seen(post("1")), seen(post("2"))), parcel([], gone, NAMES)]
    for one in put:
        spool.put(one)
    last, found = spool.next(1_000)
    assert found == put
    assert spool.waiting() == 3
    spool.sent(last)
    assert (spool.next(1_000), spool.waiting()) == ((0, []), 0)


def test_a_batch_ends_at_about_so_many_posts_and_is_never_empty(spool: Spool) -> None:
    for number in range(4):
        spool.put(parcel_of(seen(post(f"{number}a")), seen(post(f"{number}b"))))
    assert [len(spool.next(most)[1]) for most in (1, 2, 5, 100)] == [1, 1, 2, 4]
    last, (first,) = spool.next(1)
    spool.sent(last)
    assert [one.remote_id for one in first.seen] == ["0a", "0b"]
    assert spool.next(1)[1][0].seen[0].remote_id == "1a"


def test_what_was_put_outlives_the_process_and_nobody_else_reads_it(tmp_path: Path) -> None:
    with closing(Spool.open(tmp_path, KEY)) as one:
        one.put(parcel_of(seen(post("1", "a secret message", private=True))))
    assert b"secret" not in (tmp_path / "outgoing.db").read_bytes()
    with pytest.raises(WrongKey):
        Spool.open(tmp_path, bytes(32))
    with closing(Spool.open(tmp_path, KEY)) as again:
        assert again.waiting() == 1


def test_what_another_version_left_is_passed_over(spool: Spool) -> None:
    with spool._database.write() as connection:
        connection.exec_driver_sql("INSERT INTO parcel (size, body) VALUES (1, x'c1')")
    spool.put(parcel_of(seen(post("1"))))
    _, found = spool.next(1_000)
    assert [len(one.seen) for one in found] == [0, 1]
    assert len(joined(found).seen) == 1
