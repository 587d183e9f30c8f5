"""The stream of all changes, as Jetstream sends it: JSON events over a websocket, by microseconds.

What happened lately is kept as numbers; an event is written when its turn comes. Who listens reads
on from a place in it, so that somebody slow costs nothing, and is cut off when it has run past.
"""

import asyncio
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec
from aiohttp import WSMsgType, web

from controlroom.exercise.faces.bluesky.calls import Site
from controlroom.exercise.faces.bluesky.ids import account_of, did_of, tid_at
from controlroom.exercise.faces.bluesky.kept import POST, REPOST, Json
from controlroom.exercise.faces.bluesky.tokens import NETWORK
from controlroom.exercise.world import Event, EventKind, PostKind
from controlroom.model.decoding import decoder

_OPERATIONS = {
    EventKind.CREATED: "create", EventKind.EDITED: "update", EventKind.DELETED: "delete",
}  # fmt: skip
_MOST_AUTHORS, _MOST_COLLECTIONS = 10_000, 100
_AT_ONCE = 100
"""Events looked at before others have their turn."""


class Happened(NamedTuple):
    """A change: when (microseconds since 1970), and to which post."""

    us: int
    operation: str
    number: int


class Asked(msgspec.Struct, rename="camel"):
    """What a listener wants; nothing said means everything."""

    wanted_collections: list[str] = []
    wanted_dids: list[str] = []


class _Update(msgspec.Struct):
    type: str = ""
    payload: Asked = msgspec.field(default_factory=Asked)


_update = decoder(_Update).decode


@dataclass(frozen=True, slots=True)
class Filter:
    """What is sent; empty for everything."""

    collections: tuple[str, ...] = ()
    authors: frozenset[int] = frozenset()

    def lets(self, collection: str, author: int) -> bool:
        """Whether an event is sent."""
        if self.authors and author not in self.authors:
            return False
        return not self.collections or any(_covers(one, collection) for one in self.collections)


@dataclass(slots=True)
class Jetstream:
    """Keeps what happened lately, and sends it to whoever listens.

    Attributes:
        listeners: whoever is connected now.
    """

    site: Site
    _happened: deque[Happened] = field(init=False)
    _first: int = 0
    listeners: "list[_Listener]" = field(default_factory=list)
    _over: bool = False

    def __post_init__(self) -> None:
        self._happened = deque(maxlen=self.site.limits.replayed)
        self.site.world.hear(self._hear)

    def routes(self) -> list[web.RouteDef]:
        """Returns the route of the stream."""
        return [web.get("/subscribe", self.subscribe)]

    async def close(self, _: web.Application) -> None:
        """Ends all connections."""
        self._over = True
        for one in tuple(self.listeners):
            one.awake.set()
            with suppress(ConnectionError, asyncio.CancelledError):
                await one.socket.close()

    async def subscribe(self, request: web.Request) -> web.StreamResponse:
        """Sends events until one of the two hangs up."""
        try:
            wants = filter_of(_asked(request))
            place = self._place(request.query.get("cursor", ""))
        except ValueError as error:
            return web.Response(status=400, text=str(error))
        # Compressing each event anew would cost more than everything else.
        socket = web.WebSocketResponse(compress=False)
        await socket.prepare(request)
        one = _Listener(self, socket, wants, place)
        self.listeners.append(one)
        sending = asyncio.create_task(one.send_all())
        try:
            await one.heed()
        finally:
            sending.cancel()
            with suppress(asyncio.CancelledError):
                await sending
            self.listeners.remove(one)
        return socket

    def after(self, place: int, most: int) -> list[Happened] | None:
        """Returns what happened from a place on, None if that is forgotten."""
        if self._over or place < self._first:
            return None
        begin = place - self._first
        end = min(begin + most, len(self._happened))
        return [self._happened[at] for at in range(begin, end)]

    def written(self, event: Happened, wants: Filter) -> bytes | None:
        """Returns an event as it is sent, None if nobody asked for it."""
        site, row = self.site, self.site.world.columns.row(event.number)
        kind = site.world.kind(event.number)
        collection = REPOST if kind is PostKind.REPOST else POST
        if not wants.lets(collection, row.author):
            return None
        commit: Json = {
            "rev": tid_at(event.us), "operation": event.operation, "collection": collection,
            "rkey": site.kept.key(event.number),
        }  # fmt: skip
        if event.operation != "delete":
            record = commit["record"] = site.records.of(site.world.post(event.number))
            commit["cid"] = site.records.learn(event.number, record)
        told = {"did": did_of(row.author), "time_us": event.us, "kind": "commit", "commit": commit}
        return msgspec.json.encode(told)

    def _hear(self, event: Event) -> None:
        if event.network != NETWORK or event.kind not in _OPERATIONS:
            return
        if self.site.world.kind(event.number) is PostKind.MESSAGE:
            return
        if len(self._happened) == self._happened.maxlen:
            self._first += 1
        us = self.site.kept.next_us()
        self._happened.append(Happened(us, _OPERATIONS[event.kind], event.number))
        for one in self.listeners:
            one.awake.set()

    def _place(self, cursor: str) -> int:
        """Returns where a cursor stands; without one, behind everything."""
        end = self._first + len(self._happened)
        if not cursor:
            return end
        if not cursor.isdecimal():
            raise ValueError("invalid cursor")
        us = int(cursor)
        later = (at for at, one in enumerate(self._happened, self._first) if one.us >= us)
        return next(later, end)


