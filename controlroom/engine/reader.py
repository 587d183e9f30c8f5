"""The engine at work: reads what is due, tells the desk what changed, obeys its orders."""

import asyncio
import logging
import threading
from collections.abc import Callable, Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any, TypeVar

import msgspec

from controlroom.engine import orders
from controlroom.engine.connecting import Connecting
from controlroom.engine.pipes import Voice
from controlroom.engine.sign_ins import SignIns
from controlroom.feeds.base import Budget, Capabilities, Feed, Seat
from controlroom.feeds.errors import HungUp
from controlroom.feeds.registry import capabilities_of, make_feed
from controlroom.feeds.servers import Servers
from controlroom.feeds.signing_in import Entrance
from controlroom.intake.collector import Collected, Collector
from controlroom.intake.plan import Plan, Scope, Turn, Wanted
from controlroom.intake.wanted import wanted_sources
from controlroom.model.changes import Changes, Sighting
from controlroom.model.credential import Credential
from controlroom.model.errors import WorldError
from controlroom.model.profile import Profile
from controlroom.store.cache.states import StateKeeper
from controlroom.store.cache.writer import CacheWriter

log = logging.getLogger(__name__)

READERS = 8
T = TypeVar("T")
_LONGEST_SLEEP_S = 30.0
_DISK_REST_S = 5.0


def utc_now() -> datetime:
    """Returns the time of day, aware."""
    return datetime.now(UTC)


class Feeds:
    """One feed for each budget, made when it is first read."""

    def __init__(self, sign_ins: SignIns, servers: Servers, networks: Mapping[str, str]) -> None:
        self._sign_ins = sign_ins
        self._servers = servers
        self._networks = networks
        self._lock = threading.Lock()
        self._made: dict[Scope, Feed] = {}
        self._profiles: dict[int, Profile] = {}

    def know(self, profiles: Sequence[Profile]) -> None:
        """Takes over the profiles; feeds of those that have changed are made anew."""
        with self._lock:
            known = {profile.id: profile for profile in profiles}
            changed = [s for s in self._made if known.get(s[2]) != self._profiles.get(s[2])]
            gone = [self._made.pop(scope) for scope in changed]
            self._profiles = known
        for feed in gone:
            feed.close()

    def of(self, wanted: Wanted) -> Feed:
        """Returns the feed. Raises what making it raises."""
        with self._lock:
            if wanted.scope not in self._made:
                profile = self._profiles.get(wanted.source.profile)
                sign_in = self._sign_ins.of(wanted.source.profile)
                seat = Seat(profile, sign_in, utc_now, self._servers)
                self._made[wanted.scope] = make_feed(wanted.source.network, seat, self._networks)
            return self._made[wanted.scope]

    def capabilities(self, network: str) -> Capabilities:
        """Returns what a network offers. Raises `UnknownNetwork`."""
        return capabilities_of(network, self._networks)

    def close(self) -> None:
        """Hangs up everywhere."""
        with self._lock:
            feeds, self._made = list(self._made.values()), {}
        for feed in feeds:
            feed.close()


