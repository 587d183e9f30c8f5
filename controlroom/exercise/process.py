"""The process of an exercise: all simulated networks, the director, and the pipes to the desk."""

import asyncio
import logging
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from controlroom.exercise import orders
from controlroom.exercise.clock import Clock
from controlroom.exercise.director import Director
from controlroom.exercise.faults import FaultKind, Faults
from controlroom.exercise.mishaps import Mishap, Plan
from controlroom.exercise.opening import ready_of
from controlroom.exercise.scenario import load, path_of
from controlroom.exercise.scenario.plan import Inject
from controlroom.exercise.seal import seal
from controlroom.exercise.server import NETWORKS, Server, faces_of
from controlroom.exercise.status import status_of
from controlroom.exercise.world import World
from controlroom.model.errors import OurError, WorldError
from controlroom.pipes import listen

log = logging.getLogger(__name__)

STATUS_S = 1.0
LONGEST_NAP_S = 0.05
"""How long nothing happens at most; a jump or another speed is felt after this."""

_encode = msgspec.json.Encoder().encode


class Exercise:
    """One running exercise. Used by its loop's thread."""

    def __init__(self, scenario: Path, speed: float, seed: int, networks: Iterable[str]) -> None:
        plan = load(scenario)
        world = World(Clock(_starts(), speed), seed)
        self.faults = Faults(world.clock)
        self.director = Director(plan, world, self.faults, seed)
        self.server = Server(world, faces_of(world, networks), self.faults)
        self._over, self._changed = asyncio.Event(), asyncio.Event()
        self._added = 0
        self._debriefed: dict[str, str] = {}

    async def run(self, say: Callable[[dict[str, Any]], None]) -> None:
        """Runs until `stop`; says first what a desk begins with, then how it stands."""
        world = self.director.world
        world.clock.pause()
        self.director.begin()
        await self.server.begin()
        try:
            ready = ready_of(self.director.stage, self.server.faces, self.server.led)
            say(msgspec.to_builtins(ready))
            world.clock.go_on()
            telling = asyncio.create_task(self._tell(say))
            await self._lead()
            telling.cancel()
            with suppress(asyncio.CancelledError):
                await telling
        finally:
            self.director.close()
            await self.server.close()

    def stop(self) -> None:
        """Ends the exercise."""
        self._over.set()

    def obey(self, line: bytes) -> None:
        """Carries out a line of the desk."""
        try:
            order = orders.decode(line)
            self._carry_out(order)
        except (msgspec.MsgspecError, ValueError, OurError) as error:
            log.warning("an order was not carried out: %s", error)

    def _carry_out(self, order: orders.Order) -> None:
        clock, director = self.director.clock, self.director
        if order.pause:
            clock.pause()
        if order.go_on:
            clock.go_on()
        if order.speed:
            clock.set_speed(order.speed)
        if order.jump_s:
            director.jump(timedelta(seconds=order.jump_s))
        # The desk's clock goes on as before until it is told.
        self._changed.set()
        for name, act in (
            (order.send, director.send_now),
            (order.hold, director.hold),
            (order.release, director.release),
            (order.skip, director.skip),
        ):
            if name:
                act(name)
        if order.add:
            self._add(order.add)
        if order.fault:
            self._fail(order.fault)
        if order.lift:
            self.faults.lift(order.lift)
        if order.mishaps:
            self._befall(order.mishaps)
        if order.debrief:
            self._debrief(order.debrief)

    def _add(self, words: orders.AddInject) -> None:
        self._added += 1
        person = next((p.key for p in self.director.scenario.cast if p.name == words.by), "")
        inject = Inject(
            id=f"by-hand-{self._added}",
            at=self.director.clock.since_start(),
            title=words.by or "by hand",
            by=person,
            crowd=0 if person else 1,
            networks=(words.network,),
            text=words.text,
        )
        self.director.add(inject)

    def _fail(self, fault: orders.MakeFault) -> None:
        until = self.director.clock.now_ms() + round(fault.for_s * 1000) if fault.for_s else 0
        self.faults.set(fault.network, FaultKind(fault.kind), until)

    def _befall(self, asked: orders.MakeMishaps) -> None:
        if not asked.shares:
            return self.faults.mishaps.lift(asked.network)
        shares = {Mishap(word): share for word, share in asked.shares.items()}
        plan = Plan(shares, asked.seed, asked.late_s, asked.silent_s, asked.wait_s)
        return self.faults.mishaps.set(asked.network, plan)

    def _debrief(self, asked: orders.Debrief) -> None:
        from controlroom.exercise.debrief import write_debrief

        faces = self.server.faces
        known = [one for one in asked.found if one.network in faces]
        found = {faces[one.network].post_number(one.remote_id) for one in known}
        try:
            page, _ = write_debrief(self.director, Path(asked.folder), asked.language, found)
            told = {"page": str(page)}
        except OSError as error:
            told = {"error": error.strerror or type(error).__name__}
        self._debriefed = told | {"at": self.director.clock.now().isoformat()}
        self._changed.set()

    async def _lead(self) -> None:
        while not self._over.is_set():
            more = self.director.advance()
            # A turn for the networks' clients in any case; a nap only if nothing is due.
            nap = 0.0 if more else LONGEST_NAP_S
            with suppress(TimeoutError):
                async with asyncio.timeout(nap):
                    await self._over.wait()

    async def _tell(self, say: Callable[[dict[str, Any]], None]) -> None:
        networks = list(self.server.faces)
        while True:
            self._changed.clear()
            say(status_of(self.director, networks) | {"debrief": self._debriefed})
            with suppress(TimeoutError):
                async with asyncio.timeout(STATUS_S):
                    await self._changed.wait()


def run(scenario: str, speed: float, seed: int, networks: Iterable[str] = NETWORKS) -> int:
    """Runs an exercise over this process's pipes until its input ends; returns the exit code."""
    seal()
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    pipe = _own_stdout()
    try:
        asyncio.run(_live(path_of(scenario), speed, seed, networks, pipe))
    except WorldError as error:
        _say_bytes(pipe, error.told().encode() + b"\n")
        return 1
    return 0


async def _live(
    scenario: Path, speed: float, seed: int, networks: Iterable[str], pipe: int
) -> None:
    exercise = Exercise(scenario, speed, seed, networks)
    loop = asyncio.get_running_loop()

    def heard(line: bytes) -> None:
        loop.call_soon_threadsafe(exercise.obey, line)

    def ended() -> None:
        # The loop may be closed already when the pipe ends.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(exercise.stop)

    listen(0, heard, ended)
    await exercise.run(lambda line: _say(pipe, exercise, line))


def _say(pipe: int, exercise: Exercise, line: dict[str, Any]) -> None:
    try:
        _say_bytes(pipe, _encode(line) + b"\n")
    except OSError:
        exercise.stop()


def _say_bytes(pipe: int, line: bytes) -> None:
    while line:
        line = line[os.write(pipe, line) :]


def _own_stdout() -> int:
    """Returns the pipe to the desk; what libraries print goes to the log from now on."""
    sys.stdout.flush()
    pipe = os.dup(1)
    os.dup2(2, 1)
    return pipe


def _starts() -> datetime:
    """An exercise begins now: its clock and the desk's are one at the usual pace."""
    return datetime.now(UTC).replace(microsecond=0)
