"""A desk of a team as a process of its own: the real window, led by lines of JSON.

    python -m tests.together.desk FOLDER URL PASSWORD

It makes its data folder, joins the team and opens the window; then each line on standard input is
an act, and its answer a line on standard output. An act may take its time, with the window alive.
"""

import json
import sys
import threading
import traceback
from collections.abc import Callable, Generator, Mapping
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
Script = Generator[None, None, object]
"""An act that goes on step by step; what it returns is the answer."""


def main(folder: Path, url: str, password: str) -> int:
    """Runs the desk until it is told to close, or its input ends."""
    return run(folder, url, password, ACTS)


def run(
    folder: Path,
    url: str,
    password: str,
    acts: "Mapping[str, Callable[..., object]]",
    servers: "Mapping[str, str] | None" = None,
) -> int:
    """Runs the desk likewise, with acts of its own.

    Args:
        servers: where hosts of the networks are led on this computer.
    """
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
        hand, timer = _Hand(window, lines, acts), QTimer(window, interval=LOOK_MS)
        # A method alone would be let go of with the hand.
        timer.timeout.connect(lambda: hand.turn())
        window.closed.connect(timer.stop)
        timer.start()
        _tell("open")

    return app.main(folder, first_painted=painted, keychain=chain, servers=servers)


def _read(lines: "SimpleQueue[str | None]") -> None:
    for line in sys.stdin:
        lines.put(line)
    lines.put(None)


class _Hand:
    """Does at a window what the lines say, one after the other."""

    def __init__(
        self,
        window: DeskWindow,
        lines: "SimpleQueue[str | None]",
        acts: "Mapping[str, Callable[..., object]]",
    ) -> None:
        self._window, self._lines, self._acts = window, lines, acts
        self._script: Script | None = None

    def turn(self) -> None:
        """Goes on with what is under way, or begins what was said next."""
        try:
            if self._script is not None:
                next(self._script)
            else:
                self._begin()
        except Empty:
            return
        except StopIteration as ended:
            self._script = None
            _tell(ended.value)
        except Exception:  # noqa: BLE001 - whatever it is, the test tells it
            self._script = None
            _tell({"failed": traceback.format_exc()})

    def _begin(self) -> None:
        line = self._lines.get_nowait()
        if line is None:
            self._window.close()
            return
        act, *words = json.loads(line)
        done = self._acts[act](self._window, *words)
        if isinstance(done, Generator):
            self._script = done
        else:
            _tell(done)


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
