"""The pipes between desk and engine: one JSON object a line, on either side.

Both ends have threads of their own, so that neither a slow desk nor a silent one holds the engine.
"""

import logging
import os
import queue
import threading
from collections.abc import Callable
from typing import Any

import msgspec

log = logging.getLogger(__name__)

LONGEST_LINE = 4_000_000
_WAITING = 2_000
_PATIENCE_S = 30.0


class Voice:
    """Says lines to the desk, one after the other. Safe in every thread."""

    def __init__(self, fd: int) -> None:
        self._fd = fd
        self._lines: queue.Queue[bytes | None] = queue.Queue(_WAITING)
        self._thread = threading.Thread(target=self._speak, name="voice", daemon=True)
        self._thread.start()

    def say(self, **line: Any) -> None:
        """Says a line. Lines a deaf desk leaves lying are dropped in the end: it has the cache."""
        try:
            self._lines.put_nowait(msgspec.json.encode(line) + b"\n")
        except queue.Full:
            log.warning("the desk does not listen")

    def say_surely(self, **line: Any) -> None:
        """Says a line that must not be lost, and waits for room if it has to."""
        try:
            self._lines.put(msgspec.json.encode(line) + b"\n", timeout=_PATIENCE_S)
        except queue.Full:
            log.exception("the desk does not listen; a line of weight is lost")

    def close(self) -> None:
        """Says what waits, for at most two seconds."""
        try:
            self._lines.put(None, timeout=1)
        except queue.Full:
            return
        self._thread.join(timeout=1)

    def _speak(self) -> None:
        while (line := self._lines.get()) is not None:
            try:
                _write_all(self._fd, line)
            except OSError:
                return


def listen(fd: int, heard: Callable[[bytes], None], ended: Callable[[], None]) -> None:
    """Calls `heard` with every line and `ended` at the end of the pipe, from another thread."""

    def hear() -> None:
        try:
            _lines(fd, heard)
        except OSError:
            log.warning("the pipe from the desk broke")
        finally:
            ended()

    # Bare reads and a daemon: a thread inside a buffered reader would hang the interpreter's end.
    threading.Thread(target=hear, name="ears", daemon=True).start()


def _lines(fd: int, heard: Callable[[bytes], None]) -> None:
    rest = b""
    while chunk := os.read(fd, 65_536):
        *whole, rest = (rest + chunk).split(b"\n")
        for line in whole:
            if line.strip():
                heard(line)
        if len(rest) > LONGEST_LINE:
            return


def _write_all(fd: int, line: bytes) -> None:
    while line:
        line = line[os.write(fd, line) :]
