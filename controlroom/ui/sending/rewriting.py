"""What did not leave, written anew: the draft itself, or a new one for where it failed."""

from dataclasses import replace
from datetime import datetime

from controlroom.model.outgoing.content import Act, read_content
from controlroom.model.outgoing.delivery import DeliveryState
from controlroom.team.publishing import views
from controlroom.team.state import State
from controlroom.ui.compose.kept import Sheet, new_sheet

_NOT_OUT = frozenset({DeliveryState.FAILED, DeliveryState.LATE})


def rewritten(state: State, officer: str, draft: str, now: datetime) -> Sheet | None:
    """Returns what an officer may write on, None if there is nothing to be written anew.

    As long as nothing of a draft was begun it is edited itself. After that it stands as it is, and
    a new one takes those profiles on which surely nothing of it is out; it has no time yet.
    """
    found = views.draft(state, draft)
    if found is None or not found.text:
        return None
    content = read_content(found.text)
    if views.why_not_edit(state, officer, draft, now) is None:
        return Sheet(found.id, content, found.confirmed, found.hash)
    profiles = _not_out(state, draft, now)
    if content.act is not Act.POST or found.withdrawn_by or not profiles:
        return None
    return new_sheet(replace(content, targets=profiles, at=None, spread_min=0))


def _not_out(state: State, draft: str, now: datetime) -> tuple[str, ...]:
    stand: dict[str, set[DeliveryState]] = {}
    for one in views.deliveries(state, draft, now):
        stand.setdefault(one.key.profile, set()).add(one.state)
    # The later pieces of a thread wait for the one that failed.
    waits = _NOT_OUT | {DeliveryState.SCHEDULED}
    return tuple(
        profile for profile, states in stand.items() if states <= waits and states & _NOT_OUT
    )
