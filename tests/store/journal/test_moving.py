"""A workstation's record moved into a team's database, every entry as it is."""

from pathlib import Path

import pytest

from benchmarks.postgres import Cluster
from controlroom.model.journal import propose
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.errors import (
    DatabaseAway,
    JournalMovedAway,
    RecordBroken,
    TeamIsThere,
)
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.moving import move
from controlroom.store.journal.postgres.setup import add_officer, create_with
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.store.journal.verify import verify
from tests.store.journal.samples import KEY, fill, recorded


@pytest.mark.parametrize("owner", ["postgres", "dba"])
def test_the_chain_goes_on_where_it_was(cluster: Cluster, tmp_path: Path, owner: str) -> None:
    _, kept = recorded(tmp_path)
    before = contents(tmp_path)
    name = cluster.database(owner)
    admin = cluster.url(owner, name)
    moved = move(tmp_path, KEY, admin)
    assert moved.entries == len(before) + 1
    url = cluster.url(add_officer(admin, "4711", "word"), name, "word")
    journal = TeamJournal(url)
    entries = list(all_entries(journal))
    assert entries == contents(tmp_path)
    assert entries[:-1] == before
    assert entries[-1].kind == "journal.moved"
    assert journal.append(propose("note.added", "note/new", {}), 0).seq == len(entries) + 1
    verdict = verify(all_entries(journal), kept)
    assert (verdict.broken, verdict.exported) == (None, len(kept))
    journal.close()


def test_the_file_takes_nothing_more(cluster: Cluster, tmp_path: Path) -> None:
    recorded(tmp_path)
    move(tmp_path, KEY, cluster.url(database=cluster.database()))
    journal = JournalFile.open(tmp_path, KEY, "4711")
    with pytest.raises(JournalMovedAway):
        journal.append(propose("note.added", "note/late", {}), 0)
    journal.close()


def test_what_broke_off_is_moved_by_moving_again(cluster: Cluster, tmp_path: Path) -> None:
    recorded(tmp_path)
    url = cluster.url(database=cluster.database())

    class PowerCut(Exception):
        pass

    def fail(_: object) -> None:
        raise PowerCut

    with pytest.raises(PowerCut):
        create_with(url, fail)
    with pytest.raises(DatabaseAway):
        move(tmp_path, KEY, "postgresql://dba@127.0.0.1:1/none")
    first = move(tmp_path, KEY, url)
    other = cluster.url(database=cluster.database())
    again = move(tmp_path, KEY, other)
    assert again.entries == first.entries
    with pytest.raises(TeamIsThere):
        move(tmp_path, KEY, other)


def test_a_broken_record_stays_where_it_is(cluster: Cluster, tmp_path: Path) -> None:
    journal = JournalFile.open(tmp_path, KEY, "4711")
    fill(journal, 5)
    with journal.database.write() as connection:
        connection.exec_driver_sql("DROP TRIGGER entry_is_fixed")
        connection.exec_driver_sql("UPDATE entry SET actor = '9' WHERE seq = 3")
    journal.close()
    name = cluster.database()
    with pytest.raises(RecordBroken, match="at entry 3"):
        move(tmp_path, KEY, cluster.url(database=name))
    assert len(contents(tmp_path)) == 5


def contents(folder: Path) -> "list[object]":
    journal = JournalFile.look(folder, KEY)
    entries: list[object] = list(all_entries(journal))
    journal.close()
    return entries
