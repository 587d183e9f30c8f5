"""The composer as its own parts see it."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from controlroom.ui.compose.around import ComposeWindow
    from controlroom.ui.compose.foot import Foot
    from controlroom.ui.compose.head import ComposeHead
    from controlroom.ui.compose.judging import Judging
    from controlroom.ui.compose.prospect import Prospect
    from controlroom.ui.compose.who_pane import WhoPane
    from controlroom.ui.compose.writing import Writing
    from controlroom.ui.layers.layer import Panel


class Composer(Protocol):
    """The page, as far as what acts on it needs it."""

    window_: "ComposeWindow"
    writing: "Writing"
    judging: "Judging"
    prospect: "Prospect"
    head: "ComposeHead"
    who: "WhoPane"
    foot: "Foot"

    def first_focus(self) -> "QWidget":
        """Returns what gets the keyboard when the composer opens."""

    def leave(self) -> None:
        """Closes the composer; the draft is kept."""

    def open_layer(self, panel: "Panel") -> None:
        """Opens a panel over the composer, in whichever window it stands."""
