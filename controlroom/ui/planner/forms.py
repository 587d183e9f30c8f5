"""The panel that asks for another time."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from controlroom.model import clock
from controlroom.outbound.schedule.zones import wall
from controlroom.ui.compose.moments import Odd, moment, read_date, read_time
from controlroom.ui.controls.prose import Prose
from controlroom.ui.language import language
from controlroom.ui.officers.form import Form
from controlroom.ui.planner.plan import PlanItem
from controlroom.ui.planner.words import title_of, when_told
from controlroom.ui.theme.fonts import Type

translate = QCoreApplication.translate


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
