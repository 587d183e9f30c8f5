"""Who may see which posts, as PostgreSQL is to know it: the rules of `rights`, written out."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from controlroom.model.journal_rights import Covered, Granted, Right
from controlroom.model.journal_subject import profile_scope
from controlroom.store.archive.writing import Readable
from controlroom.team.rights import answer, may
from controlroom.team.state import State


def message_readers(state: State, at: datetime, profiles: Iterable[str] = ()) -> list[Readable]:
    """Returns every officer who is here, and whose messages each may read.

    Args:
        profiles: keys of profiles beside those the record knows.
    """
    keys = sorted({*state.profiles, *profiles})
    numbers = sorted(number for number in state.officers if state.here(number))
    asking = [number for number in numbers if _may_somewhere(state, number)]
    found = [Readable(number, "") for number in numbers]
    return found + [right for number in asking for right in _of(state, number, keys, at)]


def _may_somewhere(state: State, number: str) -> bool:
    """Returns whether it is worth asking: of thousands of officers, some hundred read messages."""
    if number in state.covers:
        return True
    held = state.officers[number].roles.values()
    return any(Right.READ_MESSAGES in state.roles[role] for roles in held for role in roles)


def _of(state: State, number: str, keys: Iterable[str], at: datetime) -> Iterator[Readable]:
    for key in keys:
        scope = profile_scope(key)
        if may(state, number, Right.READ_MESSAGES, scope, at):
            reasons = answer(state, number, Right.READ_MESSAGES, scope, at).because
            yield Readable(number, key, _until(reasons))


def _until(reasons: Iterable[object]) -> datetime | None:
    """Returns when the last of several reasons ends, None for never."""
    reasons = list(reasons)
    if any(isinstance(reason, Granted) for reason in reasons):
        return None
    return max(reason.until for reason in reasons if isinstance(reason, Covered))
