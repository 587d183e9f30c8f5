"""What the record's part of the window needs of the open house."""

from typing import Protocol

from controlroom.model.journal import Proposal
from controlroom.store.journal.followed import Followed
from controlroom.team.state import State


class RecordHouse(Protocol):
    """The open house, as far as the record needs it."""

    def record(self, actor: str) -> Followed:
        """Opens the record; what is appended bears `actor`, unless a team's database knows who.

        Raises `WorldError`.
        """

    def founding(self, officer: str) -> Proposal | None:
        """Returns what a new record begins with, None where it is not begun on this desk."""

    def acting(self, officer: str) -> str:
        """Returns who acts here: `officer` if that is up to this desk, and given."""

    def acting_of(self, state: State, officer: str) -> str:
        """Returns who acts here of those the record knows."""
