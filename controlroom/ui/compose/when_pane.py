"""When it leaves: now, at a time, or as soon as it is approved; who may reply, and for how long."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from controlroom.model import clock
from controlroom.model.outgoing.content import Act, Audience
from controlroom.outbound.checks.answering import answerable
from controlroom.ui.compose.answer_told import late_told, window_told
from controlroom.ui.compose.moments import Odd, moment, next_good, read_date, read_time
from controlroom.ui.compose.note import Note
from controlroom.ui.compose.pane_head import PaneHead
from controlroom.ui.compose.pick import Pick
from controlroom.ui.compose.when_told import home_zone, moment_told, zone_named
from controlroom.ui.controls.choice import Choice
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from controlroom.ui.compose.repeating import Repeats
    from controlroom.ui.compose.writing import Writing

translate = QCoreApplication.translate
NOW, AT, APPROVED = "now", "at", "approved"
ONCE, AGAIN = "", "again"
SPREADS = (0, 2, 6, 10, 20, 30, 60, 120)
WITHDRAW = (0, 1, 3, 7, 14, 30)
STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class StepField(QLineEdit):
    """A field in which the arrows count on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step: Sequence[object] = ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is None or not self.step:
            super().keyPressEvent(event)
        else:
            self.step[0](step)  # type: ignore[operator]


