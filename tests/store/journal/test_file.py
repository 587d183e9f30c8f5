"""What the journal of one workstation promises beyond the others: processes, kills, the disk."""

import random
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from controlroom.model.errors import OurError
from controlroom.model.journal import Head, Proposal, chained, propose
from controlroom.model.journal_kinds import JournalMoved, OfficerAdded, proposal_of
from controlroom.store.errors import FileAbsent, WrongKey
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.errors import Conflict, JournalMovedAway
from controlroom.store.journal.file import JournalFile, utc_now
from controlroom.store.journal.verify import verify
from tests.store.journal.samples import KEY

ROOT = Path(__file__).parents[3]
SHORT, LONG = 4, 60


def started(folder: Path, name: str, count: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.store.journal.machines", str(folder), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def acknowledged(said: str) -> dict[int, str]:
    words = [line.split() for line in said.splitlines() if line[:1].isdigit()]
    return {int(seq): digest for seq, digest in words}


def test_two_processes_append_at_once_and_every_race_has_one_winner(tmp_path: Path) -> None:
    """They also open the file, which is not there yet, at once."""
    both = [started(tmp_path, name, 60) for name in ("A", "B")]
    said = [one.communicate(timeout=60)[0] for one in both]
    assert [one.returncode for one in both] == [0, 0]
    told = [acknowledged(one) for one in said]
    assert not told[0].keys() & told[1].keys()
    journal = JournalFile.look(tmp_path, KEY)
    entries = list(all_entries(journal))
    journal.close()
    assert {entry.seq: entry.hash.hex() for entry in entries} == told[0] | told[1]
    assert len(entries) == 30 + 2 * 30
    races = [entry.subject for entry in entries if entry.subject.startswith("race/")]
    assert sorted(races) == sorted({f"race/{n}" for n in range(0, 60, 2)})
    assert verify(entries).broken is None


@pytest.mark.parametrize("kills", [SHORT, pytest.param(LONG, marks=pytest.mark.long)])
def test_a_kill_loses_nothing_that_was_acknowledged(tmp_path: Path, kills: int) -> None:
    chance, kept = random.Random(kills), dict[int, str]()
    for number in range(kills):
        both = [started(tmp_path, f"K{number}{name}", 10**6) for name in "ab"]
        for one in both:
            assert one.stdout is not None
            one.stdout.readline()
        time.sleep(chance.uniform(0.05, 0.4))
        for one in both:
            one.kill()
        for one in both:
            kept |= acknowledged(one.communicate()[0])
    journal = JournalFile.open(tmp_path, KEY, "4711")
    entries = {entry.seq: entry.hash.hex() for entry in all_entries(journal)}
    assert len(kept) > kills
    assert kept.items() <= entries.items()
    assert verify(all_entries(journal)).broken is None
    journal.append(propose("note.added", "note/after", {}), 0)
    journal.close()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM entry",
        "UPDATE entry SET actor = '1'",
        "UPDATE entry SET body = '{}'",
        "UPDATE entry SET body = NULL, at = '2020-01-01T00:00:00.000000Z'",
        "UPDATE entry SET seq = seq + 7",
    ],
)
def test_no_program_of_ours_can_change_an_entry_by_mistake(tmp_path: Path, statement: str) -> None:
    journal = JournalFile.open(tmp_path, KEY, "4711")
    entry = journal.append(propose("note.added", "note/1", {}), 0)
    with pytest.raises(DBAPIError, match="append-only"), journal.database.write() as connection:
        connection.exec_driver_sql(statement)
    assert journal.entries() == [entry]
    journal.close()


def test_an_erased_body_is_gone_and_told(tmp_path: Path) -> None:
    journal = JournalFile.open(tmp_path, KEY, "4711")
    entry = journal.append(propose("note.added", "note/1", {"text": "Mara Quill"}), 0)
    told = journal.erase(entry.seq, "notes are kept for a year")
    assert journal.entries()[0].body is None
    assert (told.kind, told.subject) == ("body.erased", "entry/1")
    assert verify(all_entries(journal)).erased == 1
    with pytest.raises(Conflict):
        journal.erase(entry.seq, "once more")
    journal.close()


def test_what_rights_stand_on_is_never_erased(tmp_path: Path) -> None:
    journal = JournalFile.open(tmp_path, KEY, "4711")
    entry = journal.append(proposal_of(OfficerAdded("22", "Ines Okoro")), 0)
    for seq in (entry.seq, 99):
        with pytest.raises(OurError, match="not to be erased"):
            journal.erase(seq, "a rule")
    assert journal.entries() == [entry]
    journal.close()


def test_a_record_that_moved_takes_nothing_more(tmp_path: Path) -> None:
    journal = JournalFile.open(tmp_path, KEY, "4711")
    journal.append(proposal_of(JournalMoved("database.example/controlroom")), 0)
    with pytest.raises(JournalMovedAway):
        journal.append(propose("note.added", "note/1", {}), 1)
    assert journal.head().seq == 1
    journal.close()


def test_the_file_is_encrypted_and_opens_with_its_key_alone(tmp_path: Path) -> None:
    journal = JournalFile.open(tmp_path, KEY, "4711")
    journal.append(propose("note.added", "note/1", {"text": "Mara Quill"}), 0)
    journal.close()
    assert b"Mara" not in (tmp_path / "journal.db").read_bytes()
    with pytest.raises(WrongKey):
        JournalFile.open(tmp_path, bytes(32), "4711")
    with pytest.raises(FileAbsent):
        JournalFile.look(tmp_path / "elsewhere", KEY)


def test_who_acts_has_a_name(tmp_path: Path) -> None:
    with pytest.raises(OurError):
        JournalFile.open(tmp_path, KEY, "two\nlines")


def test_an_entry_is_hashed_as_it_is_written_down() -> None:
    """The very bytes, so that no later version of this program can hash otherwise."""
    at = datetime(2026, 11, 22, 11, 50, 49, 123456, tzinfo=UTC)
    body = '{"name":"Zoé \\"Z\\" Quill","salt":"00","v":1}'
    entry = chained(Proposal("officer.added", "officer/22", body), Head(), at, "4711")
    assert entry.body_hash.hex() == BODY_HASH
    assert entry.hash.hex() == ENTRY_HASH
    assert utc_now().tzinfo is UTC


BODY_HASH = "5e0d6c6f3bd0f67bf202a373217fc015037bcad3625f9833962cedae5c6cf367"
ENTRY_HASH = "338e55dea5bcd5cce5ef4375675c2a2afa449be6a4ffa7829091969d25afd5f4"
