"""The recovery key as it is shown once: eight numbered groups, large enough to copy by hand."""

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from controlroom.keychain import RecoveryKey
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import CENTRE, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import language
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
IN_ROW, CELL, HEIGHT, GAP, PITCH = 4, 144, 64, 8, 26


class KeyGroups(Styled, QWidget):
    """Two rows of four groups. Nothing here can be marked or copied: the key belongs on paper."""

    def __init__(self, key: RecoveryKey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.groups = key.text().split("-")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.follow()

    def retranslate(self) -> None:
        template = translate("Recovery", "Group {number}: {letters}")
        said = (
            template.format(number=number, letters=" ".join(group))
            for number, group in enumerate(self.groups, 1)
        )
        self.setAccessibleName(translate("Recovery", "Recovery key"))
        self.setAccessibleDescription(". ".join(said))

    def sizeHint(self) -> QSize:
        px = theme().metrics.px
        rows = -(-len(self.groups) // IN_ROW)
        width = IN_ROW * px(CELL) + (IN_ROW - 1) * px(GAP)
        return QSize(width, rows * px(HEIGHT) + (rows - 1) * px(GAP))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = QPainter(self), theme().metrics.px
        for place, group in enumerate(self.groups):
            row, column = divmod(place, IN_ROW)
            left, top = column * px(CELL + GAP), row * px(HEIGHT + GAP)
            self._draw(painter, QRect(left, top, px(CELL), px(HEIGHT)), place + 1, group)

    def _draw(self, painter: QPainter, rect: QRect, number: int, group: str) -> None:
        colours, px, fonts = theme().palette, theme().metrics.px, theme().fonts
        box(painter, rect, theme().metrics.radius.panel, colours.bg0, colours.line2)
        line = fonts.line(Type.CAPTION)
        above = QRect(rect.left() + px(8), rect.top() + px(5), rect.width() - px(16), line)
        words(painter, above, language().figure(number), colours.text3, Type.CAPTION)
        # Letters of one pitch: a group of five wide ones must fit, and columns are easier to copy.
        left = rect.left() + (rect.width() - len(group) * px(PITCH)) // 2
        for place, letter in enumerate(group):
            slot = QRect(left + place * px(PITCH), rect.top(), px(PITCH), rect.height())
            slot.adjust(-px(2), px(14), px(2), 0)
            words(painter, slot, letter, colours.text1, Type.FIGURE, 600, CENTRE)
