"""What is looked for among everything sent: words, profile, network, officer, state and time."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from controlroom.model import clock
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.styled import Styled
from controlroom.ui.journal import offers
from controlroom.ui.journal.chosen import SPANS
from controlroom.ui.journal.filter_bar import LONGEST, PAUSE_MS, FilterField
from controlroom.ui.journal.filter_button import FilterButton
from controlroom.ui.journal.names import Names
from controlroom.ui.journal.pick_panel import PickPanel
from controlroom.ui.journal.time_menu import ask_time
from controlroom.ui.journal.time_panel import TimePanel
from controlroom.ui.officers.chooser import Offered
from controlroom.ui.officers.words import network_of
from controlroom.ui.sent.sought import Became, Sought
from controlroom.ui.sent.words import became_told
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate


class SentFilters(Styled, QWidget):
    """A field, and below it a button for each filter.

    Signals:
        changed: something else is looked for.
        left: Enter or Esc in the field: on to the list.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, window: Any, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window, self.names, self.sought = window, names, Sought()
        self.field = FilterField(self)
        self.profile, self.network, self.officer = (FilterButton(self) for _ in range(3))
        self.state, self.time = FilterButton(self), FilterButton(self)
        self.clear = Button(Kind.GHOST, self)
        self._span = ""
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._build()
        self._wire()
        self.follow()

    def seek(self, sought: Sought, span: str = "") -> None:
        """Looks for something else.

        Args:
            span: the span of time up to now that is meant, if it is one of those offered.
        """
        if self.field.text() != sought.text:
            self.field.setText(sought.text)
        self._pause.stop()
        before, self.sought, self._span = self.sought, sought, span
        self._say()
        if before != sought:
            self.changed.emit()

    def hurry(self) -> None:
        """Takes what was typed without waiting for a pause."""
        if self._pause.isActive():
            self._take_text()

    def restyle(self) -> None:
        px = theme().metrics.px
        self.field.setFixedHeight(theme().metrics.height.field)
        self.field.setFont(theme().fonts.font(Type.SMALL))
        self._rows.setSpacing(px(8))
        self._row.setSpacing(px(6))

    def retranslate(self) -> None:
        self.field.setPlaceholderText(translate("Sent", "Words of the text, its files or answers"))
        self.field.setAccessibleName(translate("Sent", "Find in everything sent"))
        self.clear.set_face(translate("Record", "Clear all"))
        self.clear.setAccessibleName(translate("Record", "Clear all filters"))
        self._say()

    def hideEvent(self, event: QHideEvent) -> None:
        self._pause.stop()

    def _build(self) -> None:
        self._rows, self._row = QVBoxLayout(self), QHBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.field.setMaxLength(LONGEST)
        self._rows.addWidget(self.field)
        self._rows.addLayout(self._row)
        parts = self.profile, self.network, self.officer, self.state, self.time, self.clear
        for button in parts:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._row.addWidget(button)
        self._row.addStretch(1)

    def _wire(self) -> None:
        self.field.textEdited.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self._take_text)
        self.field.returnPressed.connect(self._leave)
        self.field.left.connect(self._leave)
        self.profile.clicked.connect(self._ask_profile)
        self.network.clicked.connect(self._ask_network)
        self.officer.clicked.connect(self._ask_officer)
        self.state.clicked.connect(self._ask_state)
        self.time.clicked.connect(self._ask_time)
        self.clear.clicked.connect(lambda: self.seek(Sought()))

    def _say(self) -> None:
        sought, names = self.sought, self.names
        profile = names.profile(sought.profile) if sought.profile else ""
        network = network_of(sought.network) if sought.network else ""
        officer = names.person(sought.officer) if sought.officer else ""
        state = became_told(Became(sought.became)) if sought.became else ""
        self.profile.say(translate("Sent", "Profile"), profile)
        self.network.say(translate("Sent", "Network"), network)
        self.officer.say(translate("Sent", "Officer"), officer)
        self.state.say(translate("Sent", "State"), state)
        self.time.say(translate("Sent", "Time"), self._time_told())
        self.clear.setEnabled(not sought.everything)

    def _time_told(self) -> str:
        told = dict(offers.spans()).get(self._span, "")
        return told or offers.stretch_told(self.sought.since, self.sought.until)

    def _leave(self) -> None:
        self._take_text()
        self.left.emit()

    def _take_text(self) -> None:
        self._pause.stop()
        self.seek(replace(self.sought, text=self.field.text()), self._span)

    def _ask_profile(self) -> None:
        state = self.names.state
        keys = sorted(state.profiles if state is not None else (), key=self.names.profile)
        offered = [Offered(one, self.names.profile(one), network_of(one)) for one in keys]
        self._ask(
            translate("Sent", "Sent by which profile?"),
            offered,
            self.sought.profile,
            lambda one: replace(self.sought, profile=one),
        )

    def _ask_network(self) -> None:
        state = self.names.state
        found = {one.partition("/")[0] for one in (state.profiles if state is not None else ())}
        offered = [Offered(one, network_of(one)) for one in sorted(found, key=network_of)]
        self._ask(
            translate("Sent", "On which network?"),
            offered,
            self.sought.network,
            lambda one: replace(self.sought, network=one),
        )

    def _ask_officer(self) -> None:
        self._ask(
            translate("Sent", "Who wrote, agreed, sent or withdrew?"),
            offers.people(self.names),
            self.sought.officer,
            lambda one: replace(self.sought, officer=one),
        )

    def _ask_state(self) -> None:
        self._ask(
            translate("Sent", "What became of it?"),
            [Offered(one.value, became_told(one)) for one in Became],
            self.sought.became,
            lambda one: replace(self.sought, became=one),
        )

    def _ask(
        self, question: str, offered: Sequence[Offered], now: str, change: Callable[[str], Sought]
    ) -> None:
        panel = PickPanel(question, offered, now)
        panel.picked.connect(lambda one: self.seek(change(one), self._span))
        self._window.open_layer(panel)

    def _ask_time(self) -> None:
        stands = None if self._time_told() and not self._span else self._span
        ask_time(self.time, stands, self.seek_span, self._ask_range)

    def seek_span(self, span: str) -> None:
        """Looks within a span of time up to now; "" for any time."""
        since = clock.now() - SPANS[span] if span else None
        self.seek(replace(self.sought, since=since, until=None), span)

    def _ask_range(self) -> None:
        panel = TimePanel(self.sought.since, self.sought.until)
        panel.ranged.connect(self._take_range)
        self._window.open_layer(panel)

    def _take_range(self, since: datetime | None, until: datetime | None) -> None:
        self.seek(replace(self.sought, since=since, until=until))
