"""Which decisions stop publishing, and let it go on: the hold, and the list of publishers."""

from datetime import datetime

from controlroom.model.journal import Entry
from controlroom.model.journal_outgoing import (
    HoldExplained,
    HoldPlaced,
    HoldReleased,
    PublishersLimited,
    PublishersOpened,
)
from controlroom.model.journal_rights import Refusal, Right
from controlroom.team.publishing.delivery_questions import (
    why_not_hold,
    why_not_limit,
    why_not_open,
    why_not_release,
)
from controlroom.team.publishing.line import take
from controlroom.team.publishing.stops import is_held, profile_of
from controlroom.team.publishing_state import Hold, Limit, Name
from controlroom.team.rights import may
from controlroom.team.state import State

LONGEST_REASON = 4_000


def placed(state: State, entry: Entry, told: HoldPlaced) -> Refusal | None:
    """One that lets an incident through counts from when it was placed first.

    One that comes after its incident was closed holds everything: it was meant to stop.
    """
    if refusal := why_not_hold(state, entry.actor, told.scope, entry.at, told.but_incident):
        return refusal
    held = _held_and_due(state, entry.at)
    holds = state.publishing.holds
    before = holds.get(told.scope)
    if before is not None and told.but_incident:
        before.but_incident = told.but_incident
    else:
        holds[told.scope] = Hold(entry.actor, entry.at, entry.seq, told.but_incident)
    _leave_to_a_person(state, held)
    return None


def explained(state: State, entry: Entry, told: HoldExplained) -> Refusal | None:
    if not may(state, entry.actor, Right.HOLD, told.scope, entry.at):
        return Refusal.NO_RIGHT
    if told.scope not in state.publishing.holds:
        return Refusal.NOT_THERE
    if len(told.reason) > LONGEST_REASON:
        return Refusal.MALFORMED
    state.publishing.holds[told.scope].reason = told.reason
    return None


def released(state: State, entry: Entry, told: HoldReleased) -> Refusal | None:
    """What fell due meanwhile waits for a person, one by one."""
    if refusal := why_not_release(state, entry.actor, told.scope, entry.at):
        return refusal
    held = _held_and_due(state, entry.at)
    del state.publishing.holds[told.scope]
    _leave_to_a_person(state, held)
    return None


def limited(state: State, entry: Entry, told: PublishersLimited) -> Refusal | None:
    """One for an incident ends when that is closed."""
    refusal = why_not_limit(state, entry.actor, told.scope, told.officers, entry.at, told.incident)
    if refusal is not None:
        return refusal
    officers = frozenset(told.officers)
    limit = Limit(officers, entry.actor, entry.at, entry.seq, told.incident)
    state.publishing.limits[told.scope] = limit
    return None


def opened(state: State, entry: Entry, told: PublishersOpened) -> Refusal | None:
    if refusal := why_not_open(state, entry.actor, told.scope, entry.at):
        return refusal
    del state.publishing.limits[told.scope]
    return None


def _held_and_due(state: State, at: datetime) -> list[Name]:
    """Returns what a hold stops, and should have left."""
    publishing, found = state.publishing, []
    if not publishing.holds:
        return []
    for due, _, _, name in publishing.line:
        if due > at:
            break
        draft = publishing.drafts[name[0]]
        if is_held(state, draft, profile_of(name[1]), draft.tracks[name[1]]):
            found.append(name)
    return found


def _leave_to_a_person(state: State, held: list[Name]) -> None:
    """Of what was held, leaves to a person what no hold stops any more."""
    for name in held:
        draft = state.publishing.drafts[name[0]]
        track = draft.tracks[name[1]]
        take(state.publishing, name, track)
        track.stuck = True
