"""Putting whole files in the place of others so that a kill leaves the old ones or the new ones.

The new files are gathered in a folder ".gathering"; renaming it to "restoring-…" decides: before,
nothing has happened; from then on the swap is finished, now or at the next start. What was there
goes into "set-aside-…" and is never deleted.
"""

import shutil
from enum import Enum
from pathlib import Path

from controlroom.store.durable import disk_told, sync_folder

_GATHERING = "gathering-"
_DECIDED = "restoring-"
_ASIDE = "set-aside-"
_COMPANIONS = ("-wal", "-shm", "-journal", "")


class Interrupted(Enum):
    """What a start finds of a restore that was cut off."""

    NONE = "none"
    FINISHED = "finished"
    UNDONE = "undone"


def gathering_place(data_dir: Path, name: str) -> Path:
    """Makes and returns the empty folder into which the new files of a swap are to be put."""
    place = data_dir / (_GATHERING + name)
    with disk_told(place):
        if place.exists():
            shutil.rmtree(place)
        place.mkdir(mode=0o700, parents=True)
    return place


def swap_in(gathered: Path) -> Path:
    """Puts the gathered files in place; returns the folder that holds what they replaced."""
    decided = gathered.with_name(_DECIDED + gathered.name.removeprefix(_GATHERING))
    with disk_told(gathered):
        sync_folder(gathered)
        gathered.rename(decided)
        sync_folder(gathered.parent)
    return _finish(decided)


def finish_interrupted_restore(data_dir: Path) -> Interrupted:
    """Finishes or undoes a restore that was cut off; call it before any file is opened.

    The caller holds the folder. Raises `DiskFull`, `WriteRefused`, `DiskFailed`; it may be called
    again then.
    """
    done = Interrupted.NONE
    with disk_told(data_dir):
        for place in sorted(data_dir.glob(_GATHERING + "*")):
            shutil.rmtree(place)
            done = Interrupted.UNDONE
        for place in sorted(data_dir.glob(_DECIDED + "*")):
            _finish(place)
            done = Interrupted.FINISHED
    return done


def _finish(decided: Path) -> Path:
    data_dir = decided.parent
    aside = data_dir / (_ASIDE + decided.name.removeprefix(_DECIDED))
    with disk_told(data_dir):
        aside.mkdir(mode=0o700, exist_ok=True)
        for new in sorted(decided.iterdir()):
            _set_aside(data_dir / new.name, aside)
            new.replace(data_dir / new.name)
        for folder in (aside, decided, data_dir):
            sync_folder(folder)
        decided.rmdir()
        sync_folder(data_dir)
    return aside


def _set_aside(present: Path, aside: Path) -> None:
    """Moves a file and what belongs to it, the log first: it must never meet the new file."""
    for companion in _COMPANIONS:
        old = present.with_name(present.name + companion)
        if old.exists() or old.is_symlink():
            old.rename(_free(aside / old.name))
    sync_folder(present.parent)


def _free(wanted: Path) -> Path:
    tried, number = wanted, 2
    while tried.exists():
        tried, number = wanted.with_name(f"{wanted.name}.{number}"), number + 1
    return tried
