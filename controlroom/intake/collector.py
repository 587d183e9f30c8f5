"""Reads a source page by page until the known post, and hands what came to the cache."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from controlroom.feeds.base import Budget, Feed, Page
from controlroom.feeds.errors import BudgetUsed, HungUp, ReadError
from controlroom.intake import gaps
from controlroom.intake.gaps import Run
from controlroom.intake.plan import Outcome, Turn, Wanted
from controlroom.model.changes import Changes, Sighting
from controlroom.model.reading import Gap, SourceState
from controlroom.model.stream import Source

log = logging.getLogger(__name__)

MOST_PAGES = 25
"""Pages of one turn; what lies further back is a gap that the next turns fill."""
FILLING_PAGES = 10
_RAW_SHOWN = 80

Write = Callable[[Sequence[Sighting]], Changes]
FeedOf = Callable[[Wanted], Feed]


class Ledger(Protocol):
    """Keeps states and gaps; `store.cache.states.StateKeeper` is one."""

    def state(self, source: Source) -> SourceState: ...

    def gaps(self, source: int | None = None, *, standing: bool = False) -> list[Gap]: ...

    def save_state(self, state: SourceState, *gaps: Gap) -> int: ...


@dataclass(frozen=True, slots=True)
class Collected:
    """What a turn came to.

    Attributes:
        state: how the source stands now.
        error: what an operator is to be told, None if all went well.
        set_aside: items that could not be read.
        more: a gap is left that the next turn can fill further.
    """

    state: SourceState
    changes: tuple[Changes, ...]
    budgets: tuple[Budget, ...] = ()
    error: ReadError | None = None
    set_aside: int = 0
    more: bool = False

    def outcome(self) -> Outcome:
        """Returns what the plan has to know of it."""
        return Outcome(
            found=sum(len(changes.new) for changes in self.changes),
            budgets=self.budgets,
            failed=self.error is not None,
            not_before=self.error.resets_at if isinstance(self.error, BudgetUsed) else None,
            lasting=self.error is not None and self.error.lasting,
            more=self.more and self.error is None,
        )


@dataclass(slots=True)
class _Take:
    """What has come in so far."""

    changes: list[Changes] = field(default_factory=list)
    budgets: tuple[Budget, ...] = ()
    error: ReadError | None = None
    set_aside: int = 0


class Collector:
    """Reads turns. Safe in several threads if `write` and `ledger` are."""

    def __init__(
        self, feed_of: FeedOf, write: Write, ledger: Ledger, now: Callable[[], datetime]
    ) -> None:
        self._feed_of = feed_of
        self._write = write
        self._ledger = ledger
        self._now = now

    def collect(self, turn: Turn) -> Collected:
        """Reads what is new of a source, then fills its latest gap as far as it goes.

        What the network does wrong is in the result; what the disk does wrong is raised, and so is
        `HungUp`: then nothing is recorded, and what came is read again.
        """
        take = _Take()
        self._note_silence(turn)
        state = self._read_newest(turn, take)
        if take.error is None:
            self._fill(turn, state, take)
        return Collected(
            state=state,
            changes=tuple(take.changes),
            budgets=take.budgets,
            error=take.error,
            set_aside=take.set_aside,
            more=gaps.fillable(self._standing(state)) is not None,
        )

    def _note_silence(self, turn: Turn) -> None:
        state = self._ledger.state(turn.wanted.source)
        told = gaps.after_silence(state, self._standing(state), self._now(), turn.pause)
        if told[1]:
            self._ledger.save_state(told[0], *told[1])

    def _read_newest(self, turn: Turn, take: _Take) -> SourceState:
        source = turn.wanted.source
        state = self._ledger.state(source)
        pages = 1 if state.complete_to is None else MOST_PAGES
        run = self._follow(turn, take, known=state.mark, older="", pages=pages)
        stands, changed = gaps.after_reading(state, self._standing(state), run)
        self._ledger.save_state(stands, *changed)
        return self._ledger.state(source)

    def _fill(self, turn: Turn, state: SourceState, take: _Take) -> None:
        gap = gaps.fillable(self._standing(state))
        if gap is None:
            return
        run = self._follow(turn, take, known=gap.mark, older=gap.older, pages=FILLING_PAGES)
        self._ledger.save_state(state, gaps.after_filling(gap, run))

    def _standing(self, state: SourceState) -> list[Gap]:
        return self._ledger.gaps(state.id, standing=True) if state.id else []

    def _follow(self, turn: Turn, take: _Take, *, known: str, older: str, pages: int) -> Run:
        """Reads pages from `older` back to what is known; a fault ends it and is in the result."""
        way = _Way(self._now(), older)
        try:
            while way.pages < pages and not way.over:
                page = self._page(turn, older=way.older, known=known)
                way.went(page, whole=turn.wanted.reading.whole)
                self._take_in(turn, page, take)
        except HungUp:
            raise
        except ReadError as error:
            take.error = error
        return way.run(take.error)

    def _page(self, turn: Turn, *, older: str, known: str) -> Page:
        feed = self._feed_of(turn.wanted)
        return feed.page(turn.wanted.source, older=older, known=known)

    def _take_in(self, turn: Turn, page: Page, take: _Take) -> None:
        profile, streams = turn.wanted.source.profile, turn.wanted.streams
        profiles, seen_at = (profile,) if profile else (), self._now()
        sightings = [Sighting(post, seen_at, profiles, streams) for post in page.posts]
        take.budgets = page.budgets or take.budgets
        take.set_aside += len(page.set_aside)
        for item in page.set_aside:
            log.warning("item set aside: %s: %r", item.reason, item.raw[:_RAW_SHOWN])
        if sightings:
            take.changes.append(self._write(sightings))


class _Way:
    """How far a run through the pages has come."""

    def __init__(self, began: datetime, older: str) -> None:
        self.older = older
        self.pages = 0
        self.over = False
        self._began = began
        self._oldest: datetime | None = None
        self._mark = ""
        self._reached = False
        self._cursors = {older}

    def went(self, page: Page, *, whole: bool) -> None:
        """Takes note of a page. One that leads back to where we were is the last."""
        moments = [post.created_at for post in page.posts]
        self._oldest = min([*moments, *([self._oldest] if self._oldest else [])], default=None)
        self._mark = self._mark or page.mark
        self.pages += 1
        self.older = "" if page.older in self._cursors else page.older
        self._cursors.add(page.older)
        self._reached = page.reached_known or (whole and not self.older)
        self.over = self._reached or not self.older

    def run(self, error: ReadError | None) -> Run:
        """Returns what it came to."""
        return Run(
            began=self._began,
            pages=self.pages,
            oldest=self._oldest,
            mark=self._mark,
            older=self.older,
            reached=self._reached,
            trouble=error.cause if error else None,
        )
