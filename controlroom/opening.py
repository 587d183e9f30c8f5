"""Opening the house from the command line: keys, looks at the databases, copies and repairs."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from controlroom.doctor.finding import Finding, ill
from controlroom.doctor.station import station_findings
from controlroom.keychain import (
    KEYS_FILE,
    DataKey,
    open_house_key,
    recorded_backend,
    recover,
    system_keychain,
    unlock_with_recovery_key,
)
from controlroom.model.errors import WorldError
from controlroom.settings import FILE_NAME as SETTINGS
from controlroom.store.backup.listing import latest, list_backups
from controlroom.store.backup.make import backup
from controlroom.store.backup.pool import POOL
from controlroom.store.backup.restore import restore
from controlroom.store.backup.shelved import LIST
from controlroom.store.backup.swap import gathering_place, swap_in
from controlroom.store.cache.reader import CacheReader
from controlroom.store.database import Database
from controlroom.store.kinds import OURS, TEAM_FILE, WITH_SHELF
from controlroom.store.migrate import FileKind
from controlroom.store.rescue.salvage import salvage
from controlroom.store.rescue.soundness import State, soundness

_STATION = "station_"
"""How the logins of stations begin."""


class NothingHere(WorldError):
    """A data folder in which no desk was ever opened."""

    sentence = "No desk was opened with the data folder {folder} yet."
    remedy = "Start the desk once, or name its folder with --data-dir."


def existing_key(folder: Path) -> DataKey:
    """Returns the key of a data folder that has one; never makes one.

    Raises `NothingHere` and any `SecretError`.
    """
    if not (folder / KEYS_FILE).exists() and not any((folder / k.name).exists() for k in OURS):
        raise NothingHere(folder=folder)
    chain = system_keychain(recorded_backend(folder))
    return open_house_key(folder, chain, [folder / kind.name for kind in OURS]).key


def database_looks(folder: Path) -> list[Callable[[], Finding]]:
    """Returns one look at each database, for the doctor."""
    return [partial(_look, folder, kind) for kind in WITH_SHELF]


def station_looks(folder: Path) -> list[Finding]:
    """Returns what the doctor finds in the folder of a station of a team; none in any other."""
    if not (folder / TEAM_FILE).exists():
        return []
    # Load PostgreSQL's client, which a desk of one never needs.
    from controlroom.store.journal.postgres.link import connection_parts
    from controlroom.team.joined import team_address

    try:
        login = str(connection_parts(team_address(folder)).get("user", ""))
    except WorldError as error:
        return [ill("Team", error)]
    return station_findings(folder) if login.startswith(_STATION) else []


def back_up(folder: Path, target: Path, key: DataKey) -> str:
    """Makes a checked copy below `target`; returns what was done in one sentence."""
    made = backup(folder, target, key.reveal(), datetime.now(UTC), others=[folder / SETTINGS])
    names = ", ".join(held.name for held in made.manifest.files if held.name != LIST)
    told = f"{made.folder}: {names}, read back and whole."
    listed = made.manifest.find(LIST)
    if listed is None:
        return told
    return f"{told} {listed.rows['file']} photos and clips of the shelf are in {target / POOL}."


def put_back(directory: Path, folder: Path, ask: Callable[[], str]) -> str:
    """Restores a copy, or the newest of those in `directory`; returns what was done.

    The recovery key is asked for where this computer's keychain does not open the copy.
    """
    newest = latest(list_backups(directory))
    source = newest.folder if newest else directory
    typed = ""
    try:
        key = existing_key(folder)
    except WorldError:
        typed = ask()
        key = unlock_with_recovery_key(source, typed)
    done = restore(source, folder, key.reveal())
    if typed:
        recover(folder, typed, system_keychain())
    told = f"{', '.join(done.files)} put back from {source}; what was there is in {done.set_aside}."
    if not done.lost:
        return told
    return f"{told} {len(done.lost)} photos or clips are lost: {'; '.join(done.lost)}."


def salvage_damaged(folder: Path, key: DataKey) -> Iterator[str]:
    """Replaces each damaged database by what can be read of it; yields what was done."""
    for kind in WITH_SHELF:
        state = soundness(folder / kind.name, key.reveal(), whole=True).state
        if state is not State.DAMAGED:
            yield f"{kind.name}: {state.value}, left as it is."
            continue
        place = gathering_place(folder, f"{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}")
        saved = salvage(folder / kind.name, kind, key.reveal(), place)
        lost = "an unknown number" if saved.lost is None else str(saved.lost)
        kept = swap_in(place)
        yield f"{kind.name}: {saved.saved} rows saved, {lost} lost; the damaged file is in {kept}."


def _look(folder: Path, kind: FileKind) -> Finding:
    name = kind.name
    if not (folder / name).exists():
        return Finding(name, ok=True, told="Not made yet.")
    try:
        key = existing_key(folder).reveal()
        found = soundness(folder / name, key)
        if found.state is State.DAMAGED:
            return Finding(
                name,
                ok=False,
                told=f"{len(found.broken)} of {found.checked} pages checked are damaged.",
                remedy="Restore a backup, or run “controlroom salvage”.",
            )
        Database.open(folder, kind, key, write=False).close()
    except WorldError as error:
        return ill(name, error)
    return Finding(name, ok=True, told=_told(folder, kind, key, found.checked))


def _told(folder: Path, kind: FileKind, key: bytes, pages: int) -> str:
    size = (folder / kind.name).stat().st_size / 1_048_576
    told = f"Opens; {pages} pages checked, {size:.1f} MiB."
    if kind.name != "cache.db":
        return told
    with closing(CacheReader.open(folder, key)) as reader:
        return f"{told} {reader.totals().posts} posts."
