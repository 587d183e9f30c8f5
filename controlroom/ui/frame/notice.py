"""The notice in the status bar: what stands until it is mended, and what is said for a moment."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSizePolicy, QWidget

from controlroom.ui.commands.registry import Commands
from controlroom.ui.controls.announce import announce
from controlroom.ui.controls.segment import Segment
from controlroom.ui.plain import set_tip

SHORTLY_MS = 6000


Words = Callable[[], tuple[str, str]]
"""Gives text and detail in the language in force."""


class Notice(NamedTuple):
    """A standing notice.

    Attributes:
        command: id of the command that a press runs, or "".
    """

    words: Words
    command: str = ""


class NoticeSegment(Segment):
    """Shows the newest standing notice in amber, and over it for some seconds a short one."""

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        self._commands = commands
        self._standing: dict[str, Notice] = {}
        self._short = ""
        self._timer: QTimer | None = None
        super().__init__("warn", parent, colour="amber")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        self.clicked.connect(self._run)

    def stand(self, key: str, notice: Notice | None) -> None:
        """Shows a notice until it is replaced under its key or lifted with None."""
        before = self._standing.pop(key, None)
        if notice is not None:
            self._standing[key] = notice
            if before is None:
                announce(self, notice.words()[0])
        self.retranslate()

    def standing(self) -> tuple[str, ...]:
        """Returns the keys of the notices that stand, the newest last."""
        return tuple(self._standing)

    def say_shortly(self, text: str) -> None:
        """Shows a text for six seconds and says it to screen readers."""
        self._short = text
        self.retranslate()
        announce(self, text)
        if self._timer is None:
            self._timer = QTimer(self, singleShot=True, interval=SHORTLY_MS)
            self._timer.timeout.connect(self._end_short)
        self._timer.start()

    def retranslate(self) -> None:
        newest = next(reversed(self._standing.values()), None)
        text, detail = newest.words() if newest and not self._short else (self._short, "")
        more = len(self._standing) - 1
        if newest and not self._short and more:
            text = f"{text} (+{more})"
            detail = "\n".join([detail, *(one.words()[0] for one in self._others(newest))])
        self._look_like(bool(self._short))
        self._show(text, detail, newest.command if newest and not self._short else "")

    def _others(self, newest: Notice) -> list[Notice]:
        return [one for one in self._standing.values() if one is not newest]

    def _look_like(self, short: bool) -> None:
        self.icon_name, self._colour = ("info", "text1") if short else ("warn", "amber")

    def _show(self, text: str, detail: str, command: str) -> None:
        self.say(text)
        self.setEnabled(bool(command))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if command else Qt.FocusPolicy.NoFocus)
        self.setVisible(bool(text))
        self.setAccessibleName(text)
        self.setAccessibleDescription(detail)
        set_tip(self, detail or text)

    def _run(self) -> None:
        newest = next(reversed(self._standing.values()), None)
        if newest and newest.command:
            self._commands.run(newest.command)

    def _end_short(self) -> None:
        self._short = ""
        self.retranslate()
