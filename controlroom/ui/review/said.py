"""A whole text as its author wrote it: found words marked, what an edit changed shown."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from controlroom.model.post import Post
from controlroom.ui.board.card.clean import clean
from controlroom.ui.board.card.text import reads_right_to_left
from controlroom.ui.board.links.hover import Hover
from controlroom.ui.board.links.spans import Found, found_at, places_of
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

LONGEST, MOST_LINES, MOST_MARKS = 2_000, 60, 600
"""What is laid out at most; a longer text says so and is read whole elsewhere."""
MOST_WIDTHS = 4


class How(Enum):
    """Why a stretch of a text stands out."""

    FOUND = auto()
    GONE = auto()
    LINK = auto()
    NEW = auto()


class Mark(NamedTuple):
    """Characters of a text that stand out, `end` excluded."""

    start: int
    end: int
    how: How


class Said(Styled, QWidget):
    """Plain text, broken into lines at its width.

    Signals:
        link_pressed: a link was pressed; carries a `Link`.

    Attributes:
        cut: not all of the text is shown.
    """

    link_pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self.cut, self._only = "", False, 0
        self._linked: Post | None = None
        self.hover = Hover(self)
        self.marks: tuple[Mark, ...] = ()
        self._layout: QTextLayout | None = None
        self._kept: dict[int, QTextLayout] = {}
        grow_down(self)
        self.follow()

    def show_text(self, text: str, marks: Sequence[Mark] = (), linked: Post | None = None) -> None:
        """Shows a text; what stands out is given in characters of the original.

        Args:
            linked: the post whose text it is and whose links can be pressed, None for none.
        """
        self._linked = linked
        self.hover.leave()
        shown = clean(text, LONGEST)
        self._text, self.cut = shown.text + ("…" if shown.cut else ""), shown.cut
        self.marks = tuple(
            Mark(shown.place(one.start), shown.place(one.end), one.how)
            for one in marks[:MOST_MARKS]
        )
        self.setAccessibleName(self._text)
        self._forget()
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Returns the text shown."""
        return self._text

    def fix_width(self, width: int) -> None:
        """Is laid out at this width alone, in real pixels.

        Layouts ask for the height at several widths; letters that no font has take long in each.
        """
        self._only = max(1, width)
        self.setFixedWidth(self._only)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self._lay_out(width)
        lines = self._layout.lineCount() if self._layout is not None else 0
        return lines * theme().fonts.line(Type.BODY)

    def sizeHint(self) -> QSize:
        return QSize(200, theme().fonts.line(Type.BODY))

    def restyle(self) -> None:
        self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._lay_out(self.width())
        if self._layout is not None:
            painter = QPainter(self)
            painter.setPen(theme().palette.text1)
            self._layout.draw(painter, QPointF(0, 0))
            self.hover.paint(painter, QPoint(0, 0), theme().palette.accent)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._link(event.position().toPoint())
        self.hover.over(1 if found else 0, found)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._link(event.position().toPoint())
        if found is None:
            super().mousePressEvent(event)
        else:
            self.link_pressed.emit(found.link)

    def _link(self, at: QPoint) -> Found | None:
        if self._linked is None or self._layout is None:
            return None
        return found_at(self._linked, self._layout, at)

    def _forget(self) -> None:
        self._layout, self._kept = None, {}

    def _lay_out(self, width: int) -> None:
        """Lays the text out at a width, once: whoever arranges things asks again and again."""
        width = self._only or width
        if width not in self._kept:
            if len(self._kept) >= MOST_WIDTHS:
                del self._kept[next(iter(self._kept))]
            self._kept[width] = self._laid_out(width)
        self._layout = self._kept[width]

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._text.replace("\n", "\u2028"), theme().fonts.font(Type.BODY))
        layout.setTextOption(_option(self._text))
        linked = places_of(self._linked) if self._linked is not None else ()
        links = [Mark(start, end, How.LINK) for start, end, _link in linked]
        layout.setCacheEnabled(True)
        layout.setFormats([_format(self._text, mark) for mark in (*links, *self.marks)])
        height, lines = theme().fonts.line(Type.BODY), 0
        layout.beginLayout()
        while lines < MOST_LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, lines * height + (height - line.height()) / 2))
            lines += 1
        layout.endLayout()
        return layout


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
        case How.LINK:
            form.setForeground(colours.accent)
        case How.NEW:
            form.setFontUnderline(True)
    return form


def _units(text: str, place: int) -> int:
    """Qt counts in halves of pairs where a character has one."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
