"""Faults of the simulated networks: down, slow, refusing, cutting off, expired, captured."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum

from aiohttp import web
from aiohttp.typedefs import Middleware

from controlroom.exercise.clock import Clock

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
SLOW_S = 8.0
PORTAL = "<!doctype html><title>Guest network</title><p>Sign in to the guest network."


class FaultKind(StrEnum):
    """What is wrong with a network."""

    DOWN = "down"
    SLOW = "slow"
    TOO_MANY = "429"
    BROKEN = "500"
    CUT = "cut"
    """The connection is cut after the network has accepted what was written."""
    EXPIRED = "expired"
    PORTAL = "portal"


@dataclass(slots=True)
class Faults:
    """Which fault holds for which network, until when (milliseconds since 1970, 0 for no end)."""

    clock: Clock
    _standing: dict[str, tuple[FaultKind, int]] = field(default_factory=dict)

    def set(self, network: str, kind: FaultKind, until_ms: int = 0) -> None:
        """Makes a fault hold."""
        self._standing[network] = (kind, until_ms)

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

    def standing(self) -> dict[str, FaultKind]:
        """Returns every fault that holds now."""
        return {n: kind for n in tuple(self._standing) if (kind := self.of(n)) is not None}


def faulty(network: str, faults: Faults) -> Middleware:
    """Returns the middleware that lets a network's faults happen."""

    @web.middleware
    async def happen(request: web.Request, handler: Handler) -> web.StreamResponse:
        kind = faults.of(network)
        match kind:
            case FaultKind.DOWN:
                return _hung_up(request)
            case FaultKind.SLOW:
                await asyncio.sleep(SLOW_S)
            case FaultKind.TOO_MANY:
                return web.json_response({"error": "Too many requests"}, status=429)
            case FaultKind.BROKEN:
                return web.json_response({"error": "Internal server error"}, status=500)
            case FaultKind.EXPIRED:
                return web.json_response({"error": "The access token is invalid"}, status=401)
            case FaultKind.PORTAL:
                return web.Response(text=PORTAL, content_type="text/html")
        response = await handler(request)
        if kind is FaultKind.CUT and request.method != "GET":
            return _hung_up(request)
        return response

    return happen


def _hung_up(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=503)
