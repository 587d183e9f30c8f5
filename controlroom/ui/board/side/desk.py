"""The desk as commands of a second window see it."""

from typing import TYPE_CHECKING, Protocol

from controlroom.settings import Settings
from controlroom.ui.commands.board_actions import BoardActions
from controlroom.ui.commands.shown import OfReview, OfShown

if TYPE_CHECKING:
    from controlroom.model.board import Column
    from controlroom.ui.commands.desk import Desk
    from controlroom.ui.commands.incidents import OfIncidents
    from controlroom.ui.commands.publishing import OfHolding, OfSending
    from controlroom.ui.commands.registry import Commands
    from controlroom.ui.layers.layer import Panel
    from controlroom.ui.layers.stack import Layers
    from controlroom.ui.line import EngineLine


class Beyond(Protocol):
    """A second window, as far as its commands reach into it."""

    acts: BoardActions | None
    commands: "Commands"
    layers: "Layers"

    def open_layer(self, panel: "Panel") -> None: ...

    def isFullScreen(self) -> bool: ...

    def showNormal(self) -> None: ...

    def showFullScreen(self) -> None: ...

    def close(self) -> bool: ...


class SideDesk:
    """What acts on the whole desk goes to it; what acts on columns goes to this window's."""

    def __init__(self, desk: "Desk", window: Beyond) -> None:
        self._desk, self._window = desk, window

    @property
    def settings(self) -> Settings:
        """The settings as they stand."""
        return self._desk.settings

    @property
    def holding(self) -> "OfHolding | None":
        """What holds publishing for the desk."""
        return self._desk.holding

    @property
    def sending(self) -> "OfSending | None":
        """What is on its way from the desk."""
        return self._desk.sending

    @property
    def incidents(self) -> "OfIncidents | None":
        """The incidents of the desk."""
        return self._desk.incidents

    @property
    def line(self) -> "EngineLine":
        """The line to the engine."""
        return self._desk.line

    def change(self, **values: object) -> None:
        """Changes settings."""
        self._desk.change(**values)

    def go(self, section: str) -> None:
        """Shows a section in the desk's own window."""
        self._desk.go(section)

    def open_palette(self) -> None:
        """Opens the palette of this window's commands, or closes it."""
        from controlroom.ui.commands.palette import Palette

        if isinstance(self._window.layers.top(), Palette):
            self._window.layers.close_top()
        else:
            self._window.open_layer(Palette(self._window.commands))

    def open_shortcuts(self) -> None:
        """Opens the sheet of this window's keys, or closes it."""
        from controlroom.ui.commands.sheet import Shortcuts

        if isinstance(self._window.layers.top(), Shortcuts):
            self._window.layers.close_top()
        else:
            self._window.open_layer(Shortcuts(self._window.commands))

    def verify_record(self) -> None:
        """Checks the record in the desk's own window."""
        self._desk.verify_record()

    def export_record(self) -> None:
        """Exports the record in the desk's own window."""
        self._desk.export_record()

    def new_stream(self) -> None:
        """Asks in the desk's own window what a new stream is to read."""
        self._desk.new_stream()

    def open_notices(self) -> None:
        """Opens the list of alerts in the desk's own window."""
        self._desk.open_notices()

    def open_at_desk(self) -> None:
        """Shows who works at this desk in the desk's own window."""
        self._desk.open_at_desk()

    def compose(self) -> None:
        """Opens the composer in the desk's own window."""
        self._desk.compose()

    def why_not_compose(self) -> str:
        """Returns why nothing can be composed now, marked for translation; "" if it can."""
        return self._desk.why_not_compose()

    def alert_me(self, column: "Column | None") -> None:
        """Asks in the desk's own window what is to raise an alert."""
        self._desk.alert_me(column)

    def close_layer(self) -> None:
        """Closes the top layer."""
        self._window.layers.dismiss_top()

    def cycle_regions(self, step: int) -> None:
        """A second window has a single region."""

    def filter_here(self) -> None:
        """Opens the filter of the current column."""
        if self._window.acts is not None:
            self._window.acts.columns.filter()

    def has_filter(self) -> bool:
        """Returns whether there is a column to filter."""
        return self._window.acts is not None

    def cycle_boards(self, step: int) -> None:
        """A second window shows one board."""

    def board_count(self) -> int:
        """Returns the number of boards it can show."""
        return 1

    def board(self) -> BoardActions | None:
        """Returns what acts on its columns."""
        return self._window.acts

    def review(self) -> OfReview | None:
        """A second window shows no Review."""
        return None

    def shown(self) -> OfShown | None:
        """Returns what acts on the post that has the keyboard."""
        return self._window.acts.posts if self._window.acts is not None else None

    def toggle_full_screen(self) -> None:
        """Fills the screen, or gives it back."""
        self._window.showNormal() if self._window.isFullScreen() else self._window.showFullScreen()

    def leave(self) -> None:
        """Closes this window."""
        self._window.close()
