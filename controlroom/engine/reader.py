"""The engine at work: reads what is due, tells the desk what changed, obeys its orders."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial

import msgspec

from controlroom.engine import orders
from controlroom.engine.asking import Asking
from controlroom.engine.connecting import Connecting
from controlroom.engine.fetching import Fetching
from controlroom.engine.hands import Hands
from controlroom.engine.housekeeping import Housekeeping
from controlroom.engine.listing import Listing
from controlroom.engine.looking import SecondLooks
from controlroom.engine.machinery import Machinery
from controlroom.engine.offers import network_offers
from controlroom.engine.retention import Retention
from controlroom.engine.seats import utc_now
from controlroom.engine.sign_ins import SignIns
from controlroom.engine.telling import changed_line, state_line
from controlroom.engine.tending import Tending
from controlroom.feeds.errors import HungUp, ReadError
from controlroom.feeds.servers import Servers
from controlroom.feeds.signing_in import Entrance
from controlroom.intake.collector import Collected
from controlroom.intake.plan import Turn
from controlroom.intake.purses import Purses
from controlroom.model import clock
from controlroom.model.changes import Changes
from controlroom.model.credential import Credential
from controlroom.model.errors import WorldError
from controlroom.model.stream import Source
from controlroom.pipes import Voice
from controlroom.store.cache.servers import ServerKeeper
from controlroom.store.cache.writer import CacheWriter

log = logging.getLogger(__name__)

MOST_WATCHED = 5_000
"""Posts of the desk's boards that are looked at again the soonest."""
_LONGEST_SLEEP_S = 30.0
_DISK_REST_S = 5.0


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
        self._hands = Hands(self._hear_ended)
        self._retention = Retention(writer, self._machinery.writing, voice, self._hands.keep)
        self._looks = SecondLooks(self._machinery, writer.database, utc_now)
        servers_told = ServerKeeper(writer.database)
        self._asking = Asking(self._machinery, sign_ins, writer.profiles, servers_told, utc_now)
        self._tending = Tending(
            self._machinery, self._looks, self._asking, self._hands, voice, self._tell_error
        )
        self._fetching = Fetching(self._machinery, writer, sign_ins, self._servers, voice)
        self._listing = Listing(
            writer, self._machinery, sign_ins, self._hands, voice,
            lambda: self._reload(), self._tell_error,
        )  # fmt: skip
        self._housekeeping = Housekeeping(
            self._tidy, lambda: not self._hands.reading, self._hands.keeping
        )
        self._loop: asyncio.AbstractEventLoop | None = None
        self._woken = asyncio.Event()
        self._stopping = False
        self._in_order = asyncio.Lock()

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
        self._hands.start(self._one_after_the_other(order))

    def stop(self) -> None:
        """Ends the work; reads under way are hung up."""
        self._stopping = True
        self._woken.set()

    async def work(self) -> None:
        """Reads what is due, sleeps until the next is, and ends when it is stopped."""
        self._loop = asyncio.get_running_loop()
        try:
            await self._reload()
            self._hands.start(self._housekeeping.work())
            while not self._stopping:
                self._woken.clear()
                self._tending.tend()
                self._begin_turns()
                await self._sleep()
        finally:
            await self._end()

    def _begin_turns(self) -> None:
        while self._hands.is_one_free() and (turn := self._plan.next(utc_now())):
            self._hands.reading += 1
            self._hands.start(self._read(turn))

    async def _sleep(self) -> None:
        now = utc_now()
        wakes_at = self._plan.wakes_at(now)
        # Awake now and then all the same: the clock may jump, and a laptop may have slept.
        seconds = clock.real_seconds(wakes_at - now) if wakes_at else None
        if seconds is None or not self._hands.is_one_free():
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
            self._hands.reading -= 1
        if collected is None:
            self._plan.let_go(turn, utc_now())
        elif collected.put_off:
            self._plan.put_off(turn)
        else:
            self._plan.settle(turn, collected.outcome(), utc_now())
            self._tell(turn, collected)

    async def _collected(self, turn: Turn) -> Collected | None:
        """Returns what a turn came to, None if that was nothing and not its network's fault."""
        try:
            return await self._hands.read(partial(self._machinery.collector.collect, turn))
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

    async def _one_after_the_other(self, order: orders.Order) -> None:
        async with self._in_order:
            await self._carry_out(order)

    async def _carry_out(self, order: orders.Order) -> None:
        if order.sign_ins:
            await self._take_sign_ins(order.sign_ins)
        await self._listing.carry_out(order)
        self._fetching.carry_out(order, self._hands)
        if order.connect:
            self._connecting.begin(order.connect)
        if order.check_all:
            for stream in {s for turn in self._plan.turns() for s in turn.wanted.streams}:
                self._plan.hurry(stream, utc_now())
        if order.retain:
            self._hands.start(self._retention.carry_out(order.retain))
        if order.networks:
            offers = await self._hands.keep(lambda: network_offers(self._networks))
            self._voice.say_surely(networks=offers)
        if order.watching is not None:
            self._looks.watched = frozenset(order.watching[:MOST_WATCHED])
        if order.fill:
            await self._fill(order.fill)
        if order.read_now:
            self._plan.hurry(order.read_now, utc_now())
        if order.stop:
            self.stop()

    async def _take_sign_ins(self, credentials: Mapping[int, Credential]) -> None:
        self._sign_ins.take(credentials)
        await self._hands.keep(self._asking.try_again)
        # Under which application a profile is signed in decides whose budgets it shares.
        await self._reload()
        self._plan.wake(list(credentials), utc_now())
        self._machinery.channels.renew(credentials)

    async def _fill(self, number: int) -> None:
        """Tries to fill a gap now, also one that was given up."""
        states = self._machinery.states
        gaps = await self._hands.keep(lambda: states.gaps(standing=True))
        known = {state.id: state.source for state in await self._hands.keep(states.states)}
        found = next((gap for gap in gaps if gap.id == number), None)
        if found is None or not self._plan.fill(known[found.source], number, utc_now()):
            self._voice.say(error={"kind": "NoSuchGap", "text": "This gap is not there any more."})

    def _tidy(self) -> bool:
        with self._machinery.writing:
            return self._writer.tidy_step()

    async def _reload(self) -> None:
        self._machinery.want(await self._hands.keep(self._machinery.load))
        self._tending.ask_servers()

    def _hear_ended(self, error: BaseException | None) -> None:
        self._woken.set()
        if error is not None:
            self._voice.say(error={"kind": type(error).__name__, "text": "A mistake of ours."})

    def _entrance(self, host: str) -> Entrance:
        return Entrance(host, utc_now, self._servers)

    async def _end(self) -> None:
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(None, self._machinery.hang_up)
        await loop.run_in_executor(None, self._asking.close)
        await loop.run_in_executor(None, self._connecting.close)
        await loop.run_in_executor(None, self._fetching.close)
        await self._hands.let_go()
        self._machinery.gatherer.close()
        self._hands.end()

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
