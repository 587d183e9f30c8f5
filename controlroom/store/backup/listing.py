"""The backups in a folder: dated folders (UTC, "20261122T061500Z") with a manifest."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from controlroom.store.backup.errors import NotABackup
from controlroom.store.backup.manifest import Manifest, read_manifest
from controlroom.store.durable import disk_told, sync_folder

UNFINISHED = ".part"
GOING = ".going"
_FORM = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Listed:
    """A whole backup; whether its files are still sound is found out by reading them."""

    folder: Path
    manifest: Manifest

    @property
    def size(self) -> int:
        """Bytes on the disk."""
        return sum(file.size for file in self.manifest.files)


def list_backups(folder: Path) -> list[Listed]:
    """Returns the whole backups right below `folder`, oldest first; none if it is not there."""
    with disk_told(folder):
        found = list(folder.iterdir()) if folder.is_dir() else []
    backups = []
    for place in found:
        if place.is_dir() and date_of(place.name) is not None:
            try:
                backups.append(Listed(place, read_manifest(place)))
            except NotABackup:
                continue
    return sorted(backups, key=lambda backup: (backup.manifest.made_at, backup.manifest.number))


def latest(backups: Iterable[Listed]) -> Listed | None:
    """Returns the backup made last, whatever the clock said; None if there is none."""
    return max(backups, key=lambda backup: backup.manifest.number, default=None)


def free_name(folder: Path, when: datetime) -> str:
    """Returns the name of a backup of this moment that is not taken yet."""
    name = when.astimezone(UTC).strftime(_FORM)
    tried, number = name, 2
    while any((folder / (tried + end)).exists() for end in ("", UNFINISHED)):
        tried, number = f"{name}-{number}", number + 1
    return tried


def date_of(name: str) -> datetime | None:
    """Returns the moment that the name of a backup tells, None for any other name."""
    stem, dash, number = name.partition("-")
    if dash and not number.isdecimal():
        return None
    try:
        return datetime.strptime(stem, _FORM).replace(tzinfo=UTC)
    except ValueError:
        return None


def remove(backup: Path) -> None:
    """Removes a backup: first its name, so that no half of it is ever taken for whole."""
    with disk_told(backup):
        going = backup.with_name(backup.name + GOING)
        backup.rename(going)
        sync_folder(backup.parent)
        shutil.rmtree(going)


def clear_leftovers(folder: Path) -> None:
    """Removes what a kill left of backups being made or removed."""
    with disk_told(folder):
        for place in folder.iterdir():
            stem, dot, end = place.name.rpartition(".")
            if dot + end in (UNFINISHED, GOING) and date_of(stem) is not None:
                shutil.rmtree(place)
