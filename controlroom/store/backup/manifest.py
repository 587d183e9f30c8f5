"""manifest.json: what a backup holds. It is written last, and without it a folder is no backup."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import msgspec

from controlroom.model.decoding import from_json
from controlroom.store.backup.errors import NotABackup
from controlroom.store.durable import write_through

MANIFEST = "manifest.json"
FORMAT = 1

FileName = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]+\.[a-z]+$")]


class Held(msgspec.Struct, frozen=True):
    """A file of a backup.

    Attributes:
        sha256: of the file as it lies in the backup, in hex.
        rows: of each table; empty for a file that is no database.
        seen: how the file in use looked just before; tells later whether it has changed.
    """

    name: FileName
    size: int
    sha256: str
    rows: dict[str, int] = {}
    seen: tuple[int, ...] = ()


class Manifest(msgspec.Struct, frozen=True):
    """What a backup holds.

    Attributes:
        number: one more than that of the backup made before it, whatever the clock said.
        program: version of Control Room that made it.
    """

    number: int
    made_at: datetime
    program: str
    files: tuple[Held, ...]
    format: int = FORMAT

    def find(self, name: str) -> Held | None:
        """Returns the file of this name, None if the backup does not hold it."""
        return next((file for file in self.files if file.name == name), None)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Writes the manifest into a backup. Raises `OSError`."""
    written = msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n"
    write_through(folder / MANIFEST, written)


def read_manifest(folder: Path) -> Manifest:
    """Returns what a backup holds. Raises `NotABackup`."""
    try:
        told = from_json((folder / MANIFEST).read_bytes(), Manifest)
    except OSError as error:
        raise NotABackup(folder=folder, reason=f"it has no {MANIFEST}") from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise NotABackup(folder=folder, reason=f"{MANIFEST} cannot be read") from error
    if told.format > FORMAT:
        raise NotABackup(folder=folder, reason="a newer version made it")
    return msgspec.structs.replace(told, made_at=told.made_at.astimezone(UTC))
