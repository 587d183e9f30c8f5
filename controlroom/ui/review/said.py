"""A whole text as its author wrote it: found words marked, what an edit changed shown."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from controlroom.ui.board.card.clean import clean
from controlroom.ui.board.card.text import reads_right_to_left
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

LONGEST, MOST_LINES, MOST_MARKS = 2_000, 60, 600
"""What is laid out at most; a longer text says so and is read whole elsewhere."""


class How(Enum):
    """Why a stretch of a text stands out."""

    FOUND = auto()
    GONE = auto()
    NEW = auto()


class Mark(NamedTuple):
    """Characters of a text that stand out, `end` excluded."""

    start: int
    end: int
    how: How


class Said(Styled, QWidget):
    """Plain text, broken into lines at its width.

    Attributes:
        cut: not all of the text is shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self.cut = "", False
        self.marks: tuple[Mark, ...] = ()
        self._layout: QTextLayout | None = None
        self._height, self._laid_out = 0, -1
        grow_down(self)
        self.follow()

    def show_text(self, text: str, marks: Sequence[Mark] = ()) -> None:
        """Shows a text; what stands out is given in characters of the original."""
        shown = clean(text, LONGEST)
        self._text, self.cut = shown.text + ("…" if shown.cut else ""), shown.cut
        self.marks = tuple(
            Mark(shown.place(one.start), shown.place(one.end), one.how)
            for one in marks[:MOST_MARKS]
        )
        self.setAccessibleName(self._text)
        self._laid_out = -1
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Returns the text shown."""
        return self._text

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self._lay_out(width)
        return self._height

    def sizeHint(self) -> QSize:
        return QSize(200, theme().fonts.line(Type.BODY))

    def restyle(self) -> None:
        self._laid_out = -1

    def paintEvent(self, event: QPaintEvent) -> None:
        self._lay_out(self.width())
        if self._layout is not None:
            painter = QPainter(self)
            painter.setPen(theme().palette.text1)
            self._layout.draw(painter, QPointF(0, 0))

    def _lay_out(self, width: int) -> None:
        if width == self._laid_out:
            return
        self._laid_out = width
        layout = QTextLayout(self._text.replace("\n", "\u2028"), theme().fonts.font(Type.BODY))
        layout.setTextOption(_option(self._text))
        layout.setFormats([_format(self._text, mark) for mark in self.marks])
        height, lines = theme().fonts.line(Type.BODY), 0
        layout.beginLayout()
        while lines < MOST_LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, lines * height + (height - line.height()) / 2))
            lines += 1
        layout.endLayout()
        self._layout, self._height = layout, lines * height


def grow_down(widget: QWidget) -> None:
    """Lets a text become as high as it is at the width it gets, not at the one it would like."""
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


def _option(text: str) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if reads_right_to_left(text):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    return option


def _format(text: str, mark: Mark) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start = _units(text, mark.start)
    found.length = _units(text, mark.end) - found.start
    found.format = _look(mark.how)
    return found


def _look(how: How) -> QTextCharFormat:
    form, colours = QTextCharFormat(), theme().palette
    match how:
        case How.FOUND:
            form.setFontWeight(QFont.Weight.DemiBold)
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            form.setBackground(colours.accent_tint)
        case How.GONE:
            form.setFontStrikeOut(True)
            form.setForeground(colours.text3)
        case How.NEW:
            form.setFontUnderline(True)
    return form


def _units(text: str, place: int) -> int:
    """Qt counts in halves of pairs where a character has one."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
