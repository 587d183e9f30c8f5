"""The engine at work: reads what is due, tells the desk what changed, obeys its orders."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import Any, TypeVar

import msgspec

from controlroom.engine import orders
from controlroom.engine.asking import Asking
from controlroom.engine.clips import Clips
from controlroom.engine.clock_watch import ClockWatch, SleepWatch
from controlroom.engine.connecting import Connecting
from controlroom.engine.conversing import Conversations
from controlroom.engine.housekeeping import Housekeeping
from controlroom.engine.looking import SecondLooks
from controlroom.engine.machinery import Machinery
from controlroom.engine.offers import network_offers
from controlroom.engine.pictures import Pictures
from controlroom.engine.retention import Retention
from controlroom.engine.seats import utc_now
from controlroom.engine.sign_ins import SignIns
from controlroom.engine.telling import changed_line, gap_line, state_line
from controlroom.feeds.clips import ClipFetcher
from controlroom.feeds.errors import HungUp, ReadError
from controlroom.feeds.media import MediaFetcher, media_limits
from controlroom.feeds.servers import Servers
from controlroom.feeds.signing_in import Entrance
from controlroom.intake.collector import Collected
from controlroom.intake.looks import Look
from controlroom.intake.plan import Turn
from controlroom.intake.purses import Purses
from controlroom.intake.wanting import Wanted
from controlroom.model import clock
from controlroom.model.changes import Changes
from controlroom.model.credential import Credential
from controlroom.model.errors import WorldError
from controlroom.model.stream import Source
from controlroom.pipes import Voice
from controlroom.store.cache.clips import ClipKeeper
from controlroom.store.cache.pictures import PictureKeeper
from controlroom.store.cache.servers import ServerKeeper
from controlroom.store.cache.writer import CacheWriter

log = logging.getLogger(__name__)

READERS = 12
"""Reads at the same time."""
MOST_WATCHED = 5_000
"""Posts of the desk's boards that are looked at again the soonest."""
T = TypeVar("T")
_LONGEST_SLEEP_S = 30.0
_DISK_REST_S = 5.0
_TENDED_EACH = timedelta(seconds=30)
_LOOKS_AT_ONCE = 4


