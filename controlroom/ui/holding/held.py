"""What a hold keeps back: counted and listed from the record."""

from datetime import datetime
from typing import NamedTuple

from controlroom.team.publishing import views
from controlroom.team.publishing.views import DraftView, HoldView, Stage
from controlroom.team.state import State

_OPEN = (Stage.WAITING, Stage.APPROVED)


class HeldDraft(NamedTuple):
    """A draft of which something does not leave while publishing is held.

    Attributes:
        profiles: how many of its targets are held.
    """

    draft: DraftView
    profiles: int


def held_drafts(state: State) -> list[HeldDraft]:
    """Returns every draft that a hold keeps back, the soonest first."""
    if not views.holds(state):
        return []
    found = []
    for one in views.drafts(state):
        count = sum(views.hold(state, key, one.incident) is not None for key in one.targets)
        if one.stage in _OPEN and count:
            found.append(HeldDraft(one, count))
    return sorted(found, key=lambda held: (_when(held.draft), held.draft.seq))


def widest(state: State) -> HoldView | None:
    """Returns the hold that is shown: of the whole force, else the newest."""
    holds = views.holds(state)
    return next((one for one in holds if one.scope == "force"), holds[0] if holds else None)


def _when(draft: DraftView) -> datetime:
    return draft.when or draft.at
