"""The row above the hits: how many are chosen, and what can be done with them."""

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from controlroom.ui.board.card.look import look_now
from controlroom.ui.commands.bind import named_with_key, tip
from controlroom.ui.commands.keys import caption
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.draw import words
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted
from controlroom.ui.plain import set_tip
from controlroom.ui.review.group_switch import GroupSwitch
from controlroom.ui.review.row import LEFT
from controlroom.ui.review.tick import SIDE, Tick, paint_tick
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
ROOMY = 700
"""Pixels at 100 % from which on there is room for all words."""


class TickAll(Styled, QAbstractButton):
    """Chooses every hit that has been read, or lets all go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tick = Tick.NONE
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.follow()

    def sizeHint(self) -> QSize:
        side = theme().metrics.px(24)
        return QSize(side, side)

    def restyle(self) -> None:
        self.setFixedSize(self.sizeHint())

    def paintEvent(self, event: QPaintEvent) -> None:
        left = (self.width() - theme().metrics.px(SIDE)) // 2
        paint_tick(QPainter(self), left, self.height() // 2, self.tick, look_now())


class HitHead(Styled, QWidget):
    """A row of its own height whether anything is chosen or not, so that no hit ever moves.

    Signals:
        all_wanted: every hit that has been read is to be chosen.
        none_wanted: nothing is to be chosen any more.
        export_wanted: what is chosen is to be exported.
        grouped: hits are to be grouped by conversation, or not; carries which.
    """

    all_wanted = Signal()
    none_wanted = Signal()
    export_wanted = Signal()
    grouped = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self.text = 0, ""
        self.all = TickAll(self)
        self.export, self.none = Button(Kind.GHOST, self), Button(Kind.GHOST, self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.all)
        self._row.addStretch(1)
        for button in (self.export, self.none):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._row.addWidget(button)
        self.group = GroupSwitch(self)
        self._row.addWidget(self.group)
        self.group.toggled.connect(self.grouped)
        self.all.clicked.connect(self._press_all)
        self.export.clicked.connect(self.export_wanted)
        self.none.clicked.connect(self.none_wanted)
        self.follow()

    def show_choice(self, number: int, tick: Tick) -> None:
        """Shows how many hits are chosen, and whether all that have been read are."""
        self.number, self.all.tick = number, tick
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.group.show_words(self.width() > theme().metrics.px(ROOMY))

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setFixedHeight(theme().metrics.height.panel_head)
        # The box stands above those of the hits.
        self._row.setContentsMargins(px(LEFT) - (px(24) - px(SIDE)) // 2, 0, px(LEFT), 1)
        self._row.setSpacing(px(4))

    def retranslate(self) -> None:
        chosen = counted(
            self.number,
            translate("Review", "{n} post chosen"),
            translate("Review", "{n} posts chosen"),
        )
        self.text = chosen if self.number else translate("Review", "Choose with Ctrl Space")
        self.setAccessibleName(self.text)
        export, none = translate("Review", "Export these"), translate("Review", "Choose none")
        for button, text, icon, key in (
            (self.export, export, "export", "Ctrl+E"),
            (self.none, none, "x", "Esc"),
        ):
            button.set_face(text, icon, caption(key))
            button.setAccessibleName(named_with_key(text, key))
            button.setVisible(bool(self.number))
        told = translate("Review", "Choose every post that is listed so far")
        if self.all.tick is Tick.ALL:
            told = none
        self.all.setAccessibleName(named_with_key(told, "" if told == none else "Ctrl+A"))
        set_tip(self.all, tip(told, "" if told == none else "Ctrl+A", ""))
        self.update()
        self.all.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        painter.fillRect(self.rect(), colours.bg2)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line1)
        left = self.all.geometry().right() + px(8)
        beside = self.export if self.number else self.group
        area = QRect(left, 0, beside.x() - left - px(8), self.height())
        weight, colour = (600, colours.text1) if self.number else (400, colours.text3)
        words(painter, area, self.text, colour, Type.SMALL, weight)

    def _press_all(self) -> None:
        wanted = self.none_wanted if self.all.tick is Tick.ALL else self.all_wanted
        wanted.emit()
