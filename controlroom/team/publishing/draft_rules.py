"""Which decisions about drafts have an effect, and which. See `team.rules`."""

import re

from controlroom.model.journal import Entry
from controlroom.model.journal_outgoing import (
    DraftApproved,
    DraftPassedOn,
    DraftReturned,
    DraftSubmitted,
    DraftWithdrawn,
    Remark,
)
from controlroom.model.journal_rights import Refusal
from controlroom.model.outgoing.content import Content, hash_of
from controlroom.team.publishing.content import content_of, threads, to_open, told_content
from controlroom.team.publishing.course import schedule, take_back
from controlroom.team.publishing.line import take_draft
from controlroom.team.publishing.past import thin_out
from controlroom.team.publishing.questions import (
    why_not_approve,
    why_not_pass_on,
    why_not_return,
    why_not_submit,
    why_not_withdraw,
)
from controlroom.team.publishing.routes import steps_for
from controlroom.team.publishing_state import Approval, Draft
from controlroom.team.state import State

MOST_REMARKS = 100
LONGEST_REMARK = 2_000
LONGEST_REASON, LONGEST_INSTEAD = 4_000, 20_000
_ID = re.compile(r"[0-9a-f]{32}")


def is_id(text: str) -> bool:
    """Returns whether a text can name a draft, a series, a text or an item of the case lists."""
    return _ID.fullmatch(text) is not None


def submitted(state: State, entry: Entry, told: DraftSubmitted) -> Refusal | None:
    """A draft handed in again is an edit: what was agreed to before is void."""
    content = told_content(told.content)
    if content is None or not is_id(told.draft):
        return Refusal.MALFORMED
    if refusal := why_not_submit(state, entry.actor, told.draft, content, entry.at):
        return refusal
    publishing = state.publishing
    before = publishing.drafts.get(told.draft)
    if before is not None:
        take_draft(publishing, told.draft, before)
    draft = new_draft(state, entry, told, content, before)
    publishing.drafts[told.draft] = draft
    if not draft.steps:
        schedule(publishing, told.draft, draft, entry)
    thin_out(publishing, entry.at)
    return None


def approved(state: State, entry: Entry, told: DraftApproved) -> Refusal | None:
    """To the very content, in its turn, by somebody who has opened all of it."""
    if refusal := why_not_approve(state, entry.actor, told.draft, entry.at):
        return refusal
    draft = state.publishing.drafts[told.draft]
    if told.hash != draft.hash:
        return Refusal.OTHER_VERSION
    if told.step != len(draft.approvals):
        return Refusal.OTHER_STEP
    if not to_open(content_of(draft.text)) <= set(told.opened):
        return Refusal.NOT_OPENED
    approval = Approval(told.step, entry.actor, entry.at, entry.seq)
    draft.approvals, draft.asked = (*draft.approvals, approval), ""
    if len(draft.approvals) == len(draft.steps):
        schedule(state.publishing, told.draft, draft, entry)
    return None


def returned(state: State, entry: Entry, told: DraftReturned) -> Refusal | None:
    """It goes back to its author: nothing of it leaves until it is put forward again."""
    if refusal := why_not_return(state, entry.actor, told.draft, entry.at):
        return refusal
    draft = state.publishing.drafts[told.draft]
    if told.hash != draft.hash:
        return Refusal.OTHER_VERSION
    if len(told.remarks) > MOST_REMARKS or not all(map(_is_fit, told.remarks)):
        return Refusal.MALFORMED
    take_draft(state.publishing, told.draft, draft)
    draft.tracks, draft.approvals, draft.approved, draft.asked = {}, (), None, ""
    draft.returned, draft.remarks = entry.actor, told.remarks
    return None


def passed_on(state: State, entry: Entry, told: DraftPassedOn) -> Refusal | None:
    """It says who is asked; whoever else may decide still may."""
    refusal = why_not_pass_on(state, entry.actor, told.draft, told.officer, entry.at)
    if refusal is None:
        state.publishing.drafts[told.draft].asked = told.officer
    return refusal


def withdrawn(state: State, entry: Entry, told: DraftWithdrawn) -> Refusal | None:
    """What has not left does not, and what has is taken back."""
    if refusal := why_not_withdraw(state, entry.actor, told.draft, entry.at, told.instead):
        return refusal
    if len(told.reason) > LONGEST_REASON or len(told.instead) > LONGEST_INSTEAD:
        return Refusal.MALFORMED
    draft = state.publishing.drafts[told.draft]
    draft.withdrawn, draft.withdrawn_by = entry.seq, entry.actor
    draft.reason, draft.instead = told.reason, told.instead
    take_back(state.publishing, told.draft, draft, entry)
    return None


def new_draft(
    state: State, entry: Entry, told: DraftSubmitted, content: Content, before: Draft | None
) -> Draft:
    """Returns a draft as it is put forward; one of a series stays of it, on its own from now on."""
    route, steps = steps_for(state, entry.actor, content, entry.at)
    others = () if before is None else before.authors
    author = known(state, entry.actor)
    draft = Draft(
        (*(one for one in others if one != author), author),
        entry.seq,
        entry.at,
        told.content,
        hash_of(told.content),
        content.act,
        tuple(known(state, one) for one in content.targets),
        content.title,
        content.kind,
        content.incident,
        content.appeal,
        content.withdraw_days,
        content.at,
        threads(content),
        told.confirmed,
        route,
        steps,
    )
    if before is not None and before.series:
        draft.series, draft.day, draft.own = before.series, before.day, True
    return draft


def known(state: State, name: str) -> str:
    """Returns a name as the text the state has already: there are many of them in a year."""
    return state.publishing.names.setdefault(name, name)


def _is_fit(remark: Remark) -> bool:
    return bool(remark.text.strip()) and len(remark.text) <= LONGEST_REMARK
