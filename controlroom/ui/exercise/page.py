"""The director's panel."""

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from controlroom.ui.board.card.networks import look_of
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.exercise.adding import Adding
from controlroom.ui.exercise.debriefing import Debriefing
from controlroom.ui.exercise.injects import InjectTable
from controlroom.ui.exercise.line import ExerciseLine
from controlroom.ui.exercise.pace import Pace
from controlroom.ui.exercise.words import HELD, SENT, SKIPPED, fault_told
from controlroom.ui.language import counted
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.sheet import sheet
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate


class ExercisePage(Styled, QWidget):
    """Clock, planned injects, adding by hand, what the team did so far."""

    def __init__(self, line: ExerciseLine) -> None:
        super().__init__()
        self._line = line
        self._shown: list[str] = []
        self.heading = Prose(Type.HEADING, 600, "text1", self)
        self.debrief = Button(Kind.PLAIN, self)
        self.figures = Prose(Type.SMALL, 400, "text2", self)
        self.pace, self.injects, self.adding = Pace(line, self), InjectTable(), Adding(line, self)
        self.send, self.hold, self.skip = Button(), Button(), Button()
        self.done, self.done_rows = QListView(), QStandardItemModel(self)
        self.done_heading = Prose(Type.BODY, 600, "text1")
        self.debriefing = Debriefing(line, self)
        self._build()
        self._wire()
        self.follow()
        self.show_status(line.now)

    def show_status(self, status: dict[str, Any]) -> None:
        """Shows how the exercise stands."""
        self.pace.show_status(status)
        self.injects.rows.show_rows(status.get("injects", []))
        self.adding.show_networks(status.get("networks", []))
        self._show_done(status.get("team", []))
        self._say_figures(status)
        self._name_hold()
        self.debriefing.hear(status)

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setStyleSheet(sheet(theme()))
        self._head.setContentsMargins(px(24), px(8), px(14), px(8))
        self._head.setSpacing(px(12))
        self._buttons.setContentsMargins(px(24), px(6), px(24), px(6))
        self._buttons.setSpacing(px(8))
        self.done.setFont(theme().fonts.font(Type.SMALL))

    def retranslate(self) -> None:
        template = translate("Exercise", "Exercise: {name}")
        self.heading.set_text(template.format(name=self._line.name))
        self.setAccessibleName(self.heading.text())
        self.done_heading.set_text(translate("Exercise", "What the team has done"))
        self.done.setAccessibleName(self.done_heading.text())
        for button, text, icon in (
            (self.send, translate("Exercise", "Send now"), "send"),
            (self.skip, translate("Exercise", "Skip"), "right"),
            (self.debrief, translate("Exercise", "Debrief…"), "chart"),
        ):
            button.set_face(text, icon)
            button.setAccessibleName(text)
        self._name_hold()
        self._say_figures(self._line.now)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        line = theme().metrics.height.page_head - 1
        painter.fillRect(0, line, self.width(), 1, colours.line1)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._head, self._buttons = QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self.heading, 1)
        self._head.addWidget(self.figures, 1)
        self._head.addWidget(self.debrief)
        outer.addLayout(self._head)
        outer.addWidget(self.pace)
        split = QSplitter(Qt.Orientation.Horizontal)
        left, right = QWidget(), QWidget()
        planned, team = QVBoxLayout(left), QVBoxLayout(right)
        for column in (planned, team):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
        for button in (self.send, self.hold, self.skip):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        planned.addLayout(self._buttons)
        planned.addWidget(self.injects, 1)
        planned.addWidget(self.adding)
        team.addWidget(self.done_heading)
        team.addWidget(self.done, 1)
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        outer.addWidget(split, 1)
        self.done.setModel(self.done_rows)
        self.done.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.done.setWordWrap(True)
        self.debrief.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _wire(self) -> None:
        self._line.status.connect(self.show_status)
        self.injects.chosen.connect(self._name_hold)
        self.send.clicked.connect(lambda: self._order("send"))
        self.skip.clicked.connect(lambda: self._order("skip"))
        self.hold.clicked.connect(self._hold_or_release)
        self.debrief.clicked.connect(self._ask_debrief)

    def _order(self, what: str) -> None:
        one = self.injects.current()
        if one is not None:
            self._line.say(**{what: one["id"]})

    def _hold_or_release(self) -> None:
        one = self.injects.current()
        held = one is not None and one.get("state") == HELD
        self._order("release" if held else "hold")

    def _name_hold(self) -> None:
        one = self.injects.current()
        state = one.get("state") if one else ""
        held = state == HELD
        text = translate("Exercise", "Let go") if held else translate("Exercise", "Hold")
        self.hold.set_face(text, "play" if held else "hand")
        self.hold.setAccessibleName(text)
        over = one is None or state in (SENT, SKIPPED)
        for button in (self.send, self.hold, self.skip):
            button.setEnabled(not over)

    def _say_figures(self, status: dict[str, Any]) -> None:
        posts = int(status.get("posts", 0))
        told = counted(
            posts,
            translate("Exercise", "{n} post so far"),
            translate("Exercise", "{n} posts so far"),
        )
        faults = status.get("faults", {})
        failing = [f"{look_of(key).name}: {fault_told(kind)}" for key, kind in faults.items()]
        self.figures.set_text(" · ".join([told, *failing]))

    def _show_done(self, team: list[dict[str, Any]]) -> None:
        told = [_done_told(one) for one in team]
        if told == self._shown:
            return
        self._shown = told
        self.done_rows.clear()
        for text in reversed(told):
            self.done_rows.appendRow(QStandardItem(text))

    def _ask_debrief(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        title = translate("Exercise", "Folder for the debrief")
        folder = QFileDialog.getExistingDirectory(None, title)
        if folder:
            self.debriefing.begin(folder)


def _done_told(one: dict[str, Any]) -> str:
    network = look_of(str(one.get("network", ""))).name
    text = " ".join(str(one.get("text", "")).split())[:160]
    return f"{one.get('at', '')} · {network} · {one.get('by', '')}\n{text}"
