"""What is on its way and what needs a person, for the status bar and the outbox. Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from controlroom.model.outgoing.delivery import Delivery, DeliveryState
from controlroom.team.publishing import views
from controlroom.team.publishing.views import DraftView, Stage
from controlroom.team.state import State
from controlroom.ui.sending.tally import needs_person, worst

UNDER_WAY = (DeliveryState.SENDING, DeliveryState.UNKNOWN)


class Leaving(NamedTuple):
    """A draft of which something is still to come.

    Attributes:
        worst: the state by which it is shown.
        trouble: how many of its deliveries need a person.
    """

    draft: DraftView
    deliveries: tuple[Delivery, ...]
    worst: DeliveryState | None
    trouble: int


class Outbox(NamedTuple):
    """Figures of the status bar.

    Attributes:
        going: drafts with something under way now.
        scheduled: drafts that wait for their time.
        held: drafts that a hold keeps back.
        trouble: drafts that need a person.
    """

    going: int = 0
    scheduled: int = 0
    held: int = 0
    trouble: int = 0


def leaving(state: State, at: datetime) -> list[Leaving]:
    """Returns every approved or withdrawn draft with something to come, trouble first."""
    found = []
    for draft in views.drafts(state):
        if draft.stage in (Stage.APPROVED, Stage.WITHDRAWN):
            all_ = views.deliveries(state, draft.id, at)
            found.append(Leaving(draft, all_, worst(all_), len(needs_person(all_))))
    return sorted(found, key=lambda one: (not one.trouble, one.draft.when or one.draft.at))


def outbox(rows: Sequence[Leaving]) -> Outbox:
    """Returns the figures."""
    return Outbox(
        going=sum(any(one.state in UNDER_WAY for one in row.deliveries) for row in rows),
        scheduled=sum(row.worst is DeliveryState.SCHEDULED for row in rows),
        held=sum(row.worst is DeliveryState.HELD for row in rows),
        trouble=sum(bool(row.trouble) for row in rows),
    )
