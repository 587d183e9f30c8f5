"""What a desk decides about series: the drafts that are to be made, and what follows one. Pure."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from controlroom.model.errors import WorldError
from controlroom.model.journal_outgoing import DraftSubmitted, SeriesDefined
from controlroom.model.outgoing.content import Content, written
from controlroom.model.outgoing.recurring import draft_of, wall_text
from controlroom.outbound.schedule.occurrences import Coming, between, coming, left_from, moved_to
from controlroom.outbound.schedule.zones import wall, zone_of
from controlroom.team.publishing.content import content_of
from controlroom.team.publishing.series_questions import why_not_make
from controlroom.team.publishing.views import DraftView
from controlroom.team.publishing_state import Series
from controlroom.team.state import State


def to_make(state: State, officer: str, now: datetime) -> list[DraftSubmitted]:
    """Returns the drafts of series that are not there yet and that this officer's desk may make.

    Whoever decides them with `seen` the last entry of `state` makes each once: of two desks the
    second is told that somebody was first, and what comes through all the same has no effect.
    """
    made = (one for key in state.publishing.series for one in _missing(state, key, now))
    return [one for one in made if why_not_make(state, officer, one, now) is None]


def times(series: Series, now: datetime) -> list[Coming]:
    """Returns when a series comes; nothing for a rule or zone this computer does not know."""
    try:
        zone = zone_of(content_of(series.content).zone)
        return coming(series.rule, series.begins, zone, series.skipped, now)
    except (WorldError, ValueError):
        return []


def to_come(
    state: State, begin: datetime, end: datetime, now: datetime
) -> Iterator[tuple[str, str, Content]]:
    """Yields what comes between two moments and is no draft yet: series, day and what it says."""
    for key, series in state.publishing.series.items():
        content = content_of(series.content)
        for one in _between(series, content.zone, max(begin, now), end):
            if one.day not in series.made and one.day not in series.skipped:
                yield key, one.day, replace(content, at=one.meant.at)


def begun(series: str, draft: DraftView, rule: str, zone: str) -> SeriesDefined | None:
    """Returns what lets a draft come again, with itself as the first; None if it has no time."""
    content = draft.content
    if content is None or content.at is None:
        return None
    begins = wall_text(_shown(content.at, zone))
    told = written(replace(content, zone=zone))
    return SeriesDefined(series, told, rule, begins, draft.confirmed, made_of=draft.id)


def following(
    key: str, series: Series, draft: DraftView, content: Content, rule: str = ""
) -> SeriesDefined | None:
    """Returns what lets those behind a draft be as it is now; None where its day tells no rule.

    Args:
        content: of the draft as it is now.
        rule: how it comes from now on, "" for as so far.
    """
    if content.at is None:
        return None
    zone = content_of(series.content).zone
    now = _shown(content.at, zone)
    then = datetime.fromisoformat(draft.day)
    rest = rule or moved_to(
        left_from(series.rule, series.begins, draft.day), then.date(), now.date()
    )
    if rest is None:
        return None
    told = written(replace(content, zone=zone))
    since = min(draft.day, now.date().isoformat())
    skipped = tuple(day for day in series.skipped if day >= since)
    return SeriesDefined(key, told, rest, wall_text(now), draft.confirmed, skipped, since, draft.id)


def _between(series: Series, zone: str, begin: datetime, end: datetime) -> list[Coming]:
    try:
        return between(series.rule, series.begins, zone_of(zone), begin, end)
    except (WorldError, ValueError):
        return []


def _missing(state: State, key: str, now: datetime) -> Iterator[DraftSubmitted]:
    series = state.publishing.series[key]
    content = content_of(series.content)
    for one in times(series, now) if series.begins else ():
        if one.day not in series.made:
            said = written(replace(content, at=one.meant.at))
            yield DraftSubmitted(draft_of(key, one.day), said, series.confirmed, key, one.day)


def _shown(at: datetime, zone: str) -> datetime:
    return wall(at, zone_of(zone)).replace(second=0, microsecond=0)
