"""Which incidents are open, on what, and why somebody may not open, change or close one. Pure."""

from collections.abc import Iterable
from datetime import datetime

from controlroom.model.journal_rights import Refusal, Right
from controlroom.model.journal_subject import profile_scope
from controlroom.team.incident_state import Incident
from controlroom.team.rights import may
from controlroom.team.state import State

LONGEST_TITLE = 120
"""Characters of an incident's title."""
MOST_SCOPES = 500


def open_incidents(state: State) -> dict[str, Incident]:
    """Returns the open incidents by their ids, the newest first."""
    found = [(key, one) for key, one in state.incidents.items() if one.closed is None]
    return dict(sorted(found, key=lambda each: each[1].at, reverse=True))


def closed_incidents(state: State) -> dict[str, Incident]:
    """Returns the closed incidents by their ids, the one closed last first."""
    found = [(one.closed, key, one) for key, one in state.incidents.items() if one.closed]
    return {key: one for _, key, one in sorted(found, key=lambda each: each[:2], reverse=True)}


def is_open(state: State, incident: str) -> bool:
    """Returns whether an incident is open.

    A record in which none was ever opened takes any id for one: in older records incidents were
    ids and nothing else, and what they let through has been sent.
    """
    if not incident or not state.incidents:
        return bool(incident)
    found = state.incidents.get(incident)
    return found is not None and found.closed is None


def is_open_on(state: State, incident: str, profile: str) -> bool:
    """Returns whether an incident is open and concerns a profile, by its key."""
    if not is_open(state, incident):
        return False
    found = state.incidents.get(incident)
    return found is None or _concerns(state, found, profile)


def open_on(state: State, profiles: Iterable[str]) -> str:
    """Returns the newest open incident that concerns any of some profiles, "" for none."""
    if not state.incidents:
        return ""
    wanted, opened = list(profiles), open_incidents(state)
    concerned = (
        key
        for key, one in opened.items()
        if any(_concerns(state, one, profile) for profile in wanted)
    )
    return next(concerned, "")


def title_of(state: State, incident: str) -> str:
    """Returns what an incident is called; one that the record does not know by its id."""
    found = state.incidents.get(incident)
    return found.title if found is not None else incident


def changed_last(state: State, incident: str) -> int:
    """Returns the entry that last said whom an incident concerns, or closed it; 0 for none."""
    found = state.incidents.get(incident)
    return found.seq if found is not None else 0


def lists_for(state: State, incident: str) -> list[str]:
    """Returns the scopes with a list of publishers that ends with an incident."""
    limits = state.publishing.limits
    return sorted(scope for scope, one in limits.items() if incident and one.incident == incident)


def holds_but(state: State, incident: str) -> list[str]:
    """Returns the scopes in which everything but an incident is held."""
    holds = state.publishing.holds
    return sorted(
        scope for scope, one in holds.items() if incident and one.but_incident == incident
    )


def why_not_open_incident(
    state: State, officer: str, scopes: Iterable[str], at: datetime
) -> Refusal | None:
    """Returns why an officer may not open an incident that concerns some scopes.

    It takes the right to release publishing on every one of them: an open incident decides what
    passes a hold, and who has to agree.
    """
    told = tuple(scopes)
    if not told or not all(map(state.is_scope, told)):
        return Refusal.UNKNOWN_SCOPE
    return None if _may_release(state, officer, told, at) else Refusal.NO_RIGHT


def why_not_change_incident(
    state: State, officer: str, incident: str, scopes: Iterable[str], at: datetime
) -> Refusal | None:
    """Returns why an officer may not tell an incident anew, as concerning some scopes."""
    found = state.incidents.get(incident)
    if found is None or found.closed is not None:
        return Refusal.NO_INCIDENT
    if not _may_release(state, officer, found.scopes, at):
        return Refusal.NO_RIGHT
    return why_not_open_incident(state, officer, scopes, at)


def why_not_close_incident(
    state: State, officer: str, incident: str, at: datetime
) -> Refusal | None:
    """Returns why an officer may not close an incident; lists that end with it count too."""
    found = state.incidents.get(incident)
    if found is None or found.closed is not None:
        return Refusal.NO_INCIDENT
    over = (*found.scopes, *lists_for(state, incident))
    return None if _may_release(state, officer, over, at) else Refusal.NO_RIGHT


def _may_release(state: State, officer: str, scopes: Iterable[str], at: datetime) -> bool:
    return all(may(state, officer, Right.RELEASE, one, at) for one in scopes)


def _concerns(state: State, incident: Incident, profile: str) -> bool:
    return not set(incident.scopes).isdisjoint(state.chain(profile_scope(profile)))
