"""What both details share: a subject, what can be done with it, tables, one sentence at the end."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.controls.table import Table
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme


class Pane(Styled, QWidget):
    """A column of parts; its makers fill it and end with `follow`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Prose(Type.LEAD, 600, "text1", self)
        self.under = Prose(Type.SMALL, 400, "text2", self)
        self._column = QVBoxLayout(self)
        self._rows: list[QHBoxLayout] = []
        self._column.addWidget(self.title)
        self._column.addWidget(self.under)

    def row(self, *buttons: Button) -> None:
        """Adds buttons side by side."""
        line = QHBoxLayout()
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            line.addWidget(button)
        line.addStretch(1)
        self._rows.append(line)
        self._column.addLayout(line)

    def caption(self) -> Prose:
        """Adds a small heading."""
        prose = Prose(Type.CAPTION, 600, "text3", self)
        self._column.addWidget(prose)
        return prose

    def add(self, part: QWidget, stretch: int = 0) -> None:
        """Adds anything else."""
        self._column.addWidget(part, stretch)

    def restyle(self) -> None:
        px = theme().metrics.px
        self._column.setContentsMargins(px(16), px(12), px(8), px(10))
        self._column.setSpacing(px(8))
        for line in self._rows:
            line.setSpacing(px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        painter.fillRect(0, 0, 1, self.height(), colours.line2)


def small_button(parent: QWidget) -> Button:
    """Returns a button for a row of a pane."""
    return Button(Kind.SMALL, parent)


def free(button: Button, why_not: str) -> None:
    """Frees a button, or locks it with the reason in words."""
    button.setEnabled(not why_not)
    button.setAccessibleDescription(why_not)
    set_tip(button, why_not)


def some_rows(table: Table, least: int) -> None:
    """Keeps a table at least so many rows high."""
    px = theme().metrics.px
    table.setMinimumHeight(px(28) + least * px(30) + 2)


def few_rows(table: Table, most: int) -> None:
    """Keeps a table as high as its rows, at most so many."""
    px = theme().metrics.px
    rows = min(max(1, table.rows.rowCount()), most)
    table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    table.setFixedHeight(px(28) + rows * px(30) + 2)
