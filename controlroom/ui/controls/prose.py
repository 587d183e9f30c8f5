"""A few lines of running text with the line height of the type scale."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from controlroom.ui.controls.styled import Styled
from controlroom.ui.plain import bounded
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

LONGEST = 1_000
"""Characters that are ever laid out."""
MOST_WIDTHS = 2
"""Widths at which a text is kept laid out: letters that no font has take long to look for."""


class Prose(Styled, QWidget):
    """Plain text, broken into lines at its width; `colour` names a colour of the palette."""

    def __init__(
        self,
        step: Type = Type.BODY,
        weight: int = 400,
        colour: str = "text2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._step, self._weight, self._colour = step, weight, colour
        self._text = ""
        self.centred = False
        self._fixed_width = 0
        self._kept: dict[object, QTextLayout] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.follow()

    def set_text(self, text: str) -> None:
        """Sets the text; it is also the widget's name for screen readers."""
        self._text = bounded(text, LONGEST)
        self.setAccessibleName(self._text)
        if self._fixed_width:
            self.fix_width(self._fixed_width)
        self.updateGeometry()
        self.update()

    def set_colour(self, colour: str) -> None:
        """Sets the colour, by its name in the palette."""
        self._colour = colour
        self.update()

    def fix_width(self, width: int) -> None:
        """Keeps one width, with as much height as the text then needs."""
        self._fixed_width = width
        self.setFixedSize(width, self.heightForWidth(width))

    def text(self) -> str:
        """Returns the text shown."""
        return self._text

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._laid_out(width).lineCount() * theme().fonts.line(self._step)

    def sizeHint(self) -> QSize:
        width = theme().metrics.px(420)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(getattr(theme().palette, self._colour))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))

    def _laid_out(self, width: int) -> QTextLayout:
        # Layouts ask several times before they are content, and then it is painted.
        font = theme().fonts.font(self._step, self._weight)
        asked = width, self._text, self.centred, font.key()
        found = self._kept.pop(asked, None) or self._lay_out(font, width)
        self._kept[asked] = found
        while len(self._kept) > MOST_WIDTHS:
            del self._kept[next(iter(self._kept))]
        return found

    def _lay_out(self, font: QFont, width: int) -> QTextLayout:
        # The text layout knows no other sign for a new line.
        layout = QTextLayout(self._text.replace("\n", "\u2028"), font)
        layout.setCacheEnabled(True)
        option = QTextOption(
            Qt.AlignmentFlag.AlignHCenter if self.centred else Qt.AlignmentFlag.AlignLeft
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        self._break_lines(layout, width)
        return layout

    def _break_lines(self, layout: QTextLayout, width: int) -> None:
        height, top = theme().fonts.line(self._step), 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (height - line.height()) / 2))
            top += height
        layout.endLayout()
