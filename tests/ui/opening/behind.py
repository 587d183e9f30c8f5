"""A desk's data folder for tests: a real one, with a keychain that can be locked."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controlroom.house import Keeper
from controlroom.keychain.system import SystemKeychain
from controlroom.store.pages import PAGE
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.opening.attendant import Attendant
from controlroom.ui.opening.stand_in import StandIn


class Ring:
    """A keyring backend that can be locked and unlocked as a desktop does."""

    def __init__(self) -> None:
        self.locked = False
        self.kept: dict[str, str] = {}

    def get_password(self, _service: str, name: str) -> str | None:
        self._refuse()
        return self.kept.get(name)

    def set_password(self, _service: str, name: str, secret: str) -> None:
        self._refuse()
        self.kept[name] = secret

    def delete_password(self, _service: str, name: str) -> None:
        self._refuse()
        del self.kept[name]

    def _refuse(self) -> None:
        if self.locked:
            from keyring.errors import KeyringLocked

            raise KeyringLocked


class Behind:
    """The data folder, its keychain, and the attendant of the window."""

    def __init__(self, window: DeskWindow, folder: Path, bot: QtBot) -> None:
        self.window, self.folder, self.bot = window, folder, bot
        self.ring = Ring()
        self.chain = SystemKeychain("tests.Ring", self.ring)
        self.attendants: list[Attendant] = []

    def keeper(self) -> Keeper:
        return Keeper(self.folder, door=lambda _folder: self.chain)

    def prepare(self, work: Callable[[Keeper], object] = lambda _keeper: None) -> None:
        """Starts and ends a desk once, with the recovery key confirmed."""
        keeper = self.keeper()
        opening = keeper.open()
        if opening.recovery is not None:
            keeper.confirm(opening.recovery.text())
        work(keeper)
        keeper.close()

    def attend(self, backup_ms: int = 60_000, figures_ms: int = 30_000) -> Attendant:
        attendant = Attendant(self.window, self.keeper(), backup_ms, figures_ms, calm_ms=0)
        self.attendants.append(attendant)
        return attendant

    def open(self) -> Attendant:
        """Opens and returns once the house is there."""
        attendant = self.attend()
        with self.bot.waitSignal(self.window.house_opened):
            attendant.open()
        self.settle(attendant)
        return attendant

    def fail(self) -> StandIn:
        """Opens and returns the page that stands in."""
        attendant = self.attend()
        attendant.open()
        return self.page(attendant)

    def page(self, attendant: Attendant) -> StandIn:
        self.bot.waitUntil(lambda: attendant.page is not None)
        QApplication.processEvents()
        page = self.window.pages.currentWidget()
        assert page is attendant.page
        assert isinstance(page, StandIn)
        return page

    def settle(self, attendant: Attendant) -> None:
        """Waits until all work asked for so far is done and heard of."""
        done: list[bool] = []
        attendant.work.do(lambda: True, done.append)
        self.bot.waitUntil(lambda: bool(done))

    def flip(self, name: str, page: int = 1) -> None:
        with (self.folder / name).open("r+b") as file:
            file.seek((page - 1) * PAGE + PAGE // 2)
            byte = file.read(1)
            file.seek(-1, 1)
            file.write(bytes([byte[0] ^ 0xFF]))

    def files(self) -> dict[str, bytes]:
        """Returns keys and databases, which a refusal must leave as they are."""
        return {
            one.name: one.read_bytes()
            for one in self.folder.iterdir()
            if one.suffix in (".db", ".json")
        }

    def locks(self) -> list[Path]:
        """Returns the notes of whoever holds a lock on the folder."""
        return list(self.folder.glob("*.pid")) if self.folder.exists() else []
