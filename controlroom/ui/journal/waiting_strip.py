"""Decisions that wait: for the team's database, or for a person because something has moved."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from controlroom.model.journal import Entry, Head, chained
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.draw import words
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted, language
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from controlroom.team.follower import Undecided

translate = QCoreApplication.translate
MOST_SHOWN = 4
HEIGHT = 46
Say = Callable[[Entry], str]
"""Tells an entry in a sentence."""


class WaitingRow(Styled, QWidget):
    """One decision: what was decided, when, what moved meanwhile, and what can be done.

    Signals:
        confirmed, dropped: what the person wants.
    """

    confirmed = Signal()
    dropped = Signal()

    def __init__(
        self,
        one: "Undecided",
        officer: str,
        say: Say,
        name: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._one, self._officer, self._say_entry, self._name = one, officer, say, name
        self.told = self.meanwhile = ""
        self.confirm, self.drop = Button(Kind.SMALL, self), Button(Kind.SMALL, self)
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        for button in (self.confirm, self.drop):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._row.addWidget(button)
        self.confirm.setVisible(one.moved is not None)
        self.confirm.clicked.connect(self.confirmed)
        self.drop.clicked.connect(self.dropped)
        self.follow()

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(14), 0, px(14), 0)
        self._row.setSpacing(px(8))

    def retranslate(self) -> None:
        waiting, moved = self._one.waiting, self._one.moved
        at = language().clock(waiting.at.astimezone())
        entry = chained(waiting.proposal, Head(), waiting.at, self._officer)
        template = translate("Record", "Not in the record yet, decided {time}: {what}")
        self.told = template.format(time=at, what=self._say_entry(entry))
        self.meanwhile = self._what_moved(moved)
        self.setAccessibleName(f"{self.told} {self.meanwhile}")
        set_tip(self, f"{self.told}\n{self.meanwhile}")
        for button, text in (
            (self.confirm, translate("Record", "Record it all the same")),
            (self.drop, translate("Record", "Drop it")),
        ):
            button.set_face(text)
            button.setAccessibleName(f"{text}: {self.told}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        moved = self._one.moved is not None
        painter.fillRect(self.rect(), colours.amber_tint if moved else colours.bg2)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line1)
        left, size = px(14), px(15)
        ink = colours.amber if moved else colours.text2
        draw_icon(painter, "warn" if moved else "wait", left, px(8), size, ink)
        left += size + px(9)
        button = self.confirm if moved else self.drop
        place = QRect(left, px(5), button.x() - left - px(8), px(18))
        words(painter, place, self.told, colours.text1, Type.SMALL, 500)
        words(painter, place.translated(0, px(18)), self.meanwhile, colours.text2, Type.SMALL)

    def _what_moved(self, moved: Entry | None) -> str:
        held = self._one.held
        if moved is None and held is not None:
            template = translate(
                "Record", "It waits: {name} is writing an answer there now, at {desk}."
            )
            return template.format(name=self._name(held.officer), desk=held.desk)
        if moved is None:
            return translate("Record", "It waits for the team’s database.")
        template = translate("Record", "Meanwhile, at {time}: {what}")
        at = language().clock(moved.at.astimezone())
        return template.format(time=at, what=self._say_entry(moved))


class WaitingStrip(Styled, QWidget):
    """What waits, one row each; there only while something does.

    Signals:
        confirmed, dropped: carry the number of the decision.
    """

    confirmed = Signal(int)
    dropped = Signal(int)

    def __init__(
        self, say: Say, parent: QWidget | None = None, name: Callable[[str], str] = str
    ) -> None:
        super().__init__(parent)
        self._say_entry, self._name = say, name
        self._undecided: Sequence[Undecided] = ()
        self._officer = ""
        self.rows: list[WaitingRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.rest = Prose(Type.SMALL, 500, "text2")
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.rest)
        self._column.addLayout(self._foot)
        self.hide()
        self.follow()

    def show_undecided(self, undecided: Sequence["Undecided"], officer: str) -> None:
        """Shows decisions; those that wait for a person first."""
        self._officer = officer
        self._undecided = sorted(undecided, key=lambda one: one.moved is None)
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [self._made(one) for one in self._undecided[:MOST_SHOWN]]
        self.setVisible(bool(self.rows))
        self.retranslate()

    def restyle(self) -> None:
        px = theme().metrics.px
        self._foot.setContentsMargins(px(38), 0, px(14), 0)

    def retranslate(self) -> None:
        more = len(self._undecided) - len(self.rows)
        template = translate("Record", "and {n} more")
        self.rest.set_text(template.format(n=language().figure(more)))
        self.rest.setVisible(more > 0)
        self.setAccessibleName(
            counted(
                len(self._undecided),
                translate("Record", "{n} decision waits"),
                translate("Record", "{n} decisions wait"),
            )
        )

    def _made(self, one: "Undecided") -> WaitingRow:
        row = WaitingRow(one, self._officer, self._say_entry, self._name, self)
        row.confirmed.connect(lambda: self.confirmed.emit(one.waiting.id))
        row.dropped.connect(lambda: self.dropped.emit(one.waiting.id))
        self._column.insertWidget(self._column.count() - 1, row)
        row.show()
        return row
