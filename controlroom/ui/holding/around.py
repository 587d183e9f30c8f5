"""What the panels about a hold need of the one that holds."""

from typing import TYPE_CHECKING, Protocol

from controlroom.model.journal_decision import Decision
from controlroom.model.journal_outgoing import HoldPlaced
from controlroom.team.state import State

if TYPE_CHECKING:
    from controlroom.ui.officers.office import WindowOffice
    from controlroom.ui.record.book import RecordBook


class Holds(Protocol):
    """Holds publishing for a window."""

    book: "RecordBook"
    office: "WindowOffice"

    @property
    def state(self) -> State | None:
        """What the record says, None until it has been read."""

    def place(self, decision: HoldPlaced) -> None:
        """Holds, and asks why once it is in force."""

    def decide(self, decision: Decision) -> None:
        """Puts a decision into the record and says what kept it out."""
