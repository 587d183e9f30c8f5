"""Signs checkpoints when they are due, and keeps a copy where another custodian has it."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from controlroom.model.decoding import from_json, from_plain
from controlroom.model.errors import WorldError
from controlroom.model.journal import Entry, stamp
from controlroom.model.journal_checkpoint import Checkpoint
from controlroom.model.journal_kinds import CheckpointSigned, proposal_of
from controlroom.model.journal_tree import Frontier
from controlroom.store.durable import disk_told, sync_file
from controlroom.store.journal.base import Journal, all_entries
from controlroom.store.journal.errors import Conflict
from controlroom.store.journal.signing import Signer

MOST_MINUTES = 15
MOST_ENTRIES = 500


class CheckpointsUnreadable(WorldError):
    sentence = "Line {line} of {path} is no checkpoint."
    remedy = "Take the file as the custodian got it."


class Checkpointer:
    """Follows a journal and signs for it.

    Args:
        custody: a file to which every checkpoint is added; best on another computer's disk.
    """

    def __init__(self, journal: Journal, signer: Signer, custody: Path | None = None) -> None:
        self._journal, self._signer, self._custody = journal, signer, custody
        self._tree = Frontier()
        self._unsigned = 0
        self._oldest: datetime | None = None

    def sign_due(self, now: datetime) -> Checkpoint | None:
        """Signs if 500 entries or 15 minutes are not covered yet; returns what it signed.

        Raises what the journal raises, and `StoreError` for the custodian's copy: the entry is in
        the journal then.
        """
        self.follow()
        waited = now - self._oldest if self._oldest else timedelta()
        if self._unsigned >= MOST_ENTRIES or waited >= timedelta(minutes=MOST_MINUTES):
            return self.sign(now)
        return None

    def sign(self, now: datetime) -> Checkpoint | None:
        """Signs for all entries there are; None if there is nothing new, or another was first."""
        self.follow()
        if not self._unsigned:
            return None
        size = self._tree.size
        made = self._signer.sign(size, self._tree.root(), stamp(now))
        try:
            self._journal.append(proposal_of(made.as_decision()), size)
        except Conflict:
            return None
        if self._custody is not None:
            add(self._custody, made)
        self.follow()
        return made

    def follow(self) -> None:
        """Reads what was appended since."""
        for entry in all_entries(self._journal, self._tree.size):
            self._take(entry)

    def follow_some(self) -> bool:
        """Reads the next entries; returns whether there were any."""
        came = self._journal.entries(self._tree.size)
        for entry in came:
            self._take(entry)
        return bool(came)

    def _take(self, entry: Entry) -> None:
        self._tree.add(entry.hash)
        if entry.kind == CheckpointSigned.kind:
            self._unsigned, self._oldest = 0, None
            return
        self._unsigned += 1
        self._oldest = self._oldest or entry.at


def add(path: Path, checkpoint: Checkpoint) -> None:
    """Adds a checkpoint to a custodian's file, through to the disk."""
    with disk_told(path):
        with path.open("a", encoding="ascii") as file:
            file.write(json.dumps(asdict(checkpoint)) + "\n")
        sync_file(path)


def checkpoints_of(path: Path) -> list[Checkpoint]:
    """Returns the checkpoints of a custodian's file. Raises `CheckpointsUnreadable`."""
    with disk_told(path):
        lines = path.read_bytes().splitlines()
    return checkpoints_in(path, lines)


def checkpoints_in(path: Path, lines: Sequence[bytes]) -> list[Checkpoint]:
    """Returns the checkpoints in the lines of a file. Raises `CheckpointsUnreadable`."""
    return [_checkpoint(path, number, line) for number, line in enumerate(lines, 1)]


def _checkpoint(path: Path, number: int, line: bytes) -> Checkpoint:
    try:
        fields: dict[str, Any] = from_json(line, dict[str, Any])
        return from_plain(fields, Checkpoint)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CheckpointsUnreadable(path=path, line=number) from error
