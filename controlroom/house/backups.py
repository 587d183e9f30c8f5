"""The backups of a data folder: made when due, found again."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from controlroom.store.backup.copy import Progress
from controlroom.store.backup.listing import Listed, latest, list_backups
from controlroom.store.backup.make import backup
from controlroom.store.backup.plan import FOLDER, BackupPlan, Series, thin_out, usual_series
from controlroom.store.backup.shelved import LIST
from controlroom.store.shelf.file import SHELF


def run(
    folder: Path,
    key: bytes,
    others: Sequence[Path],
    every_minutes: int,
    now: datetime,
    *,
    at_once: bool,
    progress: Progress,
) -> datetime | None:
    """Makes the backups that are due, or all of them; returns `now` if any was made.

    Raises what `backup` and `progress` raise.
    """
    series = usual_series(folder, every=timedelta(minutes=every_minutes))
    wanted = _possible(folder, series) if at_once else BackupPlan(folder, key, series).due(now)
    for one in wanted:
        made = backup(
            folder,
            one.folder,
            key,
            now,
            kinds=one.kinds,
            shelf=one.shelf,
            others=others,
            progress=progress,
        )
        thin_out(one, made, now)
    return now if wanted else None


def last(folder: Path) -> datetime | None:
    """Returns when what people made was last backed up, None if never."""
    found = latest(list_backups(folder / FOLDER))
    return found.manifest.made_at if found else None


def newest_holding(folder: Path, file: str) -> list[Listed]:
    """Returns the backups that hold a file, the newest first; the shelf's hold a list of it."""
    name = LIST if file == SHELF.name else file
    found = [
        listed
        for series in usual_series(folder)
        for listed in list_backups(series.folder)
        if listed.manifest.find(name)
    ]
    return sorted(found, key=lambda listed: listed.manifest.made_at, reverse=True)


def _possible(folder: Path, series: Sequence[Series]) -> list[Series]:
    return [one for one in series if any((folder / kind.name).exists() for kind in one.kinds)]
