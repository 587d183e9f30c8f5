"""What a command may ask of the desk."""

from typing import TYPE_CHECKING, Protocol

from controlroom.settings import Settings
from controlroom.ui.commands.board_actions import BoardActions
from controlroom.ui.commands.shown import OfReview, OfShown

if TYPE_CHECKING:
    from controlroom.model.board import Column
    from controlroom.ui.commands.incidents import OfIncidents
    from controlroom.ui.commands.publishing import OfHolding, OfSending
    from controlroom.ui.line import EngineLine


class Desk(Protocol):
    """The window as commands see it."""

    @property
    def settings(self) -> Settings:
        """The settings as they stand."""

    @property
    def sending(self) -> "OfSending | None":
        """What is on its way, None until the record is followed."""

    @property
    def holding(self) -> "OfHolding | None":
        """What holds publishing, None until the record is followed."""

    @property
    def incidents(self) -> "OfIncidents | None":
        """The incidents, None until the record is followed."""

    @property
    def line(self) -> "EngineLine":
        """The line to the engine."""

    def change(self, **values: object) -> None:
        """Changes settings, shows and saves them."""

    def go(self, section: str) -> None:
        """Shows a section."""

    def open_palette(self) -> None:
        """Opens the command palette."""

    def open_shortcuts(self) -> None:
        """Opens the sheet of shortcuts."""

    def new_stream(self) -> None:
        """Asks what a new stream is to read."""

    def open_notices(self) -> None:
        """Opens the list of alerts."""

    def open_at_desk(self) -> None:
        """Shows who works at this desk, and who may take over."""

    def alert_me(self, column: "Column | None") -> None:
        """Asks what new posts are to raise an alert; those of a column, if it is given."""

    def compose(self) -> None:
        """Opens the composer, or goes back to it."""

    def why_not_compose(self) -> str:
        """Returns why nothing can be composed now, marked for translation; "" if it can."""

    def close_layer(self) -> None:
        """Closes the top layer, if one is open."""

    def cycle_regions(self, step: int) -> None:
        """Moves the focus to the next (1) or the previous (-1) region."""

    def filter_here(self) -> None:
        """Moves the focus to the filter of the page shown."""

    def has_filter(self) -> bool:
        """Returns whether the page shown has a filter."""

    def cycle_boards(self, step: int) -> None:
        """Shows the next (1) or the previous (-1) board."""

    def board_count(self) -> int:
        """Returns the number of boards."""

    def board(self) -> BoardActions | None:
        """Returns the board while it is shown, else None."""

    def review(self) -> OfReview | None:
        """Returns Review while it is shown, else None."""

    def shown(self) -> OfShown | None:
        """Returns what acts on the post that is looked at, None while no posts are shown."""

    def verify_record(self) -> None:
        """Shows the record and checks all of it."""

    def export_record(self) -> None:
        """Shows the record and asks as what it is to be exported."""

    def toggle_full_screen(self) -> None:
        """Fills the screen, or gives it back."""

    def leave(self) -> None:
        """Closes the desk."""
