"""What the composer needs of what is around it."""

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import SignalInstance

from controlroom.ui.commands.desk import Desk

if TYPE_CHECKING:
    from controlroom.keychain.book import SignInBook
    from controlroom.store.cache.reader import CacheReader
    from controlroom.store.desk.store import DeskStore
    from controlroom.ui.commands.registry import Commands
    from controlroom.ui.compose.near import Near
    from controlroom.ui.compose.repeating import Repeats
    from controlroom.ui.layers.layer import Panel
    from controlroom.ui.line import EngineLine
    from controlroom.ui.record.book import RecordBook


class ComposeHouse(Protocol):
    """The open house, as far as the composer needs it."""

    @property
    def desk(self) -> "DeskStore":
        """The person's own file, with the drafts."""

    @property
    def cache(self) -> "CacheReader | None":
        """The cache, None until there is one."""

    @property
    def sign_ins(self) -> "SignInBook":
        """The profiles' sign-ins."""


class ComposeWindow(Desk, Protocol):
    """The window the composer opens in."""

    trouble: SignalInstance
    house: Any
    status: Any
    commands: "Commands"
    near: "Near | None"
    series: "Repeats | None"

    @property
    def record(self) -> "RecordBook":
        """The record of the open house."""

    @property
    def office(self) -> Any:
        """Officers and rights of the record."""

    @property
    def line(self) -> "EngineLine":
        """The line to the engine."""

    def open_layer(self, panel: "Panel") -> None:
        """Opens a panel over the page."""

    def tell(self, heading: str, text: str) -> None:
        """Shows a message until it is read."""

    def end_task(self) -> None:
        """Shows the section again over which a task was opened."""
