"""The switch by which hits are grouped by conversation."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from controlroom.ui.commands.bind import named_with_key, tip
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.plain import set_tip
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
KEY = "Ctrl+G"


class GroupSwitch(Button):
    """It keeps the blue tint as long as it is on; without its words where room is short."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._worded = True
        super().__init__(Kind.GHOST, parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_words(self, worded: bool) -> None:
        """Shows the words, or the icon alone."""
        if worded != self._worded:
            self._worded = worded
            self.retranslate()

    def retranslate(self) -> None:
        words = translate("Review", "Group by conversation")
        self.set_face(words if self._worded else "", "group")
        self.setAccessibleName(named_with_key(words, KEY))
        set_tip(self, tip(words, KEY, ""))

    def _paint_ground(self, painter: QPainter) -> None:
        if not self.isChecked():
            super()._paint_ground(painter)
            return
        colours, radius = theme().palette, theme().metrics.radius
        box(painter, self.rect(), radius.button_small, colours.accent_tint, colours.accent_line)

    def _colour(self) -> QColor:
        return theme().palette.accent if self.isChecked() else super()._colour()
