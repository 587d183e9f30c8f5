"""Verifies a record where it lies, and tells the verdict in sentences."""

from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from controlroom.model.journal_checkpoint import Checkpoint
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.checkpoints import checkpoints_of
from controlroom.store.journal.export import exported_entries
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.package import Package, is_package
from controlroom.store.journal.verify import Verdict, verify


def check_export(file: Path, custody: Path | None, keys: Collection[str]) -> Verdict:
    """Verifies an export or a package.

    Raises `StoreError`, `CheckpointsUnreadable`, `PackageFalse`.
    """
    if is_package(file):
        with Package.opened(file, _lowered(keys)) as package:
            known = [*package.checkpoints(), *_exported(custody)]
            return verify(package.entries(), known, _lowered(keys))
    return verify(exported_entries(file), _exported(custody), _lowered(keys))


def check_file(folder: Path, key: bytes, custody: Path | None, keys: Collection[str]) -> Verdict:
    """Verifies the record of a workstation. Raises as `check_export`."""
    with closing(JournalFile.look(folder, key)) as journal:
        return verify(all_entries(journal), _exported(custody), _lowered(keys))


def check_team(url: str, custody: Path | None, keys: Collection[str]) -> Verdict:
    """Verifies the record of a team. Raises `JournalError`, `CheckpointsUnreadable`."""
    from controlroom.store.journal.postgres.team import TeamJournal

    with closing(TeamJournal(url)) as journal:
        return verify(all_entries(journal), _exported(custody), _lowered(keys))


def lines(verdict: Verdict) -> list[str]:
    """Returns a verdict as it is told on a terminal."""
    told = [
        f"{verdict.entries} entries, the last {verdict.head.hex()}.",
        f"{verdict.erased} bodies erased under a rule.",
        f"{verdict.checkpoints} checkpoints in the record, {verdict.exported} exported ones fit.",
        *(f"Signed with {key}." for key in sorted(verdict.keys)),
    ]
    if verdict.broken:
        return [*told, f"BROKEN at entry {verdict.broken.seq}: {verdict.broken.fault}."]
    if verdict.covered < verdict.entries:
        left = verdict.entries - verdict.covered
        told.append(f"The last {left} entries are not covered by an exported checkpoint.")
    return [*told, "Sound."]


def _exported(custody: Path | None) -> list[Checkpoint]:
    return checkpoints_of(custody) if custody else []


def _lowered(keys: Collection[str]) -> frozenset[str]:
    return frozenset(key.lower() for key in keys)
