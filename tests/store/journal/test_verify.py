"""What was tampered with is found, and what was not is left in peace."""

import json
import random
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from controlroom.model.journal import Entry
from controlroom.model.journal_checkpoint import Checkpoint
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.export import export, exported_entries, line_of
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.signing import Signer
from controlroom.store.journal.verify import Break, Fault, verify
from tests.store.journal.samples import KEY, SIGNER, chain, erasure, fill, recorded, signed
from tests.store.journal.tampering import TAMPERS, Tamper, rechained, rehashed

CASES_EACH = 125
SCRIPT = Path(__file__).parents[3] / "resources" / "verify_journal.py"
Record = tuple[list[Entry], list[Checkpoint]]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return recorded(tmp_path_factory.mktemp("record"))


def test_an_honest_record_is_sound_with_its_erased_bodies(record: Record) -> None:
    entries, kept = record
    verdict = verify(entries, kept, {SIGNER.public})
    assert verdict.broken is None
    assert verdict.entries == len(entries) == verdict.covered
    assert verdict.head == entries[-1].hash
    assert verdict.erased == sum(entry.body is None for entry in entries) > 0
    assert (verdict.checkpoints, verdict.exported) == (len(kept) - 1, len(kept))
    assert verdict.keys == {SIGNER.public}


@pytest.mark.parametrize("tamper", TAMPERS, ids=lambda one: one.__name__)
def test_a_thousand_ways_to_tamper_are_all_found(record: Record, tamper: Tamper) -> None:
    """A hundred and twenty-five random cases of each way."""
    entries, kept = record
    for seed in range(CASES_EACH):
        tampered = tamper(list(entries), random.Random(seed))
        assert tampered != entries
        verdict = verify(tampered, kept)
        assert verdict.broken is not None, f"{tamper.__name__}, case {seed}"


def test_an_altered_entry_is_named(record: Record) -> None:
    entries, kept = record
    for place in range(0, len(entries), 7):
        altered = list(entries)
        altered[place] = replace(entries[place], actor="9999")
        assert verify(altered, kept).broken == Break(place + 1, Fault.CHANGED)


def test_a_perfect_new_chain_shows_at_the_first_checkpoint_behind_it(record: Record) -> None:
    entries, kept = record
    bare = [entry for entry in entries if entry.kind == "note.added" and entry.body]
    anew = rechained(bare)
    assert verify(anew).broken is None
    assert verify(anew, kept).broken == Break(kept[0].size, Fault.ROOT_DIFFERS)


def test_a_chain_cut_off_shows_only_with_a_checkpoint_from_elsewhere(record: Record) -> None:
    entries, kept = record
    short = entries[: kept[1].size + 1]
    assert verify(short).broken is None
    assert verify(short, kept).broken == Break(len(short) + 1, Fault.CUT_OFF)


def test_a_body_that_nobody_erased_by_rule_is_missed() -> None:
    entries = chain([("note.added", f"note/{n}", {"n": n}) for n in range(3)])
    entries[1] = replace(entries[1], body=None)
    assert verify(entries).broken == Break(2, Fault.BODY_GONE)


def test_a_body_erased_by_rule_is_not_missed() -> None:
    parts: list[tuple[str, str, dict[str, object]]]
    parts = [("note.added", f"note/{n}", {"n": n}) for n in range(3)]
    entries = chain([*parts, erasure(2)])
    entries[1] = replace(entries[1], body=None)
    verdict = verify(entries)
    assert (verdict.broken, verdict.erased) == (None, 1)


def test_a_checkpoint_signed_by_a_stranger_is_told_from_ours(record: Record) -> None:
    entries, kept = record
    stranger = Signer.fresh()
    one = kept[0]
    false = stranger.sign(one.size, bytes.fromhex(one.root), one.at)
    assert verify(entries, [false]).broken is None
    found = verify(entries, [false], {SIGNER.public}).broken
    assert found == Break(one.size, Fault.CHECKPOINT_FOREIGN)


