"""Keeps the drafts of series ahead, at every desk that is open.

Who defines a series has its desk make the drafts of the next five weeks at once. From then on each
open desk of somebody who could put them forward looks once an hour, and makes what has come within
reach; the fold and the compare-and-set of the record see to it that each day is made once.

A draft that was to come again before it was put forward becomes the first of its series as soon as
the record has it, also where that took until the desk was opened again.
"""

import random
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.model.journal import Entry
from controlroom.model.journal_outgoing import DraftSubmitted, SeriesDefined
from controlroom.model.outgoing.content import Content
from controlroom.team.publishing import views
from controlroom.team.publishing.series_questions import why_not_define
from controlroom.ui.compose.kept import Kept, load_all, new_id
from controlroom.ui.compose.when_told import home_zone
from controlroom.ui.language import told
from controlroom.ui.officers.reasons import refusal_told
from controlroom.ui.workshop import Workshop

if TYPE_CHECKING:
    from controlroom.ui.planner.series_forms import Repeat
    from controlroom.ui.record.book import RecordBook

translate = QCoreApplication.translate
SOON_MS, HOUR_MS = 300, 3_600_000
FIRST_MS = (20_000, 120_000)
"""After the record is there; desks that are opened together do not all begin at once."""
MOST_AT_ONCE = 40


class SeriesKeeper(QObject):
    """For one window."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window, self._work = window, Workshop(self)
        self._book: RecordBook = window.record
        self._status = window.status
        self._asked: set[str] = set()
        self._leads: dict[str, str] = {}
        self._rules: dict[str, str] = {}
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._hourly = QTimer(self, interval=HOUR_MS)
        self._first = QTimer(self, singleShot=True)
        for timer in (self._soon, self._hourly, self._first):
            timer.timeout.connect(self.top_up)
        self._book.begun.connect(self._begin)
        self._book.changed.connect(self._hear)
        for signal in (window.house_closed, window.closed):
            signal.connect(self._stop)
        window.closed.connect(self._work.close)

    def begin(self, draft: str, rule: str) -> None:
        """Has a draft come again, once the record has it."""
        self._rules[draft] = rule

    def ask(self, content: Content, take: Callable[[str], object]) -> "Repeat | None":
        """Returns the panel that asks how often a draft is to come, None where it cannot."""
        from controlroom.ui.planner.to_repeat import asks

        state = self._book.state
        return asks(state, self._book.officer, content, take) if state is not None else None

    def often(self, rule: str) -> str:
        """Returns a rule in words."""
        from controlroom.ui.planner.series_words import rule_told

        return rule_told(rule)

    def told(self, rule: str, content: Content) -> str:
        """Returns how often a draft comes again and when next, "" where it does not."""
        from controlroom.ui.planner.series_words import repeat_told

        return repeat_told(rule, content)

    def begin_no_more(self, draft: str) -> None:
        """A draft was not put forward, and is no series' first."""
        self._rules.pop(draft, None)

    def lead(self, draft: str, series: str) -> None:
        """Has what follows in a series follow a draft, once that is put forward from this desk."""
        self._leads[draft] = series

    def lead_no_more(self, draft: str) -> None:
        """A draft is changed on its own, and nothing follows it."""
        self._leads.pop(draft, None)

    def follow(self, draft_id: str, series_id: str, rule: str = "") -> SeriesDefined | None:
        """Returns what has those that follow be as a draft is now; None where that cannot be."""
        from controlroom.ui.planner.series import following

        state = self._book.state
        draft = views.draft(state, draft_id) if state is not None else None
        series = state.publishing.series.get(series_id) if state is not None else None
        content = draft.content if draft is not None else None
        if draft is None or series is None or content is None:
            return None
        return following(series_id, series, draft, content, rule)

    def top_up(self) -> None:
        """Makes what is not there yet and lies within reach."""
        from controlroom.ui.planner.series import to_make

        state, book = self._book.state, self._book
        if state is None or book.trouble is not None or not state.publishing.series:
            return
        found = to_make(state, book.officer, clock.now())
        fresh = [one for one in found if one.draft not in self._asked]
        for one in fresh[:MOST_AT_ONCE]:
            self._asked.add(one.draft)
            book.decide(one, partial(self._made, one), partial(self._lost, one))

    def _begin(self) -> None:
        self._asked.clear()
        self._hourly.start()
        self._first.start(random.randint(*FIRST_MS))
        house = self._window.house
        if house is not None:
            self._work.do(lambda: load_all(house.desk), self._take_kept, self._say)

    def _take_kept(self, kept: Sequence[Kept]) -> None:
        """What was put forward before the desk was closed may be in the record by now."""
        for one in kept:
            if one.sheet.rule and one.sheet.submitted:
                self.begin(one.sheet.id, one.sheet.rule)
                self._begin_by(one.sheet.id, one.sheet.submitted)

    def _stop(self, *_why: object) -> None:
        for timer in (self._soon, self._hourly, self._first):
            timer.stop()
        self._asked.clear()
        self._leads.clear()
        self._rules.clear()

    def _hear(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            if entry.actor != self._book.officer:
                continue
            if entry.kind.startswith("series."):
                self._soon.start()
            elif entry.kind == DraftSubmitted.kind and not self._is_refused(entry):
                self._lead_by(entry.subject.removeprefix("draft/"))
                self._begin_by(entry.subject.removeprefix("draft/"))

    def _begin_by(self, draft_id: str, hash_: str = "") -> None:
        """Makes a draft the first of its series; not before the record has it as it was meant."""
        from controlroom.ui.planner.series import begun

        state = self._book.state
        draft = views.draft(state, draft_id) if state is not None else None
        if draft_id not in self._rules or state is None or draft is None:
            return
        if hash_ and draft.hash != hash_:
            return
        rule, content = self._rules.pop(draft_id), draft.content
        if draft.series or content is None:
            return
        decision = begun(new_id(), draft, rule, content.zone or home_zone())
        if decision is None:
            return
        refusal = why_not_define(state, self._book.officer, decision, clock.now())
        if refusal is not None:
            self._tell_unbegun(refusal_told(refusal))
        else:
            self._book.decide(decision, failed=lambda error: self._tell_unbegun(told(error)))

    def _tell_unbegun(self, why: str) -> None:
        """The draft leaves once; whoever wrote it wanted more."""
        self._window.tell(
            translate("Planner", "The post was put forward, but does not repeat"), why
        )

    def _lead_by(self, draft: str) -> None:
        series = self._leads.pop(draft, "")
        if not series:
            return
        decision = self.follow(draft, series)
        if decision is not None:
            self._book.decide(decision, failed=self._say)
        else:
            self._status.say_shortly(
                translate("Planner", "Those that follow stay: the series names other days.")
            )

    def _say(self, error: WorldError) -> None:
        self._status.say_shortly(told(error))

    def _is_refused(self, entry: Entry) -> bool:
        state = self._book.state
        return state is None or entry.seq in state.refused

    def _made(self, one: DraftSubmitted, _entry: Entry) -> None:
        self._asked.discard(one.draft)
        if not self._asked:
            self._soon.start()

    def _lost(self, one: DraftSubmitted, error: WorldError) -> None:
        """Another desk was first, as a rule; what has no effect is not tried again and again."""
        from controlroom.ui.record.book import WithoutEffect

        if not isinstance(error, WithoutEffect):
            self._asked.discard(one.draft)
