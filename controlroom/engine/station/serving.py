"""A station's life: it waits for its turn, is on duty, gives way, and ends when it is told to."""

import asyncio
import logging
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress

from controlroom.engine.reader import Reader
from controlroom.engine.sending_beside import LateGuard
from controlroom.engine.sign_ins import SignIns
from controlroom.engine.station.copying import Copier
from controlroom.engine.station.equipment import equipment_of
from controlroom.engine.station.hearing import logged_voice
from controlroom.engine.station.record import RecordKeeper
from controlroom.engine.station.seat import Seat
from controlroom.engine.station.sending import sending_of
from controlroom.engine.station.spooling import SpoolingWriter
from controlroom.engine.station.standing import Paces
from controlroom.engine.station.tidying import tidy
from controlroom.model.errors import WorldError
from controlroom.model.journal_subject import profile_key
from controlroom.store.archive.duty import BEAT_S, Duty
from controlroom.store.archive.errors import NotOnDuty
from controlroom.store.archive.spool import Spool
from controlroom.store.archive.writing import ArchiveWriter
from controlroom.store.journal.errors import NotAllowed
from controlroom.store.lock import hold

log = logging.getLogger(__name__)

LOOK_S = 1.0
"""How often a station that waits asks for its turn."""
LOCK_NAME = "engine.lock"


def serve(seat: Seat) -> None:
    """Runs a station until it is told to end. Raises `WorldError` if it cannot begin."""
    asyncio.run(_serve(seat))


async def _serve(seat: Seat) -> None:
    with ExitStack() as stack:
        stack.enter_context(hold(seat.folder / LOCK_NAME))
        spool = stack.enter_context(closing(Spool.open(seat.folder, seat.key)))
        cache = stack.enter_context(closing(SpoolingWriter.open(seat.folder, seat.key)))
        cache.spool, cache.came = spool, threading.Event()
        await _Station(seat, cache).run()


class _Station:
    """Runs in one loop; every method but those named so is for its thread."""

    def __init__(self, seat: Seat, cache: SpoolingWriter) -> None:
        self._seat, self._cache = seat, cache
        self._loop = asyncio.get_running_loop()
        self._ending = asyncio.Event()
        self._lost = asyncio.Event()
        self._fault: BaseException | None = None
        self._duty = Duty(seat.url)
        self._paces = Paces()
        guard = LateGuard(seat.guard)
        self._record = RecordKeeper(
            seat.url,
            seat.signer,
            seat.custody,
            profiles=lambda: [profile_key(one) for one in cache.profiles()],
            broken=self._end_with,
            put_out=self._put_out,
            equipment=lambda: equipment_of(guard(), seat.computer),
        )

    async def run(self) -> None:
        """Works until it is told to end; raises what made it end otherwise."""
        self._mind_signals()
        self._record.begin()
        try:
            while not self._ending.is_set():
                if fence := await self._turn():
                    await self._on_duty(fence)
        finally:
            await asyncio.to_thread(self._record.end)
            self._duty.close()
        if self._fault is not None:
            raise self._fault

    async def _turn(self) -> int:
        """Waits for a turn; returns its number, 0 when the station is to end."""
        said = ""
        while not self._ending.is_set():
            try:
                if fence := await asyncio.to_thread(self._duty.take, self._seat.computer):
                    return fence
                state = "another station is on duty; this one waits"
            except WorldError as error:
                state = error.told()
            if state != said:
                log.info("%s", state)
                said = state
            await _waited(self._ending, LOOK_S)
        return 0

    async def _on_duty(self, fence: int) -> None:
        """Reads and copies until the duty is lost or the station is to end."""
        log.info("on duty, by entry %d of the record", fence)
        self._lost.clear()
        over = threading.Event()
        with (
            closing(ArchiveWriter(self._seat.url, fence)) as archive,
            closing(ArchiveWriter(self._seat.url, fence)) as rights,
        ):
            copier = Copier(self._cache, archive, over, self._seat.keep, self._paces)
            self._record.on_duty(rights)
            copying = asyncio.create_task(self._guarded(copier.work))
            beating = asyncio.create_task(self._guarded(lambda: self._beat(fence, over)))
            try:
                await self._read()
            finally:
                over.set()
                self._cache.came.set()
                await asyncio.gather(copying, beating)
                await asyncio.to_thread(self._record.on_duty, None)
        await self._leave(fence)
        log.info("off duty; %d posts were copied", copier.copied)

    async def _read(self) -> None:
        """Reads the networks until the duty is lost or the station is to end."""
        profiles = [profile.id for profile in self._cache.profiles()]
        sign_ins = SignIns(
            dict(await asyncio.to_thread(self._seat.sign_ins, profiles)), self._seat.renewed
        )
        with logged_voice(self._paces.hear) as voice:
            reader = Reader(self._cache, voice, sign_ins, self._seat.networks, self._seat.servers)
            sending = sending_of(self._seat, self._cache, sign_ins, reader.purses)
            reading = asyncio.create_task(reader.work())
            sending.begin()
            tidying = asyncio.create_task(tidy(reader, self._cache, self._seat.days))
            ends = [asyncio.create_task(one.wait()) for one in (self._ending, self._lost)]
            await asyncio.wait({reading, *ends}, return_when=asyncio.FIRST_COMPLETED)
            for one in (*ends, tidying):
                one.cancel()
            # Before the duty is left: what another station finds under way it takes for lost.
            await asyncio.to_thread(sending.end)
            reader.stop()
            await reading

    async def _guarded(self, work: Callable[[], None]) -> None:
        """Runs work in a thread; what it raises ends the duty."""
        try:
            await asyncio.to_thread(work)
        except (NotOnDuty, NotAllowed) as error:
            log.warning("%s", error)
            self._lost.set()
        except BaseException as error:
            self._end_with(error)
            raise

    def _beat(self, fence: int, over: threading.Event) -> None:
        """Says that this station lives; called in a thread. Raises `NotOnDuty`, `NotAllowed`."""
        while not over.wait(BEAT_S):
            try:
                self._duty.keep(fence)
            except (NotOnDuty, NotAllowed):
                raise
            except WorldError as error:
                # Nobody else is on duty either while the database is away; reading goes on.
                log.warning("%s", error)

    async def _leave(self, fence: int) -> None:
        """Lets another station begin at once; nobody waits for that to succeed."""
        with suppress(WorldError):
            await asyncio.to_thread(self._duty.leave, fence)

    def _put_out(self) -> None:
        """Called in the record's thread."""
        self._loop.call_soon_threadsafe(self._lost.set)

    def _end_with(self, error: BaseException) -> None:
        """Ends the station for a reason; may be called in any thread."""
        self._fault = self._fault or error
        self._loop.call_soon_threadsafe(self._ending.set)

    def _mind_signals(self) -> None:
        # Loops of Windows take no signals; there the service is ended by its console.
        if sys.platform != "win32":
            for number in (signal.SIGTERM, signal.SIGINT):
                self._loop.add_signal_handler(number, self._ending.set)


async def _waited(event: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)
