"""Where a database may live."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from controlroom.store.places import (
    Mount,
    NetworkFolder,
    PlaceKind,
    ReadOnlyFolder,
    SyncedFolder,
    kind_of_place,
    linux_mounts,
    nearest_existing,
    refuse_unfit_place,
)

ROOT = Path(__file__).parents[2]
LOCAL = [Mount("/", "ext4", "rw")]


def kind(path: Path, *mounts: Mount) -> PlaceKind:
    return kind_of_place(path, [*LOCAL, *mounts]).kind


@pytest.mark.parametrize(
    "type_",
    ["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "webdav", "fuse.rclone", "NFS"],
)
def test_a_network_file_system_is_told_by_its_type(type_: str, tmp_path: Path) -> None:
    place = kind_of_place(tmp_path / "a" / "b", [*LOCAL, Mount(str(tmp_path), type_)])
    assert (place.kind, place.by) == (PlaceKind.NETWORK, type_)


@pytest.mark.parametrize(
    "type_", ["ext4", "xfs", "btrfs", "apfs", "NTFS", "tmpfs", "fuseblk", "zfs"]
)
def test_a_local_file_system_is_fit(type_: str, tmp_path: Path) -> None:
    assert kind(tmp_path, Mount(str(tmp_path), type_)) is PlaceKind.LOCAL


def test_a_drive_windows_calls_remote_is_a_network_drive(tmp_path: Path) -> None:
    assert kind(tmp_path, Mount(str(tmp_path), "NTFS", "rw,remote")) is PlaceKind.NETWORK


def test_the_deepest_mount_decides_and_of_two_on_one_point_the_later(tmp_path: Path) -> None:
    inner = tmp_path / "share" / "disk"
    share, disk = Mount(str(tmp_path / "share"), "nfs4"), Mount(str(inner), "ext4")
    assert kind(inner / "data", disk, share) is PlaceKind.LOCAL
    assert kind(tmp_path / "share" / "data", disk, share) is PlaceKind.NETWORK
    assert kind(tmp_path / "shared", disk, share) is PlaceKind.LOCAL
    assert kind(inner, disk, Mount(str(inner), "cifs")) is PlaceKind.NETWORK


def test_what_linux_tells_of_mounts_is_read_blanks_in_names_too() -> None:
    told = "/dev/vda / ext4 rw,relatime 0 0\n//nas/p /mnt/press\\040office\\134x cifs rw 0 0\n\n"
    assert linux_mounts(told) == [
        Mount("/", "ext4", "rw,relatime"),
        Mount("/mnt/press office\\x", "cifs", "rw"),
    ]


@pytest.mark.skipif(not Path("/proc/self/mounts").exists(), reason="Linux tells of its mounts")
def test_the_mounts_read_are_those_psutil_finds() -> None:
    import psutil

    told = linux_mounts(Path("/proc/self/mounts").read_text())
    found = psutil.disk_partitions(all=True)
    assert told == [Mount(one.mountpoint, one.fstype, one.opts) for one in found]


def test_a_link_is_judged_by_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "share")
    assert kind(tmp_path / "link" / "data", Mount(str(tmp_path / "share"), "nfs")) is (
        PlaceKind.NETWORK
    )


@pytest.mark.parametrize(
    "folder",
    [
        *("OneDrive", "OneDrive - Westmarch Police", "Dropbox", "Dropbox (Work)", "Google Drive"),
        *(
            "GoogleDrive",
            "iCloud Drive",
            "iCloudDrive",
            "Mobile Documents",
            "Nextcloud",
            "ownCloud",
        ),
    ],
)
def test_a_synced_folder_is_told_by_its_name(folder: str, tmp_path: Path) -> None:
    with pytest.raises(SyncedFolder, match=folder.split("(", maxsplit=1)[0]):
        refuse_unfit_place(tmp_path / folder / "desk" / "data")


@pytest.mark.parametrize("folder", ["Dropboxes", "MyDropbox", "clouds", "next", "data"])
def test_a_name_that_only_looks_alike_is_fit(folder: str, tmp_path: Path) -> None:
    refuse_unfit_place(tmp_path / folder / "data")


def test_a_synced_folder_of_another_name_is_told_by_its_mark(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    with pytest.raises(SyncedFolder, match="Syncthing"):
        refuse_unfit_place(tmp_path / "desk" / "data")


def test_the_folder_onedrive_names_in_the_environment_is_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Westmarch"))
    with pytest.raises(SyncedFolder, match="OneDrive"):
        refuse_unfit_place(tmp_path / "Westmarch" / "data")
    refuse_unfit_place(tmp_path / "elsewhere")


def test_a_network_drive_of_this_computer_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = [Mount(str(tmp_path), "cifs")]
    monkeypatch.setattr("controlroom.store.places._system_mounts", lambda: mounts)
    with pytest.raises(NetworkFolder, match=r"network drive \(cifs\)"):
        refuse_unfit_place(tmp_path / "data")


def test_a_good_folder_is_left_as_it_was(tmp_path: Path) -> None:
    refuse_unfit_place(tmp_path / "not" / "yet")
    assert list(tmp_path.iterdir()) == []
    assert nearest_existing(tmp_path / "not" / "yet") == tmp_path


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(ReadOnlyFolder):
        refuse_unfit_place(tmp_path / "data")


@pytest.mark.skipif(sys.platform != "linux", reason="/sys is a Linux folder nobody can write")
def test_a_folder_that_even_root_cannot_write_is_refused() -> None:
    with pytest.raises(ReadOnlyFolder, match="/sys/kernel/data cannot be written"):
        refuse_unfit_place(Path("/sys/kernel/data"))


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights")
def test_a_folder_of_somebody_else_is_refused() -> None:
    with tempfile.TemporaryDirectory() as closed:
        Path(closed).chmod(0o555)
        if os.getuid() == 0:  # root may write everywhere
            assert as_nobody(Path(closed) / "data") == "ReadOnlyFolder\n"
            return
        with pytest.raises(ReadOnlyFolder):
            refuse_unfit_place(Path(closed) / "data")


@pytest.mark.skipif(sys.platform != "linux" or os.getuid(), reason="needs root to mount")
def test_a_full_disk_is_fit_and_a_read_only_one_is_not(tmp_path: Path) -> None:
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", tmp_path], check=False
    )
    if mounted.returncode:
        pytest.skip("no right to mount here")
    try:
        with pytest.raises(OSError, match="No space left"):
            (tmp_path / "filler").write_bytes(bytes(200_000))
        refuse_unfit_place(tmp_path)
        subprocess.run(["mount", "-o", "remount,ro", tmp_path], check=True)
        with pytest.raises(ReadOnlyFolder):
            refuse_unfit_place(tmp_path)
    finally:
        subprocess.run(["umount", tmp_path], check=True)


def as_nobody(path: Path) -> str:
    """Returns what a user without rights is told of `path`."""
    ask = (
        "import os, sys; from pathlib import Path\n"
        "from controlroom.store.places import refuse_unfit_place, ReadOnlyFolder\n"
        "import psutil\n"
        "os.setgid(65534); os.setuid(65534)\n"
        "try: refuse_unfit_place(Path(sys.argv[1]))\n"
        "except ReadOnlyFolder as error: print(type(error).__name__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", ask, str(path)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout
