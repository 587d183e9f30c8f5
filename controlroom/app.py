"""Builds the desk: the one file that knows all of it.

The frame is shown and painted before anything else is imported: what is slow to load comes after.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication

from controlroom.settings import SettingsFile
from controlroom.ui.faults import Faults
from controlroom.ui.frame.window import DeskWindow

if TYPE_CHECKING:
    import asyncio

    from controlroom.engine_room import EngineRoom
    from controlroom.keychain import Keychain
    from controlroom.ui.opening.attendant import Attendant

PATIENCE_MS = 3000
"""How long the first painting is waited for: a window that is hidden is never painted."""


def main(
    data_dir: Path,
    *,
    config_dir: Path | None = None,
    first_painted: Callable[[DeskWindow], None] | None = None,
    keychain: "Keychain | None" = None,
) -> int:
    """Runs the desk until its window is closed; returns the exit code.

    Args:
        data_dir: where the desk keeps its databases.
        config_dir: where `settings.json` lies, `data_dir` if not given.
        first_painted: called once when the frame has been drawn for the first time.
        keychain: what keeps the key, the keychain of this computer if not given.
    """
    app = application()
    file = SettingsFile(config_dir or data_dir)
    window = DeskWindow(file)
    if first_painted is not None:
        window.first_painted.connect(lambda: first_painted(window))
    faults = Faults(window)
    faults.install()
    try:
        _show(window)
        return _live(app, window, lambda: attend(window, data_dir, file.path, keychain), faults)
    finally:
        faults.remove()


def tour(directory: Path) -> list[Path]:
    """Walks an empty desk of its own through all its screens; returns the pictures made.

    Raises OSError: a picture cannot be written.
    """
    import tempfile

    from controlroom.keychain import Created, MemoryKeychain, confirm_recovery_key, open_house_key
    from controlroom.ui.tour import tour as walk

    application()
    with tempfile.TemporaryDirectory() as own:
        folder, keychain = Path(own), MemoryKeychain()
        key = open_house_key(folder, keychain, [])
        if isinstance(key, Created):
            confirm_recovery_key(folder, key.recovery.text())
        file = SettingsFile(folder)
        window = DeskWindow(file)
        behind = attend(window, folder, file.path, keychain)
        window.show()
        try:
            wait_for(window.house_opened, behind.open)
            return walk(directory, window)
        finally:
            window.close()
            behind.end()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def application() -> QApplication:
    """Returns the Qt application, made with our style if there is none yet."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else _new_application()
    app.setApplicationName("Control Room")
    app.setDesktopFileName("controlroom")
    # The loop ends when the engine has gone, which is after the last window.
    app.setQuitOnLastWindowClosed(False)
    app.setQuitLockEnabled(False)
    return app


def _new_application() -> QApplication:
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    # An option rather than setStyle(): that would load every enumeration of QStyle (8 ms).
    return QApplication([*sys.argv[:1], "-style", "fusion"])


def attend(
    window: DeskWindow, data_dir: Path, settings: Path, keychain: "Keychain | None" = None
) -> "Attendant":
    """Returns what opens the data folder behind a window; nothing of it is loaded before."""
    from controlroom.house.keeper import Keeper, computer_keychain
    from controlroom.ui.opening.attendant import Attendant

    door = computer_keychain if keychain is None else lambda _folder: keychain
    return Attendant(window, Keeper(data_dir, (settings,), door))


def wait_for(signal: SignalInstance, start: Callable[[], object]) -> None:
    """Starts something and returns once its signal has come, or after some seconds."""
    waiting, limit = QEventLoop(), QTimer()
    signal.connect(waiting.quit, Qt.ConnectionType.QueuedConnection)
    limit.setSingleShot(True)
    limit.timeout.connect(waiting.quit)
    limit.start(PATIENCE_MS)
    start()
    waiting.exec()
    limit.stop()


def _show(window: DeskWindow) -> None:
    """Shows the window and returns once it is painted, or after a while if it stays hidden."""
    wait_for(window.first_painted, window.open)


def _live(
    app: QApplication, window: DeskWindow, make: "Callable[[], Attendant]", faults: Faults
) -> int:
    """Runs the event loop, with asyncio in it, until the window is closed."""
    import asyncio

    import qasync

    behind: list[Attendant] = []

    async def life() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(faults.from_loop)
        over = asyncio.Event()
        window.closed.connect(over.set)
        app.commitDataRequest.connect(window.close, Qt.ConnectionType.DirectConnection)
        await _load(loop)
        if window.isVisible():
            room = _engine_room(window)
            behind.append(make())
            behind[0].open()
            try:
                await over.wait()
            finally:
                await room.closed()

    with asyncio.Runner(loop_factory=qasync.QEventLoop) as runner:
        try:
            runner.run(life())
        except KeyboardInterrupt:
            window.close()
        finally:
            for attendant in behind:
                attendant.end()
    return 0


def _engine_room(window: DeskWindow) -> "EngineRoom":
    """Returns what runs the engine while the window's house is open."""
    from controlroom.engine_room import EngineRoom
    from controlroom.link import Ears
    from controlroom.ui.frame.notice import Notice
    from controlroom.ui.language import translate

    def trouble(sentence: str) -> None:
        words = Notice(lambda: (translate("Window", "Reading the networks stopped"), sentence))
        window.status.notice.stand("engine", words)

    def running(reads: bool) -> None:
        line.running.emit(reads)
        if reads:
            window.status.notice.stand("engine", None)

    line = window.line
    ears = Ears(
        changed=window.changed.emit,
        state=line.state.emit,
        running=running,
        trouble=trouble,
        connecting=line.connecting.emit,
        connected=line.connected.emit,
        unconnected=line.unconnected.emit,
        added=line.added.emit,
    )
    room = EngineRoom(ears)
    line.take(room.say, room.keep)
    window.house_opened.connect(room.open)
    window.house_closed.connect(room.close)
    return room


async def _load(loop: "asyncio.AbstractEventLoop") -> None:
    """Imports what opens the house aside, so that the window answers meanwhile."""
    from concurrent.futures import ThreadPoolExecutor
    from importlib import import_module

    with ThreadPoolExecutor(1, thread_name_prefix="loading") as aside:
        await loop.run_in_executor(aside, import_module, "controlroom.house")
