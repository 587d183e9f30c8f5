"""Making one backup: copied under another name, checked, then named."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from controlroom import __version__
from controlroom.store.backup.check import check_copy
from controlroom.store.backup.copy import Pace, Progress, copy_database
from controlroom.store.backup.errors import BackupUnsound, NothingToBackUp
from controlroom.store.backup.listing import (
    UNFINISHED,
    clear_leftovers,
    free_name,
    latest,
    list_backups,
)
from controlroom.store.backup.manifest import Held, Manifest, write_manifest
from controlroom.store.backup.shelved import shelve, sweep
from controlroom.store.durable import copy_through, disk_told, sha256_of, sync_folder
from controlroom.store.kinds import OURS
from controlroom.store.lock import hold
from controlroom.store.migrate import FileKind
from controlroom.store.shelf.file import SHELF

KEYS = "keys.json"
"""Stands beside the databases; without it the recovery key opens no backup."""

LOCK = "backup.lock"
"""Held by whoever makes or thins the backups in a folder."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was read back and found whole."""

    folder: Path
    manifest: Manifest


def silent(_done: int, _total: int) -> None:
    """Takes progress and tells nobody."""


def backup(
    data_dir: Path,
    target_dir: Path,
    key: bytes,
    when: datetime,
    *,
    kinds: Sequence[FileKind] = OURS,
    shelf: bool = True,
    others: Iterable[Path] = (),
    pace: Pace | None = None,
    progress: Progress = silent,
) -> Made:
    """Copies the files of `data_dir` into a new dated folder below `target_dir` and checks them.

    With `shelf`, what the shelf has is copied into a pool that the backups below `target_dir`
    share. The files may be in use. keys.json goes along, and so do the `others` that are there
    (settings).
    Raises `NothingToBackUp`, `BackupUnsound`, `AlreadyRunning` (another backup into this folder),
    `StoreError`; nothing half-made stays then.
    """
    there = [kind for kind in kinds if (data_dir / kind.name).exists()]
    seen = looks(data_dir, SHELF)
    if not there and not (shelf and seen):
        raise NothingToBackUp(folder=data_dir)
    with _own_folder(target_dir, when) as (place, named):
        held = [
            _copy_checked(data_dir, place, kind, key, pace or Pace(), progress) for kind in there
        ]
        if shelf and (listed := shelve(data_dir, place, key, seen, pace or Pace(), progress)):
            held.append(listed)
        held += [_copy_plain(file, place) for file in (data_dir / KEYS, *others) if file.is_file()]
        before = latest(list_backups(target_dir))
        number = before.manifest.number + 1 if before else 1
        manifest = Manifest(number, when.astimezone(UTC), __version__, tuple(held))
        with disk_told(place):
            write_manifest(place, manifest)
            sync_folder(place)
            place.rename(named)
            sync_folder(target_dir)
        sweep(target_dir)
    return Made(named, manifest)


def looks(data_dir: Path, kind: FileKind) -> tuple[int, ...]:
    """Returns sizes and times of a file and its log: they change with every commit."""
    seen: list[int] = []
    for name in (kind.name, f"{kind.name}-wal"):
        try:
            stat = (data_dir / name).stat()
        except OSError:
            continue
        if stat.st_size:
            seen += (stat.st_size, stat.st_mtime_ns)
    return tuple(seen)


@contextmanager
def _own_folder(target_dir: Path, when: datetime) -> Iterator[tuple[Path, Path]]:
    """Gives the folder to fill and the one it is to become; removes the first on any error."""
    with disk_told(target_dir):
        target_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    with hold(target_dir / LOCK):
        clear_leftovers(target_dir)
        named = target_dir / free_name(target_dir, when)
        place = named.with_name(named.name + UNFINISHED)
        with disk_told(place):
            place.mkdir(mode=0o700)
        try:
            yield place, named
        except BaseException:
            shutil.rmtree(place, ignore_errors=True)
            raise


def _copy_checked(
    data_dir: Path, place: Path, kind: FileKind, key: bytes, pace: Pace, progress: Progress
) -> Held:
    copy = place / kind.name
    seen = looks(data_dir, kind)
    counted = copy_database(data_dir / kind.name, copy, key, pace, progress)
    rows = check_copy(copy, kind, key)
    if rows != counted:
        raise BackupUnsound(folder=place, reason=f"{kind.name}: rows are missing")
    with disk_told(copy):
        return Held(copy.name, copy.stat().st_size, sha256_of(copy), rows, seen)


def _copy_plain(file: Path, place: Path) -> Held:
    copy = place / file.name
    with disk_told(copy):
        read = copy_through(file, copy)
        if sha256_of(copy) != read:
            raise BackupUnsound(folder=place, reason=f"{copy.name}: it is not what was written")
        return Held(copy.name, copy.stat().st_size, read)
