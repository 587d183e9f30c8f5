"""Checkpoints on a workstation of one: when one is due, and who signs it."""

from datetime import datetime, timedelta
from pathlib import Path

from controlroom.store.durable import disk_told
from controlroom.store.journal.checkpoints import MOST_ENTRIES, MOST_MINUTES, Checkpointer
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.listing import unsigned

CUSTODY = "checkpoints.jsonl"


def is_due(record: JournalFile, now: datetime) -> bool:
    """Returns whether 500 entries or 15 minutes are not covered yet; reads next to nothing."""
    left = unsigned(record.database)
    if left.oldest is None:
        return False
    return left.entries >= MOST_ENTRIES or now - left.oldest >= timedelta(minutes=MOST_MINUTES)


def checkpointer(record: JournalFile) -> Checkpointer:
    """Returns what signs for a workstation's own record, with a copy beside the backups.

    Raises `StoreError`.
    """
    return Checkpointer(record, record.signer(), custody(record, make=True))


def custody(record: JournalFile, *, make: bool = False) -> Path:
    """Returns the file with the copies of all checkpoints; whoever takes the backups has it too.

    Args:
        make: makes its folder if it is not there.
    """
    from controlroom.store.backup.plan import FOLDER

    folder = record.database.path.parent / FOLDER
    if make:
        with disk_told(folder):
            folder.mkdir(exist_ok=True)
    return folder / CUSTODY
