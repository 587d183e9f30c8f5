"""When which files are backed up, and how long the backups stay.

What people made goes every half hour if it changed. The cache is a hundred times as large and can
be read again as far as the networks allow, so it goes once a day, and four copies stay at most.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from controlroom.store.backup.copy import Pace
from controlroom.store.backup.listing import Listed, latest, list_backups, remove
from controlroom.store.backup.make import LOCK, Made, backup, looks
from controlroom.store.backup.shelved import LIST, sweep
from controlroom.store.backup.thin import CACHE as KEEP_CACHE
from controlroom.store.backup.thin import RECORD, Keep, thin
from controlroom.store.cache.schema import CACHE
from controlroom.store.kinds import OURS
from controlroom.store.lock import AlreadyRunning, hold
from controlroom.store.migrate import FileKind
from controlroom.store.shelf.file import SHELF

FOLDER = "backups"


@dataclass(frozen=True, slots=True)
class Series:
    """Backups of the same files, one after the other, in a folder of their own.

    Attributes:
        every: least time between two; none is made if nothing changed.
        shelf: whether the photos and clips go along.
    """

    folder: Path
    kinds: tuple[FileKind, ...]
    every: timedelta
    keep: Keep
    shelf: bool = False


def usual_series(
    data_dir: Path,
    *,
    every: timedelta = timedelta(minutes=30),
    cache_every: timedelta | None = timedelta(days=1),
) -> tuple[Series, ...]:
    """Returns the series of a desk; with `cache_every` None the cache is left out."""
    records = tuple(kind for kind in OURS if kind is not CACHE)
    series = [Series(data_dir / FOLDER, records, every, RECORD, shelf=True)]
    if cache_every is not None:
        series.append(Series(data_dir / FOLDER / "cache", (CACHE,), cache_every, KEEP_CACHE))
    return tuple(series)


class BackupPlan:
    """Makes the backups that are due. To be asked every minute or so, away from the window.

    Args:
        others: files that go along with every backup if they are there (settings).
    """

    def __init__(
        self,
        data_dir: Path,
        key: bytes,
        series: Sequence[Series] | None = None,
        others: Sequence[Path] = (),
        pace: Pace | None = None,
    ) -> None:
        self._data_dir = data_dir
        self._key = key
        self._series = usual_series(data_dir) if series is None else series
        self._others = others
        self._pace = pace

    def due(self, now: datetime) -> list[Series]:
        """Returns the series of which a backup is due."""
        return [series for series in self._series if self._is_due(series, now)]

    def run(self, now: datetime) -> list[Made]:
        """Makes what is due, and thins each series once its new backup is checked.

        Raises what `backup` raises; no older backup is gone then.
        """
        return [self._make(series, now) for series in self.due(now)]

    def _make(self, series: Series, now: datetime) -> Made:
        made = backup(
            self._data_dir,
            series.folder,
            self._key,
            now,
            kinds=series.kinds,
            shelf=series.shelf,
            others=self._others,
            pace=self._pace,
        )
        thin_out(series, made, now)
        return made

    def _is_due(self, series: Series, now: datetime) -> bool:
        last = latest(list_backups(series.folder))
        if last is None:
            return any((self._data_dir / kind.name).exists() for kind in series.kinds)
        age = now - last.manifest.made_at
        # A clock that was put back must not stop backups until it has caught up.
        waited = age >= series.every or age < timedelta(0)
        return waited and self._changed(series, last)

    def _changed(self, series: Series, last: Listed) -> bool:
        looked = [(kind.name, looks(self._data_dir, kind)) for kind in series.kinds]
        if series.shelf:
            looked.append((LIST, looks(self._data_dir, SHELF)))
        return any(
            (held.seen if (held := last.manifest.find(name)) else ()) != seen
            for name, seen in looked
        )


def thin_out(series: Series, checked: Made, now: datetime) -> list[Path]:
    """Removes what the rule lets go, now that a newer backup was checked; returns the folders."""
    others = [b for b in list_backups(series.folder) if b.folder != checked.folder]
    times = {b.manifest.made_at for b in others} | {checked.manifest.made_at}
    gone = thin(times, now, series.keep) - {checked.manifest.made_at}
    going = [b.folder for b in others if b.manifest.made_at in gone]
    for folder in going:
        remove(folder)
    if series.shelf and going:
        # Whoever makes a backup here meanwhile sweeps when it is made.
        with suppress(AlreadyRunning), hold(series.folder / LOCK):
            sweep(series.folder)
    return going