@pytest.mark.parametrize("field", ["at", "signature", "key"])
def test_an_exported_checkpoint_that_was_changed_is_refused(record: Record, field: str) -> None:
    entries, kept = record
    value = "00" * 64 if field == "signature" else "2026-11-22T00:00:00.000000Z"
    false = replace(kept[0], **{field: value})  # type: ignore[arg-type]
    assert verify(entries, [false]).broken == Break(false.size, Fault.EXPORT_FALSE)


def test_a_false_checkpoint_inside_the_record_is_found(record: Record) -> None:
    entries, _ = record
    place = next(n for n, entry in enumerate(entries) if entry.kind == "checkpoint.signed")
    body = json.loads(entries[place].body or "")
    lying = [*entries]
    lying[place] = rehashed(
        replace(entries[place], body=json.dumps({**body, "size": body["size"] - 1}))
    )
    found = verify(rechained(lying)).broken
    assert found == Break(place + 1, Fault.CHECKPOINT_FALSE)


def test_a_line_break_in_a_name_does_not_pass_for_another_entry() -> None:
    entries = chain([("note.added", "note/1", {})])
    twisted = rehashed(replace(entries[0], actor="4711\nnote.added"))
    assert verify([twisted]).broken == Break(1, Fault.UNREADABLE)


def test_an_export_reads_back_as_it_was(record: Record, tmp_path: Path) -> None:
    entries, _ = record
    done = export(entries, tmp_path / "record.jsonl")
    assert done.entries == len(entries)
    assert list(exported_entries(done.path)) == entries


@pytest.mark.parametrize(
    "line", [b"", b"[1]", b'{"seq":1}', b"\xff\xfe", b'{"a":' * 99_999, b'"\\ud800"']
)
def test_a_line_that_is_no_entry_is_named(record: Record, tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "record.jsonl"
    good = b"".join(line_of(entry).encode() for entry in record[0][:3])
    path.write_bytes(good + line + b"\n")
    assert verify(exported_entries(path)).broken == Break(4, Fault.UNREADABLE)


def test_a_stranger_finds_the_same_with_standard_tools(record: Record, tmp_path: Path) -> None:
    """The script of at most sixty lines agrees with ours on sound and on tampered records."""
    entries, kept = record
    assert len(SCRIPT.read_text(encoding="utf-8").splitlines()) <= 60
    assert "controlroom" not in "".join(
        line for line in SCRIPT.read_text(encoding="utf-8").splitlines() if "import" in line
    )
    custody = tmp_path / "checkpoints.jsonl"
    custody.write_text("".join(json.dumps(asdict(one)) + "\n" for one in kept))
    assert told(entries, custody, tmp_path).startswith(f"sound: {len(entries)} entries")
    for seed, tamper in enumerate(TAMPERS):
        tampered = tamper(list(entries), random.Random(seed))
        assert "BROKEN" in told(tampered, custody, tmp_path), tamper.__name__


def told(entries: list[Entry], custody: Path, folder: Path) -> str:
    path = folder / "entries.jsonl"
    export(entries, path)
    command = [sys.executable, "-I", str(SCRIPT), str(path), str(custody)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    return done.stdout + done.stderr


def test_a_file_changed_behind_its_triggers_is_found(tmp_path: Path) -> None:
    journal = JournalFile.open(tmp_path, KEY, "4711")
    fill(journal, 9)
    kept = [signed(journal.entries(), 9)]
    with journal.database.write() as connection:
        for trigger in ("entry_stays", "entry_is_fixed"):
            connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
    for statement, fault in (
        ("UPDATE entry SET actor = '1' WHERE seq = 9", Fault.CHANGED),
        ("UPDATE entry SET at = 'never' WHERE seq = 8", Fault.UNREADABLE),
        ("UPDATE entry SET hash = x'00' WHERE seq = 7", Fault.UNREADABLE),
        ("DELETE FROM entry WHERE seq = 5", Fault.OUT_OF_PLACE),
    ):
        with journal.database.write() as connection:
            connection.exec_driver_sql(statement)
        found = verify(all_entries(journal), kept).broken
        assert found is not None
        assert found.fault is fault
    journal.close()
