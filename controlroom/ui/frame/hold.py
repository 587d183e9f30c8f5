"""The switch that stops everything from leaving."""

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from controlroom.ui.commands.bind import bind, describe
from controlroom.ui.commands.registry import Commands
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.draw import width_of, words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.controls.switch import WIDTH, draw_switch
from controlroom.ui.frame.breadth import Breadth
from controlroom.ui.language import language
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
PAD, GAP, ICON = 10, 8, 17


class HoldSwitch(Styled, QAbstractButton):
    """Hold all publishing: a hand, words, a switch, and its state in a word."""

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self._breadth = Breadth.WIDE
        self._state, self._held, self._count = "", False, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        bind(self, commands, "hold")
        self.follow()

    def show_held(self, held: bool, count: int = 0) -> None:
        """Shows whether publishing is held, and how many posts that keeps back."""
        self._held, self._count = held, count
        self.retranslate()
        self.updateGeometry()
        self.update()

    def fit(self, breadth: Breadth) -> None:
        """Leaves out the state's word where there is no room; the knob still shows it."""
        self._breadth = breadth
        self.updateGeometry()

    def retranslate(self) -> None:
        command = describe(self, self._commands, "hold")
        off, on = translate("Hold", "Off"), translate("Hold", "On")
        self._state = on if self._held else off
        self.setText(self._held_words() if self._held else command.short_words())
        if self._held:
            self.setAccessibleName(self.text())

    def _says_state(self) -> bool:
        return self._breadth is not Breadth.TIGHT and not self._held

    def _held_words(self) -> str:
        held = translate("Hold", "Publishing held")
        if not self._count:
            return held
        template = translate("Hold", "{held} · {count}")
        return template.format(held=held, count=language().figure(self._count))

    def sizeHint(self) -> QSize:
        px = theme().metrics.px
        parts = [px(ICON), width_of(self.text(), Type.BODY, 500), px(WIDTH)]
        if self._says_state():
            parts.append(width_of(self._state, Type.SMALL))
        return QSize(
            2 * px(PAD) + sum(parts) + (len(parts) - 1) * px(GAP), theme().metrics.height.button
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        on, enabled = self._held, self.isEnabled()
        ground = colours.amber_fill if on else colours.bg1
        edge = colours.amber_fill if on else colours.line3 if enabled else colours.line2
        colour = colours.on_amber if on else colours.text1 if enabled else colours.text_disabled
        box(painter, self.rect(), theme().metrics.radius.button, ground, edge)
        middle, x, size = self.height() // 2, px(PAD), px(ICON)
        draw_icon(painter, "hand", x, middle - size // 2, size, colour)
        x += size + px(GAP)
        width = width_of(self.text(), Type.BODY, 500)
        words(painter, QRect(x, 0, width, self.height()), self.text(), colour, Type.BODY, 500)
        x += width + px(GAP)
        draw_switch(painter, x, middle, on, enabled)
        if self._says_state():
            x += px(WIDTH) + px(GAP)
            rest = QRect(x, 0, self.width() - x, self.height())
            words(
                painter,
                rest,
                self._state,
                colours.text3 if enabled else colour,
                Type.SMALL,
            )
