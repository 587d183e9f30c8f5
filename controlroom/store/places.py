"""Which folders a database may live in: on a local disk, not synced, writable.

SQLite's locks and shared memory are not kept by network file systems, and a sync client copies a
file while it is being written; both damage databases without a word.
"""

import os
import re
import tempfile
from collections.abc import Iterable
from enum import Enum
from errno import EACCES, ENOTDIR, EPERM, EROFS
from pathlib import Path

from controlroom.model.errors import WorldError
from controlroom.model.frozen import dataclass


class NetworkFolder(WorldError):
    sentence = "{path} is on a network drive ({by}), where a database can be damaged."
    remedy = "Choose a folder on a disk of this computer."


class SyncedFolder(WorldError):
    sentence = "{path} is copied elsewhere by {by}, which can damage a database."
    remedy = "Choose a folder that is not synced."


class ReadOnlyFolder(WorldError):
    sentence = "{path} cannot be written."
    remedy = "Ask for write access to it, or choose another folder."


class PlaceKind(Enum):
    """What a folder is to a database."""

    LOCAL = "local"
    NETWORK = "network"
    SYNCED = "synced"


@dataclass(frozen=True, slots=True)
class Place:
    """A folder's kind, and the file system or sync client that makes it so."""

    kind: PlaceKind
    by: str


@dataclass(frozen=True, slots=True)
class Mount:
    """A mounted file system: where, of which type, with which options."""

    point: str
    type: str
    options: str = ""


_NETWORK_TYPES = re.compile(
    r"(fuse\.)?(nfs\d?|cifs|smb\w*|afpfs|afs|ncpfs?|9p|ceph|glusterfs|lustre|gpfs|beegfs|orangefs"
    r"|webdav|davfs\d?|sshfs|rclone|s3fs|gvfsd-fuse|virtiofs|drvfs|vboxsf|vmhgfs(-fuse)?|prl_fs)"
)
_SYNC_NAMES = re.compile(
    r"(onedrive|dropbox|google ?drive|icloud ?drive|mobile documents|cloudstorage|nextcloud"
    r"|owncloud|box sync|pcloud ?drive|proton ?drive|megasync|syncthing)\b.*",
    re.IGNORECASE,
)
_SYNC_MARKS = {
    ".stfolder": "Syncthing",
    ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "Nextcloud",
}
_LINUX_MOUNTS = Path("/proc/self/mounts")
_OCTAL = re.compile(r"\\([0-7]{3})")
_ONEDRIVE_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


def refuse_unfit_place(path: Path) -> None:
    """Returns if a database may live in the folder `path`, which need not exist yet.

    Raises `NetworkFolder`, `SyncedFolder`, `ReadOnlyFolder`.
    """
    place = kind_of_place(path)
    if place.kind is PlaceKind.NETWORK:
        raise NetworkFolder(path=path, by=place.by)
    if place.kind is PlaceKind.SYNCED:
        raise SyncedFolder(path=path, by=place.by)
    _refuse_unwritable(path)


def kind_of_place(path: Path, mounts: Iterable[Mount] | None = None) -> Place:
    """Returns what kind of folder `path` is, links resolved.

    Args:
        mounts: the mounted file systems in the order of mounting; read from the system if None.
    """
    real = path.resolve()
    mount = _mount_of(real, _system_mounts() if mounts is None else mounts)
    if real.drive.startswith("\\\\"):
        return Place(PlaceKind.NETWORK, real.drive)
    if _NETWORK_TYPES.fullmatch(mount.type.lower()) or "remote" in mount.options.split(","):
        return Place(PlaceKind.NETWORK, mount.type)
    client = _sync_client(real)
    if client:
        return Place(PlaceKind.SYNCED, client)
    return Place(PlaceKind.LOCAL, mount.type)


def linux_mounts(told: str) -> list[Mount]:
    """Returns the mounted file systems that Linux tells of: one a line, in the order of mounting.

    Told without psutil, which takes longer to load than all of this.
    """
    lines = [line.split(" ") for line in told.splitlines()]
    return [Mount(_spelled_out(parts[1]), *parts[2:4]) for parts in lines if len(parts) > 3]


def nearest_existing(path: Path) -> Path:
    """Returns `path` or the first folder above it that exists."""
    return next(folder for folder in (path, *path.parents) if folder.exists())


def _system_mounts() -> list[Mount]:
    if _LINUX_MOUNTS.exists():
        return linux_mounts(_LINUX_MOUNTS.read_text(encoding="utf-8", errors="surrogateescape"))
    import psutil

    return [Mount(p.mountpoint, p.fstype, p.opts) for p in psutil.disk_partitions(all=True)]


def _spelled_out(point: str) -> str:
    """Linux writes blanks in names as three octal digits behind a backslash."""
    return _OCTAL.sub(lambda found: chr(int(found[1], 8)), point)


def _mount_of(path: Path, mounts: Iterable[Mount]) -> Mount:
    """The mount with the longest point above `path`; of two on one point the later counts."""
    found, depth = Mount("", "unknown"), 0
    for mount in mounts:
        point = Path(mount.point)
        if path.is_relative_to(point) and len(point.parts) >= depth:
            found, depth = mount, len(point.parts)
    return found


def _sync_client(path: Path) -> str:
    for folder in (path, *path.parents):
        if _SYNC_NAMES.fullmatch(folder.name):
            return folder.name
        for mark, client in _SYNC_MARKS.items():
            if (folder / mark).exists():
                return client
    roots = [os.environ.get(variable) for variable in _ONEDRIVE_VARIABLES]
    return "OneDrive" if any(root and path.is_relative_to(root) for root in roots) else ""


def _refuse_unwritable(path: Path) -> None:
    try:
        tempfile.TemporaryFile(dir=nearest_existing(path.absolute())).close()
    except OSError as error:
        # Anything else, a full disk above all, is no fault of the place and shows when it is used.
        if error.errno in (EACCES, EPERM, EROFS, ENOTDIR):
            raise ReadOnlyFolder(path=path) from error
