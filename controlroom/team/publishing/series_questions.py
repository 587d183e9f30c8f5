"""Why something may not be done to a series: asked by the rules, and by the desk beforehand."""

from dataclasses import replace
from datetime import datetime

from controlroom.model.journal_outgoing import DraftSubmitted, SeriesDefined
from controlroom.model.journal_rights import Refusal
from controlroom.model.outgoing.content import Act, Content, written
from controlroom.model.outgoing.recurring import (
    RuleUnreadable,
    comes_on,
    could_be,
    draft_of,
    is_day,
    read_rule,
    wall_of,
)
from controlroom.team.publishing.content import content_of, told_content
from controlroom.team.publishing.draft_rules import is_id
from controlroom.team.publishing.questions import why_not_submit
from controlroom.team.publishing.rights import TO_SUBMIT, may_on_all
from controlroom.team.publishing_state import Series
from controlroom.team.state import State

MOST_SKIPPED = 250
COMES_AGAIN = frozenset({Act.POST, Act.REPOST})


def why_not_define(state: State, officer: str, told: SeriesDefined, at: datetime) -> Refusal | None:
    """Returns why an officer may not have a draft come again, or not otherwise than so far."""
    content = told_content(told.content)
    if content is None or not _is_whole(told, content):
        return Refusal.MALFORMED
    if not may_on_all(state, officer, TO_SUBMIT[content.act], content.targets, at):
        return Refusal.NO_RIGHT
    if told.series not in state.publishing.series:
        return None
    return why_not_change(state, officer, told.series, at)


def why_not_change(state: State, officer: str, series: str, at: datetime) -> Refusal | None:
    """Returns why an officer may not change or end a series: whoever may draft there may."""
    found = state.publishing.series.get(series)
    if found is None:
        return Refusal.NOT_THERE
    content = content_of(found.content)
    may = may_on_all(state, officer, TO_SUBMIT[content.act], content.targets, at)
    return None if may else Refusal.NO_RIGHT


def why_not_skip(state: State, officer: str, series: str, day: str, at: datetime) -> Refusal | None:
    """Returns why an officer may not leave a day out."""
    if refusal := why_not_change(state, officer, series, at):
        return refusal
    found = state.publishing.series[series]
    draft = state.publishing.drafts.get(found.made.get(day, ""))
    if draft is not None and (draft.claimed or draft.ended is not None):
        return Refusal.CLAIMED
    there = draft is not None or _comes(found, day)
    return None if there else Refusal.NOT_THERE


def why_not_make(state: State, officer: str, told: DraftSubmitted, at: datetime) -> Refusal | None:
    """Returns why an officer's desk may not make the draft of a day.

    It says word for word what the series says, in the name of who defined that; so anybody's desk
    may make it who could put it forward too. There is one for each day, whoever makes it.
    """
    series = state.publishing.series.get(told.series)
    if series is None or not _comes(series, told.day):
        return Refusal.NOT_THERE
    if told.day in series.made or told.draft in state.publishing.drafts:
        return Refusal.THERE_ALREADY
    content = told_content(told.content)
    if content is None or content.at is None or not _is_faithful(series, content, told):
        return Refusal.MALFORMED
    if content.at <= at:
        return Refusal.IN_THE_PAST
    if state.here(series.author) is None:
        return Refusal.AUTHOR_LEFT
    refusal = why_not_submit(state, series.author, told.draft, content, at)
    return refusal or why_not_submit(state, officer, told.draft, content, at)


def _comes(series: Series, day: str) -> bool:
    if not series.begins or not is_day(day) or day in series.skipped:
        return False
    return comes_on(series.rule, series.begins, day)


def _is_faithful(series: Series, content: Content, told: DraftSubmitted) -> bool:
    assert content.at is not None
    hour = wall_of(series.begins).time()
    wall = datetime.combine(datetime.fromisoformat(told.day), hour)
    return (
        told.draft == draft_of(told.series, told.day)
        and told.confirmed == series.confirmed
        and could_be(content.at, wall)
        and written(replace(content_of(series.content), at=content.at)) == told.content
    )


def _is_whole(told: SeriesDefined, content: Content) -> bool:
    ids = is_id(told.series) and (not told.made_of or is_id(told.made_of))
    days = [*told.skipped, *([told.from_day] if told.from_day else [])]
    if (
        content.at is None
        or content.act not in COMES_AGAIN
        or not ids
        or len(days) > MOST_SKIPPED
        or not all(map(is_day, days))
    ):
        return False
    try:
        wall = wall_of(told.begins) if told.begins else content.at.replace(tzinfo=None)
        read_rule(told.rule, wall)
    except (RuleUnreadable, ValueError):
        return False
    return not told.begins or (bool(content.zone) and could_be(content.at, wall))
