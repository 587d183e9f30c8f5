"""Builds the desk: the one file that knows all of it.

The frame is shown and painted before anything else is imported: what is slow to load comes after.
"""

import logging
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from controlroom.settings import SettingsFile
from controlroom.ui.faults import Faults
from controlroom.ui.frame.window import DeskWindow

log = logging.getLogger(__name__)
PATIENCE_MS = 3000
"""How long the first painting is waited for: a window that is hidden is never painted."""


def main(
    data_dir: Path,
    *,
    config_dir: Path | None = None,
    first_painted: Callable[[DeskWindow], None] | None = None,
) -> int:
    """Runs the desk until its window is closed; returns the exit code.

    Args:
        data_dir: where the desk keeps its databases.
        config_dir: where `settings.json` lies, `data_dir` if not given.
        first_painted: called once when the frame has been drawn for the first time.
    """
    app = application()
    window = DeskWindow(SettingsFile(config_dir or data_dir))
    if first_painted is not None:
        window.first_painted.connect(lambda: first_painted(window))
    faults = Faults(window)
    faults.install()
    try:
        _show(window)
        return _live(app, window, data_dir, faults)
    finally:
        faults.remove()


def application() -> QApplication:
    """Returns the Qt application, made with our style if there is none yet."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    QApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    # An option rather than setStyle(): that would load every enumeration of QStyle (8 ms).
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("Control Room")
    app.setDesktopFileName("controlroom")
    app.setQuitOnLastWindowClosed(False)
    return app


def _show(window: DeskWindow) -> None:
    """Shows the window and returns once it is painted, or after a while if it stays hidden."""
    waiting = QEventLoop()
    window.first_painted.connect(waiting.quit, Qt.ConnectionType.QueuedConnection)
    limit = QTimer()
    limit.setSingleShot(True)
    limit.timeout.connect(waiting.quit)
    limit.start(PATIENCE_MS)
    window.open()
    waiting.exec()
    limit.stop()


def _live(app: QApplication, window: DeskWindow, data_dir: Path, faults: Faults) -> int:
    """Runs the event loop, with asyncio in it, until the window is closed."""
    import asyncio

    import qasync

    async def life() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(faults.from_loop)
        over = asyncio.Event()
        window.closed.connect(over.set)
        app.commitDataRequest.connect(window.close, Qt.ConnectionType.DirectConnection)
        await _open_house(window, data_dir)
        if window.isVisible():
            await over.wait()

    with asyncio.Runner(loop_factory=qasync.QEventLoop) as runner:
        try:
            runner.run(life())
        except KeyboardInterrupt:
            window.close()
    return 0


async def _open_house(window: DeskWindow, data_dir: Path) -> None:
    """Opens what lies behind the frame, once the frame is painted."""
    log.info("the desk is open on %s", data_dir)
