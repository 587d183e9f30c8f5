"""The panels that ask for another time, and for how often something comes again."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIntValidator, QStandardItem

from controlroom.model import clock
from controlroom.outbound.schedule.series import next_days
from controlroom.outbound.schedule.zones import wall
from controlroom.ui.compose.moments import Odd, moment, read_date, read_time
from controlroom.ui.controls.prose import Prose
from controlroom.ui.controls.row_list import SPOKEN, WHAT, RowList
from controlroom.ui.language import language
from controlroom.ui.officers.form import Form
from controlroom.ui.planner.plan import PlanItem
from controlroom.ui.planner.words import title_of, when_told
from controlroom.ui.theme.fonts import Type

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

translate = QCoreApplication.translate
MOST_TIMES = 60
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class MoveTo(Form):
    """Asks for another day and time."""

    def __init__(self, item: PlanItem, zone: ZoneInfo, take: Callable[[datetime], object]) -> None:
        told = translate("Planner", "Move “{title}”").format(title=title_of(item))
        super().__init__(told, translate("Planner", "Move"))
        self._zone, self._take = zone, take
        shown = wall(item.at, zone)
        self.note = Prose(Type.SMALL, 400, "text2", self)
        day = shown.date().isoformat()
        self.day = self.ask(translate("Planner", "Day, as 2026-05-14"), day, 10)
        self.hour = self.ask(
            translate("Planner", "Time, as 19:30"), language().time_in_table(shown), 5
        )
        self.body.addWidget(self.note)
        self.end()

    def why_not(self) -> str:
        found = self._found()
        if found is None:
            return translate("Planner", "A day and a time are needed.")
        at, odd = found
        notes = {
            Odd.SKIPPED: translate("Planner", "The clocks go forward then: it leaves {when}."),
            Odd.TWICE: translate("Planner", "That hour is there twice: the first is taken."),
        }
        self.note.set_text(notes.get(odd, "").format(when=when_told(at, self._zone)))
        if at <= clock.now():
            return translate("Planner", "That time has passed.")
        return ""

    def take(self) -> None:
        found = self._found()
        if found is not None:
            self._take(found[0])

    def _found(self) -> tuple[datetime, Odd] | None:
        today = clock.now().astimezone(self._zone).date()
        try:
            day, hour = read_date(self.day.text(), today), read_time(self.hour.text())
            return moment(day, hour, self._zone)
        except (ValueError, OverflowError):
            return None


class Repeat(Form):
    """Asks how often, and shows when that is."""

    def __init__(
        self, item: PlanItem, zone: ZoneInfo, take: Callable[[list[datetime]], object]
    ) -> None:
        told = translate("Planner", "Repeat “{title}”").format(title=title_of(item))
        super().__init__(told, translate("Planner", "Add to the plan"))
        self._item, self._zone, self._take = item, zone, take
        self.say(
            translate(
                "Planner",
                "Each is a post of its own that can be moved and changed, and takes the same route"
                " of approval. The hour stays the same when the clocks change.",
            )
        )
        self.last = Prose(Type.SMALL, 400, "text2", self)
        self.rules = RowList(self)
        self.rules.setAccessibleName(translate("Planner", "How often"))
        self.count: QLineEdit | None = None
        self.rules.show_rows([_row(text, rule) for text, rule in self._offers()])
        self.rules.selectionModel().currentChanged.connect(self.mind)
        self.add(self.rules)
        self.count = self.ask(translate("Planner", "How many times"), "4", 2)
        self.count.setValidator(QIntValidator(1, MOST_TIMES, self.count))
        self.body.addWidget(self.last)
        self.end()

    def times(self) -> list[datetime]:
        """Returns the moments that would be added."""
        if self.count is None:
            return []
        rule, number = self.rules.current(str), self.count.text()
        if not rule or not number.isdigit():
            return []
        after = max(self._item.at, clock.now())
        found = next_days(rule, self._item.at, self._zone, after, min(int(number), MOST_TIMES))
        return [one.at for one in found]

    def why_not(self) -> str:
        times = self.times()
        if times:
            told = translate("Planner", "The first {first}, the last {last}.")
            ends = [when_told(one, self._zone) for one in (times[0], times[-1])]
            self.last.set_text(told.format(first=ends[0], last=ends[1]))
        return "" if times else translate("Planner", "Choose how often, and how many times.")

    def take(self) -> None:
        self._take(self.times())

    def restyle(self) -> None:
        super().restyle()
        self.rules.restyle()

    def _offers(self) -> list[tuple[str, str]]:
        shown = wall(self._item.at, self._zone)
        day = _DAYS[shown.weekday()]
        nth = (shown.day - 1) // 7 + 1
        return [
            (translate("Planner", "Every day"), "FREQ=DAILY"),
            (translate("Planner", "Monday to Friday"), "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
            (translate("Planner", "Every week on this day"), f"FREQ=WEEKLY;BYDAY={day}"),
            (translate("Planner", "Every other week"), f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}"),
            (
                translate("Planner", "Every month on this date"),
                f"FREQ=MONTHLY;BYMONTHDAY={shown.day}",
            ),
            (
                translate("Planner", "Every month on this weekday"),
                f"FREQ=MONTHLY;BYDAY={nth if nth < 5 else -1}{day}",
            ),
            (translate("Planner", "On the last day of the month"), "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ]


def _row(text: str, rule: str) -> QStandardItem:
    row = QStandardItem(text)
    row.setData(rule, WHAT)
    row.setData(text, SPOKEN)
    return row
