"""What the Record section needs of what is around it."""

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import SignalInstance

from controlroom.ui.commands.desk import Desk

if TYPE_CHECKING:
    from controlroom.store.cache.reader import CacheReader
    from controlroom.store.journal.followed import Followed
    from controlroom.ui.layers.layer import Panel
    from controlroom.ui.line import EngineLine
    from controlroom.ui.officers.office import WindowOffice
    from controlroom.ui.record.book import RecordBook


class House(Protocol):
    """The open house, as far as the section needs it."""

    @property
    def cache(self) -> "CacheReader | None":
        """The cache, None until there is one."""

    def record(self, actor: str) -> "Followed":
        """Opens the record. Raises `WorldError`."""


class JournalWindow(Desk, Protocol):
    """The window the section stands in."""

    trouble: SignalInstance
    status: Any
    house: Any
    commands: Any

    @property
    def line(self) -> "EngineLine":
        """The line to the engine."""

    @property
    def record(self) -> "RecordBook":
        """The record as the window follows it."""

    @property
    def office(self) -> "WindowOffice":
        """Officers and profiles as the record knows them."""

    def open_layer(self, panel: "Panel") -> None:
        """Opens a panel over the page."""
