"""Which decisions about series have an effect, and which.

What is changed, skipped or ended takes effect with its entry: the drafts it concerns are gone with
it, so that nothing leaves in the old form while the new ones are being made.
"""

from controlroom.model.journal import Entry
from controlroom.model.journal_outgoing import (
    DraftSubmitted,
    SeriesDefined,
    SeriesEnded,
    SeriesSkipped,
)
from controlroom.model.journal_rights import Refusal
from controlroom.team.publishing import draft_rules
from controlroom.team.publishing.content import content_of
from controlroom.team.publishing.course import schedule
from controlroom.team.publishing.line import take_draft
from controlroom.team.publishing.past import thin_out
from controlroom.team.publishing.rights import TO_SUBMIT, may_on_all
from controlroom.team.publishing.routes import steps_for
from controlroom.team.publishing.series_questions import (
    why_not_change,
    why_not_define,
    why_not_make,
    why_not_skip,
)
from controlroom.team.publishing_state import Draft, Publishing, Series
from controlroom.team.state import State

LAST_DAY = "9999-12-31"


def submitted(state: State, entry: Entry, told: DraftSubmitted) -> Refusal | None:
    """A draft of a series is made once; every other is put forward as often as one likes."""
    if told.series or told.day:
        return _made(state, entry, told)
    return draft_rules.submitted(state, entry, told)


def defined(state: State, entry: Entry, told: SeriesDefined) -> Refusal | None:
    """Its drafts are made from it, each goes its own way."""
    if refusal := why_not_define(state, entry.actor, told, entry.at):
        return refusal
    publishing = state.publishing
    before = publishing.series.get(told.series)
    series = Series(
        (entry.actor,),
        told.content,
        told.rule,
        entry.seq,
        told.begins,
        told.confirmed,
        tuple(sorted(set(told.skipped))),
    )
    if before is not None:
        series.made = before.made
        _add_authors(series, before.authors)
        _unmake(publishing, series, told.from_day or LAST_DAY, but=told.made_of)
    publishing.series[told.series] = series
    _adopt(state, entry, told, series)
    return None


def skipped(state: State, entry: Entry, told: SeriesSkipped) -> Refusal | None:
    """One day is left out, also if it was changed on its own."""
    if refusal := why_not_skip(state, entry.actor, told.series, told.day, entry.at):
        return refusal
    series = state.publishing.series[told.series]
    draft_id = series.made.pop(told.day, "")
    if draft := state.publishing.drafts.get(draft_id):
        _drop(state.publishing, draft_id, draft)
    series.skipped = tuple(sorted({*series.skipped, told.day}))
    return None


def ended(state: State, entry: Entry, told: SeriesEnded) -> Refusal | None:
    if refusal := why_not_change(state, entry.actor, told.series, entry.at):
        return refusal
    series = state.publishing.series.pop(told.series)
    _unmake(state.publishing, series, told.from_day or LAST_DAY, own=True)
    return None


def _made(state: State, entry: Entry, told: DraftSubmitted) -> Refusal | None:
    """In the name of who defined it; nobody's desk spares it an agreement it needs."""
    if refusal := why_not_make(state, entry.actor, told, entry.at):
        return refusal
    publishing, content = state.publishing, content_of(told.content)
    series = publishing.series[told.series]
    draft = draft_rules.new_draft(state, entry, told, content, None)
    route, steps = steps_for(state, series.author, content, entry.at)
    draft.route, draft.steps = (route, steps) if steps else (draft.route, draft.steps)
    draft.authors = tuple(draft_rules.known(state, one) for one in series.authors)
    draft.series, draft.day = draft_rules.known(state, told.series), told.day
    publishing.drafts[told.draft] = draft
    series.made[told.day] = told.draft
    if not draft.steps:
        schedule(publishing, told.draft, draft, entry)
    thin_out(publishing, entry.at)
    return None


def _adopt(state: State, entry: Entry, told: SeriesDefined, series: Series) -> None:
    """Lets a draft stand for the first day, as it is; whoever wrote it wrote of the series too."""
    draft, day = state.publishing.drafts.get(told.made_of), told.begins.partition("T")[0]
    if draft is None or not day or draft.series not in ("", told.series):
        return
    if not may_on_all(state, entry.actor, TO_SUBMIT[draft.act], draft.targets, entry.at):
        return
    if draft.series:
        series.made.pop(draft.day, None)
    _add_authors(series, draft.authors)
    draft.series, draft.day, draft.own = told.series, day, False
    series.made[day] = told.made_of


def _add_authors(series: Series, others: tuple[str, ...]) -> None:
    author = series.author
    known = dict.fromkeys((*others, *series.authors[:-1]))
    series.authors = (*(one for one in known if one != author), author)


def _unmake(
    publishing: Publishing, series: Series, since: str, *, but: str = "", own: bool = False
) -> None:
    for day, draft_id in list(series.made.items()):
        draft = publishing.drafts.get(draft_id)
        if day < since or draft_id == but or draft is None or (draft.own and not own):
            continue
        if not (draft.claimed or draft.withdrawn or draft.ended is not None):
            _drop(publishing, draft_id, draft)
            del series.made[day]


def _drop(publishing: Publishing, draft_id: str, draft: Draft) -> None:
    take_draft(publishing, draft_id, draft)
    del publishing.drafts[draft_id]
