"""The life of a sender in an engine; what it is made of is loaded when it is made."""

import logging
import threading
from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING

from controlroom.model.errors import WorldError

if TYPE_CHECKING:
    from controlroom.outbound.sending.sender import Sender

log = logging.getLogger(__name__)

Makes = Callable[[ExitStack, threading.Event], "Sender"]
"""Makes a sender on what is closed with the stack, sooner if the event is set meanwhile.

Raises `WorldError`.
"""
_FIRST_S = 1.0
"""What is read and shown at a start goes first."""
_REST_S = 10.0


class Sending:
    """Sends from `begin` to `end`, in a thread of its own.

    Whatever keeps it from beginning, a broken file for one, stops nothing else in the engine.

    Args:
        trouble: called with what keeps it from sending, in that thread.
    """

    def __init__(
        self,
        makes: Makes,
        trouble: Callable[[WorldError], None],
    ) -> None:
        self._makes, self._trouble = makes, trouble
        self._over = threading.Event()
        self._sender: Sender | None = None
        self._told = ""
        self._thread = threading.Thread(target=self._work, name="sending")

    def begin(self) -> None:
        """Begins, soon."""
        self._thread.start()

    def wake(self) -> None:
        """Looks at once at what there is to do: a profile has signed in anew, for one."""
        if self._sender is not None:
            self._sender.wake()

    def end(self) -> None:
        """Ends, and returns when what was under way has ended."""
        self._over.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _work(self) -> None:
        self._over.wait(_FIRST_S)
        while not self._over.is_set():
            try:
                self._send()
            except WorldError as error:
                self._tell(error)
            except Exception:
                log.exception("nothing is sent")
            self._over.wait(_REST_S)

    def _send(self) -> None:
        with ExitStack() as stack:
            sender = self._makes(stack, self._over)
            if self._over.is_set():
                return
            self._sender = sender
            sender.begin()
            self._over.wait()
            sender.end()

    def _tell(self, error: WorldError) -> None:
        """Once: it is tried again every few seconds."""
        if error.told() != self._told:
            self._told = error.told()
            self._trouble(error)