@dataclass(slots=True)
class _Listener:
    """One connection; `place` counts everything that ever happened."""

    stream: Jetstream
    socket: web.WebSocketResponse
    wants: Filter
    place: int
    awake: asyncio.Event = field(default_factory=asyncio.Event)

    async def send_all(self) -> None:
        """Sends what happens; hangs up on who has fallen too far behind."""
        with suppress(ConnectionError):
            while (events := self.stream.after(self.place, _AT_ONCE)) is not None:
                self.place += len(events)
                await self._send(events)
                if not events:
                    await self.awake.wait()
                    self.awake.clear()
            await self.socket.close(code=1008, message=b"too slow")

    async def heed(self) -> None:
        """Takes in what the listener says: other wishes, or goodbye."""
        async for message in self.socket:
            if message.type is not WSMsgType.TEXT:
                continue
            try:
                update = _update(message.data)
                if update.type == "options_update":
                    self.wants = filter_of(update.payload)
            except (ValueError, RecursionError):
                await self.socket.close(code=1003, message=b"invalid options")

    async def _send(self, events: list[Happened]) -> None:
        for event in events:
            told = self.stream.written(event, self.wants)
            if told is not None:
                await self.socket.send_frame(told, WSMsgType.TEXT)
        await asyncio.sleep(0)


def filter_of(asked: Asked) -> Filter:
    """Returns what is to be sent. Raises `ValueError`."""
    if len(asked.wanted_collections) > _MOST_COLLECTIONS:
        raise ValueError("too many wanted collections")
    if len(asked.wanted_dids) > _MOST_AUTHORS:
        raise ValueError("too many wanted DIDs")
    for one in asked.wanted_collections:
        if one.count(".") < 2:
            raise ValueError(f"invalid collection: {one[:100]}")
    if not all(one.startswith("did:") for one in asked.wanted_dids):
        raise ValueError("invalid DID")
    # Somebody who is not here publishes nothing, but asking for them is not asking for everybody.
    return Filter(tuple(asked.wanted_collections), frozenset(map(account_of, asked.wanted_dids)))


def _asked(request: web.Request) -> Asked:
    told = request.query.getall
    return Asked(told("wantedCollections", []), told("wantedDids", []))


def _covers(wanted: str, collection: str) -> bool:
    if wanted.endswith(".*"):
        return collection.startswith(wanted[:-1])
    return wanted == collection
