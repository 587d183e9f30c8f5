"""Who waits for whom: the drafts in the order in which they want a decision. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import NamedTuple

from controlroom.model.outgoing.delivery import LATE_AFTER_S
from controlroom.team.publishing import views
from controlroom.team.publishing.views import DraftView, Stage
from controlroom.team.state import State

SHIFT = timedelta(hours=12)
SOON = timedelta(minutes=5)
_LATE = timedelta(seconds=LATE_AFTER_S)


class Where(Enum):
    """Under which heading a draft stands."""

    FOR_YOU = auto()
    OTHERS = auto()
    DONE = auto()


class Waiting(NamedTuple):
    """A draft in the list.

    Attributes:
        left: until it should leave, below 0 once that has passed; None for as soon as it may.
        is_own: who works here wrote some of it.
        is_asked: who works here was asked to decide.
        is_held: a hold stops it.
        done: when who works here decided, of those that are done.
    """

    draft: DraftView
    where: Where
    left: timedelta | None
    is_own: bool = False
    is_asked: bool = False
    is_held: bool = False
    done: datetime | None = None

    @property
    def is_soon(self) -> bool:
        """Whether there is hardly any time left."""
        return self.left is not None and timedelta(0) <= self.left < SOON

    @property
    def has_expired(self) -> bool:
        """Whether it will not leave any more by itself, whatever is decided."""
        return self.left is not None and self.left < -_LATE


def queue(state: State, officer: str, at: datetime) -> list[Waiting]:
    """Returns every draft that waits or was decided this shift, in the order of the list."""
    found = [_waiting(state, officer, one, at) for one in views.drafts(state)]
    done = [_decided(officer, one, at) for one in views.drafts(state, ended=True)]
    rows = [one for one in (*found, *done) if one is not None]
    return sorted(rows, key=lambda row: (row.where.value, _rank(row), row.draft.seq))


def for_you(rows: Sequence[Waiting]) -> list[Waiting]:
    """Returns those that wait for who works here."""
    return [row for row in rows if row.where is Where.FOR_YOU]


def _waiting(state: State, officer: str, draft: DraftView, at: datetime) -> Waiting | None:
    if draft.stage not in (Stage.WAITING, Stage.RETURNED):
        return None
    mine = draft.stage is Stage.WAITING and (
        views.why_not_approve(state, officer, draft.id, at) is None
    )
    held = any(views.hold(state, key, draft.incident) is not None for key in draft.targets)
    return Waiting(
        draft,
        Where.FOR_YOU if mine else Where.OTHERS,
        draft.when - at if draft.when is not None else None,
        is_own=officer in draft.authors,
        is_asked=draft.asked == officer,
        is_held=held,
    )


def _decided(officer: str, draft: DraftView, at: datetime) -> Waiting | None:
    agreed = [one.at for one in draft.approvals if one.officer == officer]
    if not agreed or at - agreed[-1] > SHIFT:
        return None
    left = draft.when - at if draft.when is not None else None
    return Waiting(draft, Where.DONE, left, done=agreed[-1])


def _rank(row: Waiting) -> float:
    """Soonest first; who was asked comes before the others; what is done, the newest first."""
    if row.done is not None:
        return -row.done.timestamp()
    left = row.left.total_seconds() if row.left is not None else 0.0
    return left - (1e9 if row.is_asked else 0.0)
