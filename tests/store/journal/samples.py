"""Journals of invented decisions."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

from controlroom.model.journal import Entry, Head, chained, propose
from controlroom.model.journal_checkpoint import Checkpoint
from controlroom.model.journal_kinds import BodyErased, proposal_of
from controlroom.model.journal_tree import Tree
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.checkpoints import Checkpointer
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.signing import Signer

KEY = bytes(range(32))
SIGNER = Signer(bytes(range(1, 33)))
START = datetime(2026, 11, 22, 6, tzinfo=UTC)
WORDS = ("Fenmarsh", "péniche", "½ past", "𝔐97", 'so-called "news"', "back\\slash", "tab\tbed")


class Ticking:
    """A clock that goes on by some seconds at every look."""

    def __init__(self, step_s: float = 7) -> None:
        self.now, self._step = START, timedelta(seconds=step_s)

    def __call__(self) -> datetime:
        self.now += self._step
        return self.now


def fill(journal: JournalFile, count: int, seed: int = 1) -> None:
    """Appends notes about some subjects; every tenth body is erased a little later."""
    chance = random.Random(seed)
    for number in range(count):
        head = journal.head().seq
        note = {"text": chance.choice(WORDS), "number": number}
        journal.append(propose("note.added", f"note/{chance.randrange(9)}", note), head)
        if number % 10 == 9:
            journal.erase(head - 3, "notes are kept for a year")


def recorded(folder: Path, count: int = 60) -> tuple[list[Entry], list[Checkpoint]]:
    """Returns the entries of a real file with checkpoints in it, and the custodian's copies."""
    clock = Ticking()
    journal = JournalFile.open(folder, KEY, "4711", clock)
    signer = Checkpointer(journal, SIGNER)
    kept: list[Checkpoint] = []
    for seed in range(3):
        fill(journal, count // 3, seed)
        made = signer.sign(clock())
        assert made is not None
        kept.append(made)
    entries = list(all_entries(journal))
    journal.close()
    return entries[: kept[-1].size], kept


def chain(parts: list[tuple[str, str, dict[str, object]]], actor: str = "4711") -> list[Entry]:
    """Returns entries of kinds, subjects and bodies, chained from the first."""
    entries: list[Entry] = []
    for number, (kind, subject, body) in enumerate(parts):
        head = Head(entries[-1].seq, entries[-1].hash) if entries else Head()
        at = START + timedelta(seconds=number)
        entries.append(chained(propose(kind, subject, body), head, at, actor))
    return entries


def signed(entries: list[Entry], size: int) -> Checkpoint:
    """Returns a checkpoint over the first `size` entries."""
    tree = Tree()
    for entry in entries[:size]:
        tree.add(entry.hash)
    return SIGNER.sign(size, tree.root(size), "2026-11-22T07:00:00.000000Z")


def erasure(seq: int) -> tuple[str, str, dict[str, object]]:
    """Returns the parts of an entry that tells of an erasure."""
    made = proposal_of(BodyErased(str(seq), "a rule"))
    return made.kind, made.subject, {"rule": "a rule"}
