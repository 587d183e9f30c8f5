"""The shelf in the backups: which copies a backup counts on, and which none counts on any more.

A backup lists its copies (`LIST`); they lie beside it in the pool. What lies there already is not
copied again, but read again about once in `_ROUND` backups: what is damaged is copied anew as long
as the shelf still has it.
"""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import msgspec

from controlroom.model.decoding import from_json
from controlroom.store.backup.copy import Pace, Progress
from controlroom.store.backup.errors import BackupUnsound
from controlroom.store.backup.listing import date_of, latest, list_backups
from controlroom.store.backup.manifest import FileName, Held, Manifest
from controlroom.store.backup.pacing import Paced
from controlroom.store.backup.pool import END, POOL, UNFINISHED, content_of, name_of, write_copy
from controlroom.store.durable import disk_told, sha256_of, sync_folder, write_through
from controlroom.store.errors import FileAbsent
from controlroom.store.shelf.file import ShelfFile

LIST = "shelf.json"
_ROUND = 48


class Shelved(msgspec.Struct, frozen=True):
    """A copy that a backup counts on: its name in the pool, bytes, and SHA-256 as it lies there."""

    name: FileName
    size: int
    sha256: str


def shelve(
    data_dir: Path,
    place: Path,
    key: bytes,
    seen: tuple[int, ...],
    pace: Pace,
    progress: Progress,
) -> Held | None:
    """Copies what the pool lacks of the shelf, and lists in `place` what this backup counts on.

    The caller holds the folder of the backups. Returns None where there is no shelf.

    Args:
        seen: how the shelf looked just before.

    Raises `BackupUnsound`, `StoreError`.
    """
    try:
        shelf = ShelfFile.look(data_dir, key)
    except FileAbsent:
        return None
    with closing(shelf):
        found = _copied(shelf, place.parent, key, pace, progress)
    written = msgspec.json.encode(found)
    with disk_told(place / LIST):
        write_through(place / LIST, written)
        return Held(LIST, len(written), sha256_of(place / LIST), {"file": len(found)}, seen)


def shelved(backup: Path, manifest: Manifest) -> tuple[Shelved, ...]:
    """Returns the copies that a backup counts on; none where it has no list.

    Raises `BackupUnsound` if the list cannot be read.
    """
    if manifest.find(LIST) is None:
        return ()
    try:
        return from_json((backup / LIST).read_bytes(), tuple[Shelved, ...])
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BackupUnsound(folder=backup, reason=f"{LIST}: it cannot be read") from error


def why_unsound(backups: Path, one: Shelved) -> str:
    """Returns what is wrong with a copy, "" if it is as it was written."""
    path = backups / POOL / one.name
    try:
        if path.stat().st_size == one.size and sha256_of(path) == one.sha256:
            return ""
    except FileNotFoundError:
        return f"{POOL}/{one.name}: it is missing"
    except OSError:
        return f"{POOL}/{one.name}: it cannot be read"
    return f"{POOL}/{one.name}: it is not what was written"


def sweep(backups: Path) -> None:
    """Removes the copies that no backup in a folder counts on; the caller holds the folder.

    None is removed while a backup cannot tell what it counts on.
    """
    pool = backups / POOL
    with disk_told(pool):
        if not pool.is_dir() or (wanted := _wanted(backups)) is None:
            return
        for path in pool.iterdir():
            if path.suffix in (END, UNFINISHED) and path.name not in wanted:
                path.unlink()


def _copied(
    shelf: ShelfFile, backups: Path, key: bytes, pace: Pace, progress: Progress
) -> list[Shelved]:
    pool, known, number = backups / POOL, *_known(backups)
    with disk_told(pool):
        pool.mkdir(mode=0o700, exist_ok=True)
    kept = shelf.kept()
    paced = Paced(sum(one.size for one in kept), pace, progress)
    found = []
    for place, one in enumerate(kept):
        path = pool / name_of(one.sha256, key)
        again = (place + number) % _ROUND == 0
        here = _still(backups, known.get(path.name), again) or _left(path, one.sha256, known, key)
        if here is None:
            with shelf.open(one.sha256) as file:
                write_copy(file, path, one.sha256, key, paced.step)
            here = _as_it_lies(path)
        found.append(here)
    with disk_told(pool):
        sync_folder(pool)
    return found


def _known(backups: Path) -> tuple[dict[str, Shelved], int]:
    last = latest(list_backups(backups))
    if last is None:
        return {}, 0
    try:
        told = shelved(last.folder, last.manifest)
    except BackupUnsound:
        told = ()
    return {one.name: one for one in told}, last.manifest.number


def _still(backups: Path, one: Shelved | None, again: bool) -> Shelved | None:
    if one is None:
        return None
    try:
        there = (backups / POOL / one.name).stat().st_size == one.size
    except OSError:
        return None
    return one if there and not (again and why_unsound(backups, one)) else None


def _left(path: Path, digest: str, known: Iterable[str], key: bytes) -> Shelved | None:
    """Returns a copy that no list tells of: another backup made it and was cut off."""
    if path.name in known or not path.is_file() or content_of(path, key) != digest:
        return None
    return _as_it_lies(path)


def _as_it_lies(path: Path) -> Shelved:
    with disk_told(path):
        return Shelved(path.name, path.stat().st_size, sha256_of(path))


def _wanted(backups: Path) -> set[str] | None:
    listed = list_backups(backups)
    dated = [one for one in backups.iterdir() if one.is_dir() and date_of(one.name) is not None]
    if len(dated) > len(listed):
        return None
    try:
        return {one.name for each in listed for one in shelved(each.folder, each.manifest)}
    except BackupUnsound:
        return None
