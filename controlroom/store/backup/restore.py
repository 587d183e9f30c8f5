"""Going back to a backup."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from controlroom.store.backup.check import check_copy
from controlroom.store.backup.errors import BackupUnsound, FolderOpen, NotABackup
from controlroom.store.backup.make import KEYS
from controlroom.store.backup.manifest import Held, Manifest, read_manifest
from controlroom.store.backup.shelved import LIST, shelved, why_unsound
from controlroom.store.backup.swap import finish_interrupted_restore, gathering_place, swap_in
from controlroom.store.backup.unshelved import unshelve
from controlroom.store.database import Database
from controlroom.store.durable import copy_through, disk_told, sha256_of
from controlroom.store.kinds import OURS
from controlroom.store.lock import AlreadyRunning, hold
from controlroom.store.migrate import FileKind
from controlroom.store.shelf.file import SHELF

LOCKS = ("desk.lock", "engine.lock", "cache.lock")
"""Held by whoever uses a data folder."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did.

    Attributes:
        files: names of the files now in place.
        set_aside: folder with the files they replaced.
        others: files of the backup that were not put anywhere (settings).
        lost: photos and clips that could not be brought back: which copy, and why.
    """

    files: tuple[str, ...]
    set_aside: Path
    others: tuple[Path, ...]
    lost: tuple[str, ...] = ()


def verify(backup_dir: Path, key: bytes, kinds: Sequence[FileKind] = OURS) -> Manifest:
    """Reads a backup whole, with the copies it shares with others, and returns what it holds.

    Raises `NotABackup`, `BackupUnsound`, `FileTooNew`. Leaves no trace.
    """
    manifest = _verify_own(backup_dir, key, kinds)
    copies = shelved(backup_dir, manifest)
    if (listed := manifest.find(LIST)) and listed.rows != {"file": len(copies)}:
        raise BackupUnsound(folder=backup_dir, reason=f"{LIST}: rows are missing")
    for one in copies:
        if reason := why_unsound(backup_dir.parent, one):
            raise BackupUnsound(folder=backup_dir.parent, reason=reason)
    return manifest


def restore(
    backup_dir: Path,
    data_dir: Path,
    key: bytes,
    *,
    kinds: Sequence[FileKind] = OURS,
    locks: Iterable[str] = LOCKS,
) -> Restored:
    """Puts the databases of a backup in place of those in `data_dir`, which are set aside.

    Files that the backup does not hold stay. Photos and clips are added to the shelf; a copy of one
    that is damaged is named, and does not keep the rest from coming back. keys.json is put back
    only where the present one is missing or speaks of another key: with the same key the present
    one knows the newest recovery key. Raises `FolderOpen`, what `verify` raises of databases,
    `StoreError`; a restore that was cut off before is brought to its end first. Nothing was
    replaced then.
    """
    manifest = _verify_own(backup_dir, key, kinds)
    databases = [kind for kind, _ in _databases(manifest, kinds)]
    copies = shelved(backup_dir, manifest)
    if not databases and not copies:
        raise NotABackup(folder=backup_dir, reason="it holds no database")
    with disk_told(data_dir):
        data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _alone(data_dir, locks):
        finish_interrupted_restore(data_dir)
        names = [kind.name for kind in databases]
        if _wants_keys(backup_dir, data_dir, manifest):
            names.append(KEYS)
        gathered = _gathered(backup_dir, data_dir, manifest, names)
        lost: tuple[str, ...] = ()
        if copies:
            lost = unshelve(backup_dir.parent, copies, data_dir, gathered, key)
            names.append(SHELF.name)
        set_aside = swap_in(gathered)
        for kind in databases:
            # Opening reads the schema and the marks by which a file of ours is known.
            Database.open(data_dir, kind, key, write=False).close()
    known = {*names, KEYS, LIST}
    others = tuple(backup_dir / held.name for held in manifest.files if held.name not in known)
    return Restored(tuple(names), set_aside, others, lost)


def _verify_own(backup_dir: Path, key: bytes, kinds: Sequence[FileKind]) -> Manifest:
    """Reads what lies in the folder of a backup itself."""
    manifest = read_manifest(backup_dir)
    for held in manifest.files:
        _verify_bytes(backup_dir / held.name, held)
    for kind, held in _databases(manifest, kinds):
        if check_copy(backup_dir / kind.name, kind, key) != held.rows:
            raise BackupUnsound(folder=backup_dir, reason=f"{kind.name}: rows are missing")
    return manifest


def _databases(manifest: Manifest, kinds: Sequence[FileKind]) -> Iterator[tuple[FileKind, Held]]:
    for kind in kinds:
        held = manifest.find(kind.name)
        if held is not None:
            yield kind, held


def _verify_bytes(file: Path, held: Held) -> None:
    try:
        same = file.stat().st_size == held.size and sha256_of(file) == held.sha256
    except OSError as error:
        raise _unsound(file, "it cannot be read") from error
    if not same:
        raise _unsound(file, "it is not what was written")


def _gathered(backup_dir: Path, data_dir: Path, manifest: Manifest, names: list[str]) -> Path:
    place = gathering_place(data_dir, f"{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}")
    for held in manifest.files:
        if held.name in names:
            with disk_told(place / held.name):
                read = copy_through(backup_dir / held.name, place / held.name)
                if not held.sha256 == read == sha256_of(place / held.name):
                    raise _unsound(backup_dir / held.name, "it changed while it was read")
    return place


def _wants_keys(backup_dir: Path, data_dir: Path, manifest: Manifest) -> bool:
    if manifest.find(KEYS) is None:
        return False
    present = _key_check(data_dir / KEYS)
    return present is None or present != _key_check(backup_dir / KEYS)


def _key_check(keys: Path) -> object:
    try:
        told = json.loads(keys.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return told.get("check") if isinstance(told, dict) else None


@contextmanager
def _alone(data_dir: Path, locks: Iterable[str]) -> Iterator[None]:
    with ExitStack() as held:
        for name in locks:
            try:
                held.enter_context(hold(data_dir / name))
            except AlreadyRunning as error:
                raise FolderOpen(name=name.removesuffix(".lock"), folder=data_dir) from error
        yield


def _unsound(file: Path, reason: str) -> BackupUnsound:
    return BackupUnsound(folder=file.parent, reason=f"{file.name}: {reason}")
