"""The panels of series: how often something comes, which of them is meant, what is to be done."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIntValidator, QStandardItem
from PySide6.QtWidgets import QGridLayout, QLineEdit

from controlroom.model import clock
from controlroom.model.outgoing.recurring import wall_text
from controlroom.outbound.schedule.occurrences import Coming, coming, ended_on
from controlroom.outbound.schedule.zones import wall
from controlroom.ui.compose.moments import read_date
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.row_list import SPOKEN, WHAT, RowList
from controlroom.ui.controls.switch import Switch
from controlroom.ui.officers.form import Form
from controlroom.ui.planner.series_words import WEEK, next_told, rule_told, weekday_told
from controlroom.ui.theme.fonts import Type
from controlroom.ui.theme.theme import theme

translate = QCoreApplication.translate
_ROW = 30


@dataclass(frozen=True, slots=True)
class Begin:
    """What a series is to begin with.

    Attributes:
        at: when the first leaves.
        zone: by whose clocks it comes.
        note: who has to agree to each, in words.
    """

    at: datetime
    zone: ZoneInfo
    note: str


class Repeat(Form):
    """Asks how often something comes and until when, and shows when that is."""

    wide = 560

    def __init__(self, heading: str, yes: str, begin: Begin, take: Callable[[str], object]) -> None:
        super().__init__(heading, yes)
        self._begin, self._take = begin, take
        self.say(begin.note)
        self.every: QLineEdit | None = None
        self.often = _rows(translate("Planner", "How often"), self._offers(), self)
        self.often.selectionModel().currentChanged.connect(self.mind)
        self.add(self.often)
        self.days = {day: Switch(self) for day in WEEK}
        self.body.addLayout(self._weekdays())
        self._ask()
        self.next = Prose(Type.SMALL, 400, "text2", self)
        self.body.addWidget(self.next)
        self.end()

    def rule(self) -> str:
        """Returns the rule as it is filled in, "" while it is not whole."""
        if self.every is None or not self.every.text().isdigit() or self._why_no_end():
            return ""
        often = self.often.current(str) or ""
        if often == "FREQ=WEEKLY":
            chosen = [day for day, one in self.days.items() if one.isChecked()]
            often = f"{often};BYDAY={','.join(chosen)}" if chosen else ""
        every = int(self.every.text())
        if not often or not every:
            return ""
        parts = often.split(";")
        interval = [f"INTERVAL={every}"] if every > 1 else []
        return ended_on(";".join((parts[0], *interval, *parts[1:])), self._until(), self._count())

    def why_not(self) -> str:
        if self.every is None:
            return ""
        self._show_weekdays()
        rule = self.rule()
        found = self._coming(rule) if rule else []
        self.next.set_text(
            f"{rule_told(rule)}. {next_told(found, self._begin.zone)}" if rule else ""
        )
        if rule and not found:
            return translate("Planner", "It would never come again.")
        return self._why_no_end() or (
            "" if rule else translate("Planner", "Choose how often, and on which days.")
        )

    def take(self) -> None:
        self._take(self.rule())

    def restyle(self) -> None:
        super().restyle()
        self.often.restyle()
        _fit(self.often)

    def _ask(self) -> None:
        self.every = self.ask(
            translate("Planner", "Every how many days, weeks, months or years"), "1", 2
        )
        self.every.setValidator(QIntValidator(1, 99, self.every))
        self.until = self.ask(
            translate("Planner", "Until this day, as 2026-05-14; empty if it has no end"), "", 10
        )
        self.count = self.ask(translate("Planner", "Or so many times in all"), "", 3)
        self.count.setValidator(QIntValidator(1, 999, self.count))

    def _coming(self, rule: str) -> list[Coming]:
        first = wall(self._begin.at, self._begin.zone).replace(second=0, microsecond=0)
        return coming(rule, wall_text(first), self._begin.zone, (), clock.now())

    def _until(self) -> date | None:
        text = self.until.text().strip()
        return read_date(text, self._today()) if text else None

    def _count(self) -> int | None:
        return int(self.count.text()) if self.count.text().isdigit() else None

    def _why_no_end(self) -> str:
        try:
            until = self._until()
        except (ValueError, OverflowError):
            return translate("Planner", "Until when? A day is needed there, or nothing.")
        if until is not None and self._count() is not None:
            return translate("Planner", "Either a last day or a number of times.")
        return ""

    def _today(self) -> date:
        return clock.now().astimezone(self._begin.zone).date()

    def _weekdays(self) -> QGridLayout:
        grid, mine = QGridLayout(), wall(self._begin.at, self._begin.zone).weekday()
        for place, switch in enumerate(self.days.values()):
            switch.setText(weekday_told(place))
            switch.setAccessibleName(switch.text())
            switch.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            switch.setChecked(place == mine)
            switch.toggled.connect(self.mind)
            grid.addWidget(switch, place // 4, place % 4, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(4, 1)
        grid.setHorizontalSpacing(theme().metrics.px(20))
        return grid

    def _show_weekdays(self) -> None:
        weekly = self.often.current(str) == "FREQ=WEEKLY"
        for switch in self.days.values():
            switch.setEnabled(weekly)

    def _offers(self) -> list[tuple[str, str]]:
        shown = wall(self._begin.at, self._begin.zone)
        day, nth = WEEK[shown.weekday()], (shown.day - 1) // 7 + 1
        return [
            (translate("Planner", "By the week, on these weekdays"), "FREQ=WEEKLY"),
            (translate("Planner", "By the day"), "FREQ=DAILY"),
            (
                translate("Planner", "By the month, on this date"),
                f"FREQ=MONTHLY;BYMONTHDAY={shown.day}",
            ),
            (
                translate("Planner", "By the month, on this weekday"),
                f"FREQ=MONTHLY;BYDAY={nth if nth < 5 else -1}{day}",
            ),
            (translate("Planner", "On the last day of the month"), "FREQ=MONTHLY;BYMONTHDAY=-1"),
            (translate("Planner", "By the year, on this date"), "FREQ=YEARLY"),
        ]


class Choose(Form):
    """Asks which of some things is meant; what cannot be done says why."""

    def __init__(
        self,
        heading: str,
        said: Sequence[str],
        offers: Sequence[tuple[str, str]],
        why_not: Mapping[str, str],
        take: Callable[[str], object],
    ) -> None:
        super().__init__(heading, translate("Planner", "Go on"))
        self._why_not, self._take = why_not, take
        for text in said:
            self.say(text)
        self.offers = _rows(heading, offers, self)
        self.offers.selectionModel().currentChanged.connect(self.mind)
        self.offers.opened.connect(self.press)
        self.add(self.offers)
        self.end()

    def why_not(self) -> str:
        return self._why_not.get(self.offers.current(str) or "", "")

    def take(self) -> None:
        self._take(self.offers.current(str) or "")

    def restyle(self) -> None:
        super().restyle()
        self.offers.restyle()
        _fit(self.offers)


def _fit(rows: RowList) -> None:
    rows.setFixedHeight(theme().metrics.px(_ROW) * rows.rows.rowCount() + 4)


def _rows(name: str, offers: Sequence[tuple[str, str]], parent: Form) -> RowList:
    made = RowList(parent)
    made.setAccessibleName(name)
    made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.show_rows([_row(text, value) for text, value in offers])
    return made


def _row(text: str, value: str) -> QStandardItem:
    row = QStandardItem(text)
    row.setData(value, WHAT)
    row.setData(text, SPOKEN)
    return row
