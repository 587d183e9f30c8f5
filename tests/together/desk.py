"""A desk of a team as a process of its own: the real window, led by lines of JSON.

    python -m tests.together.desk FOLDER URL PASSWORD

It makes its data folder, joins the team and opens the window; then each line on standard input is
an act, and its answer a line on standard output.
"""

import json
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from controlroom import app
from controlroom.keychain import Created, MemoryKeychain, confirm_recovery_key, open_house_key
from controlroom.keychain.keysfile import needed_keys
from controlroom.keychain.team import TeamSecrets
from controlroom.team.joined import join
from controlroom.ui.board.drawer.notes_pane import NotesPane
from controlroom.ui.frame.window import DeskWindow
from tests.test_thread import spoken

LOOK_MS = 30


def main(folder: Path, url: str, password: str) -> int:
    """Runs the desk until it is told to close, or its input ends."""
    folder.mkdir()
    chain = MemoryKeychain()
    made = open_house_key(folder, chain, [])
    assert isinstance(made, Created)
    confirm_recovery_key(folder, made.recovery.text())
    join(folder, url, password, TeamSecrets(chain, needed_keys(folder).key_id))
    lines: SimpleQueue[str | None] = SimpleQueue()
    threading.Thread(target=_read, args=(lines,), daemon=True).start()

    def painted(window: DeskWindow) -> None:
        window.resize(1920, 1080)
        timer = QTimer(window, interval=LOOK_MS)
        timer.timeout.connect(lambda: _obey(window, lines))
        window.closed.connect(timer.stop)
        timer.start()
        _tell("open")

    return app.main(folder, first_painted=painted, keychain=chain)


def _read(lines: "SimpleQueue[str | None]") -> None:
    for line in sys.stdin:
        lines.put(line)
    lines.put(None)


def _obey(window: DeskWindow, lines: "SimpleQueue[str | None]") -> None:
    try:
        line = lines.get_nowait()
    except Empty:
        return
    if line is None:
        window.close()
        return
    act, *words = json.loads(line)
    _tell(ACTS[act](window, *words))


def _tell(answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def _press(window: DeskWindow, *keys: str) -> None:
    """Presses keys, one after the other, where the focus is."""
    for one in keys:
        combination = QKeySequence(one)[0]
        target = QApplication.focusWidget() or window
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())


def _type(window: DeskWindow, text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget() or window, text)


def _record(window: DeskWindow) -> dict[str, Any]:
    """What this desk knows of the record."""
    book = window.record
    state = book.state
    if state is None:
        return {}
    return {
        "seq": state.seq,
        "officer": book.officer,
        "here": sorted(number for number in state.officers if state.here(number)),
        "assigned": {key: number for key, (number, _) in state.assigned.items()},
        "reached": book.trouble is None,
        "waiting": len(book.undecided),
    }


def _notes(window: DeskWindow) -> list[str]:
    """The internal notes of the conversation that is open."""
    return [one.text for pane in window.findChildren(NotesPane) for one in pane.notes]


def _shot(window: DeskWindow, path: str) -> None:
    window.grab().save(path)


ACTS: dict[str, Callable[..., object]] = {
    "spoken": spoken,
    "press": _press,
    "type": _type,
    "run": lambda window, command: window.commands.run(command),
    "go": lambda window, section: window.go(section),
    "record": _record,
    "notes": _notes,
    "shot": _shot,
    "notices": lambda window: list(window.status.notice.standing()),
}

if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
