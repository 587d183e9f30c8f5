"""The page of settings: each takes effect at once."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from controlroom.ui.alerts.chime import NIGHT_BEGINS, NIGHT_ENDS
from controlroom.ui.commands.desk import Desk
from controlroom.ui.commands.table import SIZES
from controlroom.ui.controls.choice import Choice
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.styled import Styled
from controlroom.ui.controls.switch import Switch
from controlroom.ui.language import language
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.sheet import sheet
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
WIDTH = 560
NIGHT = (0, 25, 50, 100)
"""How loud alerts may be at night, in percent."""


class SettingsPage(Styled, QWidget):
    """Theme, text size, language, motion, single keys, and the names in the top bar."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.heading = Prose(Type.HEADING, 600, "text1", self)
        self.look = Choice(("dark", "light", "system"), self)
        self.text_size = Choice([str(size) for size in SIZES], self)
        self.tongue = Choice(("system", "en", "fr"), self)
        self.motion = Switch(self)
        self.keys, self.sounds = Switch(self), Switch(self)
        self.night = Choice([str(percent) for percent in NIGHT], self)
        self.force = QLineEdit(self)
        self.desk_name = QLineEdit(self)
        self._questions: dict[QWidget, Prose] = {}
        self._head, self._column = QVBoxLayout(), QVBoxLayout()
        self._scroll = QScrollArea(self)
        self._fill()
        self._wire()
        self.follow()

    def add_group(self, group: QWidget) -> None:
        """Adds a group of settings below the others."""
        self._column.addSpacing(theme().metrics.px(20))
        self._column.addWidget(group, 0, Qt.AlignmentFlag.AlignLeft)

    def show_end(self) -> None:
        """Scrolls to the end of the page."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.maximum())

    def restyle(self) -> None:
        px = theme().metrics.px
        self.setStyleSheet(sheet(theme()))
        self._head.setContentsMargins(px(24), px(13), px(24), px(13))
        self._column.setContentsMargins(px(24), px(18), px(24), px(24))
        self._column.setSpacing(px(6))
        for prose in (self.heading, *self._questions.values()):
            prose.fix_width(px(WIDTH))
        for field in (self.force, self.desk_name):
            field.setFont(theme().fonts.font(Type.BODY))
            field.setFixedSize(px(320), theme().metrics.height.field)
        self._show()

    def retranslate(self) -> None:
        title = translate("Settings", "Settings")
        self.heading.set_text(title)
        self.setAccessibleName(title)
        self._name_choices()
        self._name_rest()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        self._show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme().palette
        painter.fillRect(self.rect(), colours.bg1)
        line = theme().metrics.height.page_head - 1
        painter.fillRect(0, line, self.width(), 1, colours.line1)

    def _fill(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 1)
        outer.setSpacing(0)
        outer.addLayout(self._head)
        outer.addWidget(self._scroll, 1)
        self._head.addWidget(self.heading)
        self._head.addStretch(1)
        holder = QWidget(self._scroll)
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._column)
        inner.addStretch(1)
        self._scroll.setWidget(holder)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for control in (self.look, self.text_size, self.tongue, self.force, self.desk_name):
            question = Prose(Type.BODY, 600, "text1", self)
            self._questions[control] = question
            self._column.addWidget(question)
            self._column.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)
            self._column.addSpacing(theme().metrics.px(12))
        self._column.addWidget(self.motion)
        self._column.addWidget(self.keys)
        self._column.addWidget(self.sounds)
        self._questions[self.night] = Prose(Type.BODY, 600, "text1", self)
        self._column.addSpacing(theme().metrics.px(12))
        self._column.addWidget(self._questions[self.night])
        self._column.addWidget(self.night, 0, Qt.AlignmentFlag.AlignLeft)

    def _wire(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._keep_in_view)
        self.look.chosen.connect(self._take_theme)
        self.text_size.chosen.connect(self._take_size)
        self.tongue.chosen.connect(self._take_language)
        self.motion.toggled.connect(self._take_motion)
        self.keys.toggled.connect(self._take_keys)
        self.sounds.toggled.connect(self._take_sounds)
        self.night.chosen.connect(self._take_night)
        self.force.editingFinished.connect(self._take_names)
        self.desk_name.editingFinished.connect(self._take_names)
        for field in (self.force, self.desk_name):
            field.setMaxLength(60)
        for switch in (self.motion, self.keys, self.sounds):
            switch.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _keep_in_view(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._scroll.isAncestorOf(new):
            self._scroll.ensureWidgetVisible(new, 0, theme().metrics.px(24))

    def _name_choices(self) -> None:
        system = translate("Settings", "As the system")
        looks = (translate("Settings", "Dark"), translate("Settings", "Light"), system)
        self._ask(self.look, translate("Settings", "Theme"), looks)
        sizes = tuple(language().percent(size) for size in SIZES)
        self._ask(self.text_size, translate("Settings", "Text size"), sizes)
        tongues = (system, "English", "Français")
        self._ask(self.tongue, translate("Settings", "Language"), tongues)

        loud = [translate("Settings", "Silent"), *map(language().percent, NIGHT[1:-1])]
        nights = (*loud, translate("Settings", "As by day"))
        asked = translate("Settings", "Sound of alerts from {first} to {last}").format(
            first=language().time_in_table(_hour(NIGHT_BEGINS)),
            last=language().time_in_table(_hour(NIGHT_ENDS)),
        )
        self._ask(self.night, asked, nights)

    def _name_rest(self) -> None:
        self._name(self.force, translate("Settings", "Name of the force"))
        self._name(self.desk_name, translate("Settings", "Name of this desk"))
        motion = translate("Settings", "Reduce motion: cursors in text fields do not blink")
        keys = translate("Settings", "Single keys: C, / and G act outside text fields")
        sounds = translate("Settings", "Sound: alerts may be heard on this desk")
        for switch, words in ((self.motion, motion), (self.keys, keys), (self.sounds, sounds)):
            switch.setText(words)
            switch.setAccessibleName(words)

    def _ask(self, choice: Choice, question: str, answers: tuple[str, ...]) -> None:
        self._questions[choice].set_text(question)
        choice.name_answers(question, answers)

    def _name(self, field: QLineEdit, question: str) -> None:
        self._questions[field].set_text(question)
        field.setAccessibleName(question)

    def _show(self) -> None:
        now = self._desk.settings
        self.look.show_value(now.theme)
        self.text_size.show_value(str(now.text_size))
        self.tongue.show_value(now.language)
        self.motion.setChecked(now.reduce_motion)
        self.keys.setChecked(now.single_keys)
        self.sounds.setChecked(now.alert_sounds)
        self.night.setEnabled(now.alert_sounds)
        self.night.show_value(str(min(NIGHT, key=lambda one: abs(one - now.night_sound))))
        self.force.setText(now.force_name)
        self.desk_name.setText(now.desk_name)

    def _take_theme(self, value: str) -> None:
        self._desk.change(theme=value)
        self._show()

    def _take_size(self, value: str) -> None:
        self._desk.change(text_size=int(value))
        self._show()

    def _take_language(self, value: str) -> None:
        self._desk.change(language=value)
        self._show()

    def _take_motion(self, on: bool) -> None:
        self._desk.change(reduce_motion=on)

    def _take_keys(self, on: bool) -> None:
        self._desk.change(single_keys=on)

    def _take_sounds(self, on: bool) -> None:
        self._desk.change(alert_sounds=on)
        self.night.setEnabled(on)

    def _take_night(self, value: str) -> None:
        self._desk.change(night_sound=int(value))

    def _take_names(self) -> None:
        now = self._desk.settings
        force = self.force.text().strip() or now.force_name
        desk = self.desk_name.text().strip() or now.desk_name
        if (force, desk) != (now.force_name, now.desk_name):
            self._desk.change(force_name=force, desk_name=desk)
        self._show()


def _hour(hour: int) -> datetime:
    return datetime(2000, 1, 1, hour).astimezone()
