"""What the record would make of a decision, before it is made: the rules themselves are asked."""

from dataclasses import replace
from datetime import datetime

from controlroom.model.journal import NO_HASH, Entry
from controlroom.model.journal_kinds import Decision, subject_of
from controlroom.model.journal_rights import Refusal
from controlroom.team.rules import RULES
from controlroom.team.state import State


def refusal_of(state: State, actor: str, decision: Decision, at: datetime) -> Refusal | None:
    """Returns why a decision of an officer would have no effect at a moment, None if it would."""
    if state.here(actor) is None:
        return Refusal.NOT_AN_OFFICER
    subject = subject_of(decision)
    entry = Entry(
        state.seq + 1, at, actor, decision.kind, subject, None, NO_HASH, state.hash, NO_HASH
    )
    return RULES[type(decision)](_copy(state), entry, decision)


def _copy(state: State) -> State:
    """Everything a rule about officers, roles or profiles may change."""
    return replace(
        state,
        officers={
            number: replace(one, roles={scope: {**held} for scope, held in one.roles.items()})
            for number, one in state.officers.items()
        },
        roles={**state.roles},
        groups={**state.groups},
        profiles={**state.profiles},
        locked={**state.locked},
        covers={to: {**given} for to, given in state.covers.items()},
        assigned={**state.assigned},
        on_profile={scope: {*there} for scope, there in state.on_profile.items()},
        chains={},
    )
