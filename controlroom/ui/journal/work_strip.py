"""How something long goes on: a bar, words, a way to stop it, and what came of it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.ui.controls.announce import announce
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.draw import words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
HEIGHT, BAR = 38, 180
Words = Callable[[], str]
"""Gives words in the language in force."""


def _nothing() -> str:
    return ""


class WorkStrip(Styled, QWidget):
    """A row that is there only while something runs or has something to say.

    Signals:
        stopped: it is to end.
        more: what was said is to be shown.
    """

    stopped = Signal()
    more = Signal()

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon, self.runs, self.failed, self.text = icon, False, False, ""
        self._share = 0.0
        self._words: Words = _nothing
        self._more: Words = _nothing
        self._detail = ""
        self.show_button, self.button = Button(Kind.SMALL, self), Button(Kind.SMALL, self)
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        for button in (self.show_button, self.button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._row.addWidget(button)
        self.button.clicked.connect(self._press)
        self.show_button.clicked.connect(self.more)
        self.hide()
        self.follow()

    def go_on(self, words: Words, share: float) -> None:
        """Shows that it runs, and how far it is, from 0 to 1."""
        self.runs, self.failed, self._share = True, False, min(1.0, max(0.0, share))
        self._say(words, _nothing, "")

    def end(
        self, words: Words, *, failed: bool = False, more: Words = _nothing, detail: str = ""
    ) -> None:
        """Shows what came of it.

        Args:
            more: words of a button that shows what is meant, "" for none.
            detail: for a tooltip and for screen readers.
        """
        self.runs, self.failed = False, failed
        self._say(words, more, detail)
        announce(self, self.text)

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(14), 0, px(14), 0)
        self._row.setSpacing(px(8))

    def retranslate(self) -> None:
        stop, away = translate("Record", "Stop"), translate("Record", "Close this note")
        self.button.set_face(stop if self.runs else "", "x")
        self.button.setAccessibleName(stop if self.runs else away)
        self.text, more = self._words(), self._more()
        self.setAccessibleName(self.text)
        self.setAccessibleDescription(self._detail)
        set_tip(self, self._detail or self.text)
        self.show_button.set_face(more)
        self.show_button.setAccessibleName(more)
        self.show_button.setVisible(bool(more))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        painter.fillRect(self.rect(), colours.red_tint if self.failed else colours.bg2)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line1)
        left, middle, size = px(14), self.height() // 2, px(15)
        ink = colours.red if self.failed else colours.text2
        icon = "warn" if self.failed else self.icon if self.runs else "check"
        draw_icon(painter, icon, left, middle - size // 2, size, ink)
        left += size + px(9)
        if self.runs:
            bar = QRect(left, middle - px(3), px(BAR), px(6))
            box(painter, bar, 2, colours.bg0, colours.line3)
            filled = QRect(bar.x(), bar.y(), round(bar.width() * self._share), bar.height())
            box(painter, filled, 2, colours.accent)
            left = bar.right() + px(12)
        buttons = [one.x() for one in (self.show_button, self.button) if one.isVisible()]
        place = QRect(left, 0, min(buttons, default=self.width()) - left - px(8), self.height())
        words(painter, place, self.text, colours.text1, Type.SMALL, 500)

    def _say(self, words: Words, more: Words, detail: str) -> None:
        self._words, self._more, self._detail = words, more, detail
        self.retranslate()
        self.show()
        self.update()

    def _press(self) -> None:
        if self.runs:
            self.stopped.emit()
        else:
            self.hide()
