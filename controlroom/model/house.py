"""What the window is told of the data folder behind it: troubles, rescues, figures."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from controlroom.model.errors import WorldError


class Remedy(Enum):
    """What can be tried when the databases cannot be opened."""

    SALVAGE = auto()
    RESTORE = auto()
    RECOVERY_KEY = auto()
    TRY_AGAIN = auto()


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why the databases cannot be used, and what may help, the best first."""

    error: WorldError
    remedies: tuple[Remedy, ...] = ()


@dataclass(frozen=True, slots=True)
class Rescued:
    """A database that was made anew or put back.

    Attributes:
        rows: saved, of all tables; None for a backup that was put back whole.
        lost: rows that could not be read, or photos and clips of which the backup has no sound
            copy; None if nobody knows how many.
        kept: the folder that holds the file it replaced.
        made_at: when the backup was made; None if there was none.
    """

    file: str
    kept: Path
    rows: int | None = None
    lost: int | None = 0
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CacheFigures:
    """How many posts the cache holds, how many bytes it takes, how many profiles are connected."""

    posts: int
    size: int
    profiles: int = 0


@dataclass(frozen=True, slots=True)
class HouseState:
    """How the data folder stands.

    Attributes:
        size: bytes of everything in it, backups included.
        last_backup: when what people made was last backed up, None if never.
        recovery_noted: whether somebody has typed the recovery key back from paper.
    """

    folder: Path
    size: int
    last_backup: datetime | None
    recovery_noted: bool