class WhenPane(Styled, QWidget):
    """The time of the draft, in the zone of this workstation.

    Signals:
        repeated: it is to be asked how often it comes again.
    """

    repeated = Signal()

    def __init__(
        self,
        writing: "Writing",
        repeats: "Callable[[], Repeats | None]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._writing, self._repeats = writing, repeats
        self._steps = False
        self.head = PaneHead("clock", parent=self)
        self.choice = Choice((NOW, AT, APPROVED), self)
        self.day, self.hour = StepField(self), StepField(self)
        self.spread, self.note = Pick(self, "swap"), Note(Type.SMALL, parent=self)
        self.again = Pick(self, "sync")
        self.withdraw, self.audience = Pick(self, "withdraw"), Pick(self, "reply")
        self._build()
        self.follow()

    def show_content(self, *, has_steps: bool) -> None:
        """Shows the time of the draft.

        Args:
            has_steps: somebody has to agree first.
        """
        content = self._writing.content
        self._steps = has_steps
        self.choice.show_value(AT if content.at is not None else APPROVED if has_steps else NOW)
        self.choice.answers[0].setEnabled(not has_steps)
        self.choice.answers[2].setEnabled(has_steps)
        timed = content.at is not None
        for part in (self.day, self.hour):
            part.setVisible(timed)
        several = len(content.targets) > 1 and content.act is Act.POST
        self.spread.setVisible(several)
        self.again.setVisible(timed and content.act is Act.POST and not self._is_recorded())
        self.withdraw.setVisible(content.act is Act.POST)
        self.audience.setVisible(content.act is Act.POST and len(self._audiences()) > 1)
        self._fill_fields()
        self._offer()
        self._say()

    def restyle(self) -> None:
        px = theme().metrics.px
        self._column.setContentsMargins(px(14), px(10), px(14), px(12))
        self._column.setSpacing(px(8))
        for field, width in ((self.day, 110), (self.hour, 70)):
            field.setFont(theme().fonts.font(Type.BODY))
            field.setFixedSize(px(width), theme().metrics.height.field)

    def retranslate(self) -> None:
        self.head.say(translate("Compose", "When"))
        names = [
            translate("Compose", "Now"),
            translate("Compose", "At a time"),
            translate("Compose", "When approved"),
        ]
        self.choice.name_answers(translate("Compose", "When"), names)
        self.day.setAccessibleName(translate("Compose", "Day, as 2026-05-14"))
        self.hour.setAccessibleName(translate("Compose", "Time, as 19:30"))
        self.spread.name(translate("Compose", "Over how long it is spread"))
        self.again.name(translate("Compose", "How often it comes"))
        self.withdraw.name(translate("Compose", "When somebody is asked whether to withdraw it"))
        self.audience.name(translate("Compose", "Who may reply"))
        self._offer()
        self._say()

    def _build(self) -> None:
        whole, self._column = QVBoxLayout(self), QVBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addLayout(self._column)
        row, again, last = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for part in (self.day, self.hour, self.spread):
            row.addWidget(part)
        row.addStretch(1)
        for pick in (self.withdraw, self.audience):
            last.addWidget(pick)
        last.addStretch(1)
        self._column.addWidget(self.choice)
        self._column.addLayout(row)
        again.addWidget(self.again)
        again.addStretch(1)
        self._column.addWidget(self.note)
        self._column.addLayout(again)
        self._column.addLayout(last)
        self.choice.chosen.connect(self._choose)
        self.day.step = (partial(self._step, 24 * 60),)
        self.hour.step = (partial(self._step, 5),)
        for field in (self.day, self.hour):
            field.editingFinished.connect(self._read)
        self.spread.picked.connect(lambda one: self._put(spread_min=int(one)))
        self.again.picked.connect(self._repeat)
        self.withdraw.picked.connect(lambda one: self._put(withdraw_days=int(one)))
        self.audience.picked.connect(lambda one: self._put(audience=Audience(one)))

    def _repeat(self, value: str) -> None:
        if value == AGAIN:
            # What holds stays until the question is answered.
            self._offer()
            self.repeated.emit()
        else:
            self._writing.set_rule(value)

    def _is_recorded(self) -> bool:
        """Whether the record has it: the planner lets that come again."""
        return bool(self._writing.sheet.submitted)

    def _put(self, **values: object) -> None:
        self._writing.put(replace(self._writing.content, **values))  # type: ignore[arg-type]

    def _choose(self, value: str) -> None:
        if value != AT:
            self._put(at=None)
            return
        zone = home_zone()
        self._put(at=next_good(clock.now(), zone_named(zone)), zone=zone)
        self.hour.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, minutes: int, step: int) -> None:
        at, zone = self._writing.content.at, zone_named(self._writing.content.zone)
        if at is None:
            return
        local = (at.astimezone(zone).replace(tzinfo=None)) + timedelta(minutes=minutes * step)
        self._put(at=moment(local.date(), local.time(), zone)[0])

    def _read(self) -> None:
        at, zone = self._writing.content.at, zone_named(self._writing.content.zone)
        if at is None:
            return
        try:
            day = read_date(self.day.text(), clock.now().astimezone(zone).date())
            found, _odd = moment(day, read_time(self.hour.text()), zone)
        except (ValueError, OverflowError):
            self.note.set_text(
                translate("Compose", "Write the day as 2026-05-14, the time as 19:30.")
            )
            return
        if found != at:
            self._put(at=found)
        self._say()

    def _fill_fields(self) -> None:
        content = self._writing.content
        if content.at is None:
            return
        local = content.at.astimezone(zone_named(content.zone))
        for field, text in ((self.day, f"{local:%Y-%m-%d}"), (self.hour, f"{local:%H:%M}")):
            if field.text() != text and not (field.hasFocus() and field.isModified()):
                field.setText(text)

    def _offer(self) -> None:
        content = self._writing.content
        spreads = sorted({*SPREADS, content.spread_min})
        self.spread.offer(
            [(str(one), _spread_told(one)) for one in spreads], str(content.spread_min)
        )
        self.again.offer(self._often(), self._writing.sheet.rule)
        days = sorted({*WITHDRAW, content.withdraw_days})
        self.withdraw.offer(
            [(str(one), _days_told(one)) for one in days], str(content.withdraw_days)
        )
        audiences = [one for one in Audience if one in self._audiences()]
        self.audience.offer(
            [(one.value, _audience_told(one)) for one in audiences], content.audience
        )

    def _often(self) -> list[tuple[str, str]]:
        rule = self._writing.sheet.rule
        known, repeats = [], self._repeats()
        if rule and repeats is not None:
            known = [(rule, repeats.often(rule))]
        once = (ONCE, translate("Compose", "Once"))
        return [once, *known, (AGAIN, translate("Compose", "Repeat…"))]

    def _audiences(self) -> frozenset[Audience]:
        """Returns who can be let reply on every network the draft is for."""
        from controlroom.feeds.outgoing.ways import writing_of

        content = self._writing.content
        networks = {key.partition("/")[0] for key in content.targets}
        offered = [frozenset(writing_of(one).audiences) for one in networks]
        common = frozenset.intersection(*offered) if offered else frozenset()
        return common | {Audience.EVERYBODY, content.audience}

    def _say(self) -> None:
        self.note.set_text(self._told())
        self.note.setVisible(bool(self.note.text()))

    def _told(self) -> str:
        content = self._writing.content
        known = answerable(content)
        if content.at is None:
            return window_told(known, clock.now()) if known is not None else ""
        if known is not None and (late := late_told(known, content.at)):
            return late
        zone = zone_named(content.zone)
        local = content.at.astimezone(zone)
        odd = moment(local.date(), local.time(), zone)[1] if zone is not None else Odd.NO
        if odd is Odd.TWICE:
            return translate("Compose", "The clocks show this hour twice: the first one counts.")
        if content.at <= clock.now():
            return translate("Compose", "This time has passed.")
        told = translate("Compose", "{when}, time of {zone}. If publishing is held then, it waits.")
        when = told.format(when=moment_told(content.at, content.zone), zone=content.zone)
        rule, repeats = self._writing.sheet.rule, self._repeats()
        repeated = repeats is not None and not self._is_recorded()
        again = repeats.told(rule, content) if repeats is not None and repeated else ""
        return f"{when} {again}".strip()


def _spread_told(minutes: int) -> str:
    if not minutes:
        return translate("Compose", "All at once")
    return counted(
        minutes,
        translate("Compose", "Spread over {n} min"),
        translate("Compose", "Spread over {n} min"),
    )


def _days_told(days: int) -> str:
    if not days:
        return translate("Compose", "Stays")
    return counted(
        days,
        translate("Compose", "Ask to withdraw after {n} day"),
        translate("Compose", "Ask to withdraw after {n} days"),
    )


def _audience_told(audience: Audience) -> str:
    return {
        Audience.EVERYBODY: translate("Compose", "Everybody may reply"),
        Audience.FOLLOWING: translate("Compose", "Those we follow may reply"),
        Audience.MENTIONED: translate("Compose", "Those mentioned may reply"),
        Audience.NOBODY: translate("Compose", "Nobody may reply"),
    }[audience]
