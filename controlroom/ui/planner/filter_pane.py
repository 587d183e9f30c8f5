"""The left of the planner: which states are shown, which groups, and where there is room."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from controlroom.ui.board.list.gutter import Gutter
from controlroom.ui.controls.boxes import box
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.draw import CLEAR, RIGHT, words
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.roving import Roving
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import language
from controlroom.ui.planner.plan import PlanState
from controlroom.ui.planner.words import ICONS, state_name
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import draw_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
ROW, TICK, HIDDEN = 28, 15, (PlanState.WITHDRAWN,)


class TickRow(Styled, QAbstractButton):
    """A tick, an icon, words and a figure."""

    def __init__(self, key: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self._icon, self._figure = key, icon, 0
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow()

    def say(self, text: str, figure: int) -> None:
        """Sets the words and the figure."""
        self._figure = figure
        self.setText(text)
        self.setAccessibleName(f"{text}, {figure}")
        self.update()

    def restyle(self) -> None:
        self.setFixedHeight(theme().metrics.px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, colours = QPainter(self), theme().metrics.px, theme().palette
        if self.underMouse():
            painter.fillRect(self.rect(), colours.bg3)
        tick = QRect(px(14), (self.height() - px(TICK)) // 2, px(TICK), px(TICK))
        on = self.isChecked()
        edge = colours.accent_fill if on else colours.line3
        box(painter, tick, px(3), colours.accent_fill if on else colours.bg1, edge)
        if on:
            draw_icon(
                painter, "check", tick.left() + 2, tick.top() + 2, px(TICK) - 4, colours.on_accent
            )
        left = tick.right() + px(9)
        if self._icon:
            top = (self.height() - px(13)) // 2
            draw_icon(painter, self._icon, left, top, px(13), colours.text2)
            left += px(20)
        place = QRect(left, 0, self.width() - left - px(44), self.height())
        words(painter, place, self.text(), colours.text1, Type.SMALL)
        end = QRect(self.width() - px(44), 0, px(30), self.height())
        figure = language().figure(self._figure)
        words(painter, end, figure, colours.text3, Type.CAPTION, 400, RIGHT)
        if self.hasFocus():
            box(painter, self.rect().adjusted(1, 1, -1, -1), px(4), CLEAR, colours.accent)


def _indented(head: Prose) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(14, 0, 0, 4)
    row.addWidget(head)
    return row


class FilterPane(Styled, QWidget):
    """What is shown.

    Signals:
        changed: another choice.
        gap_wanted: a free time was chosen; carries the moment.
    """

    changed = Signal()
    gap_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.states = {one: TickRow(one, ICONS[one]) for one in PlanState}
        self.groups: dict[str, TickRow] = {}
        self.state_head, self.group_head, self.gap_head = (
            Prose(Type.CAPTION, 600, "text2") for _ in range(3)
        )
        self.gaps: list[Button] = []
        self._build()
        self.follow()

    def chosen_states(self) -> frozenset[PlanState]:
        """Returns the states that are shown."""
        return frozenset(state for state, row in self.states.items() if row.isChecked())

    def chosen_groups(self) -> frozenset[str]:
        """Returns the groups that are shown; nothing for all of them."""
        return frozenset(name for name, row in self.groups.items() if row.isChecked())

    def show_counts(self, states: Mapping[PlanState, int], groups: Mapping[str, int]) -> None:
        """Shows how many stand how, and how many profiles each group has."""
        for state, row in self.states.items():
            row.say(state_name(state), states.get(state, 0))
        if list(groups) != list(self.groups):
            self._make_groups(groups)
        for name, number in groups.items():
            self.groups[name].say(name, number)

    def show_gaps(self, gaps: Sequence[tuple[str, object]]) -> None:
        """Shows free times: each its words and the moment."""
        for button in self.gaps:
            self._gaps.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.gaps = []
        for text, at in gaps:
            button = Button(Kind.GHOST, self)
            button.set_face(text, "plus")
            button.setAccessibleName(text)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _on=False, at=at: self.gap_wanted.emit(at))
            self._gaps.addWidget(button)
            self.gaps.append(button)
        self.gap_head.setVisible(bool(gaps))

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Planner", "What is shown"))
        self.state_head.set_text(translate("Planner", "STATE"))
        self.group_head.set_text(translate("Planner", "GROUP"))
        self.gap_head.set_text(translate("Planner", "BEST FREE TIMES"))

    def restyle(self) -> None:
        px = theme().metrics.px
        self._column.setContentsMargins(0, px(12), 0, px(12))
        self._column.setSpacing(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), colours.line1)

    def _build(self) -> None:
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._groups, self._gaps = QVBoxLayout(), QVBoxLayout()
        for layout in (self._groups, self._gaps):
            layout.setSpacing(0)
        self._column.addLayout(_indented(self.state_head))
        for state, row in self.states.items():
            row.setChecked(state not in HIDDEN)
            row.toggled.connect(self.changed)
            self._column.addWidget(row)
        self._column.addSpacing(12)
        self._column.addLayout(_indented(self.group_head))
        self._column.addLayout(self._groups)
        self._column.addSpacing(12)
        self._column.addLayout(_indented(self.gap_head))
        self._column.addLayout(self._gaps)
        self._column.addStretch(1)
        Roving(self, list(self.states.values()))
        scroll = QScrollArea()
        scroll.setWidget(holder)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setVerticalScrollBar(Gutter())
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.addWidget(scroll)

    def _make_groups(self, groups: Mapping[str, int]) -> None:
        before = self.chosen_groups()
        for row in self.groups.values():
            self._groups.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.groups = {name: TickRow(name, "pin") for name in groups}
        for name, row in self.groups.items():
            row.setChecked(name in before)
            row.toggled.connect(self.changed)
            self._groups.addWidget(row)
