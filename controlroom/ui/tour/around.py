"""Stops at what belongs to the whole window: settings, keys, trouble, commands."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from controlroom.keychain import RecoveryKey
from controlroom.keychain.errors import KeychainLocked
from controlroom.model.errors import WorldError
from controlroom.model.house import Remedy, Trouble
from controlroom.store.errors import Damaged
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.opening.recovery import RecoveryPanel
from controlroom.ui.opening.trouble_page import trouble_page
from controlroom.ui.settings.page import SettingsPage
from controlroom.ui.tour.stop import FRENCH, LARGE, LIGHT, SMALL, Stop, section


def _palette(window: DeskWindow) -> None:
    window.go("board")
    window.open_palette()


def _shortcuts(window: DeskWindow) -> None:
    window.go("board")
    window.open_shortcuts()


def _recovery_key(window: DeskWindow) -> None:
    window.go("board")
    window.open_layer(RecoveryPanel(RecoveryKey(bytes(range(20)))))


def _typing_back(window: DeskWindow) -> None:
    window.go("board")
    panel = RecoveryPanel(RecoveryKey(bytes(range(20))))
    window.open_layer(panel)
    panel.forth.click()


def _trouble(error: WorldError, *remedies: Remedy) -> Callable[[DeskWindow], None]:
    """Shows the page for an error as the desk does, with buttons that do nothing."""

    def prepare(window: DeskWindow) -> None:
        window.go("board")
        runs: dict[Remedy, Callable[[], object]] = dict.fromkeys(remedies, lambda: None)
        window.stand_in(trouble_page(Trouble(error, remedies), runs, lambda: None))

    return prepare


_locked = _trouble(KeychainLocked(), Remedy.TRY_AGAIN, Remedy.RECOVERY_KEY)
_damaged = _trouble(
    Damaged(path="/home/quill/.local/share/controlroom/desk.db"),
    Remedy.SALVAGE,
    Remedy.RESTORE,
    Remedy.TRY_AGAIN,
)


def _data(window: DeskWindow) -> None:
    window.go("settings")
    page = window.pages.currentWidget()
    assert isinstance(page, SettingsPage)
    QApplication.processEvents()
    page.show_end()


STOPS = (
    Stop("exercise-1366x768-light-french", section("exercise"), SMALL, LIGHT + FRENCH),
    Stop("settings-light-french", section("settings"), settings=LIGHT + FRENCH),
    Stop("settings-1366x768-text-150", section("settings"), SMALL, LARGE),
    Stop("settings-data-1366x768", _data, SMALL),
    Stop("settings-data-1366x768-light-french", _data, SMALL, LIGHT + FRENCH),
    Stop("recovery-key-dark", _recovery_key),
    Stop("recovery-key-1366x768-light-french", _recovery_key, SMALL, LIGHT + FRENCH),
    Stop("recovery-key-typed-back", _typing_back, SMALL),
    Stop("keychain-locked-dark", _locked),
    Stop("keychain-locked-1366x768-light-french", _locked, SMALL, LIGHT + FRENCH),
    Stop("damaged-dark", _damaged, SMALL),
    Stop("damaged-light-french", _damaged, settings=LIGHT + FRENCH),
    Stop("palette-dark", _palette),
    Stop("palette-light-french", _palette, settings=LIGHT + FRENCH),
    Stop("shortcuts-dark", _shortcuts),
    Stop("shortcuts-1366x768-light-french", _shortcuts, SMALL, LIGHT + FRENCH),
)
