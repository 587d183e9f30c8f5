"""Which decisions about incidents have an effect, and which. See `team.rules`."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from controlroom.model.journal import Entry
from controlroom.model.journal_incident import IncidentChanged, IncidentClosed, IncidentOpened
from controlroom.model.journal_rights import Refusal
from controlroom.team.incident_state import Incident
from controlroom.team.incidents import (
    LONGEST_TITLE,
    MOST_SCOPES,
    lists_for,
    why_not_change_incident,
    why_not_close_incident,
    why_not_open_incident,
)
from controlroom.team.state import State

LONGEST_REASON = 4_000
_ID = re.compile(r"[0-9a-f]{32}")


def opened(state: State, entry: Entry, told: IncidentOpened) -> Refusal | None:
    """Under an id of its own: what was closed never opens again."""
    if _ID.fullmatch(told.incident) is None or not _is_fit(told):
        return Refusal.MALFORMED
    if refusal := why_not_open_incident(state, entry.actor, told.scopes, entry.at):
        return refusal
    if told.incident in state.incidents:
        return Refusal.THERE_ALREADY
    made = Incident(told.title, told.scopes, entry.actor, entry.at, entry.seq)
    state.incidents[told.incident] = made
    return None


def changed(state: State, entry: Entry, told: IncidentChanged) -> Refusal | None:
    if not _is_fit(told):
        return Refusal.MALFORMED
    scopes = told.scopes
    if refusal := why_not_change_incident(state, entry.actor, told.incident, scopes, entry.at):
        return refusal
    before = state.incidents[told.incident]
    seq = before.seq if scopes == before.scopes else entry.seq
    state.incidents[told.incident] = replace(before, title=told.title, scopes=scopes, seq=seq)
    return None


def closed(state: State, entry: Entry, told: IncidentClosed) -> Refusal | None:
    """Lists of publishers end with it. A hold that let it through now stops it as well."""
    if refusal := why_not_close_incident(state, entry.actor, told.incident, entry.at):
        return refusal
    if len(told.reason) > LONGEST_REASON:
        return Refusal.MALFORMED
    for scope in lists_for(state, told.incident):
        del state.publishing.limits[scope]
    state.incidents[told.incident] = replace(
        state.incidents[told.incident],
        seq=entry.seq,
        closed=entry.at,
        closed_by=entry.actor,
        reason=told.reason,
    )
    return None


RULES: dict[type, Callable[[State, Entry, Any], Refusal | None]] = {
    IncidentOpened: opened,
    IncidentChanged: changed,
    IncidentClosed: closed,
}


def _is_fit(told: IncidentOpened | IncidentChanged) -> bool:
    named = 0 < len(told.title.strip()) <= len(told.title) <= LONGEST_TITLE
    return named and len(set(told.scopes)) == len(told.scopes) <= MOST_SCOPES
