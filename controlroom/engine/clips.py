"""Films and sound somebody wants to play: fetched one at a time, the newest wish first."""

import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from time import monotonic

from controlroom.engine.fetch_stages import stage_of
from controlroom.feeds.clips import ClipFetcher
from controlroom.feeds.errors import HungUp, ReadError
from controlroom.model.errors import WorldError
from controlroom.model.fetching import FetchNews, FetchStage
from controlroom.store.cache.clips import ClipDraft, ClipKeeper

log = logging.getLogger(__name__)

MOST_WISHES = 8
TOLD_EACH_S = 0.5


class Clips:
    """Carries out wishes until it is closed.

    Args:
        writing: held while the cache is written.
        tell: called with every change, on any thread.
    """

    def __init__(
        self,
        keeper: ClipKeeper,
        writing: AbstractContextManager[object],
        fetcher: Callable[[], ClipFetcher],
        tell: Callable[[FetchNews], None],
        now: Callable[[], datetime],
    ) -> None:
        self._keeper, self._writing, self._tell, self._now = keeper, writing, tell, now
        self._new_fetcher = fetcher
        self._changed = threading.Condition()
        self._wishes: list[str] = []
        self._fetcher: ClipFetcher | None = None
        self._thread: threading.Thread | None = None
        self._closed = False

    def wish(self, address: str) -> None:
        """Takes note of a clip that somebody wants to play."""
        with self._changed:
            if self._closed:
                return
            if self._thread is None:
                self._fetcher = self._new_fetcher()
                self._thread = threading.Thread(target=self._work, name="clip", daemon=True)
                self._thread.start()
            rest = [one for one in self._wishes if one != address]
            self._wishes = [*rest, address][-MOST_WISHES:]
            self._changed.notify()

    def close(self) -> None:
        """Hangs up and returns once nothing is being fetched."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        if self._fetcher is not None and self._thread is not None:
            self._fetcher.close()
            self._thread.join()

    def _work(self) -> None:
        while (address := self._next()) is not None:
            try:
                stage = self._bring(address)
            except HungUp:
                continue
            except ReadError as error:
                log.info("a clip was not fetched: %s", error)
                stage = stage_of(error)
            except WorldError as error:
                log.warning("a clip could not be kept: %s", error)
                stage = FetchStage.NOT_KEPT
            self._tell(FetchNews(address, stage))

    def _next(self) -> str | None:
        with self._changed:
            while not (self._closed or self._wishes):
                self._changed.wait()
            return None if self._closed else self._wishes.pop()

    def _bring(self, address: str) -> FetchStage:
        if self._keeper.is_there(address):
            with self._writing:
                self._keeper.use(address, self._now())
            return FetchStage.HERE
        assert self._fetcher is not None
        draft = self._keeper.begin()
        try:
            self._fetcher.fetch(address, _Telling(address, draft, self._tell))
            draft.end()
            with self._writing:
                self._keeper.keep(draft, address, self._now())
                self._keeper.free_step()
        except BaseException:
            draft.drop()
            raise
        return FetchStage.HERE


class _Telling:
    """Writes pieces down and tells now and then how far it is."""

    def __init__(self, address: str, draft: ClipDraft, tell: Callable[[FetchNews], None]) -> None:
        self._address, self._draft, self._tell = address, draft, tell
        self._told = -TOLD_EACH_S

    def __call__(self, piece: bytes, done: int, whole: int) -> None:
        self._draft.write(piece)
        if monotonic() - self._told >= TOLD_EACH_S:
            self._told = monotonic()
            self._tell(FetchNews(self._address, FetchStage.FETCHING, done, whole))
