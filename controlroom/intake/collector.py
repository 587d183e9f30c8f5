"""Reads a source page by page until the known post, and hands what came to the cache."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, cast

from controlroom.feeds.base import Climbs, Feed, Page
from controlroom.feeds.errors import BudgetUsed, HungUp, ReadError
from controlroom.intake import gaps
from controlroom.intake.follow import Rise, Way
from controlroom.intake.gaps import Climb, Run
from controlroom.intake.ledger import Keeper, Ledger
from controlroom.intake.membership import Membership
from controlroom.intake.plan import Outcome, Turn
from controlroom.intake.purses import Purses
from controlroom.intake.wanting import Wanted
from controlroom.model import clock
from controlroom.model.changes import Disappearance, Sighting
from controlroom.model.reading import Gap, GapCause, SourceState
from controlroom.model.stream import Source

if TYPE_CHECKING:
    from concurrent.futures import Future

log = logging.getLogger(__name__)

MOST_PAGES = 25
"""Pages of one turn; what lies further back is a gap that the next turns fill."""
FILLING_PAGES = 10
_RAW_SHOWN = 80

Put = Callable[[Sequence[Sighting], Sequence[Disappearance]], "Future[None]"]
FeedOf = Callable[[Wanted], Feed]


@dataclass(frozen=True, slots=True)
class Collected:
    """What a turn came to.

    Attributes:
        state: how the source stands now.
        gaps: what is missing of it, oldest first.
        error: what an operator is to be told, None if all went well.
        found: posts that the read before did not show.
        set_aside: items that could not be read.
        more: a gap is left that the next turn can fill further.
        put_off: there was no budget for even one page; nothing was read.
    """

    state: SourceState
    gaps: tuple[Gap, ...] = ()
    error: ReadError | None = None
    found: int = 0
    set_aside: int = 0
    more: bool = False
    put_off: bool = False

    def outcome(self) -> Outcome:
        """Returns what the plan has to know of it."""
        return Outcome(
            found=self.found,
            failed=self.error is not None,
            refused=self.error if isinstance(self.error, BudgetUsed) else None,
            lasting=self.error is not None and self.error.lasting,
            more=self.more and self.error is None,
        )


@dataclass(slots=True)
class _Take:
    """What has come in so far.

    Attributes:
        short: the budget did not allow what came next.
        fresh: numbers of the posts of the newest page.
    """

    writes: "list[Future[None]]" = field(default_factory=list)
    error: ReadError | None = None
    short: bool = False
    found: int = 0
    set_aside: int = 0
    fresh: frozenset[int] | None = None

    def written(self) -> None:
        """Waits until all of it is in the cache. Raises what writing raised."""
        while self.writes:
            self.writes.pop().result()


class Collector:
    """Reads turns. Safe in several threads if `put` and `keeper` are.

    Args:
        put: hands sightings to the cache; the result is there when they are written.
        purses: pays for every page before it is asked for.

    Attributes:
        membership: which posts belong to which streams; replaced when streams change.
        asleep: from when to when this computer slept last, None if it never did.
    """

    def __init__(
        self,
        feed_of: FeedOf,
        put: Put,
        keeper: Keeper,
        now: Callable[[], datetime],
        purses: Purses | None = None,
    ) -> None:
        self.membership = Membership()
        self.asleep: tuple[datetime, datetime] | None = None
        self._feed_of = feed_of
        self._put = put
        self._ledger = Ledger(keeper)
        self._now = now
        self._purses = purses or Purses()
        self._last: dict[Source, frozenset[int]] = {}

    def collect(self, turn: Turn) -> Collected:
        """Reads what is new of a source, then fills its latest gap as far as it goes.

        What the network does wrong is in the result; what the disk does wrong is raised, and so is
        `HungUp`: then nothing is recorded, and what came is read again.
        """
        take = _Take()
        self.note_silence(turn)
        state = self._read_newest(turn, take)
        if not (take.error or take.short):
            self._fill(turn, state, take)
        if take.fresh is not None:
            self._last[turn.wanted.source] = take.fresh
        standing = self._ledger.standing(state)
        return Collected(
            state=state,
            gaps=standing,
            error=take.error,
            found=take.found,
            set_aside=take.set_aside,
            more=not take.short and gaps.fillable(standing) is not None,
            put_off=take.short and take.fresh is None,
        )

    def note_silence(self, turn: Turn) -> Gap | None:
        """Records a gap, and returns it, if a source has not been read for too long."""
        state = self._ledger.state(turn.wanted.source)
        now, standing = self._now(), self._ledger.standing(state)
        if _has_just_been_read(state):
            return None
        told = gaps.after_silence(state, standing, now, turn.pause, self._why_silent(turn, state))
        if told[1]:
            self._ledger.save(told[0], *told[1])
        return told[1][0] if told[1] else None

    def _why_silent(self, turn: Turn, state: SourceState) -> GapCause:
        if gaps.slept_through(self.asleep, state.complete_to, self._now()):
            return GapCause.ASLEEP
        return GapCause.BUDGET_USED if turn.short else GapCause.NOT_READING

    def _read_newest(self, turn: Turn, take: _Take) -> SourceState:
        source = turn.wanted.source
        state = self._ledger.state(source)
        pages = 1 if state.complete_to is None else MOST_PAGES
        run = self._follow(turn, take, known=state.mark, older="", pages=pages)
        if take.short and not run.pages:
            return state
        stands, changed = gaps.after_reading(state, self._ledger.standing(state), run)
        return self._ledger.save(stands, *changed)

    def _fill(self, turn: Turn, state: SourceState, take: _Take) -> None:
        gap = self._gap_to_fill(turn, state)
        if gap is None:
            return
        if turn.wanted.reading.upward and gap.mark and not gap.older:
            self._ledger.save(state, gaps.after_climbing(gap, self._climb(turn, gap, take)))
            return
        run = self._follow(turn, take, known=gap.mark, older=gap.older, pages=FILLING_PAGES)
        self._ledger.save(state, gaps.after_filling(gap, run))

    def _gap_to_fill(self, turn: Turn, state: SourceState) -> Gap | None:
        standing = self._ledger.standing(state)
        asked_for = [gap for gap in standing if gap.id == turn.fill and gap.ends]
        return gaps.tried_again(asked_for[0]) if asked_for else gaps.fillable(standing)

    def _follow(self, turn: Turn, take: _Take, *, known: str, older: str, pages: int) -> Run:
        """Reads pages from `older` back to what is known; a fault ends it and is in the result."""
        way = Way(self._now(), older)
        try:
            while way.pages < pages and not way.over:
                if not self._pays(turn, take, first=not (way.pages or way.older)):
                    break
                page = self._page(turn, older=way.older, known=known)
                self._take_in(turn, page, take, newest=not way.older)
                way.went(page, whole=turn.wanted.reading.whole)
        except HungUp:
            raise
        except ReadError as error:
            take.error = error
        take.written()
        return way.run(_trouble(take, way.pages))

    def _climb(self, turn: Turn, gap: Gap, take: _Take) -> Climb:
        """Reads pages from the older end of a gap to the newer one."""
        rise = Rise(self._now(), gap)
        try:
            while rise.pages < FILLING_PAGES and not rise.over and self._pays(turn, take):
                page = self._page_above(turn, rise.mark)
                self._take_in(turn, page, take, newest=False)
                rise.went(page)
        except HungUp:
            raise
        except ReadError as error:
            take.error = error
        take.written()
        return rise.climb(_trouble(take, rise.pages))

    def _pays(self, turn: Turn, take: _Take, *, first: bool = False) -> bool:
        """Whether the next page may be asked for. Only first pages press before others."""
        now = self._now()
        pressing = turn.pressing(now) if first else turn.wanted.urgent
        take.short = not self._purses.spend(turn.wanted, now, pressing=pressing)
        return not take.short

    def _page(self, turn: Turn, *, older: str, known: str) -> Page:
        source = turn.wanted.source

        def ask() -> Page:
            return self._feed_of(turn.wanted).page(source, older=older, known=known)

        return self._answered(turn, ask)

    def _page_above(self, turn: Turn, known: str) -> Page:
        def ask() -> Page:
            feed = cast("Climbs", self._feed_of(turn.wanted))
            return feed.page_above(turn.wanted.source, known)

        return self._answered(turn, ask)

    def _answered(self, turn: Turn, ask: Callable[[], Page]) -> Page:
        page = Page(())
        try:
            page = ask()
        finally:
            self._purses.answered(turn.wanted, page.budgets, self._now())
        return page

    def _take_in(self, turn: Turn, page: Page, take: _Take, *, newest: bool) -> None:
        source, seen_at = turn.wanted.source, self._now()
        profiles = (source.profile,) if source.profile else ()
        streams_of = self.membership.of(turn.wanted.streams, profiles, seen_at)
        sightings = [
            Sighting(post, seen_at, profiles, streams_of(post), (source,)) for post in page.posts
        ]
        missed = [Disappearance(source.network, one, seen_at) for one in page.gone]
        if sightings or missed:
            take.writes.append(self._put(sightings, missed))
        self._purses.till.took(source.network, page.posts, seen_at)
        self._count(source, page, take, newest=newest)

    def _count(self, source: Source, page: Page, take: _Take, *, newest: bool) -> None:
        numbers = [hash(post.remote_id) for post in page.posts]
        known = self._last.get(source, frozenset())
        take.found += sum(1 for number in numbers if number not in known)
        if newest:
            take.fresh = frozenset(numbers)
        take.set_aside += len(page.set_aside)
        for item in page.set_aside:
            log.warning("item set aside: %s: %r", item.reason, item.raw[:_RAW_SHOWN])


def _trouble(take: _Take, pages: int) -> GapCause | None:
    if take.error is not None:
        return take.error.cause
    return GapCause.BUDGET_USED if take.short and pages else None


def _has_just_been_read(state: SourceState) -> bool:
    """Whether it is only the clock of an exercise that has run so far since the last read."""
    lived = clock.lived(state.complete_to) if state.complete_to else None
    return lived is not None and lived <= gaps.LONGEST_SILENCE
