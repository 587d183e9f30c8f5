"""Looking for damage in files that are in use."""

from pathlib import Path

from controlroom.store.errors import Damaged
from controlroom.store.kinds import WITH_SHELF
from controlroom.store.rescue.soundness import Progress, State, soundness


def refuse_damaged(folder: Path, key: bytes, progress: Progress) -> None:
    """Returns if no page that was looked at is damaged. Raises `Damaged`."""
    for kind in WITH_SHELF:
        path = folder / kind.name
        broken = _broken(path, key, progress)
        # A page that was being written while it was read looks damaged once, and not twice.
        if broken and broken & _broken(path, key, progress):
            raise Damaged(path=path)


def _broken(path: Path, key: bytes, progress: Progress) -> set[int]:
    found = soundness(path, key, progress=progress)
    return set(found.broken) if found.state is State.DAMAGED else set()
