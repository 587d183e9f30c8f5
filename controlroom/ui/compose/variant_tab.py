"""The tabs of column two: the shared text, and a variant for each network."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from controlroom.ui.controls.draw import fill, width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

HEIGHT, PAD, GLYPH, GAP = 40, 12, 13, 7


class VariantTab(Styled, QAbstractButton):
    """One tab.

    Attributes:
        key: of the variant, "" for the shared text.
        brevity: 1 leaves out the counter where the tab is not chosen, 2 the name as well.
    """

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._glyph, self._used, self._alarm, self._fits = "", "", False, True
        self.brevity = 0
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow()

    def say(
        self, name: str, glyph: str = "", used: str = "", *, alarm: bool = False, fits: bool = True
    ) -> None:
        """Sets name, glyph and counter; `alarm` if something in it must be mended.

        Args:
            fits: it is not too long; else the counter is red.
        """
        self._glyph, self._used, self._alarm, self._fits = glyph, used, alarm, fits
        self.setText(name)
        self.setAccessibleName(f"{name} {used}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px, name, used = theme().metrics.px, self._shown_name(), self._shown_used()
        width = 2 * px(PAD) + (width_of(name, Type.BODY, 600) if name else 0)
        width += px(GLYPH + (GAP if name else 0)) if self._glyph else 0
        width += px(GAP) + width_of(used, Type.SMALL) if used else 0
        return QSize(width + (px(GAP + GLYPH) if self._alarm else 0), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        chosen, middle = self.isChecked(), self.height() // 2
        if self.underMouse() and not chosen:
            fill(painter, self.rect(), colours.bg3)
        ink = colours.text1 if chosen else colours.text2
        left = px(PAD)
        if self._glyph:
            size = px(GLYPH)
            draw_icon(painter, self._glyph, left, middle - size // 2, size, ink)
            left += px(GLYPH + GAP)
        name, used = self._shown_name(), self._shown_used()
        if name:
            area = QRect(left, 0, width_of(name, Type.BODY, 600), self.height())
            words(painter, area, name, ink, Type.BODY, 600 if chosen else 500)
            left = area.right() + 1 + px(GAP)
        if used:
            colour = colours.text3 if self._fits else colours.red
            area = QRect(left, 0, width_of(used, Type.SMALL), self.height())
            words(painter, area, used, colour, Type.SMALL)
            left = area.right() + 1 + px(GAP)
        if self._alarm:
            size = px(GLYPH)
            draw_icon(painter, "crit", left, middle - size // 2, size, colours.red)
        if chosen:
            fill(painter, QRect(0, self.height() - 2, self.width(), 2), colours.accent)

    def _shown_name(self) -> str:
        whole = self.brevity < 2 or self.isChecked() or not self._glyph
        return self.text() if whole else ""

    def _shown_used(self) -> str:
        return self._used if not self.brevity or self.isChecked() else ""
