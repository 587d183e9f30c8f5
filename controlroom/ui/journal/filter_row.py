"""What rows of filters have in common: a field, buttons that ask, a span of time, all at once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from controlroom.model import clock
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.esc import takes_esc
from controlroom.ui.controls.styled import Styled
from controlroom.ui.journal import offers
from controlroom.ui.journal.chosen import SPANS
from controlroom.ui.journal.filter_button import FilterButton
from controlroom.ui.journal.names import Names
from controlroom.ui.journal.pick_panel import PickPanel
from controlroom.ui.journal.time_menu import ask_time
from controlroom.ui.journal.time_panel import TimePanel
from controlroom.ui.officers.chooser import Offered

PAUSE_MS = 350
"""After a pause this long in typing the list is narrowed."""
LONGEST = 200


class FilterField(QLineEdit):
    """A line of text; Esc leads on, whatever else Esc means."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        return takes_esc(event, self.left.emit) or super().event(event)


class FilterRow(Styled, QWidget):
    """Who shows one says which buttons stand in it, and what they ask.

    Signals:
        changed: something else is chosen.
        left: Enter or Esc in the field: on to the list.

    Attributes:
        chosen: a frozen dataclass with `text`, `since`, `until` and `everything`.
        nothing: what is chosen where no filter is set.
        names: what things are called.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self, window: Any, nothing: Any, names: Names, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._window, self.names = window, names
        self.chosen = self.nothing = nothing
        self.field, self.time = FilterField(self), FilterButton(self)
        self.clear = Button(Kind.GHOST, self)
        self._span = ""
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._buttons = QHBoxLayout()
        self.field.setMaxLength(LONGEST)
        self._wire()

    def choose(self, chosen: Any, span: str = "") -> None:
        """Chooses something else.

        Args:
            span: the span of time up to now that is meant, if it is one of those offered.
        """
        if self.field.text() != chosen.text:
            self.field.setText(chosen.text)
        self._pause.stop()
        before, self.chosen, self._span = self.chosen, chosen, span
        self.say()
        if before != chosen:
            self.changed.emit()

    def choose_span(self, span: str) -> None:
        """Chooses a span of time up to now; "" for any time."""
        since = clock.now() - SPANS[span] if span else None
        self.choose(replace(self.chosen, since=since, until=None), span)

    def hurry(self) -> None:
        """Takes what was typed without waiting for a pause."""
        if self._pause.isActive():
            self._take_text()

    def say(self) -> None:
        """Says on each button what is chosen; each row has its own."""

    def ask(self, question: str, offered: Sequence[Offered], name: str) -> None:
        """Asks for one value of what is chosen, by its name there."""
        panel = PickPanel(question, offered, getattr(self.chosen, name))
        panel.picked.connect(lambda one: self._take(name, one))
        self._window.open_layer(panel)

    def time_told(self) -> str:
        """Returns which time is chosen, "" for any."""
        told = dict(offers.spans()).get(self._span, "")
        return told or offers.stretch_told(self.chosen.since, self.chosen.until)

    def hideEvent(self, event: QHideEvent) -> None:
        self._pause.stop()

    def put(self, *buttons: QWidget) -> None:
        """Puts buttons in the row, with that for time and that which clears behind them."""
        for button in (*buttons, self.time, self.clear):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)

    def _wire(self) -> None:
        self.field.textEdited.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self._take_text)
        self.field.returnPressed.connect(self._leave)
        self.field.left.connect(self._leave)
        self.time.clicked.connect(self._ask_time)
        self.clear.clicked.connect(lambda: self.choose(self.nothing))

    def _leave(self) -> None:
        self._take_text()
        self.left.emit()

    def _take(self, name: str, value: str) -> None:
        self.choose(replace(self.chosen, **{name: value}), self._span)

    def _take_text(self) -> None:
        self._pause.stop()
        self._take("text", self.field.text())

    def _ask_time(self) -> None:
        stands = None if self.time_told() and not self._span else self._span
        ask_time(self.time, stands, self.choose_span, self._ask_range)

    def _ask_range(self) -> None:
        panel = TimePanel(self.chosen.since, self.chosen.until)
        panel.ranged.connect(self._take_range)
        self._window.open_layer(panel)

    def _take_range(self, since: datetime | None, until: datetime | None) -> None:
        self.choose(replace(self.chosen, since=since, until=until))
