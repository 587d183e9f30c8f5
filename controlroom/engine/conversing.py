"""Conversations somebody has opened: read from their networks at once, within the budgets."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from controlroom.engine.machinery import Machinery
from controlroom.engine.orders import Converse
from controlroom.engine.sign_ins import SignIns
from controlroom.feeds.base import Feed, Page
from controlroom.feeds.errors import BudgetUsed, HungUp, NotFound, ReadError
from controlroom.intake.wanted import wanted_sources
from controlroom.intake.wanting import Wanted
from controlroom.model.changes import Disappearance, Sighting
from controlroom.model.completing import Completing, Stage
from controlroom.model.errors import OurError, WorldError
from controlroom.model.profile import Profile
from controlroom.model.reading import GapCause
from controlroom.model.stream import Source, SourceKind, Stream

if TYPE_CHECKING:
    from concurrent.futures import Future

log = logging.getLogger(__name__)

AT_ONCE, MOST_PAGES = 2, 8
FRESH = timedelta(seconds=30)
"""A conversation that was read whole is not asked for again before this."""
_REMEMBERED = 500

Key = tuple[str, str, str]
"""Network, root and post."""


class Conversations:
    """Reads what is asked for. All but its readers is for the loop's thread.

    Args:
        profiles: the force's own; may be asked on any thread.
        tell: called with every change, on any thread.
    """

    def __init__(
        self,
        machinery: Machinery,
        sign_ins: SignIns,
        profiles: Callable[[], Sequence[Profile]],
        tell: Callable[[Completing], None],
        now: Callable[[], datetime],
    ) -> None:
        self._machinery, self._sign_ins = machinery, sign_ins
        self._profiles, self._tell, self._now = profiles, tell, now
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="converse")
        self._waiting: dict[Key, list[int]] = {}
        self._whole: OrderedDict[Key, datetime] = OrderedDict()
        self._open: set[Feed] = set()
        self._closed = False

    async def read(self, asked: Converse) -> None:
        """Reads the conversation of a post, and tells how it goes."""
        key = asked.network, asked.root, asked.post
        if self._is_fresh(key):
            self._tell(Completing(asked.ticket, Stage.WHOLE))
            return
        self._tell(Completing(asked.ticket, Stage.READING))
        self._waiting.setdefault(key, []).append(asked.ticket)
        if len(self._waiting[key]) > 1:
            return
        stands = Completing(0, Stage.FAILED, GapCause.NOT_READING)
        try:
            stands = await asyncio.get_running_loop().run_in_executor(self._pool, self._come, asked)
        finally:
            self._settle(key, stands)

    def close(self) -> None:
        """Hangs up and returns once nothing is being read; for a thread that may wait."""
        self._closed = True
        for feed in list(self._open):
            feed.close()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _is_fresh(self, key: Key) -> bool:
        at = self._whole.get(key)
        return at is not None and timedelta(0) <= self._now() - at < FRESH

    def _settle(self, key: Key, stands: Completing) -> None:
        if stands.stage is Stage.WHOLE:
            self._whole[key] = self._now()
            self._whole.move_to_end(key)
            if len(self._whole) > _REMEMBERED:
                self._whole.popitem(last=False)
        for ticket in self._waiting.pop(key, []):
            self._tell(Completing(ticket, stands.stage, stands.cause, stands.until))

    def _come(self, asked: Converse) -> Completing:
        """Returns what the reading came to; on a thread of readers."""
        try:
            return self._read_all(asked)
        except BudgetUsed as error:
            return Completing(0, Stage.FAILED, error.cause, error.resets_at)
        except ReadError as error:
            log.info("a conversation was not read: %s", error)
            return Completing(0, Stage.FAILED, error.cause)
        except WorldError as error:
            # The disk's fault: what came is read again when the conversation is opened again.
            log.warning("a conversation could not be kept: %s", error)
            return Completing(0, Stage.FAILED, GapCause.NOT_READING)

    def _read_all(self, asked: Converse) -> Completing:
        """Reads from the root on, then about the post itself if that was not among what came."""
        found: set[str] = set()
        stands = Completing(0, Stage.NO_PROFILE)
        for term in dict.fromkeys((asked.root or asked.post, asked.post)):
            wanted = self._wanted(asked, term)
            if isinstance(wanted, Stage):
                return Completing(0, wanted)
            try:
                stands = self._follow(wanted, found)
            except NotFound:
                # Where it all began may be gone while the answers stand.
                if term == asked.post:
                    raise
            if asked.post in found or stands.stage is Stage.FAILED:
                break
        return stands

    def _wanted(self, asked: Converse, term: str) -> Wanted | Stage:
        try:
            offers = self._machinery.feeds.capabilities(asked.network)
        except OurError:
            return Stage.NOT_OFFERED
        if SourceKind.CONVERSATION not in offers.reads:
            return Stage.NOT_OFFERED
        known = self._profiles()
        source = Source(asked.network, SourceKind.CONVERSATION, self._through(asked, known), term)
        stream = Stream(0, "", (source,), urgent=True)
        found = wanted_sources(known, [stream], self._machinery.feeds.capabilities, self._app_of)
        return found[0] if found else Stage.NO_PROFILE

    def _through(self, asked: Converse, known: Sequence[Profile]) -> int:
        """Returns through which profile it is read: one that got the post, best one signed in."""
        ours = {one.id for one in known if one.network == asked.network}
        got = [one for one in asked.profiles if one in ours]
        others = [] if asked.private or got else sorted(ours)
        able = [one for one in (*got, *others) if self._sign_ins.of(one).credential().access]
        return next(iter([*able, *got, *others]), 0)

    def _app_of(self, profile: int) -> str:
        return self._sign_ins.of(profile).credential().app.id

    def _follow(self, wanted: Wanted, found: set[str]) -> Completing:
        """Reads page by page; each is paid for before it is asked for."""
        writes: list[Future[None]] = []
        older = ""
        try:
            with self._feed(wanted) as feed:
                for _ in range(MOST_PAGES):
                    if not self._pays(wanted):
                        return self._short(wanted)
                    page = self._page(wanted, feed, older)
                    writes += self._take_in(wanted, page)
                    found.update(post.remote_id for post in page.posts)
                    older = page.older
                    if not older:
                        return Completing(0, Stage.WHOLE)
        finally:
            while writes:
                writes.pop().result()
        return Completing(0, Stage.PARTLY)

    @contextmanager
    def _feed(self, wanted: Wanted) -> Iterator[Feed]:
        """A feed of its own: the one that reads the streams may be at work for minutes."""
        feed = self._machinery.feeds.new(wanted)
        self._open.add(feed)
        try:
            if self._closed:
                raise HungUp(host=wanted.source.network)
            yield feed
        finally:
            self._open.discard(feed)
            feed.close()

    def _pays(self, wanted: Wanted) -> bool:
        return self._machinery.purses.spend(wanted, self._now(), pressing=True)

    def _short(self, wanted: Wanted) -> Completing:
        opens = self._machinery.purses.opens(wanted, self._now(), pressing=True)
        return Completing(0, Stage.FAILED, GapCause.BUDGET_USED, opens)

    def _page(self, wanted: Wanted, feed: Feed, older: str) -> Page:
        page, purses = Page(()), self._machinery.purses
        try:
            page = feed.page(wanted.source, older=older)
        except BudgetUsed as error:
            purses.refused(wanted, error)
            raise
        finally:
            purses.answered(wanted, page.budgets, self._now())
        return page

    def _take_in(self, wanted: Wanted, page: Page) -> "list[Future[None]]":
        """Hands a page to the cache, into no stream: it was asked for to be read, not to come."""
        network, now = wanted.source.network, self._now()
        profiles = (wanted.source.profile,) if wanted.source.profile else ()
        sightings = [Sighting(post, now, profiles) for post in page.posts]
        missed = [Disappearance(network, one, now) for one in page.gone]
        self._machinery.till.took(network, page.posts, now)
        if not (sightings or missed):
            return []
        return [self._machinery.gatherer.put(sightings, missed)]
