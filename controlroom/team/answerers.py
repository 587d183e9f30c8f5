"""Who may answer, and take answers over, as PostgreSQL is to know it: `rights`, written out."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from controlroom.model.journal_rights import Answer, Covered, Granted, Right
from controlroom.model.journal_subject import FORCE, profile_scope
from controlroom.store.archive.writing import Allowed
from controlroom.team.rights import answer
from controlroom.team.state import State

WHAT = (Right.REPLY, Right.MODERATE)


def answerers(state: State, at: datetime, profiles: Iterable[str] = ()) -> list[Allowed]:
    """Returns who may do what of `WHAT`; whoever may over the whole force is named once for it.

    Args:
        profiles: keys of profiles beside those the record knows.
    """
    keys = sorted({*state.profiles, *profiles})
    stopped = [Allowed("", "", key) for key in sorted(state.locked)]
    numbers = sorted(number for number in state.officers if state.here(number))
    asked = [(number, right) for number in numbers for right in WHAT]
    return stopped + [one for number, right in asked for one in _of(state, number, right, keys, at)]


def _of(
    state: State, number: str, right: Right, keys: Iterable[str], at: datetime
) -> Iterator[Allowed]:
    over_force = answer(state, number, right, FORCE, at)
    if over_force.allowed:
        yield Allowed(number, str(right), "", _until(over_force))
        if _until(over_force) is None:
            return
    if not (state.officers[number].roles or number in state.covers):
        return
    for key in keys:
        found = answer(state, number, right, profile_scope(key), at)
        if found.allowed and not (over_force.allowed and _until(found) == _until(over_force)):
            yield Allowed(number, str(right), key, _until(found))


def _until(found: Answer) -> datetime | None:
    """Returns when the last of several reasons ends, None for never."""
    if any(isinstance(reason, Granted) for reason in found.because):
        return None
    return max(reason.until for reason in found.because if isinstance(reason, Covered))
