"""Is this computer fit for the desk? Looks, changes nothing, and never uses the network."""

from collections.abc import Callable, Sequence
from pathlib import Path

from controlroom.doctor.finding import Finding, ill
from controlroom.doctor.keys import key_findings
from controlroom.doctor.machine import clock_finding, place_finding, space_finding
from controlroom.doctor.programs import database_finding, python_finding
from controlroom.doctor.screen import fonts_finding, libraries_finding, screen_finding
from controlroom.keychain import Keychain

__all__ = ["Finding", "checks", "ill"]


def checks(
    data_dir: Path,
    databases: Sequence[Callable[[], Finding]] = (),
    keychain: Keychain | None = None,
) -> list[Finding]:
    """Returns the findings in the order in which they are to be read.

    Args:
        databases: one look at each database; wired by whoever knows the store.
        keychain: the one to look at; the computer's own if None.
    """
    return [
        python_finding(),
        database_finding(),
        *key_findings(data_dir, keychain),
        *(look() for look in databases),
        fonts_finding(),
        screen_finding(),
        libraries_finding(),
        place_finding(data_dir),
        space_finding(data_dir),
        clock_finding(),
    ]
