"""The data folder's disk, and the clock."""

import shutil
import subprocess
from pathlib import Path

from controlroom.doctor.finding import Finding, ill
from controlroom.model.errors import WorldError
from controlroom.store.places import kind_of_place, nearest_existing, refuse_unfit_place

LEAST_FREE_BYTES = 5 * 10**9
"""Room for some million posts, their backups and a migration."""

_SET_CLOCK = "Run: sudo timedatectl set-ntp true"
_TIMEOUT_S = 10


def place_finding(data_dir: Path) -> Finding:
    """Looks at where the data folder is."""
    try:
        refuse_unfit_place(data_dir)
    except WorldError as error:
        return ill("Data folder", error)
    told = f"{data_dir} is on a local disk ({kind_of_place(data_dir).by}) and can be written."
    return Finding("Data folder", True, told)


def space_finding(data_dir: Path) -> Finding:
    """Looks at the free space of the data folder's disk."""
    try:
        free = shutil.disk_usage(nearest_existing(data_dir.absolute())).free
    except OSError as error:
        return Finding("Disk", None, f"The free space cannot be told ({error.strerror}).")
    return judged_space(free)


def judged_space(free: int) -> Finding:
    """Returns the finding for so many free bytes."""
    told = f"{free / 1e9:.1f} GB are free."
    if free >= LEAST_FREE_BYTES:
        return Finding("Disk", True, told)
    remedy = f"Free some space: {LEAST_FREE_BYTES // 10**9} GB leave room for backups."
    return Finding("Disk", False, told, remedy)


def clock_finding() -> Finding:
    """Asks the system whether its clock is kept right; asks no time server."""
    asked = shutil.which("timedatectl")
    answer = _answer([asked, "show", "-p", "NTPSynchronized", "--value"]) if asked else ""
    return judged_clock(answer)


def judged_clock(answer: str) -> Finding:
    """Returns the finding for what `timedatectl` says: "yes", "no" or "" for nothing."""
    if answer == "yes":
        return Finding("Clock", True, "The clock is set by a time server.")
    if answer == "no":
        return Finding("Clock", False, "No time server sets the clock.", _SET_CLOCK)
    remedy = "See in the system's settings that the time is set automatically."
    return Finding("Clock", None, "This system does not say whether its clock is right.", remedy)


def _answer(command: list[str]) -> str:
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_TIMEOUT_S, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()
