"""A calm page in place of a section's: what is the matter, what can be done, and the buttons."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from controlroom.ui.controls.announce import announce
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.opening.key_field import WIDTH, KeyField
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

ICON = 40
Words = Callable[[], str]


class Action(NamedTuple):
    """A button of the page; its words are asked for whenever the language changes."""

    name: str
    words: Words
    run: Callable[[], object]


class Telling(NamedTuple):
    """What the page says, in the language in force."""

    icon: str
    heading: Words
    text: Words
    quieter: Words


class StandIn(Styled, QWidget):
    """The page. Its first button is the main one."""

    def __init__(
        self, telling: Telling, actions: Sequence[Action], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._telling, self._actions = telling, actions
        self._progress: Words = str
        self.heading = Prose(Type.TITLE, 600, "text1", self)
        self.text = Prose(Type.LEAD, 400, "text1", self)
        self.quieter = Prose(parent=self)
        self.field = KeyField(self)
        self.progress = Prose(Type.BODY, 500, "text1", self)
        self.buttons = {one.name: self._button(one, at) for at, one in enumerate(actions)}
        self._column = QVBoxLayout(self)
        self._row = QHBoxLayout()
        self._build()
        self.follow()

    def ask_for_key(self, entered: Callable[[str], object]) -> None:
        """Shows the field for the recovery key; `entered` gets what was typed."""
        if not self.field.isVisible():
            self.field.entered.connect(lambda: entered(self.field.text()))
            self.field.show()
        elif self.field.text():
            entered(self.field.text())
        self.field.setFocus()

    def tell_progress(self, words: Words) -> None:
        """Says how far the work is, below the buttons, which rest meanwhile."""
        self._progress = words
        self.progress.set_text(words())

    def rest(self, *, resting: bool) -> None:
        """Switches the buttons off while work goes on; leaving is always possible."""
        for name, button in self.buttons.items():
            button.setEnabled(not resting or name == "close")

    def say(self) -> None:
        """Says the page to screen readers and gives its main button the focus."""
        announce(self, self.accessibleDescription())
        next(iter(self.buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        px = theme().metrics.px
        self._column.setSpacing(px(12))
        self._row.setSpacing(px(8))
        for prose in (self.heading, self.text, self.quieter, self.progress):
            prose.fix_width(px(WIDTH))

    def retranslate(self) -> None:
        told = self._telling
        parts = ((self.heading, told.heading), (self.text, told.text), (self.quieter, told.quieter))
        for prose, words in (*parts, (self.progress, self._progress)):
            prose.set_text(words())
        self.setAccessibleName(told.heading())
        self.setAccessibleDescription(f"{told.text()} {told.quieter()}".strip())
        for one in self._actions:
            self.buttons[one.name].set_face(one.words())
            self.buttons[one.name].setAccessibleName(one.words())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        left = (self.width() - px(ICON)) // 2
        top = self.heading.y() - px(12) - px(ICON)
        colour = colours.amber if self._telling.icon == "warn" else colours.text3
        draw_icon(painter, self._telling.icon, left, top, px(ICON), colour)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the buttons below each other where they do not fit side by side."""
        gaps = (len(self.buttons) + 1) * theme().metrics.px(8)
        wide = sum(button.sizeHint().width() for button in self.buttons.values()) + gaps
        side = QBoxLayout.Direction.LeftToRight
        fits = wide <= self.width()
        self._row.setDirection(side if fits else QBoxLayout.Direction.TopToBottom)

    def _build(self) -> None:
        self._column.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        for prose in (self.heading, self.text, self.quieter):
            prose.centred = True
            self._column.addWidget(prose, 0, middle)
        self._row.addStretch(1)
        for button in self.buttons.values():
            self._row.addWidget(button, 0, middle)
        self._row.addStretch(1)
        self._column.addLayout(self._row)
        self._column.addWidget(self.field, 0, middle)
        self.progress.centred = True
        self._column.addWidget(self.progress, 0, middle)
        self._column.addStretch(3)
        self.field.hide()

    def _button(self, action: Action, place: int) -> Button:
        button = Button(Kind.PLAIN if place else Kind.MAIN, self)
        button.clicked.connect(lambda: action.run())
        return button
