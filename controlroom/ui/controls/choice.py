"""A row of answers of which one holds."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import CENTRE, width_of, words
from controlroom.ui.controls.roving import Roving
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme


class Answer(Styled, QRadioButton):
    """One answer; the one that holds has the blue tint and a heavier word."""

    picked = Signal(str)

    def __init__(self, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = value
        self.toggled.connect(self._pick)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow()

    def sizeHint(self) -> QSize:
        measures = theme().metrics
        width = width_of(self.text(), Type.BODY, 600) + measures.px(24)
        return QSize(max(width, measures.px(44)), measures.height.button)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        chosen = self.isChecked()
        plain = colours.bg3 if self.underMouse() else colours.bg2
        ground = colours.accent_tint if chosen else plain
        edge = colours.accent_line if chosen else colours.line3
        box(painter, self.rect(), theme().metrics.radius.button, ground, edge)
        rect = QRect(0, 0, self.width(), self.height())
        colour = colours.accent if chosen else colours.text1
        colour = colour if self.isEnabled() else colours.text_disabled
        words(painter, rect, self.text(), colour, Type.BODY, 600 if chosen else 500, CENTRE)

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def _pick(self, holds: bool) -> None:
        if holds:
            self.picked.emit(self.value)


class Choice(QWidget):
    """A row of answers; one tab stop, arrows move.

    Signals:
        chosen: the person chose an answer, by its value.
    """

    chosen = Signal(str)

    def __init__(self, values: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.answers = [Answer(value, self) for value in values]
        for answer in self.answers:
            row.addWidget(answer)
            answer.picked.connect(self.chosen)
        row.addStretch(1)
        self._roving = Roving(self, self.answers)

    def name_answers(self, question: str, names: Sequence[str]) -> None:
        """Gives the row its question and each answer its words."""
        self.setAccessibleName(question)
        for answer, name in zip(self.answers, names, strict=True):
            answer.setText(name)
            answer.setAccessibleName(f"{question}: {name}")
            answer.updateGeometry()

    def show_value(self, value: str) -> None:
        """Marks the answer that holds."""
        for answer in self.answers:
            answer.blockSignals(True)
            answer.setChecked(answer.value == value)
            answer.blockSignals(False)
            answer.update()
            if answer.value == value:
                self._roving.make_current(answer)
