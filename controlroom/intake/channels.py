"""Connections over which networks send by themselves: one thread each, for as long as it is wanted.

A connection says nothing of what came before it stood or while it was broken. So whoever plans is
told each time it begins and each time it ends, and reads the newest pages then.
"""

import logging
import random
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol, cast

from controlroom.feeds.base import Heard, Listens
from controlroom.feeds.errors import BudgetUsed, HungUp, ReadError
from controlroom.intake.wanting import Wanted
from controlroom.model import clock
from controlroom.model.stream import Source

log = logging.getLogger(__name__)

MOST = 64
"""Channels at the same time; sources beyond them are polled like any others."""
LONGEST_PAUSE_S = 300.0
STOOD_WELL_S = 60.0
"""A connection that stood for so long was a good one; pauses begin anew after it."""
GOODBYE_S = 3.0
_FIRST_PAUSE_S = 1.0
_LOOKED_S = 1.0
"""How often it is looked whether a budget that is waited for is whole again."""


class Ears(Protocol):
    """Who is told. Called from the channels' threads."""

    def hear(self, heard: Heard) -> None: ...

    def stands(self, sources: Sequence[Source], now: bool) -> None: ...

    def fault(self, error: ReadError) -> None: ...


MakeFeed = Callable[[Wanted], Listens]


@dataclass(eq=False)
class _Channel:
    """One connection and its thread."""

    wanted: Wanted
    sources: tuple[Source, ...]
    make: MakeFeed
    ears: Ears
    now: Callable[[], datetime]
    ended: bool = False
    _woken: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _feed: Listens | None = None
    _stood: float = 0.0

    def begin(self) -> None:
        name = f"listen-{self.wanted.source.network}"
        self.thread = threading.Thread(target=self._work, name=name)
        self.thread.start()

    def wake(self) -> None:
        """Tries again now."""
        self._woken.set()

    def end(self) -> None:
        """Hangs up; the thread ends soon."""
        with self._lock:
            self.ended = True
            feed = self._feed
        self._woken.set()
        if feed is not None:
            feed.close()

    def _work(self) -> None:
        failures = 0
        while not self.ended:
            self._woken.clear()
            error = self._listen()
            if self.ended:
                return
            failures = 0 if self._stood > STOOD_WELL_S else failures + 1
            if isinstance(error, BudgetUsed):
                self._rest_until(error.resets_at)
            self._woken.wait(self._pause(error, failures))

    def _listen(self) -> ReadError | None:
        """Listens until the connection breaks; returns why, None for a mistake of ours."""
        self._stood, began = 0.0, 0.0

        def ready() -> None:
            nonlocal began
            began = time.monotonic()
            self.ears.stands(self.sources, True)

        try:
            feed = self._open()
            feed.listen(self.sources, self.ears.hear, ready)
        except HungUp as error:
            return error
        except ReadError as error:
            self.ears.fault(error)
            return error
        except Exception:
            log.exception("listening failed")
        finally:
            self._stood = time.monotonic() - began if began else 0.0
            self._shut(told=bool(began))
        return None

    def _open(self) -> Listens:
        feed = self.make(self.wanted)
        with self._lock:
            self._feed = feed
            ended = self.ended
        if ended:
            feed.close()
        return feed

    def _shut(self, *, told: bool) -> None:
        with self._lock:
            feed, self._feed = self._feed, None
        if feed is not None:
            feed.close()
        if told:
            self.ears.stands(self.sources, False)

    def _rest_until(self, moment: datetime) -> None:
        """Waits for a budget by the clock of the house, whose pace may change meanwhile."""
        while (left := moment - self.now()) > timedelta(0):
            if self._woken.wait(min(clock.real_seconds(left) or _LOOKED_S, _LOOKED_S)):
                return

    def _pause(self, error: ReadError | None, failures: int) -> float:
        """Seconds until the next try, with full jitter; long if a person has to act first."""
        if error is not None and error.lasting:
            return LONGEST_PAUSE_S
        most = min(LONGEST_PAUSE_S, _FIRST_PAUSE_S * 2.0 ** min(failures, 10))
        jitter = random.uniform(0.0, most)
        return LONGEST_PAUSE_S if error is None else jitter


class Channels:
    """All channels. Used by one thread; what `ears` is told comes from others.

    Args:
        make: returns a new feed of a scope, for one channel alone. May raise `ReadError`.
        parting: returns a feed that is only asked how it parts sources.
    """

    def __init__(
        self,
        make: MakeFeed,
        parting: MakeFeed,
        ears: Ears,
        now: Callable[[], datetime],
        most: int = MOST,
    ) -> None:
        self._make = make
        self._parting = parting
        self._ears = ears
        self._now = now
        self._most = most
        self._channels: dict[tuple[Source, ...], _Channel] = {}
        self._leaving: list[_Channel] = []

    def want(self, wanted: Iterable[Wanted]) -> None:
        """Takes over what is to be listened for; channels that stay as they are go on."""
        by_source = {one.source: one for one in wanted if one.reading.pushed}
        parts = [part for group in _groups(by_source.values()) for part in self._parts(group)]
        parts.sort(key=lambda part: not any(by_source[source].urgent for source in part))
        kept = parts[: self._most]
        for sources in self._channels.keys() - set(kept):
            self._leave(sources)
        for sources in kept:
            self._keep(sources, by_source[sources[0]])

    def renew(self, profiles: Iterable[int]) -> None:
        """Tries again at once where a sign-in of one of these has been mended."""
        wanted = set(profiles)
        for channel in self._channels.values():
            if any(source.profile in wanted for source in channel.sources):
                channel.wake()

    def __len__(self) -> int:
        return len(self._channels)

    def close(self) -> None:
        """Hangs up everywhere and waits for the threads for some seconds at most."""
        for sources in list(self._channels):
            self._leave(sources)
        until = time.monotonic() + GOODBYE_S
        for channel in self._leaving:
            channel.thread.join(max(0.0, until - time.monotonic()))
        self._leaving = [channel for channel in self._leaving if channel.thread.is_alive()]
        if self._leaving:
            log.error("%d channels do not end", len(self._leaving))

    def _parts(self, group: list[Wanted]) -> list[tuple[Source, ...]]:
        try:
            feed = self._parting(group[0])
            return [part for part in feed.channels([one.source for one in group]) if part]
        except ReadError as error:
            log.warning("%s", error)
            return []

    def _keep(self, sources: tuple[Source, ...], wanted: Wanted) -> None:
        standing = self._channels.get(sources)
        if standing is not None and standing.wanted.scope == wanted.scope:
            return
        if standing is not None:
            self._leave(sources)
        channel = _Channel(wanted, sources, self._make, self._ears, self._now)
        self._channels[sources] = channel
        channel.begin()

    def _leave(self, sources: tuple[Source, ...]) -> None:
        channel = self._channels.pop(sources)
        channel.end()
        self._leaving = [one for one in self._leaving if one.thread.is_alive()]
        self._leaving.append(channel)


def _groups(wanted: Iterable[Wanted]) -> list[list[Wanted]]:
    """Parts what one connection might carry from what it surely cannot."""
    groups: dict[tuple[str, str], list[Wanted]] = {}
    for one in wanted:
        holder = one.holder(one.capabilities.pushes_per)
        groups.setdefault((one.source.network, holder), []).append(one)
    return list(groups.values())


def listening(feed: object) -> Listens:
    """Returns a feed of a network that pushes as what it is."""
    return cast("Listens", feed)
