"""What the Review section needs of what is around it."""

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import SignalInstance

from controlroom.ui.commands.desk import Desk

if TYPE_CHECKING:
    from controlroom.store.cache.reader import CacheReader
    from controlroom.store.desk.store import DeskStore
    from controlroom.ui.layers.layer import Panel
    from controlroom.ui.line import EngineLine


class House(Protocol):
    """The open house, as far as the section needs it."""

    @property
    def desk(self) -> "DeskStore":
        """The person's own file, with the saved searches."""

    @property
    def cache(self) -> "CacheReader | None":
        """The cache, None until there is one."""


class ReviewWindow(Desk, Protocol):
    """The window the section stands in."""

    trouble: SignalInstance
    status: Any

    @property
    def line(self) -> "EngineLine":
        """The line to the engine."""

    def open_layer(self, panel: "Panel") -> None:
        """Opens a panel over the page."""

    def tell(self, heading: str, text: str) -> None:
        """Shows a message until it is read."""
