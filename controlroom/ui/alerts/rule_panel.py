"""Makes a rule and lists those there are: what is looked for, how grave it is, how often told."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from controlroom.model.alert import AlertRule, Level
from controlroom.ui.alerts.words import ICONS, level_explained, level_told
from controlroom.ui.board.ask_text import is_query
from controlroom.ui.board.card.clean import clean_line
from controlroom.ui.board.query_error import QueryErrorLine
from controlroom.ui.controls.button import Button, Kind
from controlroom.ui.controls.choice import Choice
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.row_list import WHAT, RowList
from controlroom.ui.controls.switch import Switch
from controlroom.ui.language import counted
from controlroom.ui.layers.layer import Panel
from controlroom.ui.profiles.pickers import Picker
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.icons import menu_icon
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
WIDTH, HEIGHT = 640, 560
QUIET = (1, 5, 15, 30, 60)
LONGEST_NAME = 80


class RulePanel(Panel):
    """Fields for a rule, and the rules there are; one of them can be taken up again.

    Signals:
        made: the rule to be saved.
        removed: the rule to be removed.
    """

    made = Signal(object)
    removed = Signal(object)
    top_share = 0.06

    def __init__(
        self, rule: AlertRule, streams: Sequence[tuple[int, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rule, self._streams = rule, dict(streams)
        self._rules: Sequence[AlertRule] = ()
        self.heading, self.question = Prose(Type.HEADING, 600, "text1"), Prose(Type.BODY, 600)
        self.manner, self.existing = Prose(Type.SMALL), Prose(Type.BODY, 600)
        self.query = QLineEdit()
        self.error = QueryErrorLine(self.query)
        self.stream, self.quiet = Picker(), Picker()
        self.level = Choice([str(int(level)) for level in Level])
        self.sound = Switch()
        self.list = RowList(self)
        self.take, self.leave = Button(Kind.MAIN), Button(Kind.PLAIN)
        self.change, self.remove = Button(Kind.SMALL), Button(Kind.SMALL)
        self._build()
        self._wire()
        self.follow()
        self._fill(rule)
        self.show_rules(())

    def show_rules(self, rules: Sequence[AlertRule]) -> None:
        """Shows the rules there are."""
        self._rules = rules
        self.list.show_rows([self._item(one) for one in rules])
        for part in (self.list, self.existing, self.change, self.remove):
            part.setVisible(bool(rules))

    def rule(self) -> AlertRule:
        """Returns what is asked for as it stands."""
        query, stream = self.query.text().strip(), int(self.stream.value or 0)
        name = query or self._streams.get(stream, "")
        kept = self._rule.name if stream == self._rule.stream and query == self._rule.query else ""
        return replace(
            self._rule,
            name=(kept or name)[:LONGEST_NAME],
            query=query,
            stream=stream,
            level=self._level(),
            sound=self.sound.isChecked(),
            quiet_minutes=int(self.quiet.value or QUIET[0]),
        )

    def first_focus(self) -> QWidget:
        return self.query

    def wanted_size(self, room: QSize) -> QSize:
        px = theme().metrics.px
        return QSize(px(WIDTH), px(HEIGHT)).boundedTo(room)

    def restyle(self) -> None:
        super().restyle()
        px = theme().metrics.px
        self.body.setContentsMargins(px(16), px(16), px(16), px(16))
        self.body.setSpacing(px(8))
        self.query.setFont(theme().fonts.font(Type.BODY))
        self.query.setFixedHeight(theme().metrics.height.field)
        self.list.restyle()

    def retranslate(self) -> None:
        self.heading.set_text(translate("Alerts", "Alert me when new posts fit"))
        self.setAccessibleName(self.heading.text())
        self.question.set_text(translate("Alerts", "Words, or a search like from:, has:media"))
        self.query.setAccessibleName(self.question.text())
        self.existing.set_text(translate("Alerts", "Rules there are"))
        self.list.setAccessibleName(self.existing.text())
        everything = translate("Alerts", "Everything that comes")
        self.stream.set_words(everything, everything)
        self.stream.set_values([(str(number), name) for number, name in self._streams.items()])
        self.quiet.set_words(translate("Alerts", "Not the same again for"), "")
        self.quiet.set_values([(str(minutes), _minutes_told(minutes)) for minutes in QUIET])
        self.level.name_answers(
            translate("Alerts", "Level"), [level_told(level) for level in Level]
        )
        self.sound.setText(translate("Alerts", "With sound"))
        self.sound.setAccessibleName(self.sound.text())
        for button, text in (
            (self.take, translate("Alerts", "Save the rule")),
            (self.leave, translate("Alerts", "Close")),
            (self.change, translate("Alerts", "Change")),
            (self.remove, translate("Alerts", "Remove")),
        ):
            button.set_face(text)
            button.setAccessibleName(text)
        self._explain()
        self.show_rules(self._rules)

    def _build(self) -> None:
        field = QVBoxLayout()
        field.setSpacing(0)
        field.addWidget(self.query)
        field.addWidget(self.error)
        pickers = _row(self.stream, self.quiet, self.sound, None)
        ends = _row(self.change, self.remove, None, self.leave, self.take)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.question)
        self.body.addLayout(field)
        self.body.addLayout(pickers)
        self.body.addWidget(self.level)
        self.body.addWidget(self.manner)
        self.body.addWidget(self.existing)
        self.body.addWidget(self.list, 1)
        self.body.addStretch(0)
        self.body.addLayout(ends)
        for one in (self.take, self.leave, self.change, self.remove, self.sound):
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _wire(self) -> None:
        self.query.setMaxLength(2_000)
        self.query.returnPressed.connect(self._go_on)
        self.take.clicked.connect(self._go_on)
        self.leave.clicked.connect(self.finished)
        self.level.chosen.connect(lambda _: self._explain())
        self.change.clicked.connect(self._take_up)
        self.list.opened.connect(self._take_up)
        self.remove.clicked.connect(self._remove)
        self.list.removed.connect(self._remove)

    def _fill(self, rule: AlertRule) -> None:
        self._rule = rule
        self.query.setText(rule.query)
        self.stream.choose(str(rule.stream) if rule.stream in self._streams else "")
        self.level.show_value(str(int(rule.level)))
        self.quiet.choose(str(rule.quiet_minutes))
        self.sound.setChecked(rule.sound)
        self._explain()

    def _level(self) -> Level:
        chosen = next((one.value for one in self.level.answers if one.isChecked()), "2")
        return Level(int(chosen))

    def _explain(self) -> None:
        level = self._level()
        self.manner.set_text(level_explained(level))
        self.sound.setEnabled(level >= Level.ALERT)

    def _go_on(self) -> None:
        rule = self.rule()
        if not is_query(rule.query, self.error):
            self.query.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not rule.query and not rule.stream:
            self.error.text.set_text(translate("Alerts", "Write what is looked for."))
            self.query.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.finished.emit()
        self.made.emit(rule)

    def _take_up(self) -> None:
        rule = self.list.current(AlertRule)
        if rule is not None:
            self._fill(rule)
            self.query.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        rule = self.list.current(AlertRule)
        if rule is None:
            return
        if rule.id == self._rule.id:
            self._rule = replace(self._rule, id=0)
        self.removed.emit(rule)

    def _item(self, rule: AlertRule) -> QStandardItem:
        where = self._streams.get(rule.stream, "")
        parts = (level_told(rule.level), clean_line(rule.name, 60), clean_line(where, 40))
        item = QStandardItem(" · ".join(dict.fromkeys(part for part in parts if part)))
        px, colour = theme().metrics.px, theme().palette.text2
        item.setIcon(menu_icon(ICONS[rule.level], px(15), colour))
        item.setData(rule, WHAT)
        return item


def _row(*parts: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout()
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row


def _minutes_told(minutes: int) -> str:
    return counted(
        minutes,
        translate("Alerts", "Quiet for {n} minute"),
        translate("Alerts", "Quiet for {n} minutes"),
    )
