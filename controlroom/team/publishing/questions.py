"""Why somebody may not do something to a draft: asked by the rules, and by the desk beforehand."""

from collections.abc import Iterable
from datetime import datetime

from controlroom.model.journal_rights import Refusal, Right
from controlroom.model.journal_subject import profile_scope
from controlroom.model.outgoing.content import Content
from controlroom.model.outgoing.route import RouteStep
from controlroom.team.publishing.rights import (
    LIMITED,
    TO_SEND,
    TO_SUBMIT,
    could_on_all,
    has_right_on_all,
    has_role_on_all,
    lenders,
    may_on_all,
)
from controlroom.team.publishing.routes import STRICT, steps_for
from controlroom.team.publishing_state import Draft
from controlroom.team.state import State


def why_not_submit(
    state: State, officer: str, draft_id: str, content: Content, at: datetime
) -> Refusal | None:
    """Returns why an officer may not put a draft forward as it is now, None if they may."""
    if not all(one in state.profiles for one in content.targets):
        return Refusal.UNKNOWN_SCOPE
    if any(one in state.locked for one in content.targets):
        return Refusal.LOCKED
    if not may_on_all(state, officer, TO_SUBMIT[content.act], content.targets, at):
        return Refusal.NO_RIGHT
    before = state.publishing.drafts.get(draft_id)
    if before is not None and (refusal := why_not_edit(state, officer, draft_id, at)):
        return refusal
    if not steps_for(state, officer, content, at)[1] and not _is_on_lists(state, officer, content):
        return Refusal.LIMITED
    return None


def why_not_edit(state: State, officer: str, draft_id: str, at: datetime) -> Refusal | None:
    """Returns why an officer may not put a draft forward once more."""
    draft = state.publishing.drafts.get(draft_id)
    if draft is None:
        return Refusal.NOT_THERE
    if draft.withdrawn:
        return Refusal.WITHDRAWN
    if draft.ended is not None:
        return Refusal.ENDED
    if draft.claimed:
        return Refusal.CLAIMED
    allowed = may_on_all(state, officer, TO_SUBMIT[draft.act], draft.targets, at)
    return None if allowed else Refusal.NO_RIGHT


def why_not_approve(state: State, officer: str, draft_id: str, at: datetime) -> Refusal | None:
    """Returns why an officer may not agree to the next step of a draft."""
    draft = state.publishing.drafts.get(draft_id)
    if draft is None:
        return Refusal.NOT_THERE
    if draft.withdrawn or draft.returned or draft.approved is not None:
        return Refusal.WITHDRAWN if draft.withdrawn else Refusal.NOT_WAITING
    if state.here(draft.author) is None:
        return Refusal.AUTHOR_LEFT
    return _why_not_decide(state, officer, draft, draft.steps[len(draft.approvals)], at)


def why_not_return(state: State, officer: str, draft_id: str, at: datetime) -> Refusal | None:
    """Returns why an officer may not send a draft back: whoever may agree to any step may."""
    draft = state.publishing.drafts.get(draft_id)
    if draft is None:
        return Refusal.NOT_THERE
    if draft.withdrawn:
        return Refusal.WITHDRAWN
    if draft.returned or draft.ended is not None:
        return Refusal.NOT_WAITING if draft.returned else Refusal.ENDED
    if draft.claimed:
        return Refusal.CLAIMED
    if officer in draft.authors:
        return Refusal.OWN_WORK
    steps = draft.steps or STRICT.steps
    sources = _sources(state, officer, draft.authors, at)
    may = any(_may_step(state, sources, draft, step) for step in steps)
    return None if may else Refusal.NO_RIGHT


def why_not_pass_on(
    state: State, officer: str, draft_id: str, to: str, at: datetime
) -> Refusal | None:
    """Returns why an officer may not ask a colleague to decide: both have to be able to."""
    refusal = why_not_approve(state, officer, draft_id, at)
    if refusal is None and (officer == to or why_not_approve(state, to, draft_id, at)):
        return Refusal.UNKNOWN_OFFICER
    return refusal


def why_not_withdraw(
    state: State, officer: str, draft_id: str, at: datetime, instead: str = ""
) -> Refusal | None:
    """Returns why an officer may not take a draft back.

    Its author may, and whoever could send, approve or moderate it; that a profile is locked keeps
    nobody from it. Words that replace it are said by whoever may send, and where somebody has to
    agree, by somebody who may agree and wrote none of it.
    """
    draft = state.publishing.drafts.get(draft_id)
    if draft is None:
        return Refusal.NOT_THERE
    if draft.withdrawn:
        return Refusal.WITHDRAWN
    rights = (TO_SEND[draft.act], Right.APPROVE, Right.MODERATE)
    own = officer in draft.authors and state.here(officer) is not None
    if not own and not any(could_on_all(state, officer, one, draft.targets, at) for one in rights):
        return Refusal.NO_RIGHT
    return _why_not_replace(state, officer, draft, at) if instead else None


def _why_not_replace(state: State, officer: str, draft: Draft, at: datetime) -> Refusal | None:
    if not could_on_all(state, officer, TO_SEND[draft.act], draft.targets, at):
        return Refusal.NO_RIGHT
    if not draft.steps:
        return None
    if officer in draft.authors:
        return Refusal.OWN_WORK
    may = could_on_all(state, officer, Right.APPROVE, draft.targets, at)
    return None if may else Refusal.NO_RIGHT


def _why_not_decide(
    state: State, officer: str, draft: Draft, step: RouteStep, at: datetime
) -> Refusal | None:
    if officer in draft.authors:
        return Refusal.OWN_WORK
    agreed = {one.officer for one in draft.approvals}
    if officer in agreed:
        return Refusal.SAME_PERSON
    sources = _sources(state, officer, {*draft.authors, *agreed}, at)
    return None if _may_step(state, sources, draft, step) else Refusal.NO_RIGHT


def _sources(state: State, officer: str, but: Iterable[str], at: datetime) -> list[str]:
    """Returns whose rights somebody may decide with: cover by an author does not count."""
    if state.here(officer) is None:
        return []
    return [officer, *(one for one in lenders(state, officer, at) if one not in but)]


def _may_step(state: State, sources: Iterable[str], draft: Draft, step: RouteStep) -> bool:
    """Returns whether one of some officers may agree by roles of their own."""
    return any(
        has_role_on_all(state, one, step.role, draft.targets)
        if step.role
        else has_right_on_all(state, one, Right.APPROVE, draft.targets)
        for one in sources
    )


def _is_on_lists(state: State, officer: str, content: Content) -> bool:
    limits = state.publishing.limits
    if not limits or content.act not in LIMITED:
        return True
    scopes = {one for target in content.targets for one in state.chain(profile_scope(target))}
    return all(officer in limits[scope].officers for scope in scopes & limits.keys())
