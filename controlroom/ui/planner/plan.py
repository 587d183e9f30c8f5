"""What stands in the plan, from the record and from the drafts of this workstation. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.content import Act, Content
from controlroom.model.outgoing.delivery import DeliveryState
from controlroom.model.outgoing.recurring import draft_of
from controlroom.outbound.schedule.planned import Planned
from controlroom.team.publishing import views
from controlroom.team.publishing.views import DraftView, Stage
from controlroom.team.state import State
from controlroom.ui.compose.kept import COMPOSE, Kept
from controlroom.ui.planner.series import to_come

_SHOWN = frozenset({Act.POST, Act.REPOST})
_TROUBLE = (DeliveryState.FAILED, DeliveryState.UNKNOWN, DeliveryState.LATE)


class PlanState(StrEnum):
    """How something in the plan stands."""

    DRAFT = "draft"
    WAITING = "waiting"
    SCHEDULED = "scheduled"
    HELD = "held"
    SENT = "sent"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"
    COMING = "coming"
    """A day of a series that is no draft yet."""


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One draft in the plan.

    Attributes:
        key: the draft's id.
        until: when its last target leaves.
        trouble: how many of its profiles need a person.
        kept: what this workstation keeps of it, None for what the record has.
        draft: what the record has of it, None for what only this workstation has.
        coming: what a series says on that day, None for what is there.
        series, day: what it stands for, "" for no series.
        is_answer: it answers somebody.
        answer_by: when an answer has to have left, None where it may leave whenever.
    """

    key: str
    title: str
    at: datetime
    until: datetime
    targets: tuple[str, ...]
    state: PlanState
    trouble: int = 0
    kept: Kept | None = None
    draft: DraftView | None = None
    coming: Content | None = None
    series: str = ""
    day: str = ""
    is_answer: bool = False
    answer_by: datetime | None = None

    @property
    def networks(self) -> tuple[str, ...]:
        """The networks it goes to, each once."""
        return tuple(dict.fromkeys(key.partition("/")[0] for key in self.targets))

    @property
    def content(self) -> Content | None:
        """What it says; None for what has left."""
        if self.kept is not None:
            return self.kept.sheet.content
        return self.draft.content if self.draft is not None else self.coming

    def may_move(self) -> bool:
        """Whether anything of it is still to come at a time that can be another."""
        fixed = self.draft is not None and self.draft.is_fixed
        return not fixed and self.state not in (
            PlanState.SENT,
            PlanState.WITHDRAWN,
            PlanState.FAILED,
            PlanState.COMING,
        )


def plan(
    state: State | None, kept: Sequence[Kept], begin: datetime, end: datetime, now: datetime
) -> list[PlanItem]:
    """Returns what is planned between two moments, by time."""
    found = [*_recorded(state, begin, end, now)] if state is not None else []
    found += _coming(state, begin, end, now) if state is not None else []
    known = {one.key for one in found}
    found += [one for one in _kept(kept, begin, end) if one.key not in known]
    return sorted(found, key=lambda one: (one.at, one.title, one.key))


def counts(items: Iterable[PlanItem]) -> Counter[PlanState]:
    """Returns how many stand how."""
    return Counter(one.state for one in items)


def as_planned(one: PlanItem) -> Planned:
    """Returns an item as conflicts, gaps and calendars know it."""
    content = one.content
    texts: list[tuple[str, str]] = []
    if content is not None:
        if content.pieces:
            texts.append(("", content.pieces[0].text))
        texts += [(key, pieces[0].text) for key, pieces in content.variants.items() if pieces]
    return Planned(
        one.key, one.title, one.at, one.until, frozenset(one.targets), tuple(texts), one.series
    )


def _recorded(state: State, begin: datetime, end: datetime, now: datetime) -> Iterable[PlanItem]:
    for draft in views.drafts(state, ended=True):
        at = draft.when or draft.at
        if draft.act in _SHOWN and begin <= at < end:
            standing, trouble = stands(state, draft, now)
            yield PlanItem(
                draft.id, draft.title, at, _until(draft, at), draft.targets, standing, trouble,
                draft=draft, series=draft.series, day=draft.day,
            )  # fmt: skip


def _coming(state: State, begin: datetime, end: datetime, now: datetime) -> Iterable[PlanItem]:
    for series, day, content in to_come(state, begin, end, now):
        at = content.at
        assert at is not None
        # By the id the draft will have, so that other calendars know it again.
        yield PlanItem(
            draft_of(series, day), content.title, at, at, content.targets, PlanState.COMING,
            coming=content, series=series, day=day,
        )  # fmt: skip


def stands(state: State, draft: DraftView, now: datetime) -> tuple[PlanState, int]:
    """Returns how a draft stands, and how many of its profiles need a person."""
    if draft.stage is Stage.RETURNED:
        return PlanState.DRAFT, 0
    if draft.stage is Stage.WAITING:
        return PlanState.WAITING, 0
    if draft.stage is Stage.WITHDRAWN or draft.withdrawn_by:
        return PlanState.WITHDRAWN, 0
    states = Counter(one.state for one in views.deliveries(state, draft.id, now))
    trouble = sum(states[one] for one in _TROUBLE)
    if trouble:
        return PlanState.FAILED, trouble
    if states[DeliveryState.HELD]:
        return PlanState.HELD, 0
    if draft.stage is Stage.ENDED:
        return PlanState.SENT, 0
    return PlanState.SCHEDULED, 0


def _until(draft: DraftView, at: datetime) -> datetime:
    content = draft.content
    count = len(draft.targets)
    if content is None or not content.spread_min or count < 2:
        return at
    return at + timedelta(minutes=content.spread_min * (count - 1) / count)


def _kept(kept: Sequence[Kept], begin: datetime, end: datetime) -> Iterable[PlanItem]:
    for one in kept:
        content = one.sheet.content
        at = content.at
        mine = one.name.startswith(COMPOSE) and not one.sheet.submitted
        if mine and at is not None and begin <= at < end:
            title = content.title or (content.pieces[0].text[:60] if content.pieces else "")
            yield PlanItem(one.sheet.id, title, at, at, content.targets, PlanState.DRAFT, kept=one)
