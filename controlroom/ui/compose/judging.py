"""Runs the checks off the window's thread, for the newest words only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from controlroom.model.errors import WorldError
from controlroom.model.outgoing.content import Content
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from controlroom.model.outgoing.checked import Finding
    from controlroom.outbound.checks.surroundings import Surroundings

REST_MS = 120
"""A pause in typing after which the words are checked."""


class Judging(QObject):
    """One draft's checks.

    Signals:
        judged: the findings are about what it says now.

    Attributes:
        findings: of what was checked last.
        trouble: why some of it could not be checked, None if all was.
    """

    judged = Signal()

    def __init__(
        self, work: Workshop, about: "Callable[[Content], Surroundings]", parent: QObject
    ) -> None:
        super().__init__(parent)
        self._work, self._about = work, about
        self.findings: Sequence[Finding] = ()
        self.trouble: WorldError | None = None
        self._wanted: Content | None = None
        self._done: Content | None = None
        self._running = self._outdated = False
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._begin)

    def ask(self, content: Content) -> None:
        """Wants a content checked, soon."""
        self._wanted = content
        if content != self._done:
            self._rest.start()

    def ask_anew(self) -> None:
        """What the checks know beside the words is other than before."""
        self._done, self._outdated = None, self._running
        if self._wanted is not None and not self._rest.isActive():
            self._rest.start()

    def is_of(self, content: Content) -> bool:
        """Returns whether the findings are about this content."""
        return self._done == content

    def stop(self) -> None:
        """Wants nothing any more."""
        self._rest.stop()
        self._wanted = None

    def _begin(self) -> None:
        content = self._wanted
        if content is None or self._running:
            return
        self._running, self._outdated = True, False
        about = self._about(content)
        self._work.do(
            lambda: _checked(content, about),
            lambda found: self._take(content, found),
            lambda error: self._fail(content, error),
        )

    def _take(self, content: Content, found: "Sequence[Finding]") -> None:
        self.findings, self.trouble = found, None
        self._end(content)

    def _fail(self, content: Content, error: WorldError) -> None:
        self.trouble = error
        self._end(content)

    def _end(self, content: Content) -> None:
        self._running = False
        self._done = None if self._outdated else content
        if self._wanted is not None and self._wanted != self._done:
            self._rest.start()
        self.judged.emit()


def _checked(content: Content, about: "Surroundings") -> "Sequence[Finding]":
    # The rules and their word lists are read with the first draft that is written.
    from controlroom.outbound.checks.check import check

    return check(content, about)
