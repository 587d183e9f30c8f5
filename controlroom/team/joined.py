"""Whether this data folder belongs to a team, and where that team's database is.

The address lies in `team.json` in the data folder; the password, where there is one, only in the
keychain.
"""

import json
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from controlroom.keychain.team import TeamSecrets
from controlroom.model.errors import WorldError
from controlroom.store.archive.reading import ArchiveReader
from controlroom.store.durable import disk_told, sync_folder, write_through
from controlroom.store.journal.postgres.link import with_password, without_password
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.store.kinds import TEAM_FILE

CLOCK_MAY_BE_OFF = timedelta(seconds=2)


class TeamFileUnreadable(WorldError):
    sentence = "{path} does not say where the team's database is."
    remedy = "Join the team again with “controlroom team join”."


class NotInATeam(WorldError):
    sentence = "The data folder {folder} has joined no team."
    remedy = "Join one with “controlroom team join”."


@dataclass(frozen=True, slots=True)
class Introduction:
    """What the team's database said to somebody who joined.

    Attributes:
        actor: as whom it knows this login: a force number, or "login:" and a name.
        ahead: by how much this computer's clock is ahead of the database's.
        is_here: whether its posts are open to this login.
    """

    actor: str
    ahead: timedelta
    is_here: bool

    @property
    def clock_is_off(self) -> bool:
        """Whether the clocks differ by more than two seconds."""
        return abs(self.ahead) > CLOCK_MAY_BE_OFF


def team_address(folder: Path) -> str:
    """Returns the address without a password, "" for a folder that has joined no team.

    Raises `TeamFileUnreadable`, `StoreError`.
    """
    path = folder / TEAM_FILE
    if not path.exists():
        return ""
    with disk_told(path):
        raw = path.read_bytes()
    try:
        address = json.loads(raw)["url"]
    except (ValueError, KeyError, TypeError):
        address = None
    if not isinstance(address, str) or not address:
        raise TeamFileUnreadable(path=path)
    return address


def signed_in_address(folder: Path, secrets: TeamSecrets) -> str:
    """Returns the address with the password from the keychain: for memory and pipes only.

    Raises `NotInATeam`, any `SecretError`, and as `team_address`.
    """
    address = team_address(folder)
    if not address:
        raise NotInATeam(folder=folder)
    return with_password(address, secrets.password())


def join(folder: Path, url: str, password: str, secrets: TeamSecrets) -> Introduction:
    """Tries a login, and remembers it if the team's database takes it.

    A password that stands in the address is taken out of it.

    Raises `DatabaseAway`, `NotAllowed`, `NoTeamHere`, `ArchiveNewer`, `ArchiveOlder`,
    `AddressUnreadable`, any `SecretError` and `StoreError`; nothing was remembered then.
    """
    address, given = without_password(url)
    word = password or given
    told = introduced(with_password(address, word))
    secrets.save_password(word)
    _save(folder / TEAM_FILE, address)
    return told


def introduced(url: str) -> Introduction:
    """Returns what the team's database says to a login. Raises as `join`."""
    with closing(ArchiveReader(url)) as archive, closing(TeamJournal(url)) as journal:
        about = archive.about()
        actor = journal.actor
        return Introduction(actor, about.ahead, _is_here(archive, actor))


def leave(folder: Path, secrets: TeamSecrets) -> None:
    """Forgets the team; what has come from it stays. Raises any `SecretError`, `StoreError`."""
    secrets.save_password("")
    with disk_told(folder / TEAM_FILE), suppress(FileNotFoundError):
        (folder / TEAM_FILE).unlink()


def _is_here(archive: ArchiveReader, actor: str) -> bool:
    return not actor.startswith("login:") and archive.standing().is_here


def _save(path: Path, address: str) -> None:
    part = path.with_name(f".{path.name}.part")
    with disk_told(path):
        with suppress(FileNotFoundError):
            part.unlink()
        write_through(part, json.dumps({"url": address}).encode())
        part.replace(path)
        sync_folder(path.parent)
