"""What is done to one item of the plan: opened, moved, made to come again, copied, called back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from controlroom.model import clock
from controlroom.team.publishing import views
from controlroom.ui.compose.kept import Sheet, new_sheet
from controlroom.ui.officers.reasons import refusal_told
from controlroom.ui.planner.item_pane import Doors
from controlroom.ui.planner.moving import Moving
from controlroom.ui.planner.plan import PlanItem
from controlroom.ui.planner.series_acts import SeriesActs
from controlroom.ui.planner.words import coming_told

if TYPE_CHECKING:
    from controlroom.model.journal_rights import Refusal
    from controlroom.team.state import State
    from controlroom.ui.workshop import Workshop

translate = QCoreApplication.translate


class ItemActs:
    """For one window.

    Args:
        settled: called when something has another time, or comes again.

    Attributes:
        moving: what gives one item alone another time.
        series: what is done to the series an item belongs to.
    """

    def __init__(
        self, window: Any, work: "Workshop", zone: ZoneInfo, settled: Callable[[], None]
    ) -> None:
        self._window, self._zone = window, zone
        self.moving = Moving(window, work, settled)
        self.series = SeriesActs(window, self.moving.repeat)

    def doors(self, item: PlanItem) -> Doors:
        """Returns why each act is not possible now."""
        back = translate("Planner", "Nothing of it is recorded.")
        if item.draft is not None and self._state is not None:
            back = self._refused(views.why_not_withdraw, item.draft.id)
        move, again = self.moving.why_not(item), self.series.why_not(item)
        return Doors(self._why_not_edit(item), move, back, again)

    def do(self, what: str, item: PlanItem) -> None:
        """Does what a button of the item's pane stands for."""
        acts: dict[str, Callable[[PlanItem], object]] = {
            "edit": self.edit,
            "move": self._ask_move,
            "again": lambda one: self.series.ask(one, self._zone),
            "copy": self._copy,
            "each": self._show_each,
            "back": self._ask_back,
        }
        acts[what](item)

    def edit(self, item: PlanItem) -> None:
        """Opens an item in the composer; one that has left shows each profile."""
        if why := self._why_not_edit(item):
            if item.draft is None:
                self._window.status.say_shortly(why)
            self._show_each(item)
            return
        self.series.ask_which(item, partial(self._edit, item))

    def shift(self, item: PlanItem, at: datetime) -> None:
        """Moves an item; one of a series alone, or with those that follow."""
        if at == item.at or self.series.of(item) is None or self.moving.why_not(item):
            self.moving.move(item, at, self._zone)
            return
        self.series.ask_which(item, partial(self._move, item, at))

    def begin_at(self, at: datetime) -> None:
        """Opens the composer with a time to begin with."""
        sheet = new_sheet()
        content = replace(sheet.content, at=at, zone=self._zone.key)
        self._compose(replace(sheet, content=content))

    @property
    def _state(self) -> "State | None":
        state: State | None = self._window.record.state
        return state

    def _why_not_edit(self, item: PlanItem) -> str:
        if item.coming is not None:
            return coming_told()
        if item.kept is not None or item.draft is None or self._state is None:
            return ""
        return self._refused(views.why_not_edit, item.draft.id)

    def _refused(
        self, asked: "Callable[[State, str, str, datetime], Refusal | None]", draft: str
    ) -> str:
        """Returns in words why the rules of the record do not allow an act, "" if they do."""
        assert self._state is not None
        refusal = asked(self._state, self._window.record.officer, draft, clock.now())
        return refusal_told(refusal) if refusal is not None else ""

    def _ask_move(self, item: PlanItem) -> None:
        from controlroom.ui.planner.forms import MoveTo

        self._window.open_layer(MoveTo(item, self._zone, partial(self.shift, item)))

    def _show_each(self, item: PlanItem) -> None:
        if item.draft is not None:
            self._window.sending.show_draft(item.draft.id)

    def _ask_back(self, item: PlanItem) -> None:
        from controlroom.ui.sending.acts import SendingActs
        from controlroom.ui.sending.forms import Withdraw

        if item.draft is not None:
            self._window.open_layer(Withdraw(SendingActs(self._window), item.draft.id))

    def _edit(self, item: PlanItem, follows: bool) -> None:
        keeper = self.series.keeper()
        if keeper is not None and item.draft is not None:
            if follows:
                keeper.lead(item.key, item.draft.series)
            else:
                keeper.lead_no_more(item.key)
        self._compose(_sheet(item))

    def _move(self, item: PlanItem, at: datetime, follows: bool) -> None:
        if follows and item.draft is not None:
            follow = partial(self.series.follow, item.key, item.draft.series)
            self.moving.move(item, at, self._zone, lambda _entry: follow())
        else:
            self.moving.move(item, at, self._zone)

    def _copy(self, item: PlanItem) -> None:
        if item.content is not None:
            self._compose(new_sheet(replace(item.content, at=None)))

    def _compose(self, sheet: Sheet) -> None:
        from controlroom.ui.compose.build import compose

        compose(self._window, sheet)


def _sheet(item: PlanItem) -> Sheet:
    """Returns what is written on where an item is opened; the record still has its words."""
    if item.kept is not None:
        return item.kept.sheet
    assert item.draft is not None
    content = item.draft.content
    assert content is not None
    return Sheet(item.draft.id, content, item.draft.confirmed, item.draft.hash)
