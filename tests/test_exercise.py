"""An exercise in the desk: simulated networks, a sealed engine, invented posts on the board."""

import threading
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from controlroom import app
from controlroom.exercise_room import ExerciseRoom
from controlroom.ui.frame.window import DeskWindow
from tests.test_thread import spoken

PATIENCE_MS = 60_000


def test_the_board_of_an_exercise_fills_by_itself(qapp: QApplication, tmp_path: Path) -> None:
    threads = set(threading.enumerate())
    room = ExerciseRoom.start(["m97-closed", "--networks", "x", "--seed", "5"])
    seen: list[str] = []

    def look(window: DeskWindow) -> None:
        told = spoken(window)
        if "#M97" in told and "EXERCISE" in told:
            seen.append(told)
            window.close()

    def painted(window: DeskWindow) -> None:
        timer = QTimer(window, interval=300)
        timer.timeout.connect(lambda: look(window))
        window.closed.connect(timer.stop)
        timer.start()
        QTimer.singleShot(PATIENCE_MS, window, window.close)

    try:
        folder = tmp_path / "data"
        folder.mkdir()
        room.furnish(folder)
        code = app.main(folder, first_painted=painted, keychain=room.keychain, exercise=room)
    finally:
        room.close()
    assert code == 0
    assert seen, "no post of the exercise was painted in time"
    left = {t.name for t in set(threading.enumerate()) - threads if t.is_alive()}
    assert not left
