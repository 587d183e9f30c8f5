"""Tells a screen reader what is new, politely and rarely."""

import time

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from controlroom.ui.language import language

translate = QCoreApplication.translate
PAUSE_S = 30.0


class Announcer:
    """Speaks for one column: news at most every 30 seconds, a post that has gone at once."""

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
            self._speak(text.format(n=language().figure(number), title=title))

    def say_gone(self) -> None:
        """Says that the post that had the keyboard has gone."""
        self._speak(translate("Column", "The post has gone; this is the next one"))

    def _speak(self, text: str) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        self.said = [text]
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, text))
