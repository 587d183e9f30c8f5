"""The planner: what is shown, the days, and the item that is looked at."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.model.journal_outgoing import DraftSubmitted
from controlroom.model.outgoing.content import Content, written
from controlroom.outbound.schedule.bring import Order
from controlroom.outbound.schedule.conflicts import conflicts_of
from controlroom.outbound.schedule.gaps import best_gaps
from controlroom.team.publishing import views
from controlroom.ui.approvals.route import steps_of
from controlroom.ui.compose.force import Force
from controlroom.ui.compose.kept import COMPOSE, Kept, Sheet, load_all, new_id, new_sheet, save
from controlroom.ui.compose.lengths import Lengths
from controlroom.ui.compose.surrounding import Surrounding
from controlroom.ui.compose.when_told import home_zone
from controlroom.ui.controls.page_keys import PageKeys
from controlroom.ui.controls.styled import Styled
from controlroom.ui.language import counted, told
from controlroom.ui.officers.reasons import failure_told, refusal_told
from controlroom.ui.planner.bringing import Preview, preview
from controlroom.ui.planner.exporting import export_plan
from controlroom.ui.planner.filter_pane import FilterPane
from controlroom.ui.planner.grid import HourGrid
from controlroom.ui.planner.head import PlannerHead
from controlroom.ui.planner.import_panel import ImportPanel
from controlroom.ui.planner.item_pane import Doors, ItemPane
from controlroom.ui.planner.list_view import PlanList
from controlroom.ui.planner.month import MonthGrid
from controlroom.ui.planner.moving import Moving
from controlroom.ui.planner.plan import PlanItem, as_planned, counts, plan
from controlroom.ui.planner.series_acts import SeriesActs
from controlroom.ui.planner.spans import Span, View, day_of, span_of, stepped
from controlroom.ui.planner.words import coming_told, conflict_told, span_told, title_of, when_told
from controlroom.ui.theme.metrics import WIDE
from controlroom.ui.theme.theme import theme
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from controlroom.team.state import State

translate = QCoreApplication.translate
FILTER, ITEM, NARROW_ITEM = 232, 348, 300
TICK_MS, SETTLE_MS = 20_000, 80
AROUND = timedelta(days=8)


class PlannerPage(Styled, PageKeys):
    """The page; it follows the record and the drafts of this workstation."""

    def __init__(self, window: Any) -> None:
        super().__init__()
        self._window = window
        self.zone = ZoneInfo(home_zone())
        self.work = Workshop(self)
        self.force = Force(window, self.work, self)
        self.around = Surrounding(window, self.force)
        self.moving = Moving(window, self.work, self.look)
        self.series = SeriesActs(window, self.moving.repeat)
        self.head, self.filter, self.pane = PlannerHead(), FilterPane(), ItemPane()
        self.grid, self.month, self.list = HourGrid(), MonthGrid(), PlanList()
        self.stack = QStackedWidget()
        self.view, self.day = View.WEEK, day_of(clock.now(), self.zone)
        self.kept: Sequence[Kept] = ()
        self.items: list[PlanItem] = []
        self.current: PlanItem | None = None
        self._preview: ImportPanel | None = None
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
        found = plan(self._state, self.kept, span.begin, span.end, clock.now())
        groups = self._groups()
        self.filter.show_counts(counts(found), {name: len(keys) for name, keys in groups.items()})
        self.items = [one for one in found if self._is_shown(one, groups)]
        self._show_view(span)
        fresh = next((one for one in self.items if one.key == self._key()), None)
        self._choose(fresh)
        self._show_gaps(span)

    def go(self, day: date, view: View | None = None) -> None:
        """Shows the stretch around a day."""
        self.day, self.view = day, view or self.view
        self.show_now()

    def first_focus(self) -> QWidget:
        """Returns what gets the keyboard when the section is shown."""
        shown: QWidget = self.stack.currentWidget() or self
        return shown

    def edit(self, item: PlanItem) -> None:
        """Opens an item in the composer; one that has left shows each profile."""
        if why := self._why_not_edit(item):
            if item.draft is None:
                self._say(why)
            self._act("each")
            return
        self.series.ask_which(item, partial(self._edit, item))

    def shift(self, item: PlanItem, at: datetime) -> None:
        """Moves an item; one of a series alone, or with those that follow."""
        if at == item.at or self.series.of(item) is None or self.moving.why_not(item):
            self.moving.move(item, at, self.zone)
            return
        self.series.ask_which(item, partial(self._move, item, at))

    def begin_at(self, at: datetime) -> None:
        """Opens the composer with a time to begin with."""
        from controlroom.ui.compose.build import compose

        sheet = new_sheet()
        content = replace(sheet.content, at=at, zone=self.zone.key)
        compose(self._window, replace(sheet, content=content))

    def ask_file(self) -> None:
        """Asks which table is to be brought in."""
        path, _ = QFileDialog.getOpenFileName(
            self,
            translate("Planner", "Bring in a table"),
            "",
            translate("Planner", "Tables (*.csv *.txt *.tsv);;All files (*)"),
        )
        if path:
            self.bring(Path(path))

    def bring(self, path: Path, order: Order | None = None) -> None:
        """Reads a table and shows what it would bring."""
        profiles, targets = dict(self.force.profiles), self._chosen_targets()
        self.work.do(
            lambda: preview(path, self.zone, profiles, targets, order, self.around.of),
            self._show_preview,
            self._say_failure,
        )

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
        items, zone, now = list(self.items), self.zone, clock.now()
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
        self.head.bring.connect(self.ask_file)
        self.head.export.connect(self.ask_export)
        self.head.sent.connect(lambda: self._window.commands.run("sent-record"))
        self.filter.changed.connect(self.show_now)
        self.filter.gap_wanted.connect(self.begin_at)
        self.pane.acted.connect(self._act)
        self.month.day_wanted.connect(lambda day: self.go(day, View.DAY))
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self.edit)
        for area in (self.grid, self.month):
            area.chosen.connect(self._choose)
            area.opened.connect(self.edit)
            area.began.connect(self.begin_at)
            area.moved.connect(self.shift)
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
        content = self._content(item) if item is not None else None
        state = self._state
        trail = []
        if item is not None and item.draft is not None and state is not None:
            trail = steps_of(state, item.draft, self._window.record.officer)
        doors = self._doors(item) if item is not None else None
        self.pane.show_item(
            item, content, self.force.profiles, self.zone, trail=trail,
            clashes=self._clashes(item), doors=doors, lengths=Lengths(self.around.limits()),
            series=self.series.told(item) if item is not None else "",
        )  # fmt: skip

    def _clashes(self, item: PlanItem | None) -> list[str]:
        if item is None or not item.may_move():
            return []
        near = plan(self._state, self.kept, item.at - AROUND, item.at + AROUND, clock.now())
        # What comes again says the same each time; that is no mistake.
        near = [one for one in near if not item.series or one.series != item.series]
        found = conflicts_of(as_planned(item), [as_planned(one) for one in near])
        titles = {one.key: title_of(one) for one in near}
        return [conflict_told(one, titles, item.key) for one in found[:4]]

    def _doors(self, item: PlanItem) -> Doors:
        move = self.moving.why_not(item)
        back = translate("Planner", "Nothing of it is recorded.")
        state = self._state
        if item.draft is not None and state is not None:
            officer, now = self._window.record.officer, clock.now()
            refusal = views.why_not_withdraw(state, officer, item.draft.id, now)
            back = refusal_told(refusal) if refusal is not None else ""
        return Doors(self._why_not_edit(item), move, back, self.series.why_not(item))

    def _why_not_edit(self, item: PlanItem) -> str:
        state = self._state
        if item.coming is not None:
            return coming_told()
        if item.kept is not None or item.draft is None or state is None:
            return ""
        officer = self._window.record.officer
        refusal = views.why_not_edit(state, officer, item.draft.id, clock.now())
        return refusal_told(refusal) if refusal is not None else ""

    def _act(self, what: str) -> None:
        item = self.current
        if item is None:
            return
        if what == "edit":
            self.edit(item)
        elif what == "move":
            self._ask_move(item)
        elif what == "again":
            self.series.ask(item, self.zone)
        elif what == "copy":
            self._copy(item)
        elif item.draft is not None and what == "each":
            self._window.sending.show_draft(item.draft.id)
        elif item.draft is not None and what == "back":
            self._ask_back(item.draft.id)

    def _ask_move(self, item: PlanItem) -> None:
        from controlroom.ui.planner.forms import MoveTo

        self._window.open_layer(MoveTo(item, self.zone, partial(self.shift, item)))

    def _ask_back(self, draft: str) -> None:
        from controlroom.ui.sending.acts import SendingActs
        from controlroom.ui.sending.forms import Withdraw

        self._window.open_layer(Withdraw(SendingActs(self._window), draft))

    def _edit(self, item: PlanItem, follows: bool) -> None:
        from controlroom.ui.compose.build import compose

        keeper = self.series.keeper()
        if keeper is not None and item.draft is not None:
            if follows:
                keeper.lead(item.key, item.draft.series)
            else:
                keeper.lead_no_more(item.key)
        compose(self._window, self._sheet(item))

    def _move(self, item: PlanItem, at: datetime, follows: bool) -> None:
        if follows and item.draft is not None:
            follow = partial(self.series.follow, item.key, item.draft.series)
            self.moving.move(item, at, self.zone, lambda _entry: follow())
        else:
            self.moving.move(item, at, self.zone)

    def _copy(self, item: PlanItem) -> None:
        from controlroom.ui.compose.build import compose

        content = self._content(item)
        if content is not None:
            compose(self._window, new_sheet(replace(content, at=None)))

    def _put(self, contents: Sequence[Content], *, sends: bool) -> None:
        """Puts drafts forward, or keeps them here."""
        if sends:
            for content in contents:
                self._window.record.decide(
                    DraftSubmitted(new_id(), written(content)), failed=self._say_failure
                )
        else:
            self._keep(contents)
        self._say(
            counted(
                len(contents),
                translate("Planner", "{n} post was added to the plan."),
                translate("Planner", "{n} posts were added to the plan."),
            )
        )

    def _keep(self, contents: Sequence[Content]) -> None:
        house = self._window.house

        def work() -> None:
            for content in contents:
                sheet = new_sheet(content)
                save(house.desk, f"{COMPOSE}{sheet.id}", sheet)

        self.work.do(work, lambda _: self.look(), self._say_failure)

    def _show_preview(self, found: Preview) -> None:
        if self._preview is not None and self._window.layers.top() is self._preview:
            self._preview.show_preview(found)
            return
        panel = self._preview = ImportPanel(found, self.zone)
        panel.ordered.connect(lambda order: self.bring(panel.preview.path, order))
        panel.taken.connect(lambda sends: self._take_over(panel.preview, sends=sends))
        self._window.open_layer(panel)

    def _take_over(self, found: Preview, *, sends: bool) -> None:
        if found.is_right:
            self._put([content for _line, content in found.drafts], sends=sends)
            self.go(day_of(found.drafts[0][0].at, self.zone))

    def _show_gaps(self, span: Span) -> None:
        now = clock.now()
        targets = frozenset(self._chosen_targets())
        begin, end = max(span.begin, now + timedelta(minutes=15)), span.end
        if begin >= end:
            self.filter.show_gaps(())
            return
        near = [as_planned(one) for one in self.items]
        every = targets or frozenset(key for one in self.items for key in one.targets)
        found = best_gaps(near, every, begin, min(end, begin + timedelta(days=7)), self.zone, {})
        self.filter.show_gaps([(when_told(gap.at, self.zone), gap.at) for gap in found])

    def _open_menu(self, item: PlanItem, place: Any) -> None:
        from controlroom.ui.commands.menus import styled_menu

        menu = styled_menu(self)
        for key, button in self.pane.buttons.items():
            if not button.isHidden():
                action = menu.addAction(button.text())
                action.setEnabled(button.isEnabled())
                action.triggered.connect(partial(self._act, key))
        menu.popup(place)

    def _content(self, item: PlanItem) -> Content | None:
        if item.kept is not None:
            return item.kept.sheet.content
        return item.draft.content if item.draft is not None else item.coming

    def _sheet(self, item: PlanItem) -> Sheet:
        if item.kept is not None:
            return item.kept.sheet
        assert item.draft is not None
        content = item.draft.content
        assert content is not None
        return Sheet(item.draft.id, content, item.draft.confirmed, item.draft.hash)

    def _groups(self) -> dict[str, list[str]]:
        names = {one.id: one.name for one in self.force.groups}
        found: dict[str, list[str]] = {}
        for key, profile in self.force.profiles.items():
            if name := names.get(profile.group):
                found.setdefault(name, []).append(key)
        return dict(sorted(found.items()))

    def _is_shown(self, item: PlanItem, groups: dict[str, list[str]]) -> bool:
        if item.state not in self.filter.chosen_states():
            return False
        chosen = self.filter.chosen_groups()
        keys = {key for name in chosen for key in groups.get(name, ())}
        return not chosen or not keys.isdisjoint(item.targets)

    def _chosen_targets(self) -> tuple[str, ...]:
        groups, chosen = self._groups(), self.filter.chosen_groups()
        return tuple(key for name in sorted(chosen) for key in groups.get(name, ()))

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
