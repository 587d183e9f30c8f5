"""Runs one worker: gives it an order, hears it to its end, and ends it when it grows too large."""

import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import IO

import msgspec
import psutil

from controlroom.outbound.media import errors
from controlroom.outbound.media.errors import MediaError, WorkBrokeOff
from controlroom.outbound.media.orders import Answer, Order, Place, read_answer, written

MOST_MEMORY = 1 << 30
"""Bytes a worker may use: a frame of 4K as it is worked on, and an encoder (H3 of reliability)."""
_LOOK_S = 0.25
_MOST_LINE = 1 << 22
Tell = Callable[[float], None]


class Cancelled(Exception):
    """Nobody wants the answer any more."""


class Bench:
    """One piece of work. `cancel` may be called from any thread."""

    def __init__(self) -> None:
        self._over = threading.Event()
        self._reason = ""
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def cancel(self) -> None:
        """Ends the work; `run` raises `Cancelled`."""
        with self._lock:
            self._over.set()
            if self._process is not None:
                self._process.kill()

    def run(self, order: Order, places: tuple[Place, ...], tell: Tell) -> Answer:
        """Returns the last answer. Raises `MediaError`, `Cancelled`."""
        process = self._begin(tuple(one for one in places if isinstance(one, int)))
        watch = threading.Thread(target=self._watch, args=(process,), name="media watch")
        watch.start()
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            with suppress(BrokenPipeError):
                process.stdin.write(written(order) + b"\n")
                process.stdin.flush()
            return self._heard(process.stdout, tell)
        finally:
            process.kill()
            process.wait()
            watch.join()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with suppress(BrokenPipeError):
                        pipe.close()

    def _begin(self, handles: tuple[int, ...]) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._over.is_set():
                raise Cancelled
            self._process = subprocess.Popen(
                [sys.executable, "-m", "controlroom.outbound.media.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                pass_fds=handles,
            )
            return self._process

    def _heard(self, answers: IO[bytes], tell: Tell) -> Answer:
        while line := answers.readline(_MOST_LINE):
            try:
                answer = read_answer(line)
            except msgspec.MsgspecError:
                raise WorkBrokeOff(reason="an answer nobody understands") from None
            if answer.fault:
                raise _error(answer)
            if answer.ends:
                return answer
            tell(answer.share)
        if self._over.is_set():
            raise Cancelled
        raise WorkBrokeOff(reason=self._reason or "the worker ended")

    def _watch(self, process: subprocess.Popen[bytes]) -> None:
        """Ends a worker that uses too much memory."""
        with suppress(psutil.Error):
            watched = psutil.Process(process.pid)
            while process.poll() is None:
                if watched.memory_info().rss > MOST_MEMORY:
                    self._reason = "memory"
                    process.kill()
                with suppress(subprocess.TimeoutExpired):
                    process.wait(_LOOK_S)


def _error(answer: Answer) -> MediaError:
    kind = getattr(errors, answer.fault, None)
    if isinstance(kind, type) and issubclass(kind, MediaError):
        with suppress(KeyError, IndexError, ValueError):
            return kind(**answer.values)
    return WorkBrokeOff(reason="an answer nobody understands")
