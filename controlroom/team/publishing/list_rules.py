"""Which decisions about routes, saved texts and case lists have an effect."""

from datetime import date

from controlroom.model.journal import Entry
from controlroom.model.journal_outgoing import (
    CaseListChanged,
    CaseListMarked,
    CaseListRemoved,
    RoutesDefined,
    TextRemoved,
    TextSaved,
)
from controlroom.model.journal_rights import Refusal, Right
from controlroom.model.journal_subject import FORCE
from controlroom.model.outgoing.route import Route
from controlroom.team.publishing.draft_rules import is_id
from controlroom.team.publishing.routes import told_routes
from controlroom.team.publishing_state import CaseItem
from controlroom.team.rights import may
from controlroom.team.state import State

LONGEST_NAME = 200
MOST_MARKS = 500


def routes_defined(state: State, entry: Entry, told: RoutesDefined) -> Refusal | None:
    """By who manages the force. What waits already goes on as it was put forward."""
    if not may(state, entry.actor, Right.MANAGE, FORCE, entry.at):
        return Refusal.NO_RIGHT
    routes = told_routes(told.content)
    if routes is None:
        return Refusal.MALFORMED
    if refusal := _why_not_known(state, routes):
        return refusal
    state.publishing.routes, state.publishing.routes_seq = routes, entry.seq
    return None


def text_saved(state: State, entry: Entry, told: TextSaved) -> Refusal | None:
    """The state keeps no texts: their bodies may be erased."""
    if not may(state, entry.actor, Right.DRAFT, FORCE, entry.at):
        return Refusal.NO_RIGHT
    whole = is_id(told.text) and 0 < len(told.name.strip()) <= len(told.name) <= LONGEST_NAME
    return None if whole and told.content else Refusal.MALFORMED


def text_removed(state: State, entry: Entry, told: TextRemoved) -> Refusal | None:
    if not may(state, entry.actor, Right.DRAFT, FORCE, entry.at):
        return Refusal.NO_RIGHT
    return None if is_id(told.text) else Refusal.MALFORMED


def case_list_changed(state: State, entry: Entry, told: CaseListChanged) -> Refusal | None:
    if not may(state, entry.actor, Right.CASES, FORCE, entry.at):
        return Refusal.NO_RIGHT
    whole = is_id(told.item) and told.sealed and len(told.marks) <= MOST_MARKS
    if not whole or not _is_day(told.last_day):
        return Refusal.MALFORMED
    made = CaseItem(told.marks, told.sealed, entry.seq, told.last_day, told.made)
    state.publishing.case_list[told.item] = made
    return None


def case_list_marked(state: State, entry: Entry, told: CaseListMarked) -> Refusal | None:
    """To a later version only: of two desks that do it the second changes nothing."""
    if not may(state, entry.actor, Right.CASES, FORCE, entry.at):
        return Refusal.NO_RIGHT
    before = state.publishing.case_list.get(told.item)
    if before is None:
        return Refusal.NOT_THERE
    if not 0 < len(told.marks) <= MOST_MARKS:
        return Refusal.MALFORMED
    if told.made <= before.made:
        return Refusal.OTHER_VERSION
    made = CaseItem(told.marks, before.sealed, entry.seq, before.until, told.made)
    state.publishing.case_list[told.item] = made
    return None


def case_list_removed(state: State, entry: Entry, told: CaseListRemoved) -> Refusal | None:
    if not may(state, entry.actor, Right.CASES, FORCE, entry.at):
        return Refusal.NO_RIGHT
    if told.item not in state.publishing.case_list:
        return Refusal.NOT_THERE
    del state.publishing.case_list[told.item]
    return None


def _is_day(text: str) -> bool:
    try:
        return not text or date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _why_not_known(state: State, routes: tuple[Route, ...]) -> Refusal | None:
    roles = {step.role for route in routes for step in route.steps if step.role}
    if not roles <= state.roles.keys():
        return Refusal.UNKNOWN_ROLE
    scopes = {scope for route in routes for scope in route.scopes}
    return None if all(map(state.is_scope, scopes)) else Refusal.UNKNOWN_SCOPE
