"""The one place where an error nobody expected ends: logged whole, told in plain words."""

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from controlroom.model.errors import WorldError
from controlroom.ui.language import told

if TYPE_CHECKING:
    import logging

translate = QCoreApplication.translate


class Teller(Protocol):
    """Shows a message until it is read."""

    def tell(self, heading: str, text: str) -> None:
        """Shows a heading and a text."""


class Faults(QObject):
    """Hears of unhandled errors from Python, threads and the event loop."""

    heard = Signal(object)

    def __init__(self, teller: Teller) -> None:
        super().__init__()
        self._teller = teller
        self._before: Any = None
        self._before_threads: Any = None
        self.heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Takes the hooks."""
        self._before, sys.excepthook = sys.excepthook, self._from_python
        self._before_threads, threading.excepthook = threading.excepthook, self._from_thread

    def remove(self) -> None:
        """Gives the hooks back."""
        sys.excepthook = self._before
        threading.excepthook = self._before_threads

    def from_loop(self, _loop: object, context: dict[str, Any]) -> None:
        """Takes what the asyncio loop could not place."""
        error = context.get("exception")
        if isinstance(error, BaseException):
            self._hear(error)
        else:
            _log().error("event loop: %s", context.get("message"))

    def _from_python(
        self, _kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            self._before(type(error), error, trace)
            return
        self._hear(error)

    def _from_thread(self, happened: threading.ExceptHookArgs) -> None:
        if happened.exc_value is not None:
            self._hear(happened.exc_value)

    def _hear(self, error: BaseException) -> None:
        if not isinstance(error, WorldError):
            _log().critical("unhandled error", exc_info=error)
        self.heard.emit(error)

    def _tell(self, error: BaseException) -> None:
        if isinstance(error, WorldError):
            _log().error("%s", error.told())
            self._teller.tell(translate("Faults", "This did not work"), told(error))
            return
        text = translate(
            "Faults",
            "The desk made a mistake ({kind}). What you wrote is kept. The details are in the log;"
            " if things look odd, close the desk and open it again.",
        )
        heading = translate("Faults", "Something went wrong in the program")
        self._teller.tell(heading, text.format(kind=type(error).__name__))


def _log() -> "logging.Logger":
    import logging

    return logging.getLogger(__name__)
