"""Builds the desk: the one file that knows all of it.

Three steps, each of which loads what it needs: the frame is shown and painted, the data folder is
opened and the board filled, and only then comes asyncio with the engine.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QEventLoop,
    QMetaObject,
    Qt,
    QTimer,
    SignalInstance,
)
from PySide6.QtWidgets import QApplication

from controlroom.ui.faults import Faults
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.giving_back import GivingBack
from controlroom.ui.sweeping import Sweeper

if TYPE_CHECKING:
    from collections.abc import Mapping

    from controlroom.engine_room import EngineRoom
    from controlroom.exercise_room import ExerciseRoom
    from controlroom.keychain import Keychain
    from controlroom.ui.opening.attendant import Attendant

    Servers = Mapping[str, str] | None

PATIENCE_MS = 3000
"""How long the first painting is waited for: a window that is hidden is never painted."""
TOUR_SCENARIO = "m97-closed"
TOUR_FILLING_MS = 15_000
FILLING_MS = 1000
"""How long the engine waits for a board to fill; one without columns never does."""


def main(
    data_dir: Path,
    *,
    config_dir: Path | None = None,
    first_painted: Callable[[DeskWindow], None] | None = None,
    keychain: "Keychain | None" = None,
    exercise: "ExerciseRoom | None" = None,
    servers: "Servers" = None,
) -> int:
    """Runs the desk until its window is closed; returns the exit code.

    Args:
        data_dir: where the desk keeps its databases.
        config_dir: where `settings.json` lies, `data_dir` if not given.
        first_painted: called once when the frame has been drawn for the first time.
        keychain: what keeps the key, the keychain of this computer if not given.
        exercise: the exercise whose networks are read in place of the real ones.
        servers: where hosts of the networks are led on this computer; no other is reached then.
    """
    from controlroom.settings import SettingsFile

    app = application()
    file = SettingsFile(config_dir or data_dir)
    window = DeskWindow(file)
    if exercise is not None:
        _begin_exercise(window, exercise)
    if first_painted is not None:
        window.first_painted.connect(lambda: first_painted(window))
    faults = Faults(window)
    faults.install()
    try:
        app.commitDataRequest.connect(window.close, Qt.ConnectionType.DirectConnection)
        _show(window)
        Sweeper(window)
        GivingBack(window)
        if window.isVisible():
            _load_house()
        if window.isVisible():
            behind = attend(window, data_dir, file.path, keychain)
            _live_in(window, behind, faults, exercise.ready.led if exercise else servers)
        return 0
    finally:
        faults.remove()
        if exercise is not None:
            exercise.deafen()
        _delete(window)


def _delete(window: DeskWindow) -> None:
    """Not left to chance: what Python collects later it may take from under Qt."""
    from PySide6.QtCore import QCoreApplication, QEvent

    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def tour(directory: Path, filling_ms: int = TOUR_FILLING_MS) -> list[Path]:
    """Walks a desk on an exercise through all its screens; returns the pictures made.

    Args:
        filling_ms: how long the board fills before the walk begins.

    Raises OSError: a picture cannot be written; and what `ExerciseRoom.start` raises.
    """
    import tempfile

    from controlroom.exercise_room import ExerciseRoom
    from controlroom.ui.tour import tour as walk

    pictures: list[Path] = []
    failures: list[OSError] = []

    def begin(window: DeskWindow) -> None:
        try:
            pictures.extend(walk(directory, window))
        except OSError as error:
            failures.append(error)
        finally:
            window.close()

    def painted(window: DeskWindow) -> None:
        QTimer.singleShot(filling_ms, window, lambda: begin(window))

    room = ExerciseRoom.start([TOUR_SCENARIO])
    try:
        with tempfile.TemporaryDirectory() as own:
            folder = Path(own)
            room.furnish(folder)
            main(folder, first_painted=painted, keychain=room.keychain, exercise=room)
    finally:
        room.close()
    if failures:
        raise failures[0]
    return pictures


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


def wait_for(
    start: Callable[[], object], *ends: SignalInstance, patience_ms: int = PATIENCE_MS
) -> None:
    """Starts something and returns once one of the signals has come, or after some seconds."""
    waiting, limit = QEventLoop(), QTimer()
    for signal in ends:
        signal.connect(waiting.quit, Qt.ConnectionType.QueuedConnection)
    limit.setSingleShot(True)
    limit.timeout.connect(waiting.quit)
    limit.start(patience_ms)
    start()
    waiting.exec()
    limit.stop()


def _show(window: DeskWindow) -> None:
    """Shows the window and returns once it is painted, or after a while if it stays hidden."""
    wait_for(window.open, window.first_painted)


def _load_house() -> None:
    """Imports what opens the data folder aside, so that the window answers meanwhile."""
    from importlib import import_module
    from threading import Thread

    waiting = QEventLoop()

    def load() -> None:
        try:
            import_module("controlroom.house")
        finally:
            # Rung in the loop's own thread; it is heard even if the loop has not begun.
            QMetaObject.invokeMethod(waiting, "quit", Qt.ConnectionType.QueuedConnection)

    loading = Thread(target=load, name="loading")
    loading.start()
    waiting.exec()
    loading.join()


def _live_in(
    window: DeskWindow, behind: "Attendant", faults: Faults, servers: "Servers" = None
) -> None:
    """Opens the data folder behind the window and runs the desk until the window is closed."""
    try:
        wait_for(behind.open, window.house_opened, window.closed)
        page: Any = window.pages.page("board")
        if window.house is not None and page is not None:
            # The engine's start takes a processor for a second; the posts come first.
            wait_for(lambda: None, page.filled, window.closed, patience_ms=FILLING_MS)
            window.repaint()
            window.keep_icons()
        if window.isVisible():
            from controlroom.ui.undecided import tell_undecided

            window.watch()
            tell_undecided(window)
            _run_engine(window, faults, servers)
    finally:
        behind.end()


def _run_engine(window: DeskWindow, faults: Faults, servers: "Servers") -> None:
    """Runs the event loop, with asyncio and the engine in it, until the window is closed."""
    import asyncio

    import qasync

    async def life() -> None:
        asyncio.get_running_loop().set_exception_handler(faults.from_loop)
        over = asyncio.Event()
        window.closed.connect(over.set)
        if not window.isVisible():
            # It was closed before this was there to hear it.
            return
        room = _engine_room(window, servers)
        if window.house is not None:
            room.open(window.house)
        try:
            await over.wait()
        finally:
            await room.closed()

    with asyncio.Runner(loop_factory=qasync.QEventLoop) as runner:
        try:
            runner.run(life())
        except KeyboardInterrupt:
            window.close()


def _begin_exercise(window: DeskWindow, exercise: "ExerciseRoom") -> None:
    from controlroom.ui.exercise.line import ExerciseLine
    from controlroom.ui.sealed_window import begin

    line = ExerciseLine(exercise.ready.name, exercise.say, window)
    begin(window, line)
    exercise.listen(line.status.emit, line.ended.emit)


def _engine_room(window: DeskWindow, servers: "Servers") -> "EngineRoom":
    """Returns what runs the engine while the window's house is open."""
    from controlroom.engine_room import EngineRoom
    from controlroom.link import Ears
    from controlroom.ui.frame.notice import Notice
    from controlroom.ui.language import translate
    from controlroom.ui.sign_ins_ending import Announcing

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
        networks=line.networks.emit,
        retained=line.retained.emit,
        pictures=line.pictures.emit,
        completing=line.completing.emit,
        fetching=line.fetching.emit,
        servers=line.servers.emit,
        team=line.team.emit,
    )

    def own() -> tuple[str, str]:
        return window.settings.own_sites, window.settings.own_phones

    room = EngineRoom(ears, servers, own)
    line.take(room.say, room.keep, room.guard)
    if window.exercise is not None:
        window.exercise.paced.connect(lambda pace: room.say(clock=pace))
    window.status.watch(line)
    announcing = Announcing(window, window)
    window.house_opened.connect(announcing.open)
    window.house_closed.connect(announcing.close)
    window.closed.connect(announcing.end)
    if window.house is not None:
        announcing.open(window.house)
    window.house_opened.connect(room.open)
    window.house_closed.connect(room.close)
    return room
