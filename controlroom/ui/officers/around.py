"""What the parts of officers and rights need of the one that holds them together."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import SignalInstance

from controlroom.model.journal_kinds import Decision
from controlroom.team.state import State

if TYPE_CHECKING:
    from controlroom.ui.officers.entries import Entries
    from controlroom.ui.officers.words import Profiles
    from controlroom.ui.record.book import RecordBook


class Deciding(Protocol):
    """Makes decisions, and tells what would stand against them."""

    done: SignalInstance
    failed: SignalInstance

    def why_not(self, decision: Decision) -> str:
        """Returns in words why a decision would change nothing, "" if it would."""

    def why_not_manage(self) -> str:
        """Returns why whoever works here manages nothing at all, "" if they manage something."""

    def decide(self, decision: Decision, then: Callable[[], object] | None = None) -> None:
        """Makes a decision, tells what came of it, then calls `then` if it has its effect."""


class Office(Protocol):
    """A window's record, profiles, entries and acts."""

    window: Any
    changed: SignalInstance

    @property
    def state(self) -> State | None:
        """What the record says, None until it has been read."""

    @property
    def profiles(self) -> "Profiles":
        """The profiles this desk knows."""

    @property
    def book(self) -> "RecordBook":
        """The record itself."""

    @property
    def entries(self) -> "Entries":
        """Who decided what and when."""

    @property
    def acts(self) -> Deciding:
        """The decisions."""

    def show_profile(self, key: str) -> None:
        """Shows a profile of the record in Profiles."""

    def show_rights(self, key: str) -> None:
        """Shows Officers and rights in Profiles, with a profile of the record."""

    def show_officers(self, number: str = "") -> None:
        """Shows Officers and rights in Profiles, with an officer if one is named."""
