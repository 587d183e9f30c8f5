"""Who may do what on which profile, and why: pure questions to the state."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from controlroom.model.journal_rights import (
    STOPPED_BY_LOCK,
    Answer,
    Covered,
    Denial,
    Denied,
    Granted,
    Right,
)
from controlroom.model.journal_subject import profile_scope
from controlroom.team.state import Officer, State


def may(state: State, number: str, right: Right, scope: str, at: datetime) -> bool:
    """Returns whether an officer may do something, at a moment, on a scope."""
    officer = state.here(number)
    if officer is None or (right in STOPPED_BY_LOCK and _lock(state, scope)):
        return False
    chain = state.chain(scope)
    if _holds(state, officer, right, chain):
        return True
    return number in state.covers and any(True for _ in _covers(state, number, right, chain, at))


def answer(state: State, number: str, right: Right, scope: str, at: datetime) -> Answer:
    """Returns whether an officer may do something, with every reason."""
    denied = _denied(state, number, right, scope)
    if denied is not None:
        return Answer(number, right, scope, allowed=False, because=(denied,))
    chain, officer = state.chain(scope), state.officers[number]
    found: list[Granted | Covered] = [*_grants(state, officer, right, chain)]
    found += _covers(state, number, right, chain, at)
    because = tuple(sorted(found, key=lambda one: one.seq))
    if because:
        return Answer(number, right, scope, allowed=True, because=because)
    return Answer(number, right, scope, allowed=False, because=(Denied(Denial.NO_ROLE),))


def of_officer(state: State, number: str, at: datetime) -> dict[str, tuple[Answer, ...]]:
    """Returns what an officer may do, by profile key; profiles without any right are left out."""
    return {
        key: found
        for key in sorted(state.profiles)
        if (found := tuple(_allowed(state, number, profile_scope(key), at)))
    }


def of_profile(state: State, profile: str, at: datetime) -> dict[str, tuple[Answer, ...]]:
    """Returns who may do what on a profile, by force number; who may do nothing is left out."""
    scope = profile_scope(profile)
    return {
        number: found
        for number in sorted(state.officers)
        if (found := tuple(_allowed(state, number, scope, at)))
    }


def _allowed(state: State, number: str, scope: str, at: datetime) -> Iterator[Answer]:
    granted = (right for right in Right if may(state, number, right, scope, at))
    return (answer(state, number, right, scope, at) for right in granted)


def _denied(state: State, number: str, right: Right, scope: str) -> Denied | None:
    officer = state.officers.get(number)
    if officer is None:
        return Denied(Denial.UNKNOWN)
    if officer.left:
        return Denied(Denial.LEFT, officer.left)
    lock = _lock(state, scope)
    return Denied(Denial.LOCKED, lock) if lock and right in STOPPED_BY_LOCK else None


def _lock(state: State, scope: str) -> int:
    if not state.locked:
        return 0
    about, _, key = scope.partition("/")
    return state.locked.get(key, 0) if about == "profile" else 0


def _holds(state: State, officer: Officer, right: Right, chain: Sequence[str]) -> bool:
    """As whether `_grants` finds any; every entry of the record asks this."""
    for scope in chain:
        if scope in officer.roles:
            for role in officer.roles[scope]:
                if right in state.roles[role]:
                    return True
    return False


def _grants(
    state: State, officer: Officer, right: Right, chain: Sequence[str]
) -> Iterator[Granted]:
    for scope in chain:
        if scope in officer.roles:
            for role, seq in officer.roles[scope].items():
                if right in state.roles[role]:
                    yield Granted(role, scope, seq)


def _covers(
    state: State, number: str, right: Right, chain: Sequence[str], at: datetime
) -> Iterator[Covered]:
    """Cover lends what an officer may do by roles of their own: it is not passed on."""
    for giver, cover in state.covers.get(number, {}).items():
        officer = state.here(giver)
        if officer is not None and at < cover.until:
            for granted in _grants(state, officer, right, chain):
                yield Covered(giver, cover.until, cover.seq, granted)
