"""Entries for a spreadsheet and for other programs."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from controlroom.model.journal import propose
from controlroom.store.durable import sha256_of
from controlroom.store.errors import DiskFailed
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.draft import Stopped
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.listing import Line, Unread
from controlroom.store.journal.tables import COLUMNS, About, Spoken, export_listing, export_table
from controlroom.store.journal.wanted import Wanted
from tests.store.journal.samples import KEY, START, Ticking, fill

HOSTILE = ("=1+1", "@SUM(A1)", " +2", "-3", '"; DROP', "line\nfeed")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[JournalFile]:
    one = JournalFile.open(tmp_path / "house", KEY, "4711", Ticking())
    yield one
    one.close()


@pytest.fixture(autouse=True)
def house(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()


def speak(line: Line) -> Spoken:
    if isinstance(line, Unread):
        return Spoken("", f"entry {line.seq} cannot be read")
    return Spoken("Asha Venn", f"Asha Venn: {line.kind}", "=no right" if line.seq == 2 else "")


def on(_looked: int) -> bool:
    return True


def rows_of(path: Path) -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_table_has_a_line_for_each_entry_wanted(journal: JournalFile, tmp_path: Path) -> None:
    journal.append_all([propose("note.added", f"note/{n % 9}", {"n": n}) for n in range(1_200)])
    entries = [one for one in all_entries(journal) if one.subject == "note/3"][::-1]
    seen: list[int] = []

    def going(looked: int) -> bool:
        seen.append(looked)
        return True

    path = tmp_path / "record.csv"
    draft = export_table(journal.database, Wanted(subject="note/3"), path, speak, going)
    draft.keep()
    assert draft.entries == len(entries)
    assert draft.sha256 == sha256_of(path)
    assert seen[-1] == journal.head().seq
    rows = rows_of(path)
    assert tuple(rows[0]) == COLUMNS
    assert [int(row["entry"]) for row in rows] == [one.seq for one in entries]
    assert rows[0]["hash"] == entries[0].hash.hex()
    assert rows[0]["actor_name"] == "Asha Venn"


def test_no_cell_is_taken_for_a_formula(journal: JournalFile, tmp_path: Path) -> None:
    for text in HOSTILE:
        journal.append(propose("note.added", f"{text.replace(chr(10), ' ')}", {"text": text}), 0)
    export_table(journal.database, Wanted(), tmp_path / "record.csv", speak, on).keep()
    for row in rows_of(tmp_path / "record.csv"):
        for cell in row.values():
            assert not cell.lstrip().startswith(("=", "+", "-", "@"))


def test_json_holds_the_very_body_that_was_hashed(journal: JournalFile, tmp_path: Path) -> None:
    fill(journal, 30)
    entries = [*all_entries(journal)][::-1]
    path = tmp_path / "record.json"
    about = About("kind=note.added", START)
    export_listing(journal.database, Wanted(), path, speak, about, on).keep()
    found = json.loads(path.read_text("utf-8"))
    assert (found["format"], found["chosen"]) == ("controlroom-record", "kind=note.added")
    assert found["count"] == len(entries) == len(found["entries"])
    assert [one["body"] for one in found["entries"]] == [one.body for one in entries]
    assert found["entries"][-2]["without_effect"] == "=no right"
    assert any(one["body"] is None for one in found["entries"])


def test_nothing_wanted_is_a_whole_file_too(journal: JournalFile, tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    export_listing(journal.database, Wanted(), path, speak, About("", START), on).keep()
    assert json.loads(path.read_text("utf-8"))["entries"] == []


def test_an_entry_that_cannot_be_read_is_told_of(journal: JournalFile, tmp_path: Path) -> None:
    fill(journal, 5)
    with journal.database.write() as connection:
        connection.exec_driver_sql("DROP TRIGGER entry_is_fixed")
        connection.exec_driver_sql("UPDATE entry SET at = 'noon' WHERE seq = 3")
    export_table(journal.database, Wanted(), tmp_path / "record.csv", speak, on).keep()
    assert rows_of(tmp_path / "record.csv")[2]["told"] == "entry 3 cannot be read"


def test_a_stopped_export_leaves_nothing(journal: JournalFile, tmp_path: Path) -> None:
    fill(journal, 30)
    with pytest.raises(Stopped):
        export_table(journal.database, Wanted(), tmp_path / "a.csv", speak, lambda _: False)
    assert [one.name for one in tmp_path.iterdir()] == ["house"]


def test_a_folder_that_is_not_there_is_told(journal: JournalFile, tmp_path: Path) -> None:
    with pytest.raises(DiskFailed):
        export_table(journal.database, Wanted(), tmp_path / "no" / "a.csv", speak, on)
