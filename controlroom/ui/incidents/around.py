"""What the panels about an incident need of the one that keeps incidents for a window."""

from typing import TYPE_CHECKING, Protocol

from controlroom.model.journal_decision import Decision
from controlroom.team.state import State

if TYPE_CHECKING:
    from controlroom.ui.officers.office import WindowOffice
    from controlroom.ui.record.book import RecordBook


class Keeps(Protocol):
    """Keeps incidents for a window."""

    book: "RecordBook"
    office: "WindowOffice"

    @property
    def state(self) -> State | None:
        """What the record says, None until it has been read."""

    def decide(self, decision: Decision) -> None:
        """Puts a decision into the record and says what kept it out."""
