"""An entry as one line to press: in the pane, among those about the same subject."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from controlroom.model.journal import Entry
from controlroom.ui.controls.draw import words
from controlroom.ui.controls.roving import Roving
from controlroom.ui.controls.styled import Styled
from controlroom.ui.journal.row_paint import Row
from controlroom.ui.journal.sentences import plain
from controlroom.ui.language import language
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

DATE = 92


class LineButton(Styled, QAbstractButton):
    """Its day, and its sentence as far as there is room."""

    def __init__(self, row: Row, current: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row, self.current = row, current
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(plain(row.sentence))
        self.setAccessibleName(row.spoken)
        set_tip(self, row.spoken)
        self.follow()

    def sizeHint(self) -> QSize:
        return QSize(200, theme().metrics.height.list_row)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        if self.current or self.underMouse():
            painter.fillRect(self.rect(), colours.bg3)
        line = self.row.line
        if isinstance(line, Entry):
            day = language().short_date(line.at.astimezone())
            words(painter, QRect(0, 0, px(DATE), self.height()), day, colours.text3, Type.CAPTION)
        place = QRect(px(DATE), 0, self.width() - px(DATE), self.height())
        ink = colours.text2 if self.row.badge else colours.text1
        words(painter, place, self.text(), ink, Type.SMALL, 600 if self.current else 400)


class LineColumn(QWidget):
    """Lines one below the other: one tab stop, arrows move, Enter or Space shows the entry.

    Signals:
        pressed: carries the number of the entry.
    """

    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[LineButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._roving: Roving | None = None

    def show_rows(self, rows: list[Row], current: int) -> None:
        """Shows rows; that of the current entry stands out."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        if self._roving is not None:
            self._roving.deleteLater()
        self.buttons = [LineButton(row, row.line.seq == current, self) for row in rows]
        for button in self.buttons:
            self._column.addWidget(button)
            number = button.row.line.seq
            button.clicked.connect(lambda _=False, one=number: self.pressed.emit(one))
            button.show()
        self._roving = Roving(self, self.buttons)
