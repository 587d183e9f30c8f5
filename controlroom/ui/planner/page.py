"""The planner: what is shown, the days, and the item that is looked at."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.ui.approvals.route import steps_of
from controlroom.ui.compose.force import Force
from controlroom.ui.compose.kept import Kept, load_all
from controlroom.ui.compose.lengths import Lengths
from controlroom.ui.compose.surrounding import Surrounding
from controlroom.ui.compose.when_told import home_zone
from controlroom.ui.controls.page_keys import PageKeys
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted, told
from controlroom.ui.officers.reasons import failure_told
from controlroom.ui.planner.advice import AROUND, clashes, gaps
from controlroom.ui.planner.answers import with_answers
from controlroom.ui.planner.exporting import export_plan
from controlroom.ui.planner.filter_pane import FilterPane
from controlroom.ui.planner.grid import HourGrid
from controlroom.ui.planner.head import PlannerHead
from controlroom.ui.planner.importing import Importing
from controlroom.ui.planner.item_acts import ItemActs
from controlroom.ui.planner.item_pane import ItemPane
from controlroom.ui.planner.list_view import PlanList
from controlroom.ui.planner.month import MonthGrid
from controlroom.ui.planner.narrowed import Narrowed, grouped
from controlroom.ui.planner.plan import PlanItem, counts, plan
from controlroom.ui.planner.spans import Span, View, day_of, span_of, stepped
from controlroom.ui.planner.words import span_told
from controlroom.ui.theme.metrics import WIDE
from controlroom.ui.theme.theme import theme
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from controlroom.team.state import State

translate = QCoreApplication.translate
FILTER, ITEM, NARROW_ITEM = 232, 348, 300
TICK_MS, SETTLE_MS = 20_000, 80


class PlannerPage(Styled, PageKeys):
    """The page; it follows the record and the drafts of this workstation."""

    def __init__(self, window: Any) -> None:
        super().__init__()
        self._window = window
        self.zone = ZoneInfo(home_zone())
        self.work = Workshop(self)
        self.force = Force(window, self.work, self)
        self.around = Surrounding(window, self.force)
        self.acts = ItemActs(window, self.work, self.zone, self.look)
        self.importing = Importing(
            window, self.work, self.force, self.around, self.zone,
            lambda: self._narrowed().targets(), self,
        )  # fmt: skip
        self.head, self.filter, self.pane = PlannerHead(), FilterPane(), ItemPane()
        self.grid, self.month, self.list = HourGrid(), MonthGrid(), PlanList()
        self.stack = QStackedWidget()
        self.view, self.day = View.WEEK, day_of(clock.now(), self.zone)
        self.kept: Sequence[Kept] = ()
        self.items: list[PlanItem] = []
        self.current: PlanItem | None = None
        self._soon = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._tick = QTimer(self, interval=TICK_MS)
        self._build()
        self._wire()
        self.follow()

    def open_house(self, house: Any) -> None:
        """Reads the drafts of this workstation and the profiles."""
        self.force.look()
        self.look()

    def close_house(self) -> None:
        """Lets go of the house."""
        self._soon.stop()
        self._tick.stop()
        self.kept = ()

    def end(self) -> None:
        """Ends for good, with the window."""
        self.close_house()
        self.work.close()

    def look(self) -> None:
        """Reads the drafts of this workstation anew, then shows the plan."""
        house = self._window.house
        if house is not None:
            self.work.do(lambda: load_all(house.desk), self._take_kept, self._window.trouble.emit)

    @property
    def span(self) -> Span:
        """The days that are shown."""
        return span_of(self.view, self.day, self.zone)

    def show_now(self) -> None:
        """Shows the plan as it is now."""
        self._soon.stop()
        span = self.span
        self.head.show_span(span_told(self.view, span, self.day), self.view)
        planned = plan(self._state, self.kept, span.begin, span.end, clock.now())
        found = with_answers(
            planned, self._state, self._window.record.officer, span.begin, span.end, clock.now()
        )
        wanted = self._narrowed()
        sizes = {name: len(keys) for name, keys in wanted.groups.items()}
        self.filter.show_counts(counts(found), sizes)
        self.items = [one for one in found if wanted.takes(one)]
        self._show_view(span)
        fresh = next((one for one in self.items if one.key == self._key()), None)
        self._choose(fresh)
        posts = [one for one in self.items if not one.is_answer]
        self.filter.show_gaps(gaps(posts, wanted.targets(), span, self.zone, clock.now()))

    def go(self, day: date, view: View | None = None) -> None:
        """Shows the stretch around a day."""
        self.day, self.view = day, view or self.view
        self.show_now()

    def first_focus(self) -> QWidget:
        """Returns what gets the keyboard when the section is shown."""
        shown: QWidget = self.stack.currentWidget() or self
        return shown

    def act(self, what: str) -> None:
        """Does something with the item that is looked at; nothing without one."""
        if self.current is not None:
            self.acts.do(what, self.current)

    def ask_export(self) -> None:
        """Asks where the plan that is shown is to be written."""
        path, _ = QFileDialog.getSaveFileName(
            self,
            translate("Planner", "Export the plan"),
            f"plan-{self.span.days[0].isoformat()}.ics",
            translate("Planner", "Calendar (*.ics);;Table (*.csv)"),
        )
        if path:
            self.export(Path(path))

    def export(self, path: Path) -> None:
        """Writes the plan that is shown, as a calendar or a table by the name's ending."""
        items = [one for one in self.items if not one.is_answer]
        zone, now = self.zone, clock.now()
        self.work.do(
            lambda: export_plan(path, items, zone, now),
            lambda _: self._say(
                counted(
                    len(items),
                    translate("Planner", "{n} post was exported."),
                    translate("Planner", "{n} posts were exported."),
                )
            ),
            self._say_failure,
        )

    def restyle(self) -> None:
        self._fit()

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Planner", "Planner"))
        for part in (self.grid, self.month):
            part.setAccessibleName(translate("Planner", "Plan"))
        self.show_now()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().palette.bg1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def showEvent(self, event: object) -> None:
        self._tick.start()
        self.look()
        self.show_now()

    def hideEvent(self, event: object) -> None:
        self._tick.stop()

    def action_of(self, event: QKeyEvent) -> Any:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_T:
            return self._today
        if held:
            return None
        actions: dict[int, Any] = {
            Qt.Key.Key_D: partial(self.go, self._day_looked_at(), View.DAY),
            Qt.Key.Key_W: partial(self.go, self._day_looked_at(), View.WEEK),
            Qt.Key.Key_PageDown: partial(self._step, 1),
            Qt.Key.Key_PageUp: partial(self._step, -1),
        }
        return actions.get(key)

    @property
    def _state(self) -> "State | None":
        state: State | None = self._window.record.state
        return state

    def _build(self) -> None:
        row, whole = QHBoxLayout(), QVBoxLayout(self)
        for part in (self.grid, self.month, self.list):
            self.stack.addWidget(part)
        for layout in (row, whole):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        row.addWidget(self.filter)
        row.addWidget(self.stack, 1)
        row.addWidget(self.pane)
        whole.addWidget(self.head)
        whole.addLayout(row, 1)
        for area in (self.grid, self.month, self.list):
            area.zone = self.zone

    def _wire(self) -> None:
        book = self._window.record
        for signal in (book.begun, book.changed, book.acts, self.force.changed):
            signal.connect(self._settle)
        self._soon.timeout.connect(self.show_now)
        self._tick.timeout.connect(self.look)
        self.head.stepped.connect(self._step)
        self.head.today.connect(self._today)
        self.head.viewed.connect(lambda view: self.go(self._day_looked_at(), view))
        self.head.bring.connect(self.importing.ask)
        self.head.export.connect(self.ask_export)
        self.head.sent.connect(lambda: self._window.commands.run("sent-record"))
        self.filter.changed.connect(self.show_now)
        self.filter.gap_wanted.connect(self.acts.begin_at)
        self.pane.acted.connect(self.act)
        self.importing.kept.connect(self.look)
        self.importing.taken.connect(lambda at: self.go(day_of(at, self.zone)))
        self.importing.failed.connect(self._say_failure)
        self.month.day_wanted.connect(lambda day: self.go(day, View.DAY))
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self.acts.edit)
        for area in (self.grid, self.month):
            area.chosen.connect(self._choose)
            area.opened.connect(self.acts.edit)
            area.began.connect(self.acts.begin_at)
            area.moved.connect(self.acts.shift)
            area.asked.connect(self._open_menu)

    def _settle(self, *_why: object) -> None:
        if self.isVisible():
            self._soon.start()

    def _take_kept(self, kept: Sequence[Kept]) -> None:
        self.kept = kept
        self.show_now()

    def _show_view(self, span: Span) -> None:
        if self.view is View.LIST:
            self.list.show_rows(self.items)
            self.stack.setCurrentWidget(self.list)
            return
        area = self.month if self.view is View.MONTH else self.grid
        self.stack.setCurrentWidget(area)
        if area is self.month:
            self.month.show_days(span.days, self.day.month)
        else:
            self.grid.show_days(span.days)
        area.show_items(self.items)

    def _key(self) -> str:
        return self.current.key if self.current is not None else ""

    def _choose(self, item: PlanItem | None) -> None:
        self.current = item
        content = item.content if item is not None else None
        state = self._state
        trail = []
        if item is not None and item.draft is not None and state is not None:
            trail = steps_of(state, item.draft, self._window.record.officer)
        doors = self.acts.doors(item) if item is not None else None
        self.pane.show_item(
            item, content, self.force.profiles, self.zone, trail=trail,
            clashes=self._clashes(item), doors=doors, lengths=Lengths(self.around.limits()),
            series=self.acts.series.told(item) if item is not None else "",
        )  # fmt: skip

    def _clashes(self, item: PlanItem | None) -> list[str]:
        if item is None or item.is_answer or not item.may_move():
            return []
        near = plan(self._state, self.kept, item.at - AROUND, item.at + AROUND, clock.now())
        return clashes(item, near)

    def _open_menu(self, item: PlanItem, place: Any) -> None:
        from controlroom.ui.commands.menus import styled_menu

        menu = styled_menu(self)
        for key, button in self.pane.buttons.items():
            if not button.isHidden():
                action = menu.addAction(button.text())
                action.setEnabled(button.isEnabled())
                action.triggered.connect(partial(self.act, key))
        menu.popup(place)

    def _narrowed(self) -> Narrowed:
        groups = grouped(self.force.groups, self.force.profiles)
        return Narrowed(self.filter.chosen_states(), groups, self.filter.chosen_groups())

    def _day_looked_at(self) -> date:
        return day_of(self.current.at, self.zone) if self.current is not None else self.day

    def _step(self, way: int) -> None:
        self.go(stepped(self.view, self.day, way))

    def _today(self) -> None:
        self.go(day_of(clock.now(), self.zone))

    def _fit(self) -> None:
        px, narrow = theme().metrics.px, self.width() < WIDE
        self.filter.setFixedWidth(px(FILTER))
        self.filter.setVisible(not narrow)
        self.pane.setFixedWidth(px(NARROW_ITEM if narrow else ITEM))

    def _say(self, text: str) -> None:
        self._window.status.say_shortly(text)

    def _say_failure(self, error: WorldError) -> None:
        from controlroom.store.journal.errors import Conflict

        is_race = isinstance(error, Conflict)
        self._say(failure_told(self._window.office, error) if is_race else told(error))
