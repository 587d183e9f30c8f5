"""Getting a damaged database back: salvaged, or from a backup. What was there is always kept."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from controlroom.house.backups import newest_holding
from controlroom.model.errors import WorldError
from controlroom.model.house import Rescued
from controlroom.store.backup.errors import BackupUnsound
from controlroom.store.backup.restore import LOCKS, restore
from controlroom.store.backup.swap import gathering_place, swap_in
from controlroom.store.kinds import OURS, WITH_SHELF
from controlroom.store.lock import hold
from controlroom.store.migrate import FileKind
from controlroom.store.rescue.salvage import salvage
from controlroom.store.rescue.soundness import State, soundness
from controlroom.store.shelf.file import SHELF

Told = Callable[[str, int], None]
"""Told which file is read, and how much of it, in percent."""


class NoBackup(WorldError):
    sentence = "There is no sound backup of {name} in {folder}."
    remedy = "Salvage what can be read of the damaged file."


def salvage_damaged(folder: Path, key: bytes, told: Told) -> list[Rescued]:
    """Replaces each damaged database by what can be read of it.

    Raises `AlreadyRunning` and what `salvage` raises.
    """
    with _alone(folder):
        damaged = [kind for kind in WITH_SHELF if _is_damaged(folder / kind.name, key, told)]
        return [_salvaged(folder, kind, key) for kind in damaged]


def restore_newest(folder: Path, key: bytes, file: str, told: Told) -> Rescued:
    """Puts back the newest backup that holds `file` and is sound; of the shelf's, only the shelf.

    Raises `NoBackup` and what `restore` raises but `BackupUnsound`.
    """
    for listed in newest_holding(folder, file):
        told(file, 0)
        try:
            done = restore(listed.folder, folder, key, kinds=() if file == SHELF.name else OURS)
        except BackupUnsound:
            continue
        lost = len(done.lost)
        return Rescued(file, done.set_aside, lost=lost, made_at=listed.manifest.made_at)
    raise NoBackup(name=file, folder=folder / "backups")


def _is_damaged(path: Path, key: bytes, told: Told) -> bool:
    def progress(done: int, total: int) -> None:
        told(path.name, done * 100 // total)

    return soundness(path, key, whole=True, progress=progress).state is State.DAMAGED


def _salvaged(folder: Path, kind: FileKind, key: bytes) -> Rescued:
    place = gathering_place(folder, f"{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}")
    saved = salvage(folder / kind.name, kind, key, place)
    return Rescued(kind.name, swap_in(place), saved.saved, saved.lost)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with ExitStack() as held:
        for name in LOCKS:
            held.enter_context(hold(folder / name))
        yield
