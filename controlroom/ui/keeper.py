"""What the window asks of the keeper of the data folder. Every call but `stop` may be slow."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from controlroom.keychain import RecoveryKey
    from controlroom.model.errors import WorldError
    from controlroom.model.house import CacheFigures, HouseState, Rescued, Trouble
    from controlroom.store.cache.retention import RetentionPlan

Told = Callable[[str, int], None]
"""Told which file is read, and how much of it, in percent."""


class Opening(Protocol):
    """What opening gave; `recovery` is to be shown now, and once."""

    @property
    def house(self) -> Any: ...

    @property
    def recovery(self) -> "RecoveryKey | None": ...

    @property
    def recovery_noted(self) -> bool: ...


class Keeper(Protocol):
    """One desk's hold on its data folder. Every method may raise `WorldError`."""

    folder: Path

    def open(self, typed: str = "") -> Opening:
        """Takes the folder and opens it, with `typed` by the recovery key."""

    def close(self) -> None:
        """Closes what is open and gives the folder back."""

    def stop(self) -> None:
        """Ends long work soon; may be called from any thread."""

    def trouble(self, error: "WorldError") -> "Trouble":
        """Returns the error with what may help against it."""

    def get_ready(self) -> None:
        """Loads what the first write would have to wait for."""

    def check(self) -> None:
        """Looks for damage in the files."""

    def confirm(self, typed: str) -> None:
        """Records that the recovery key is on paper."""

    def new_recovery_key(self) -> "RecoveryKey":
        """Returns a new recovery key in place of the old one."""

    def figures(self) -> "CacheFigures | None":
        """Returns the cache's figures, None while there is no cache."""

    def state(self) -> "HouseState":
        """Returns how the folder stands."""

    def back_up_due(self, every_minutes: int) -> datetime | None:
        """Makes the backups that are due; returns when, None if none was."""

    def back_up_now(self, every_minutes: int) -> datetime | None:
        """Makes every backup, due or not; returns when."""

    def planned(self, days: Mapping[str, int]) -> "RetentionPlan":
        """Returns what retention would remove."""

    def remove(self, plan: "RetentionPlan", told: Callable[[int], bool]) -> int:
        """Removes what was planned for as long as `told` wants; returns how much."""

    def salvage(self, told: Told) -> "list[Rescued]":
        """Makes each damaged database anew of what can be read."""

    def restore(self, file: str, told: Told) -> "Rescued":
        """Puts back the newest sound backup that holds a file."""
