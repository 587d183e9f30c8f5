"""Faults of the simulated networks: down, slow, refusing, cutting off, expired, captured.

A fault holds for a whole network until it is lifted. What befalls a share of the requests that
publish, one here and one there, stands in `exercise.mishaps`; `Faults.mishaps` has both in one
place, and the same middleware lets them happen.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum

from aiohttp import StreamReader, web
from aiohttp.typedefs import Middleware

from controlroom.exercise.clock import Clock
from controlroom.exercise.lines import Lines
from controlroom.exercise.mishaps import Mishap, Mishaps
from controlroom.exercise.refusals import Worded, filled, worded, wording

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
SLOW_S = 8.0
"""Seconds of a real clock by which everything comes late."""
USUAL_MS, LONGEST_MS = 60_000, 900_000
PORTAL = "<!doctype html><title>Guest network</title><p>Sign in to the guest network."


class FaultKind(StrEnum):
    """What is wrong with a network."""

    DOWN = "down"
    SLOW = "slow"
    TOO_MANY = "429"
    BROKEN = "500"
    UNAVAILABLE = "503"
    CUT = "cut"
    """The connection is cut after the network has accepted what was written."""
    EXPIRED = "expired"
    PORTAL = "portal"


CUTTING = frozenset((FaultKind.DOWN, FaultKind.CUT, FaultKind.EXPIRED, FaultKind.PORTAL))
"""What ends streams that stand; under all but `CUT` they cannot begin anew either."""


@dataclass(slots=True)
class Faults:
    """Which fault holds for which network, until when (milliseconds since 1970, 0 for no end).

    Attributes:
        begun: called with a network and what has begun to fail there.
        mishaps: what befalls single requests.
    """

    clock: Clock
    begun: Callable[[str, FaultKind], None] = lambda _, __: None
    mishaps: Mishaps = field(default_factory=Mishaps)
    _standing: dict[str, tuple[FaultKind, int]] = field(default_factory=dict)

    def set(self, network: str, kind: FaultKind, until_ms: int = 0) -> None:
        """Makes a fault hold."""
        self._standing[network] = (kind, until_ms)
        self.begun(network, kind)

    def lift(self, network: str) -> None:
        """Ends a network's fault."""
        self._standing.pop(network, None)

    def of(self, network: str) -> FaultKind | None:
        """Returns the fault that holds now."""
        kind, until = self._standing.get(network, (None, 0))
        if kind is not None and until and self.clock.now_ms() >= until:
            self.lift(network)
            return None
        return kind

    def ends_ms(self, network: str) -> int:
        """Returns until when a network that refuses wants to be left alone: its fault's end, or a
        minute from now; a quarter of an hour at most.
        """
        now, until = self.clock.now_ms(), self._standing.get(network, (None, 0))[1]
        return min(until or now + USUAL_MS, now + LONGEST_MS)

    def standing(self) -> dict[str, FaultKind]:
        """Returns every fault that holds now."""
        return {n: kind for n in tuple(self._standing) if (kind := self.of(n)) is not None}


def faulty(network: str, faults: Faults, lines: Lines) -> Middleware:
    """Returns the middleware that lets a network's faults happen."""

    def late() -> float:
        return SLOW_S if faults.of(network) is FaultKind.SLOW else 0.0

    async def answered(request: web.Request, handler: Handler) -> web.StreamResponse:
        kind = faults.of(network)
        if kind is FaultKind.DOWN:
            return _hung_up(request)
        if kind is FaultKind.PORTAL:
            return web.Response(text=PORTAL, content_type="text/html")
        told = worded(network, kind.value) if kind else None
        if told is not None and not (kind is FaultKind.EXPIRED and _is_open(network, request)):
            return _refused(told, faults, network)
        mishap = faults.mishaps.next(network, request)
        if mishap is not None:
            return await _befallen(mishap, network, faults, request, handler)
        response = await handler(request)
        if kind is FaultKind.CUT and request.method != "GET":
            return _hung_up(request)
        return response

    @web.middleware
    async def happen(request: web.Request, handler: Handler) -> web.StreamResponse:
        with lines.answering(network, request, late):
            return await answered(request, handler)

    return happen


def _is_open(network: str, request: web.Request) -> bool:
    return request.path.startswith(wording().open.get(network, ()))


async def _befallen(
    mishap: Mishap, network: str, faults: Faults, request: web.Request, handler: Handler
) -> web.StreamResponse:
    """Answers a request that something befalls, and does what it asks for if that is done."""
    plan = faults.mishaps.plan(network)
    match mishap:
        case Mishap.LOST:
            return _hung_up(request)
        case Mishap.REFUSED | Mishap.TOO_MANY:
            wait = round(plan.wait_s * 1000) if plan else 0
            return _answer(network, mishap.value, faults, faults.clock.now_ms() + wait)
        case Mishap.AGAIN:
            return _answer(network, FaultKind.BROKEN.value, faults)
        case Mishap.LATE:
            await _read_before(request)
            late = _late(request, handler, plan.late_s if plan else 0)
            faults.mishaps.keep(asyncio.get_running_loop().create_task(late))
            return _hung_up(request)
    response = await handler(request)
    if mishap is Mishap.CUT:
        return _hung_up(request)
    if mishap is Mishap.BROKEN:
        return _answer(network, FaultKind.BROKEN.value, faults)
    pause = asyncio.create_task(asyncio.sleep(plan.silent_s if plan else 0))
    faults.mishaps.keep(pause)
    await asyncio.wait([pause])
    return response


async def _late(request: web.Request, handler: Handler, seconds: float) -> None:
    await asyncio.sleep(seconds)
    await handler(request)


async def _read_before(request: web.Request) -> None:
    """Has the body here before the connection goes, to be read again by whoever answers."""
    body = await request.content.read()
    anew = StreamReader(request.protocol, limit=len(body) + 1, loop=asyncio.get_running_loop())
    anew.feed_data(body)
    anew.feed_eof()
    request._payload = anew


def _answer(network: str, fault: str, faults: Faults, ends_ms: int = 0) -> web.Response:
    told = worded(network, fault)
    return _refused(told, faults, network, ends_ms) if told else web.Response(status=500)


def _refused(told: Worded, faults: Faults, network: str, ends_ms: int = 0) -> web.Response:
    ends = ends_ms or faults.ends_ms(network)
    body, headers = filled(told, faults.clock.now_ms(), ends)
    return web.Response(
        text=body, status=told.status, headers=headers, content_type=told.type, charset="utf-8"
    )


def _hung_up(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=503)
