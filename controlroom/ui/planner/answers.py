"""Answers that have not left yet, beside what is planned: some can be given for a while only."""

from collections.abc import Iterator
from datetime import datetime

from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import profile_scope
from controlroom.model.outgoing.content import Act
from controlroom.outbound.checks.answering import answerable
from controlroom.team.publishing import views
from controlroom.team.publishing.views import DraftView
from controlroom.team.rights import may
from controlroom.team.state import State
from controlroom.ui.planner.plan import PlanItem, PlanState, stands

_LEFT = (PlanState.SENT, PlanState.WITHDRAWN)


def with_answers(
    planned: list[PlanItem],
    state: State | None,
    officer: str,
    begin: datetime,
    end: datetime,
    now: datetime,
) -> list[PlanItem]:
    """Returns a plan with the answers that wait between two moments, by time.

    Args:
        officer: who looks; messages are shown to who wrote them or may read them.
    """
    if state is None:
        return planned
    found = [*planned, *_answers(state, officer, begin, end, now)]
    return sorted(found, key=lambda one: (one.at, one.title, one.key))


def _answers(
    state: State, officer: str, begin: datetime, end: datetime, now: datetime
) -> Iterator[PlanItem]:
    for draft in views.drafts(state):
        at = draft.when or draft.at
        if draft.act not in (Act.REPLY, Act.MESSAGE) or not begin <= at < end:
            continue
        standing, trouble = stands(state, draft, now)
        if standing not in _LEFT and _may_see(state, officer, draft, now):
            content = draft.content
            known = answerable(content) if content is not None else None
            yield PlanItem(
                draft.id, draft.title, at, at, draft.targets, standing, trouble, draft=draft,
                is_answer=True, answer_by=known.until if known is not None else None,
            )  # fmt: skip


def _may_see(state: State, officer: str, draft: DraftView, now: datetime) -> bool:
    if draft.act is not Act.MESSAGE or officer in draft.authors:
        return True
    scopes = (profile_scope(one) for one in draft.targets)
    return all(may(state, officer, Right.READ_MESSAGES, one, now) for one in scopes)
