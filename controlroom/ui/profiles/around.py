"""What the Profiles section needs of what is around it."""

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import SignalInstance

from controlroom.ui.commands.desk import Desk

if TYPE_CHECKING:
    from controlroom.keychain.book import SignInBook
    from controlroom.store.cache.reader import CacheReader
    from controlroom.ui.layers.layer import Panel
    from controlroom.ui.line import EngineLine


class House(Protocol):
    """The open house, as far as the profiles need it."""

    @property
    def cache(self) -> "CacheReader | None":
        """The cache, None until there is one."""

    @property
    def sign_ins(self) -> "SignInBook":
        """The profiles' sign-ins."""


class ProfilesWindow(Desk, Protocol):
    """The window the section stands in."""

    trouble: SignalInstance
    house: Any
    status: Any

    @property
    def office(self) -> Any:
        """Officers and rights of the record."""

    @property
    def line(self) -> "EngineLine":
        """The line to the engine."""

    def open_layer(self, panel: "Panel") -> None:
        """Opens a panel over the page."""
