"""What is done to series from the planner: begun, changed from one on, skipped, ended."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from controlroom.model import clock
from controlroom.model.errors import WorldError
from controlroom.model.journal_outgoing import SeriesDefined, SeriesEnded, SeriesSkipped
from controlroom.model.outgoing.content import Content
from controlroom.outbound.schedule.zones import zone_of
from controlroom.team.publishing.content import content_of
from controlroom.team.publishing.series_questions import (
    why_not_change,
    why_not_define,
    why_not_skip,
)
from controlroom.team.publishing.views import DraftView
from controlroom.team.publishing_state import Series
from controlroom.ui.compose.kept import Kept, new_id
from controlroom.ui.officers.reasons import failure_told, refusal_told
from controlroom.ui.officers.words import name_of
from controlroom.ui.planner.plan import PlanItem
from controlroom.ui.planner.series import begun, times
from controlroom.ui.planner.series_forms import Begin, Choose, Repeat
from controlroom.ui.planner.series_words import next_told, repeat_told, series_told
from controlroom.ui.planner.to_repeat import agreed_told
from controlroom.ui.planner.words import coming_told, title_of, when_told

if TYPE_CHECKING:
    from controlroom.model.journal_decision import Decision
    from controlroom.team.state import State
    from controlroom.ui.planner.keeping import SeriesKeeper

translate = QCoreApplication.translate


class SeriesActs:
    """For one window; asked in its thread.

    Args:
        keep: keeps with a draft of this workstation how often it comes again.
    """

    def __init__(self, window: Any, keep: Callable[[Kept, str], object]) -> None:
        self._window, self._keep = window, keep

    def of(self, item: PlanItem | None) -> Series | None:
        """Returns the series an item belongs to, None for none that goes on."""
        state = self._state
        if state is None or item is None:
            return None
        return state.publishing.series.get(item.series)

    def told(self, item: PlanItem) -> str:
        """Returns what is to be known of an item's series, "" for none."""
        draft, series = item.draft, self.of(item)
        if item.kept is not None:
            return repeat_told(item.kept.sheet.rule, item.kept.sheet.content)
        if not item.series:
            return ""
        if series is None:
            return translate("Planner", "One of a series that has ended.")
        parts = [f"{series_told(series)}."]
        if draft is not None and draft.own:
            parts.append(
                translate("Planner", "This one was changed on its own; the others were not.")
            )
        return " ".join((*parts, *self._stuck(series)))

    def why_not(self, item: PlanItem) -> str:
        """Returns why nothing can come again of an item, "" if it can."""
        if self.of(item) is not None:
            return ""
        if item.kept is not None:
            return ""
        if item.draft is None:
            return coming_told()
        if item.series:
            return translate("Planner", "One of a series that has ended.")
        if item.draft.content is None:
            return translate("Planner", "It has left: use it as a template for a new one.")
        return ""

    def ask(self, item: PlanItem, zone: ZoneInfo) -> None:
        """Asks how often something is to come, or what is to be done with its series."""
        series, draft = self.of(item), item.draft
        if series is not None:
            self._ask_what(item, series)
        elif item.kept is not None:
            self._ask_kept(item, item.kept, zone)
        elif draft is not None:
            self._ask_begin(item, draft, zone)

    def ask_which(self, item: PlanItem, then: Callable[[bool], object]) -> None:
        """Asks whether a change is meant for one alone; an item of no series is one alone."""
        if self.of(item) is None:
            then(False)
            return
        offers = [
            (translate("Planner", "Only this one"), "one"),
            (translate("Planner", "This one and those that follow"), "all"),
        ]
        panel = Choose(
            translate("Planner", "Which of the series?"),
            [_what_follows()],
            offers,
            {"all": self._why_not_change(item)},
            lambda which: then(which == "all"),
        )
        self._window.open_layer(panel)

    def keeper(self) -> "SeriesKeeper | None":
        """Returns who makes the drafts of series in this window."""
        keeper: SeriesKeeper | None = self._window.series
        return keeper

    def follow(self, draft: str, series: str, rule: str = "") -> None:
        """Has those that follow be as a draft is now."""
        keeper = self.keeper()
        decision = keeper.follow(draft, series, rule) if keeper is not None else None
        if decision is None:
            self._say(translate("Planner", "Those that follow stay: the series names other days."))
        else:
            self._decide(decision, translate("Planner", "Those that follow were changed."))

    @property
    def _state(self) -> "State | None":
        state: State | None = self._window.record.state
        return state

    def _ask_begin(self, item: PlanItem, draft: DraftView, zone: ZoneInfo) -> None:
        zone = _zone(draft, zone)
        begin = Begin(item.at, zone, self._agreed(draft.content))
        heading = translate("Planner", "Repeat “{title}”").format(title=title_of(item))
        take = partial(self._begin, draft, zone)
        panel = Repeat(heading, translate("Planner", "Begin the series"), begin, take)
        self._window.open_layer(panel)

    def _ask_kept(self, item: PlanItem, kept: Kept, zone: ZoneInfo) -> None:
        """A draft of this workstation becomes a series once it is put forward."""
        content = kept.sheet.content
        zone = zone_of(content.zone) if content.zone else zone
        begin = Begin(item.at, zone, self._agreed(content))
        heading = translate("Planner", "Repeat “{title}”").format(title=title_of(item))
        yes = translate("Planner", "Repeat it once it is put forward")
        self._window.open_layer(Repeat(heading, yes, begin, partial(self._keep, kept)))

    def _begin(self, draft: DraftView, zone: ZoneInfo, rule: str) -> None:
        decision = begun(new_id(), draft, rule, zone.key)
        if decision is not None:
            self._decide(decision, translate("Planner", "The series has begun."))

    def _ask_what(self, item: PlanItem, series: Series) -> None:
        state, now = self._state, clock.now()
        assert state is not None
        zone = zone_of(content_of(series.content).zone)
        who = translate("Planner", "In the name of {who}. {next}").format(
            who=name_of(state, series.author), next=next_told(times(series, now), zone)
        )
        skip = why_not_skip(state, self._officer, item.series, item.day, now)
        change = self._why_not_change(item)
        gone = "" if item.may_move() else translate("Planner", "It has left, or is leaving.")
        gone = coming_told() if item.coming is not None else gone
        # Ended there, days before it that are no drafts yet would never become any.
        end = coming_told() if item.coming is not None else change
        why = {"rule": gone or change, "lead": gone or change, "end": end}
        panel = Choose(
            translate("Planner", "The series of “{title}”").format(title=title_of(item)),
            [f"{series_told(series)}.", who, _what_follows()],
            _offers(when_told(item.at, zone)),
            {**why, "skip": refusal_told(skip) if skip is not None else ""},
            partial(self._do, item, series),
        )
        self._window.open_layer(panel)

    def _do(self, item: PlanItem, series: Series, what: str) -> None:
        if what == "skip":
            skipped = SeriesSkipped(item.series, item.day)
            self._decide(skipped, translate("Planner", "It was left out."))
        elif what == "lead":
            self.follow(item.key, item.series)
        elif what == "end":
            ended = SeriesEnded(item.series, item.day)
            self._decide(ended, translate("Planner", "The series has ended."))
        elif what == "rule":
            self._ask_rule(item, series)

    def _ask_rule(self, item: PlanItem, series: Series) -> None:
        draft = item.draft
        if draft is None:
            return
        zone = zone_of(content_of(series.content).zone)
        begin = Begin(item.at, zone, self._agreed(draft.content))
        panel = Repeat(
            translate("Planner", "From this one on"),
            translate("Planner", "Change the series"),
            begin,
            lambda rule: self.follow(draft.id, draft.series, rule),
        )
        self._window.open_layer(panel)

    def _stuck(self, series: Series) -> list[str]:
        """Returns why no more of it is made, where that is so."""
        state = self._state
        if state is None or state.here(series.author) is not None:
            return []
        text = translate(
            "Planner",
            "{who} has left, in whose name it was: nothing more of it is made until somebody else"
            " changes it from one on.",
        )
        return [text.format(who=name_of(state, series.author))]

    def _agreed(self, content: Content | None) -> str:
        state = self._state
        if state is None or content is None:
            return ""
        return agreed_told(state, self._officer, content)

    def _why_not_change(self, item: PlanItem) -> str:
        state = self._state
        if state is None:
            return ""
        refusal = why_not_change(state, self._officer, item.series, clock.now())
        return refusal_told(refusal) if refusal is not None else ""

    def _decide(self, decision: "Decision", done: str) -> None:
        state = self._state
        if isinstance(decision, SeriesDefined) and state is not None:
            refusal = why_not_define(state, self._officer, decision, clock.now())
            if refusal is not None:
                self._say(refusal_told(refusal))
                return
        self._window.record.decide(decision, lambda _: self._say(done), self._fail)

    @property
    def _officer(self) -> str:
        officer: str = self._window.record.officer
        return officer

    def _fail(self, error: WorldError) -> None:
        self._say(failure_told(self._window.office, error))

    def _say(self, text: str) -> None:
        self._window.status.say_shortly(text)


def _zone(draft: DraftView, zone: ZoneInfo) -> ZoneInfo:
    content = draft.content
    return zone_of(content.zone) if content is not None and content.zone else zone


def _what_follows() -> str:
    return translate(
        "Planner",
        "What has left stays, and so does what was changed on its own. Those that follow are made"
        " anew and ask anew.",
    )


def _offers(when: str) -> list[tuple[str, str]]:
    return [
        (translate("Planner", "Leave this one out"), "skip"),
        (translate("Planner", "Have those that follow be as this one is"), "lead"),
        (translate("Planner", "Change how often, from this one on…"), "rule"),
        (translate("Planner", "End it before {when}").format(when=when), "end"),
    ]
