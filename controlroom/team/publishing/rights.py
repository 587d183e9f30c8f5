"""Which right an act needs, and whether somebody has it on every profile a draft is for."""

from collections.abc import Iterable
from datetime import datetime

from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import profile_scope
from controlroom.model.outgoing.content import Act
from controlroom.team.rights import may
from controlroom.team.state import State

_ANSWERS = (Act.REPLY, Act.MESSAGE, Act.LIKE)
_MODERATES = (Act.HIDE, Act.SHOW, Act.DELETE)
TO_SUBMIT = (
    dict.fromkeys(Act, Right.DRAFT)
    | dict.fromkeys(_ANSWERS, Right.REPLY)
    | dict.fromkeys(_MODERATES, Right.MODERATE)
)
"""To put something forward."""
TO_SEND = (
    dict.fromkeys(Act, Right.PUBLISH)
    | dict.fromkeys(_ANSWERS, Right.REPLY)
    | dict.fromkeys(_MODERATES, Right.MODERATE)
)
"""To let it leave without anybody else."""
LIMITED = frozenset({Act.POST, Act.REPLY, Act.REPOST, Act.EDIT})
"""What only publishers on the list may do while there is a list."""


def may_on_all(
    state: State, officer: str, right: Right, profiles: Iterable[str], at: datetime
) -> bool:
    """Returns whether an officer may do something on every one of some profiles."""
    return all(may(state, officer, right, profile_scope(one), at) for one in profiles)


def has_role_on_all(state: State, officer: str, role: str, profiles: Iterable[str]) -> bool:
    """Returns whether an officer has a role of their own over every one of some profiles."""
    return _is_over_all(state, officer, frozenset({role}), profiles)


def has_right_on_all(state: State, officer: str, right: Right, profiles: Iterable[str]) -> bool:
    """Returns whether roles of an officer's own allow something on every one of some profiles.

    A lock is not asked: what it stops is stopped when it would leave.
    """
    allowing = frozenset(role for role, rights in state.roles.items() if right in rights)
    return _is_over_all(state, officer, allowing, profiles)


def could_on_all(
    state: State, officer: str, right: Right, profiles: Iterable[str], at: datetime
) -> bool:
    """Returns as `may_on_all`, as if none of the profiles were locked."""
    if state.here(officer) is None:
        return False
    own = [officer, *lenders(state, officer, at)]
    return all(any(has_right_on_all(state, one, right, (key,)) for one in own) for key in profiles)


def _is_over_all(
    state: State, officer: str, roles: frozenset[str], profiles: Iterable[str]
) -> bool:
    person = state.here(officer)
    if person is None:
        return False
    over = {scope for scope, held in person.roles.items() if not roles.isdisjoint(held)}
    return all(not over.isdisjoint(state.chain(profile_scope(one))) for one in profiles)


def lenders(state: State, officer: str, at: datetime) -> list[str]:
    """Returns whom an officer covers at a moment, and who is still here."""
    given = state.covers.get(officer, {})
    return [one for one, cover in given.items() if at < cover.until and state.here(one)]
