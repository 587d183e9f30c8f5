"""Tells a screen reader what is new, politely and rarely."""

import time

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from controlroom.ui.language import language

translate = QCoreApplication.translate
PAUSE_S = 30.0


class Announcer:
    """Speaks for one column, at most every 30 seconds."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._last = -PAUSE_S
        self.said: list[str] = []

    def say(self, number: int, title: str) -> None:
        """Says how many new posts wait."""
        now = time.monotonic()
        if number and now - self._last >= PAUSE_S:
            self._last = now
            text = translate("Column", "{n} new in {title}")
            text = text.format(n=language().figure(number), title=title)
            self.said = [text]
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, text))
