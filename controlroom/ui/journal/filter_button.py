"""A small button for one filter: what it is about, or in blue what is chosen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.draw import width_of
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

MOST_WIDE = 190


class FilterButton(Button):
    """Pressed to choose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.about = self.chosen = ""
        super().__init__(Kind.SMALL, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def say(self, about: str, chosen: str = "") -> None:
        """Shows what it is about, or what is chosen."""
        self.about, self.chosen = about, chosen
        self.set_face(chosen or about, "cdown")
        name = f"{about}: {chosen}" if chosen else about
        self.setAccessibleName(name)
        set_tip(self, name)
        self.update()

    def _words_width(self) -> int:
        wide = width_of(self.text(), Type.SMALL, 500)
        return min(wide, theme().metrics.px(MOST_WIDE))

    def _colour(self) -> QColor:
        return theme().palette.accent if self.chosen else super()._colour()

    def _paint_ground(self, painter: QPainter) -> None:
        if not self.chosen:
            super()._paint_ground(painter)
            return
        colours, radius = theme().palette, theme().metrics.radius.button
        box(painter, self.rect(), radius, colours.accent_tint, colours.accent_line)
