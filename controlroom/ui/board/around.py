"""What the board needs of what is around it: the house, the window, the tabs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import SignalInstance

from controlroom.model.board import Board
from controlroom.ui.commands.desk import Desk
from controlroom.ui.controls.in_view import InView

if TYPE_CHECKING:
    from controlroom.store.cache.reader import CacheReader
    from controlroom.store.desk.store import DeskStore
    from controlroom.ui.commands.registry import Commands
    from controlroom.ui.layers.layer import Panel


class House(Protocol):
    """The open house, as far as the board needs it."""

    @property
    def desk(self) -> "DeskStore":
        """The person's own file."""

    @property
    def cache(self) -> "CacheReader | None":
        """The cache, None until there is one."""


class Tab(Protocol):
    """One tab."""

    board: Board

    def show_count(self, count: int) -> None:
        """Shows how many posts are unread."""


class Tabs(Protocol):
    """The boards as tabs."""

    chosen: SignalInstance
    menu_wanted: SignalInstance

    @property
    def tabs(self) -> Sequence[Tab]:
        """The tabs, left to right."""

    def set_boards(self, boards: Sequence[Board]) -> None:
        """Shows these boards."""

    def current(self) -> int | None:
        """Returns the id of the board that is shown."""

    def choose(self, board: int) -> None:
        """Shows a board by its id."""

    def describe(self) -> None:
        """Looks again whether commands can run."""

    def say_columns(self, shown: InView) -> None:
        """Shows how many columns of the board are in view."""


class Host(Protocol):
    """A window in which columns stand."""

    commands: "Commands"

    def open_layer(self, panel: "Panel") -> None:
        """Opens a panel over the page."""


class BoardWindow(Desk, Host, Protocol):
    """The desk's window, in which the board stands."""

    tabs: Tabs
    trouble: SignalInstance

    def tell(self, heading: str, text: str) -> None:
        """Shows a message until it is read."""
