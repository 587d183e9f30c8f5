"""Moves something in the plan: what is kept here at once, what is recorded as an edit."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.model.journal_outgoing import DraftSubmitted
from controlroom.model.outgoing.content import written
from controlroom.team.publishing import views
from controlroom.ui.compose.kept import Kept, Sheet, save
from controlroom.ui.compose.repeating import rule_for
from controlroom.ui.officers.reasons import failure_told, refusal_told
from controlroom.ui.planner.plan import PlanItem
from controlroom.ui.planner.words import coming_told, title_of, when_told
from controlroom.ui.workshop import nothing

if TYPE_CHECKING:
    from controlroom.ui.compose.writing import Writing
    from controlroom.ui.workshop import Workshop

translate = QCoreApplication.translate
SOON = timedelta(minutes=1)


class Moving:
    """For one window.

    Args:
        settled: called when something has another time.
    """

    def __init__(self, window: Any, work: "Workshop", settled: Callable[[], None]) -> None:
        self._window, self._work, self._settled = window, work, settled

    def move(
        self,
        item: PlanItem,
        at: datetime,
        zone: ZoneInfo,
        then: Callable[[object], object] = nothing,
    ) -> None:
        """Moves; asks first where somebody has agreed to the time it has.

        Args:
            then: called once the record has it.
        """
        if at < clock.now() + SOON:
            self._say(translate("Planner", "That time has passed."))
        elif item.kept is not None:
            self._move_kept(item, at)
        elif why := self.why_not(item):
            self._say(why)
        elif item.answer_by is not None and at > item.answer_by:
            told = translate("Planner", "An answer has to leave by {when}: the network says so.")
            self._say(told.format(when=when_told(item.answer_by, zone)))
        elif item.draft is not None and item.draft.approvals:
            self._ask(item, at, zone, then)
        else:
            self._move_recorded(item, at, then)

    def why_not(self, item: PlanItem) -> str:
        """Returns in words why who works here cannot move something, "" if they can."""
        state, draft = self._window.record.state, item.draft
        if item.coming is not None:
            return coming_told()
        if not item.may_move():
            return translate("Planner", "It has left, or is leaving.")
        if state is None or draft is None:
            return ""
        refusal = views.why_not_edit(state, self._window.record.officer, draft.id, clock.now())
        if refusal is None:
            return ""
        return translate("Planner", "Not possible: {why}").format(why=refusal_told(refusal))

    def _ask(
        self, item: PlanItem, at: datetime, zone: ZoneInfo, then: Callable[[object], object]
    ) -> None:
        from controlroom.ui.layers.question import Question

        panel = Question(
            translate("Planner", "Move an approved post?"),
            translate(
                "Planner",
                "“{title}” would leave {when}. Everybody who agreed has to agree again.",
            ).format(title=title_of(item), when=when_told(at, zone)),
            translate("Planner", "Move it"),
        )
        panel.agreed.connect(partial(self._move_recorded, item, at, then))
        self._window.open_layer(panel)

    def _move_recorded(
        self, item: PlanItem, at: datetime, then: Callable[[object], object]
    ) -> None:
        draft = item.draft
        content = draft.content if draft is not None else None
        if draft is None or content is None:
            return
        decision = DraftSubmitted(draft.id, written(replace(content, at=at)), draft.confirmed)
        seen = max(draft.seq, *(one.seq for one in draft.approvals), 0)

        def settle(entry: object) -> None:
            then(entry)
            self._settled()

        self._window.record.decide(decision, settle, self._fail, seen)

    def _move_kept(self, item: PlanItem, at: datetime) -> None:
        kept = item.kept
        if kept is None:
            return
        content = replace(kept.sheet.content, at=at)
        rule = rule_for(kept.sheet.rule, kept.sheet.content, content)
        self._keep(kept, replace(kept.sheet, content=content, rule=rule))

    def repeat(self, kept: Kept, rule: str) -> None:
        """Has a draft of this workstation come again once it is put forward."""
        self._keep(kept, replace(kept.sheet, rule=rule))

    def _keep(self, kept: Kept, sheet: Sheet) -> None:
        house, composer = self._window.house, self._window.composer
        if composer is not None and composer.writing.sheet.id == sheet.id:
            self._put(composer.writing, sheet)
        elif house is not None:
            self._save(house, kept, sheet)

    def _put(self, writing: "Writing", sheet: Sheet) -> None:
        """The composer has it open, and would write over what is changed behind it."""
        writing.put(replace(writing.content, at=sheet.content.at))
        writing.set_rule(sheet.rule)
        writing.keep()
        writing.settle()
        self._settled()

    def _save(self, house: Any, kept: Kept, sheet: Sheet) -> None:
        self._work.do(
            lambda: save(house.desk, kept.name, sheet), lambda _: self._settled(), self._fail
        )

    def _fail(self, error: WorldError) -> None:
        self._say(failure_told(self._window.office, error))
        self._settled()

    def _say(self, text: str) -> None:
        self._window.status.say_shortly(text)
