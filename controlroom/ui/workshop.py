"""Slow work on a thread of its own; what comes of it is heard where the window lives."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from controlroom.model.errors import WorldError
from controlroom.model.stopping import Stopped

T = TypeVar("T")
Call = Callable[[], None]


def nothing(_value: object) -> None:
    """Takes a result that nobody wants."""


def raised(error: WorldError) -> None:
    """Raises an error that nobody expected where it was met."""
    raise error


class Workshop(QObject):
    """One piece of work after the other, in the order in which it was asked for."""

    _here = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="house")
        self._closed = False
        self._here.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def do(
        self,
        work: Callable[[], T],
        then: Callable[[T], Any] = nothing,
        failed: Callable[[WorldError], Any] = raised,
    ) -> None:
        """Does `work` on the thread, then calls `then`, or `failed` with an error of the world.

        An error of ours is raised in the window's thread, where it is logged and told. Of work
        that was broken off, because the desk is closing, nothing is heard.
        """
        if not self._closed:
            self._pool.submit(self._do, work, then, failed)

    def here(self, call: Call) -> None:
        """Calls something in the window's thread; may be used from any thread."""
        self._here.emit(call)

    def close(self) -> None:
        """Drops what has not begun, waits for what has, and hears no more of it."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _do(
        self,
        work: Callable[[], T],
        then: Callable[[T], Any],
        failed: Callable[[WorldError], Any],
    ) -> None:
        try:
            value = work()
        except Stopped:
            return
        except WorldError as error:
            self.here(partial(failed, error))
        except BaseException as error:  # noqa: BLE001 - raised again where it is told
            self.here(partial(_raise, error))
        else:
            self.here(partial(then, value))

    def _run(self, call: Call) -> None:
        if not self._closed:
            call()


def _raise(error: BaseException) -> None:
    raise error