class Reader:
    """Reads until it is stopped."""

    def __init__(
        self,
        writer: CacheWriter,
        voice: Voice,
        sign_ins: SignIns,
        networks: Mapping[str, str],
        servers: Servers | None = None,
    ) -> None:
        self._writer = writer
        self._voice = voice
        self._sign_ins = sign_ins
        self._servers = servers or Servers()
        self._feeds = Feeds(sign_ins, self._servers, networks)
        self._connecting = Connecting(voice, self._entrance, networks)
        self._plan = Plan()
        self._writing = threading.Lock()
        self._collector = Collector(
            self._feeds.of, self._write, StateKeeper(writer.database), utc_now
        )
        self._pool = ThreadPoolExecutor(READERS, thread_name_prefix="read")
        self._keeping = ThreadPoolExecutor(1, thread_name_prefix="keep")
        self._woken = asyncio.Event()
        self._stopping = False
        self._in_order = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()

    def obey(self, line: bytes) -> None:
        """Carries out a line of the desk; called in the loop's thread."""
        try:
            order = orders.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            # What the line says may be a secret, and the decoder's message quotes it.
            log.warning("a line from the desk was not understood")
            self._voice.say(error={"kind": "NotUnderstood", "text": "A line was not understood."})
            return
        self._start(self._one_after_the_other(order))

    def stop(self) -> None:
        """Ends the work; reads under way are hung up."""
        self._stopping = True
        self._woken.set()

    async def work(self) -> None:
        """Reads what is due, sleeps until the next is, and ends when it is stopped."""
        try:
            await self._reload()
            while not self._stopping:
                self._woken.clear()
                self._begin_turns()
                await self._sleep()
        finally:
            await self._end()

    def _begin_turns(self) -> None:
        while len(self._tasks) < READERS and (turn := self._plan.next(utc_now())):
            self._start(self._read(turn))

    async def _sleep(self) -> None:
        now = utc_now()
        wakes_at = self._plan.wakes_at(now)
        # Awake now and then all the same: the clock may jump, and a laptop may have slept.
        seconds = (wakes_at - now).total_seconds() if wakes_at else _LONGEST_SLEEP_S
        if len(self._tasks) >= READERS:
            seconds = _LONGEST_SLEEP_S
        try:
            async with asyncio.timeout(min(max(seconds, 0.01), _LONGEST_SLEEP_S)):
                await self._woken.wait()
        except TimeoutError:
            return

    async def _read(self, turn: Turn) -> None:
        loop = asyncio.get_running_loop()
        try:
            collected = await loop.run_in_executor(self._pool, self._collector.collect, turn)
        except HungUp:
            self._plan.let_go(turn, utc_now())
            return
        except WorldError as error:
            # Not the network's fault: the disk's. What was read is read again.
            self._tell_error(error)
            await asyncio.sleep(_DISK_REST_S)
            self._plan.let_go(turn, utc_now())
            return
        except BaseException:
            self._plan.let_go(turn, utc_now())
            raise
        self._plan.settle(turn, collected.outcome(), utc_now())
        self._tell(turn, collected)

    async def _one_after_the_other(self, order: orders.Order) -> None:
        async with self._in_order:
            await self._carry_out(order)

    async def _carry_out(self, order: orders.Order) -> None:
        if order.sign_ins:
            self._sign_ins.take(order.sign_ins)
            self._plan.wake(list(order.sign_ins), utc_now())
        if order.save_profile or order.save_stream:
            await self._save(order)
        if order.connect:
            self._connecting.begin(order.connect)
        if order.add_profiles:
            await self._add_profiles(order.add_profiles)
        if order.remove_profiles:
            await self._remove_profiles(order.remove_profiles)
        if order.read_now:
            self._plan.hurry(order.read_now, utc_now())
        if order.stop:
            self.stop()

    async def _add_profiles(self, order: orders.AddProfiles) -> None:
        def saved() -> list[int]:
            with self._writing:
                return self._writer.add_profiles(order.profiles, order.groups)

        try:
            ids = await self._in_keeping(saved)
        except WorldError as error:
            self._tell_error(error)
            return
        await self._reload()
        self._voice.say_surely(added={"ticket": order.ticket, "ids": ids})

    async def _remove_profiles(self, ids: list[int]) -> None:
        def removed() -> None:
            with self._writing:
                self._writer.remove_profiles(ids)

        try:
            await self._in_keeping(removed)
        except WorldError as error:
            self._tell_error(error)
            return
        self._sign_ins.take({profile: Credential() for profile in ids})
        await self._reload()

    async def _save(self, order: orders.Order) -> None:
        try:
            saved = await self._in_keeping(lambda: self._saved(order))
        except WorldError as error:
            self._tell_error(error)
            return
        await self._reload()
        self._voice.say(saved=saved)

    def _saved(self, order: orders.Order) -> dict[str, int]:
        saved = {}
        with self._writing:
            if order.save_profile:
                saved["profile"] = self._writer.save_profile(order.save_profile)
            if order.save_stream:
                saved["stream"] = self._writer.save_stream(order.save_stream)
        return saved

    async def _reload(self) -> None:
        profiles = await self._in_keeping(self._writer.profiles)
        streams = await self._in_keeping(self._writer.streams)
        self._feeds.know(profiles)
        self._plan.want(wanted_sources(profiles, streams, self._feeds.capabilities), utc_now())

    async def _in_keeping(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._keeping, work)

    def _write(self, sightings: Sequence[Sighting]) -> Changes:
        with self._writing:
            return self._writer.ingest(sightings)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        self._woken.set()
        error = None if task.cancelled() else task.exception()
        if error is not None:
            log.error("a turn failed", exc_info=error)
            self._voice.say(error={"kind": type(error).__name__, "text": "A mistake of ours."})

    def _entrance(self, host: str) -> Entrance:
        return Entrance(host, utc_now, self._servers)

    async def _end(self) -> None:
        self._feeds.close()
        await asyncio.get_running_loop().run_in_executor(None, self._connecting.close)
        for task in list(self._tasks):
            if task is not asyncio.current_task():
                task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._pool.shutdown(wait=True)
        self._keeping.shutdown(wait=True)

    def _tell(self, turn: Turn, collected: Collected) -> None:
        for changes in collected.changes:
            if changes:
                self._voice.say(
                    changed={
                        "new": changes.new,
                        "updated": changes.updated,
                        "removed": changes.removed,
                        "streams": turn.wanted.streams,
                    }
                )
        self._voice.say(state=_state_line(turn, collected))
        if collected.error is not None:
            self._tell_error(collected.error)

    def _tell_error(self, error: WorldError) -> None:
        log.warning("%s", error)
        self._voice.say(error={"kind": type(error).__name__, "text": error.told()})


def _state_line(turn: Turn, collected: Collected) -> dict[str, object]:
    state = collected.state
    return {
        "source": state.id,
        "network": state.source.network,
        "kind": state.source.kind,
        "profile": state.source.profile,
        "term": state.source.term,
        "streams": turn.wanted.streams,
        "now": state.trouble or "live",
        "last_read": state.complete_to,
        "next_read": turn.due,
        "budgets": [_budget_line(budget) for budget in collected.budgets],
        "set_aside": collected.set_aside,
    }


def _budget_line(budget: Budget) -> dict[str, object]:
    return {
        "name": budget.name,
        "per": budget.per,
        "limit": budget.limit,
        "remaining": budget.remaining,
        "resets_at": budget.resets_at,
    }
