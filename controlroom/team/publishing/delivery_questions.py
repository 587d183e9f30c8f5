"""Why somebody may not let a delivery go, say that it was sent, or stop and release publishing."""

from collections.abc import Iterable
from datetime import datetime

from controlroom.model.journal_rights import Refusal, Right
from controlroom.model.journal_subject import profile_scope
from controlroom.model.outgoing.content import Act
from controlroom.model.outgoing.delivery import DeliveryKey, DeliveryState
from controlroom.team.incidents import is_open
from controlroom.team.publishing.rights import TO_SEND
from controlroom.team.publishing.stops import (
    holds_on,
    name_of,
    profile_of,
    shown,
    withdraws,
)
from controlroom.team.publishing_state import Draft, Track
from controlroom.team.rights import may
from controlroom.team.state import State

_TWICE_SHOWS = frozenset({Act.POST, Act.REPLY, Act.MESSAGE})
_GOES = frozenset({DeliveryState.HELD, DeliveryState.LATE, DeliveryState.FAILED})
_MARKED = _GOES | {DeliveryState.SCHEDULED, DeliveryState.UNKNOWN}


def why_not_let_go(
    state: State, officer: str, key: DeliveryKey, at: datetime, *, again: bool = False
) -> Refusal | None:
    """Returns why an officer may not let a delivery leave that is held, late, failed or unknown.

    Args:
        again: the officer has seen that what is unknown was not sent.
    """
    draft, name, track = _found(state, key)
    if draft is None or track is None:
        return Refusal.NOT_THERE
    if draft.withdrawn and not withdraws(name):
        return Refusal.WITHDRAWN
    stands = shown(state, draft, name, track, at)
    if stands is DeliveryState.UNKNOWN:
        return _why_not_again(state, officer, draft, name, track, at, again)
    if stands not in _GOES:
        return Refusal.NOT_WAITING
    if refusal := _why_not_send(state, officer, draft, name, at):
        return refusal
    return _why_not_pass(state, officer, draft, name, at)


def why_not_mark_sent(state: State, officer: str, key: DeliveryKey, at: datetime) -> Refusal | None:
    """Returns why an officer may not say that a delivery was sent by hand."""
    draft, name, track = _found(state, key)
    if draft is None or track is None:
        return Refusal.NOT_THERE
    if track.state is DeliveryState.SENDING:
        return Refusal.CLAIMED
    if shown(state, draft, name, track, at) not in _MARKED:
        return Refusal.NOT_WAITING
    return _why_not_send(state, officer, draft, name, at)


def why_not_hold(
    state: State, officer: str, scope: str, at: datetime, but_incident: str = ""
) -> Refusal | None:
    """Returns why an officer may not stop publishing within a scope.

    One who lets an incident through a hold that stops it needs the right to release, and the
    incident has to be open.
    """
    if not state.is_scope(scope):
        return Refusal.UNKNOWN_SCOPE
    if not may(state, officer, Right.HOLD, scope, at):
        return Refusal.NO_RIGHT
    hold = state.publishing.holds.get(scope)
    if hold is None:
        return None
    if hold.but_incident == but_incident:
        return Refusal.THERE_ALREADY
    if not but_incident:
        return None
    if not may(state, officer, Right.RELEASE, scope, at):
        return Refusal.NO_RIGHT
    return None if is_open(state, but_incident) else Refusal.NO_INCIDENT


def why_not_release(state: State, officer: str, scope: str, at: datetime) -> Refusal | None:
    """Returns why an officer may not let publishing go on within a scope."""
    if not may(state, officer, Right.RELEASE, scope, at):
        return Refusal.NO_RIGHT
    return None if scope in state.publishing.holds else Refusal.NOT_THERE


def why_not_limit(
    state: State,
    officer: str,
    scope: str,
    officers: Iterable[str],
    at: datetime,
    incident: str = "",
) -> Refusal | None:
    """Returns why an officer may not say who alone may publish within a scope.

    Args:
        incident: with which the list is to end, "" for none; it has to be open.
    """
    if not state.is_scope(scope):
        return Refusal.UNKNOWN_SCOPE
    if not may(state, officer, Right.RELEASE, scope, at):
        return Refusal.NO_RIGHT
    if incident and not is_open(state, incident):
        return Refusal.NO_INCIDENT
    return None if all(state.here(one) for one in officers) else Refusal.UNKNOWN_OFFICER


def why_not_open(state: State, officer: str, scope: str, at: datetime) -> Refusal | None:
    """Returns why an officer may not let everybody publish again within a scope."""
    if not may(state, officer, Right.RELEASE, scope, at):
        return Refusal.NO_RIGHT
    return None if scope in state.publishing.limits else Refusal.NOT_THERE


def looks_needed(track: Track) -> int:
    """Returns how often something unknown is looked for before it counts as not sent.

    Twice; once on a network that knows its key.
    """
    return 1 if track.keyed else 2


def _found(state: State, key: DeliveryKey) -> tuple[Draft | None, str, Track | None]:
    draft, name = state.publishing.drafts.get(key.draft), name_of(key)
    return draft, name, draft.tracks.get(name) if draft is not None else None


def _why_not_send(
    state: State, officer: str, draft: Draft, name: str, at: datetime
) -> Refusal | None:
    """Whoever may send there; what is taken back also by who may moderate, or wrote it."""
    scope = profile_scope(profile_of(name))
    if profile_of(name) in state.locked:
        return Refusal.LOCKED
    rights = {TO_SEND[draft.act]} | ({Right.MODERATE} if withdraws(name) else set())
    if any(may(state, officer, one, scope, at) for one in rights):
        return None
    own = withdraws(name) and officer in draft.authors and state.here(officer) is not None
    return None if own else Refusal.NO_RIGHT


def _why_not_pass(
    state: State, officer: str, draft: Draft, name: str, at: datetime
) -> Refusal | None:
    """What is held passes the hold only by somebody who could release it."""
    profile = profile_of(name)
    if withdraws(name) or not any(True for _ in holds_on(state, profile, draft.incident)):
        return None
    may_release = may(state, officer, Right.RELEASE, profile_scope(profile), at)
    return None if may_release else Refusal.HELD


def _why_not_again(
    state: State,
    officer: str,
    draft: Draft,
    name: str,
    track: Track,
    at: datetime,
    again: bool,
) -> Refusal | None:
    if not again:
        return Refusal.NOT_WAITING
    shows = draft.act in _TWICE_SHOWS and not withdraws(name)
    if shows and track.read_backs < looks_needed(track):
        return Refusal.NOT_READ_BACK
    if refusal := _why_not_send(state, officer, draft, name, at):
        return refusal
    return _why_not_pass(state, officer, draft, name, at)
