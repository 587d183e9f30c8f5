"""What is shown of the record: free text, subject, person, kind and time, all at once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from controlroom.model import clock
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.styled import Styled
from controlroom.ui.journal import offers
from controlroom.ui.journal.chosen import SPANS, Chosen
from controlroom.ui.journal.filter_button import FilterButton
from controlroom.ui.journal.names import Names
from controlroom.ui.journal.pick_panel import PickPanel
from controlroom.ui.journal.time_menu import ask_time
from controlroom.ui.journal.time_panel import TimePanel
from controlroom.ui.officers.chooser import Offered
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.ui.journal.around import JournalWindow

translate = QCoreApplication.translate
PAUSE_MS = 350
"""After a pause this long in typing the list is narrowed."""
FIELD, MOST_WIDE = 180, 460
LONGEST = 200


class FilterField(QLineEdit):
    """A line of text; Esc leads on, whatever else Esc means."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.left.emit()
                return True
        return super().event(event)


class FilterBar(Styled, QWidget):
    """The filters in a row.

    Signals:
        changed: something else is chosen.
        left: Enter or Esc in the field: on to the list.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, window: "JournalWindow", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self.chosen, self.names = Chosen(), Names(None, {})
        self.field = FilterField(self)
        self.subject, self.person = FilterButton(self), FilterButton(self)
        self.kind, self.time = FilterButton(self), FilterButton(self)
        self.clear = Button(Kind.GHOST, self)
        self._span = ""
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._build()
        self._wire()
        self.follow()

    def choose(self, chosen: Chosen, span: str = "") -> None:
        """Chooses something else.

        Args:
            span: the span of time up to now that is meant, if it is one of those offered.
        """
        self._pause.stop()
        if self.field.text() != chosen.text:
            self.field.setText(chosen.text)
            self._pause.stop()
        before, self.chosen, self._span = self.chosen, chosen, span
        self._say()
        if before != chosen:
            self.changed.emit()

    def know(self, names: Names) -> None:
        """Takes what things are called now."""
        self.names = names
        self._say()

    def hurry(self) -> None:
        """Takes what was typed without waiting for a pause."""
        if self._pause.isActive():
            self._take_text()

    def restyle(self) -> None:
        px = theme().metrics.px
        self._row.setContentsMargins(px(14), px(8), px(14), px(8))
        self._row.setSpacing(px(8))
        self.field.setFixedHeight(theme().metrics.height.field)
        self.field.setMinimumWidth(px(FIELD))
        self.field.setMaximumWidth(px(MOST_WIDE))
        self.field.setFont(theme().fonts.font(Type.SMALL))

    def retranslate(self) -> None:
        find = translate("Record", "Find in the record   ( / )")
        self.field.setPlaceholderText(find)
        self.field.setAccessibleName(translate("Record", "Find in the record"))
        self.clear.set_face(translate("Record", "Clear all"))
        self.clear.setAccessibleName(translate("Record", "Clear all filters"))
        self._say()

    def hideEvent(self, event: QHideEvent) -> None:
        self._pause.stop()

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        self.field.setMaxLength(LONGEST)
        self._row.addWidget(self.field, 2)
        for button in (self.subject, self.person, self.kind, self.time, self.clear):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._row.addWidget(button)
        self._row.addStretch(1)

    def _wire(self) -> None:
        self.field.textEdited.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self._take_text)
        self.field.returnPressed.connect(self._leave)
        self.field.left.connect(self._leave)
        self.subject.clicked.connect(self._ask_subject)
        self.person.clicked.connect(self._ask_person)
        self.kind.clicked.connect(self._ask_kind)
        self.time.clicked.connect(self._ask_time)
        self.clear.clicked.connect(lambda: self.choose(Chosen()))

    def _leave(self) -> None:
        self._take_text()
        self.left.emit()

    def _take_text(self) -> None:
        self._pause.stop()
        self.choose(replace(self.chosen, text=self.field.text()), self._span)

    def _ask_subject(self) -> None:
        question = translate("Record", "About whom or what?")
        now = self.chosen.subject
        self._ask(
            question,
            offers.subjects(self.names),
            now,
            lambda one: replace(self.chosen, subject=one),
        )

    def _ask_person(self) -> None:
        question = translate("Record", "Who decided?")
        now = self.chosen.actor
        self._ask(
            question, offers.people(self.names), now, lambda one: replace(self.chosen, actor=one)
        )

    def _ask_kind(self) -> None:
        question = translate("Record", "What kind of decision?")
        now = self.chosen.kind
        self._ask(question, offers.kinds(), now, lambda one: replace(self.chosen, kind=one))

    def _ask(
        self,
        question: str,
        offered: Sequence[Offered],
        now: str,
        change: Callable[[str], Chosen],
    ) -> None:
        panel = PickPanel(question, offered, now)
        panel.picked.connect(lambda one: self.choose(change(one), self._span))
        self._window.open_layer(panel)

    def _ask_time(self) -> None:
        stands = None if self._is_timed() and not self._span else self._span
        ask_time(self.time, stands, self._take_span, self._ask_range)

    def _ask_range(self) -> None:
        panel = TimePanel(self.chosen.since, self.chosen.until)
        panel.ranged.connect(
            lambda since, until: self.choose(replace(self.chosen, since=since, until=until))
        )
        self._window.open_layer(panel)

    def _take_span(self, span: str) -> None:
        since = clock.now() - SPANS[span] if span else None
        self.choose(replace(self.chosen, since=since, until=None), span)

    def _is_timed(self) -> bool:
        return bool(self.chosen.since or self.chosen.until)

    def _say(self) -> None:
        one = self.chosen
        subject = offers.subject_chosen(one.subject, self.names)
        self.subject.say(translate("Record", "Subject"), subject)
        person = self.names.person(one.actor) if one.actor else ""
        self.person.say(translate("Record", "Person"), person)
        self.kind.say(translate("Record", "Kind"), offers.kind_chosen(one.kind))
        spanned = dict(offers.spans()).get(self._span, "")
        time = spanned or offers.stretch_told(one.since, one.until)
        self.time.say(translate("Record", "Time"), time)
        self.clear.setVisible(not one.everything)
