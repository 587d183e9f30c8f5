"""The exercise's clock and the buttons that hold, hurry and jump it."""

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.choice import Choice
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.exercise.line import ExerciseLine
from controlroom.ui.exercise.words import after, clock_of
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
SPEEDS = ("1", "2", "10", "60")
JUMP_S = 300


class Pace(Styled, QWidget):
    """Clock, freeze, speed, jump."""

    def __init__(self, line: ExerciseLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._paused = False
        self.clock = Prose(Type.TITLE, 600, "text1", self)
        self.since = Prose(Type.SMALL, 400, "text2", self)
        self.freeze, self.jump = Button(Kind.PLAIN, self), Button(Kind.PLAIN, self)
        self.speed = Choice(SPEEDS, self)
        self._row = QHBoxLayout(self)
        for part in (self.clock, self.since, self.freeze, self.speed, self.jump):
            self._row.addWidget(part)
        self._row.addStretch(1)
        for button in (self.freeze, self.jump):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.freeze.clicked.connect(self._freeze)
        self.jump.clicked.connect(lambda: line.say(jump_s=JUMP_S))
        self.speed.chosen.connect(lambda value: line.say(speed=float(value)))
        self.follow()

    def show_status(self, status: dict[str, Any]) -> None:
        """Shows how the clock stands."""
        self.clock.set_text(clock_of(status))
        self.since.set_text(after(float(status.get("since_s", 0))))
        self.speed.show_value(f"{float(status.get('speed', 1)):g}")
        paused = bool(status.get("paused"))
        if paused != self._paused:
            self._paused = paused
            self.retranslate()

    def restyle(self) -> None:
        px = theme().metrics.px
        self._row.setContentsMargins(px(24), px(10), px(24), px(10))
        self._row.setSpacing(px(10))
        self.clock.fix_width(px(120))
        self.since.fix_width(px(90))

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Exercise", "Clock of the exercise"))
        text = translate("Exercise", "Go on") if self._paused else translate("Exercise", "Freeze")
        self.freeze.set_face(text, "play" if self._paused else "pause")
        self.freeze.setAccessibleName(text)
        jump = translate("Exercise", "Jump 5 minutes")
        self.jump.set_face(jump, "right")
        self.jump.setAccessibleName(jump)
        names = [f"×{speed}" for speed in SPEEDS]
        self.speed.name_answers(translate("Exercise", "Pace"), names)

    def _freeze(self) -> None:
        self._line.say(**{"go_on" if self._paused else "pause": True})