class Reader:
    """Reads until it is stopped.

    Args:
        lead: leads the clock as the desk says, in an exercise.
    """

    def __init__(
        self,
        writer: CacheWriter,
        voice: Voice,
        sign_ins: SignIns,
        networks: Mapping[str, str],
        servers: Servers | None = None,
        lead: clock.Lead | None = None,
    ) -> None:
        self._writer = writer
        self._voice = voice
        self._lead = lead
        self._sign_ins = sign_ins
        self._servers = servers or Servers()
        self._networks = networks
        self._connecting = Connecting(voice, self._entrance, networks)
        self._machinery = Machinery(
            writer,
            sign_ins,
            self._servers,
            networks,
            told=self._tell_changes,
            stands=self._push_stands,
            fault=self._tell_error,
        )
        self._plan = self._machinery.plan
        self._retention = Retention(writer, self._machinery.writing, voice, self._in_keeping)
        self._looks = SecondLooks(self._machinery, writer.database, utc_now)
        servers_told = ServerKeeper(writer.database)
        self._asking = Asking(self._machinery, sign_ins, writer.profiles, servers_told, utc_now)
        self._pictures = Pictures(
            PictureKeeper(writer.database),
            self._machinery.writing,
            lambda: MediaFetcher(self._servers),
            lambda there: voice.say(pictures=there),
            utc_now,
            missed=lambda news: voice.say(fetching=news),
        )
        self._conversations = Conversations(
            self._machinery,
            sign_ins,
            writer.profiles,
            lambda told: voice.say(completing=told),
            utc_now,
        )
        self._clips = Clips(
            ClipKeeper(writer.database, media_limits().kept.clips),
            self._machinery.writing,
            lambda: ClipFetcher(self._servers),
            lambda news: voice.say(fetching=news),
            utc_now,
        )
        self._clock = ClockWatch(utc_now, clock.steady_s)
        self._sleep_watch = SleepWatch()
        self._tended = utc_now()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._reading = 0
        self._pool = ThreadPoolExecutor(READERS, thread_name_prefix="read")
        self._keeping = ThreadPoolExecutor(1, thread_name_prefix="keep")
        self._housekeeping = Housekeeping(self._tidy, lambda: not self._reading, self._keeping)
        self._woken = asyncio.Event()
        self._stopping = False
        self._in_order = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def purses(self) -> Purses:
        """The allowances, for whatever sends beside it."""
        return self._machinery.purses

    def obey(self, line: bytes) -> None:
        """Carries out a line of the desk; called in the loop's thread."""
        try:
            order = orders.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            # What the line says may be a secret, and the decoder's message quotes it.
            log.warning("a line from the desk was not understood")
            self._voice.say(error={"kind": "NotUnderstood", "text": "A line was not understood."})
            return
        if order.clock and self._lead:
            self._lead.follow(order.clock)
        self._start(self._one_after_the_other(order))

    def stop(self) -> None:
        """Ends the work; reads under way are hung up."""
        self._stopping = True
        self._woken.set()

    async def work(self) -> None:
        """Reads what is due, sleeps until the next is, and ends when it is stopped."""
        self._loop = asyncio.get_running_loop()
        try:
            await self._reload()
            self._start(self._housekeeping.work())
            while not self._stopping:
                self._woken.clear()
                self._tend()
                self._begin_turns()
                await self._sleep()
        finally:
            await self._end()

    def _begin_turns(self) -> None:
        while self._reading < READERS and (turn := self._plan.next(utc_now())):
            self._reading += 1
            self._start(self._read(turn))

    def _tend(self) -> None:
        """Does what is due now and then, whatever is read."""
        jump = self._clock.moved()
        if jump:
            log.warning("the clock has jumped by %s", jump)
            self._plan.clock_moved(jump)
        now = utc_now()
        if slept := self._sleep_watch.slept():
            log.warning("this computer was asleep for %s", slept)
            self._machinery.collector.asleep = (now - slept, now)
        if abs(now - self._tended) >= _TENDED_EACH:
            self._tended = now
            self._start(self._note_silences())
            self._start(self._look_again())
            self._start(self._ask_servers())

    async def _note_silences(self) -> None:
        """Lets gaps show while they grow, and not only once they are read over."""
        late = [turn for turn in self._plan.turns() if not turn.reading and turn.overdue(utc_now())]
        for turn in late:
            gap = await self._in_keeping(partial(self._machinery.collector.note_silence, turn))
            if gap is not None:
                self._voice.say(gap=gap_line(gap))

    async def _sleep(self) -> None:
        now = utc_now()
        wakes_at = self._plan.wakes_at(now)
        # Awake now and then all the same: the clock may jump, and a laptop may have slept.
        seconds = clock.real_seconds(wakes_at - now) if wakes_at else None
        if seconds is None or self._reading >= READERS:
            seconds = _LONGEST_SLEEP_S
        try:
            async with asyncio.timeout(min(max(seconds, 0.01), _LONGEST_SLEEP_S)):
                await self._woken.wait()
        except TimeoutError:
            return

    async def _read(self, turn: Turn) -> None:
        try:
            collected = await self._collected(turn)
        finally:
            self._reading -= 1
        if collected is None:
            self._plan.let_go(turn, utc_now())
        elif collected.put_off:
            self._plan.put_off(turn)
        else:
            self._plan.settle(turn, collected.outcome(), utc_now())
            self._tell(turn, collected)

    async def _collected(self, turn: Turn) -> Collected | None:
        """Returns what a turn came to, None if that was nothing and not its network's fault."""
        loop = asyncio.get_running_loop()
        collect = self._machinery.collector.collect
        try:
            return await loop.run_in_executor(self._pool, collect, turn)
        except HungUp:
            return None
        except WorldError as error:
            # Not the network's fault: the disk's. What was read is read again.
            self._tell_error(error)
            await asyncio.sleep(_DISK_REST_S)
            return None
        except BaseException:
            self._plan.let_go(turn, utc_now())
            raise

    async def _look_again(self) -> None:
        """Looks at what is shown, kept or young, as far as the budgets spare it."""
        wanted = [turn.wanted for turn in self._plan.turns() if not turn.asleep]
        networks = sorted({one.source.network for one in wanted})
        try:
            await self._in_keeping(lambda: self._looks.follow_deletions(networks))
            found = await self._in_keeping(lambda: self._looks.choose(wanted))
        except WorldError as error:
            self._tell_error(error)
            return
        for look, one in found[:_LOOKS_AT_ONCE]:
            if self._reading < READERS and self._plan.lend(one.scope):
                self._reading += 1
                self._start(self._look(look, one))

    async def _look(self, look: Look, wanted: Wanted) -> None:
        loop = asyncio.get_running_loop()
        self._looks.asked_for(look)
        try:
            await loop.run_in_executor(self._pool, self._looks.look, look, wanted)
        except HungUp:
            return
        except WorldError as error:
            # Nobody waits for a second look, so nobody is told.
            log.warning("a second look failed: %s", error)
        finally:
            self._reading -= 1
            self._plan.give_back(wanted.scope)

    async def _ask_servers(self) -> None:
        """Asks servers what they take, where that is not known or was told long ago."""
        try:
            found = await self._in_keeping(self._asking.choose)
        except WorldError as error:
            self._tell_error(error)
            return
        for one in found:
            self._start(self._ask_server(one))

    async def _ask_server(self, wanted: Wanted) -> None:
        loop = asyncio.get_running_loop()
        try:
            if await loop.run_in_executor(self._pool, self._asking.ask, wanted):
                self._voice.say(servers=True)
        except HungUp:
            return
        except WorldError as error:
            # What the network's own data say is taken until it answers.
            log.warning("a server did not tell what it takes: %s", error)

    async def _one_after_the_other(self, order: orders.Order) -> None:
        async with self._in_order:
            await self._carry_out(order)

    async def _carry_out(self, order: orders.Order) -> None:
        if order.sign_ins:
            await self._take_sign_ins(order.sign_ins)
        if order.save_profile or order.save_stream:
            await self._save(order)
        if order.connect:
            self._connecting.begin(order.connect)
        if order.add_profiles:
            await self._add_profiles(order.add_profiles)
        if order.remove_profiles:
            await self._remove_profiles(order.remove_profiles)
        if order.check_all:
            for stream in {s for turn in self._plan.turns() for s in turn.wanted.streams}:
                self._plan.hurry(stream, utc_now())
        if order.retain:
            self._start(self._retention.carry_out(order.retain))
        if order.networks:
            offers = await self._in_keeping(lambda: network_offers(self._networks))
            self._voice.say_surely(networks=offers)
        if order.watching is not None:
            self._looks.watched = frozenset(order.watching[:MOST_WATCHED])
        if order.pictures:
            self._pictures.wish(order.pictures)
        if order.converse:
            self._start(self._conversations.read(order.converse))
        if order.clip:
            self._clips.wish(order.clip)
        if order.fill:
            await self._fill(order.fill)
        if order.read_now:
            self._plan.hurry(order.read_now, utc_now())
        if order.stop:
            self.stop()

    async def _take_sign_ins(self, credentials: Mapping[int, Credential]) -> None:
        self._sign_ins.take(credentials)
        await self._in_keeping(self._asking.try_again)
        # Under which application a profile is signed in decides whose budgets it shares.
        await self._reload()
        self._plan.wake(list(credentials), utc_now())
        self._machinery.channels.renew(credentials)

    async def _fill(self, number: int) -> None:
        """Tries to fill a gap now, also one that was given up."""
        states = self._machinery.states
        gaps = await self._in_keeping(lambda: states.gaps(standing=True))
        known = {state.id: state.source for state in await self._in_keeping(states.states)}
        found = next((gap for gap in gaps if gap.id == number), None)
        if found is None or not self._plan.fill(known[found.source], number, utc_now()):
            self._voice.say(error={"kind": "NoSuchGap", "text": "This gap is not there any more."})

    async def _add_profiles(self, order: orders.AddProfiles) -> None:
        def saved() -> list[int]:
            with self._machinery.writing:
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
            with self._machinery.writing:
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
        with self._machinery.writing:
            if order.save_profile:
                saved["profile"] = self._writer.save_profile(order.save_profile)
            if order.save_stream:
                saved["stream"] = self._writer.save_stream(order.save_stream)
        return saved

    def _tidy(self) -> bool:
        with self._machinery.writing:
            return self._writer.tidy_step()

    async def _reload(self) -> None:
        self._machinery.want(await self._in_keeping(self._machinery.load))
        self._start(self._ask_servers())

    async def _in_keeping(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._keeping, work)

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
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(None, self._machinery.hang_up)
        await loop.run_in_executor(None, self._asking.close)
        await loop.run_in_executor(None, self._connecting.close)
        await loop.run_in_executor(None, self._pictures.close)
        await loop.run_in_executor(None, self._clips.close)
        await loop.run_in_executor(None, self._conversations.close)
        for task in list(self._tasks):
            if task is not asyncio.current_task():
                task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._pool.shutdown(wait=True)
        self._machinery.gatherer.close()
        self._keeping.shutdown(wait=True)

    def _push_stands(self, sources: Sequence[Source], now: bool) -> None:
        """Called from a channel's thread."""

        def take() -> None:
            self._plan.push(sources, utc_now(), stands=now)
            self._woken.set()

        # The loop may be closed already when a channel ends.
        with suppress(RuntimeError):
            if self._loop is not None:
                self._loop.call_soon_threadsafe(take)

    def _tell_changes(self, changes: Changes, streams: tuple[int, ...]) -> None:
        self._voice.say(changed=changed_line(changes, streams))

    def _tell(self, turn: Turn, collected: Collected) -> None:
        now, machinery = utc_now(), self._machinery
        left = machinery.purses.left(turn.wanted, now)
        bill = machinery.till.bill(turn.wanted.source.network, now)
        self._voice.say(state=state_line(turn, collected, left, bill))
        if collected.error is not None:
            self._tell_error(collected.error)

    def _tell_error(self, error: WorldError) -> None:
        log.warning("%s", error)
        # What is wrong with a network stands at its sources; the rest is the whole engine's.
        of = "network" if isinstance(error, ReadError) else "engine"
        self._voice.say(error={"kind": type(error).__name__, "text": error.told(), "of": of})
