"""Bringing the photos and clips of a backup back onto the shelf.

What is on a sound shelf stays there, and only what it lacks is added: a file is what its hash says,
so nothing newer can be lost. Where there is no sound shelf, one is gathered to take its place.
"""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from controlroom.store.backup.pool import POOL, name_of, open_copy
from controlroom.store.backup.shelved import Shelved, why_unsound
from controlroom.store.rescue.soundness import State, soundness
from controlroom.store.shelf.file import SHELF, ShelfFile


def unshelve(
    backups: Path, copies: Sequence[Shelved], data_dir: Path, gathered: Path, key: bytes
) -> tuple[str, ...]:
    """Adds copies to the shelf of `data_dir`, or to a new one in `gathered` if that is not sound.

    Returns what could not be brought back, and why. Raises `StoreError`.
    """
    sound = soundness(data_dir / SHELF.name, key, whole=True).state is State.SOUND
    lost = []
    with closing(ShelfFile.open_in(data_dir if sound else gathered, key)) as shelf:
        here = {name_of(one.sha256, key) for one in shelf.kept()}
        for one in copies:
            if one.name in here:
                continue
            if reason := why_unsound(backups, one) or _put(shelf, backups, one, key):
                lost.append(reason)
    return tuple(lost)


def _put(shelf: ShelfFile, backups: Path, one: Shelved, key: bytes) -> str:
    with open_copy(backups / POOL / one.name, key) as file:
        digest = shelf.take(file)
    return "" if name_of(digest, key) == one.name else f"{POOL}/{one.name}: it is another file"
