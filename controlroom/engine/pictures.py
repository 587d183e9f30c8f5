"""Pictures the desk is about to show: fetched by a few threads, the newest wish first."""

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from time import monotonic
from typing import NamedTuple

from controlroom.engine.fetch_stages import stage_of
from controlroom.feeds.errors import HungUp, NetworkDown, ReadError
from controlroom.feeds.media import MediaFetcher
from controlroom.model.errors import WorldError
from controlroom.model.fetching import FetchNews, FetchStage
from controlroom.store.cache.pictures import PictureKeeper

log = logging.getLogger(__name__)

THREADS, MOST_WISHES, MOST_FAILURES = 3, 300, 2_000
REST_S, LONG_REST_S = 60.0, 6 * 3_600.0
"""How long what failed is left alone: a server that was down, and a picture that is none."""


class _Failure(NamedTuple):
    """Until when a picture is left alone, and why."""

    until: float
    stage: FetchStage


def _nobody(_news: FetchNews) -> None:
    """Nobody wants to know."""


class Pictures:
    """Carries out wishes until it is closed.

    Args:
        writing: held while the cache is written.
        there: called with the addresses of pictures that are in the cache now, from any thread.
        missed: called with what cannot be had, from any thread.
    """

    def __init__(
        self,
        keeper: PictureKeeper,
        writing: AbstractContextManager[object],
        fetcher: Callable[[], MediaFetcher],
        there: Callable[[list[str]], None],
        now: Callable[[], datetime],
        threads: int = THREADS,
        missed: Callable[[FetchNews], None] = _nobody,
    ) -> None:
        self._keeper, self._writing, self._there, self._now = keeper, writing, there, now
        self._new_fetcher, self._most_threads, self._missed = fetcher, threads, missed
        self._changed = threading.Condition()
        self._asked: list[str] = []
        self._wishes: OrderedDict[str, None] = OrderedDict()
        self._under_way: set[str] = set()
        self._failed: OrderedDict[str, _Failure] = OrderedDict()
        self._fetchers: list[MediaFetcher] = []
        self._threads: list[threading.Thread] = []
        self._closed = False

    def wish(self, addresses: Sequence[str]) -> None:
        """Takes note of pictures that are about to be shown, the most wanted last."""
        with self._changed:
            self._asked = [*self._asked, *addresses][-MOST_WISHES:]
            if not self._threads and not self._closed:
                self._begin()
            self._changed.notify()

    def close(self) -> None:
        """Hangs up and returns once nothing is being fetched."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            fetchers = list(self._fetchers)
        for fetcher in fetchers:
            fetcher.close()
        for thread in self._threads:
            thread.join()

    def _begin(self) -> None:
        for number in range(self._most_threads):
            fetcher = self._new_fetcher()
            self._fetchers.append(fetcher)
            thread = threading.Thread(
                target=self._work, args=(fetcher,), name=f"picture-{number}", daemon=True
            )
            self._threads.append(thread)
            thread.start()

    def _work(self, fetcher: MediaFetcher) -> None:
        while (step := self._next()) is not None:
            asked, address = step
            try:
                if asked:
                    self._sort(asked)
                else:
                    self._fetch(fetcher, address)
            except WorldError as error:
                # Nobody waits for a picture: it is wished for again when it is shown again.
                log.warning("a picture could not be kept: %s", error)
            finally:
                with self._changed:
                    self._under_way.discard(address)

    def _next(self) -> tuple[list[str], str] | None:
        """Waits for something to do: wishes to be sorted, or a picture to be fetched."""
        with self._changed:
            while not (self._closed or self._asked or self._wishes):
                self._changed.wait()
            if self._closed:
                return None
            if self._asked:
                asked, self._asked = self._asked, []
                return asked, ""
            address, _ = self._wishes.popitem()
            self._under_way.add(address)
            return [], address

    def _sort(self, asked: list[str]) -> None:
        """Tells at once what is there already, and puts what is missing on top of the wishes."""
        found = self._keeper.there(asked)
        if found:
            self._there(found)
            with self._writing:
                self._keeper.use(found, self._now())
        left_alone: list[FetchNews] = []
        with self._changed:
            for address in asked:
                if address in found or address in self._under_way:
                    continue
                failure = self._failed.get(address)
                if failure is not None and failure.until > monotonic():
                    left_alone.append(FetchNews(address, failure.stage))
                    continue
                self._wishes[address] = None
                self._wishes.move_to_end(address)
            while len(self._wishes) > MOST_WISHES:
                self._wishes.popitem(last=False)
            self._changed.notify_all()
        for news in left_alone:
            self._missed(news)

    def _fetch(self, fetcher: MediaFetcher, address: str) -> None:
        try:
            body = fetcher.fetch(address)
        except HungUp:
            return
        except ReadError as error:
            log.info("a picture was not fetched: %s", error)
            rest = REST_S if isinstance(error, NetworkDown) else LONG_REST_S
            self._remember(address, _Failure(monotonic() + rest, stage_of(error)))
            self._missed(FetchNews(address, stage_of(error)))
            return
        with self._writing:
            self._keeper.keep(address, body, self._now())
            self._keeper.free_step()
        self._there([address])

    def _remember(self, address: str, failure: _Failure) -> None:
        with self._changed:
            self._failed[address] = failure
            self._failed.move_to_end(address)
            while len(self._failed) > MOST_FAILURES:
                self._failed.popitem(last=False)
