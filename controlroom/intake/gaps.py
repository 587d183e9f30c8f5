"""What a read means for what is complete. Pure: states and gaps in, states and gaps out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from controlroom.model.reading import Gap, GapCause, SourceState

LONGEST_SILENCE = timedelta(minutes=10)
"""A source that was not read for longer, whatever its pace, has a gap from then on."""

_REFUSALS = (GapCause.NOT_FOUND, GapCause.NONSENSE)


@dataclass(frozen=True, slots=True)
class Climb:
    """What following pages from what was known towards the newest came to.

    Attributes:
        began: when the first page was asked for.
        pages: how many came.
        height: up to when everything has come, None if nothing did.
        mark: of the newest post that came.
        reached: the other end of the gap was met.
        trouble: why it stopped, None if it was not for a fault.
    """

    began: datetime
    pages: int = 0
    height: datetime | None = None
    mark: str = ""
    reached: bool = False
    trouble: GapCause | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """What following pages from the newest to older ones came to.

    Attributes:
        began: when the first page was asked for.
        pages: how many came.
        oldest: the moment of the oldest post that came, None if none did.
        mark: what the first page gave, to know this place again.
        older: where it would go on, "" at the end of what the network gives.
        reached: what was known before was met, or the network has nothing more at all.
        trouble: why it stopped, None if it was not for a fault.
    """

    began: datetime
    pages: int = 0
    oldest: datetime | None = None
    mark: str = ""
    older: str = ""
    reached: bool = False
    trouble: GapCause | None = None


Told = tuple[SourceState, tuple[Gap, ...]]
"""A state and the gaps of it that are new or have changed."""


def after_silence(
    state: SourceState,
    gaps: Sequence[Gap],
    now: datetime,
    pace: timedelta,
    cause: GapCause = GapCause.NOT_READING,
) -> Told:
    """Opens a gap if nobody has read for long: the engine was off, or the computer asleep."""
    since = state.complete_to
    silence = max(LONGEST_SILENCE, 3 * pace)
    if since is None or now - since <= silence or growing(gaps):
        return state, ()
    return state, (Gap(state.id, since, cause, now),)


def after_reading(state: SourceState, gaps: Sequence[Gap], run: Run) -> Told:
    """Returns how a source stands after its newest pages were read, or failed to be."""
    if not run.pages:
        return _failed(state, gaps, run)
    if state.complete_to is None:
        return _first(state, run), ()
    stands = replace(state, mark=run.mark, complete_to=run.began, trouble=run.trouble)
    open_gap = growing(gaps)
    if run.reached or _nothing_before(state, run):
        filled = replace(open_gap, ends=run.began, filled_at=run.began) if open_gap else None
        return stands, (filled,) if filled else ()
    return stands, (_bounded(state, open_gap, run),)


def after_filling(gap: Gap, run: Run) -> Gap:
    """Returns a gap after it was followed further into the past."""
    nearer = gap
    if run.pages:
        nearer = replace(gap, ends=_earlier(gap.ends, run.oldest), older=run.older)
    if run.reached:
        return replace(nearer, filled_at=run.began)
    if run.trouble in _REFUSALS and gap.older and not run.pages:
        # The place is not known any more: next time from the other end, or from the newest post.
        return replace(gap, older="")
    ended = bool(run.pages and not run.older) or run.trouble is GapCause.NOT_FOUND
    return replace(nearer, lost=ended)


def after_climbing(gap: Gap, climb: Climb) -> Gap:
    """Returns a gap after it was followed from its older end."""
    begins = max(moment for moment in (gap.begins, climb.height) if moment)
    risen = replace(gap, begins=begins, mark=climb.mark or gap.mark) if climb.pages else gap
    if climb.reached:
        return replace(risen, filled_at=climb.began)
    return replace(risen, lost=climb.trouble in _REFUSALS)


def slept_through(
    asleep: tuple[datetime, datetime] | None, since: datetime | None, now: datetime
) -> bool:
    """Whether most of the time since a moment was slept away."""
    if asleep is None or since is None:
        return False
    slept = min(asleep[1], now) - max(asleep[0], since)
    return slept * 2 > now - since


def tried_again(gap: Gap) -> Gap:
    """Returns a gap that somebody wants filled; of a lost one the place is looked for anew."""
    return replace(gap, lost=False, older="") if gap.lost else gap


def growing(gaps: Sequence[Gap]) -> Gap | None:
    """Returns the gap that has no end yet, if there is one."""
    return next((gap for gap in gaps if gap.ends is None and gap.filled_at is None), None)


def fillable(gaps: Sequence[Gap]) -> Gap | None:
    """Returns the latest gap that has an end and can still be filled."""
    wanted = [g for g in gaps if g.ends and g.filled_at is None and not g.lost]
    return max(wanted, key=lambda gap: gap.begins, default=None)


def _failed(state: SourceState, gaps: Sequence[Gap], run: Run) -> Told:
    cause = run.trouble or GapCause.NONSENSE
    stands = replace(state, trouble=cause)
    if state.complete_to is None or growing(gaps):
        return stands, ()
    return stands, (Gap(state.id, state.complete_to, cause, run.began),)


def _nothing_before(state: SourceState, run: Run) -> bool:
    """Nothing had ever been there, and now everything that is there has come."""
    return not (state.mark or run.older or run.trouble)


def _first(state: SourceState, run: Run) -> SourceState:
    return replace(
        state,
        mark=run.mark,
        complete_from=run.oldest or run.began,
        complete_to=run.began,
        trouble=run.trouble,
    )


def _bounded(state: SourceState, open_gap: Gap | None, run: Run) -> Gap:
    begins = state.complete_to or run.began
    gap = open_gap or Gap(state.id, begins, run.trouble or GapCause.TOO_MUCH, run.began)
    return replace(
        gap,
        ends=max(run.oldest or run.began, gap.begins),
        older=run.older,
        mark=state.mark,
        lost=not run.older,
    )


def _earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((moment for moment in (one, other) if moment), default=None)
