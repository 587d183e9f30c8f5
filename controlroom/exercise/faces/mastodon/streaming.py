"""Streams: events over one long answer, or messages over a websocket."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from aiohttp import WSMsgType, web

from controlroom.exercise.faces.mastodon.calls import Site, refused
from controlroom.exercise.faces.mastodon.doors import Grant, token_in
from controlroom.exercise.faces.mastodon.hub import Channel, Ear, Hub, News
from controlroom.exercise.faces.mastodon.problems import Refusal
from controlroom.exercise.faces.mastodon.timelines import kind_of_list
from controlroom.model.query.fold import fold

_PATH = "/api/v1/streaming"
_PLAIN = (
    "user", "user:notification", "direct", "public", "public:media", "public:local",
    "public:local:media", "public:remote", "public:remote:media",
)  # fmt: skip
_TERMS = {"hashtag": "tag", "hashtag:local": "tag", "list": "list"}
_PROTOCOL = "Sec-WebSocket-Protocol"


@dataclass(slots=True)
class Streaming:
    """Answers whoever listens."""

    site: Site
    hub: Hub

    def routes(self) -> list[web.RouteDef]:
        """Returns the routes of what may be listened to."""
        return [
            web.get(f"{_PATH}/health", self.health),
            web.get(_PATH, self.any),
            web.get(f"{_PATH}/", self.any),
            web.get(f"{_PATH}/{{name:[a-z/]+}}", self.events),
        ]

    async def health(self, _: web.Request) -> web.Response:
        """Whether it streams."""
        return web.Response(text="OK")

    async def any(self, request: web.Request) -> web.StreamResponse:
        """A websocket if it is asked for one, otherwise events."""
        if request.headers.get("Upgrade", "").casefold() == "websocket":
            return await self.socket(request)
        return await self.events(request)

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Events of one channel, for ever."""
        try:
            grant = self._let_in(request)
            named = request.match_info.get("name", "").strip("/").replace("/", ":")
            channel = channel_of(named or request.query.get("stream", ""), request.query, grant)
        except Refusal as refusal:
            return refused(refusal, {}, self.site.world.clock)
        response = web.StreamResponse(headers={"Cache-Control": "private, no-store"})
        response.content_type = "text/event-stream"
        await response.prepare(request)
        ear = Ear(self.site.limits.waiting, {channel})
        forget = self.hub.add(ear)
        try:
            await response.write(b":)\n")
            while not ear.cut:
                told = await ear.taken(self.site.keep_alive_s)
                await response.write("".join(map(_event, told)).encode() or b":thump\n")
        except ConnectionError:
            pass
        finally:
            forget()
        return response

    async def socket(self, request: web.Request) -> web.StreamResponse:
        """Messages of channels that come and go."""
        try:
            grant = self._let_in(request)
            named = request.query.get("stream", "")
            first = {channel_of(named, request.query, grant)} if named else set()
        except Refusal as refusal:
            return refused(refusal, {}, self.site.world.clock)
        protocol = request.headers.get(_PROTOCOL, "")
        socket = web.WebSocketResponse(
            heartbeat=self.site.keep_alive_s, protocols=[protocol] if protocol else ()
        )
        await socket.prepare(request)
        ear = Ear(self.site.limits.waiting, first)
        forget = self.hub.add(ear)
        reader = asyncio.create_task(self._read(socket, ear, grant))
        try:
            while not ear.cut and not socket.closed:
                for news in await ear.taken(self.site.keep_alive_s):
                    await socket.send_str(_message(news))
        except ConnectionError:
            pass
        finally:
            forget()
            reader.cancel()
            await socket.close()
        return socket

    async def _read(self, socket: web.WebSocketResponse, ear: Ear, grant: Grant) -> None:
        """Takes orders to listen to something else as well, or no longer."""
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                break
            try:
                _obey(message.data, ear, grant)
                self.hub.changed()
            except Refusal as refusal:
                told = {"error": refusal.body["error"], "status": refusal.status}
                await socket.send_str(json.dumps(told))
        ear.hang_up()

    def _let_in(self, request: web.Request) -> Grant:
        """Returns what the caller's token allows. Raises `Refusal`."""
        own = token_in(request) or request.query.get("access_token", "")
        grant = self.site.doors.grant(own or request.headers.get(_PROTOCOL, ""))
        if grant is None or not grant.account or not grant.allows("read:statuses"):
            raise Refusal(401, "Invalid access token")
        return grant


def channel_of(name: str, asked: Mapping[str, Any], grant: Grant) -> Channel:
    """Returns the channel of a name. Raises `Refusal` for one that is not there."""
    if name in _PLAIN:
        return Channel(name, whose=grant.account)
    if name not in _TERMS:
        raise Refusal(400, "Unknown stream type")
    term = str(asked.get(_TERMS[name], "")).removeprefix("#")
    if not term:
        raise Refusal(400, f"Missing {_TERMS[name]} name parameter")
    if name == "list":
        kind_of_list(term)
    return Channel(name, term if name == "list" else fold(term), grant.account)


def _obey(said: str, ear: Ear, grant: Grant) -> None:
    try:
        told = json.loads(said)
        kind, name = told.get("type"), str(told.get("stream", ""))
    except (ValueError, AttributeError):
        raise Refusal(400, "Invalid message") from None
    channel = channel_of(name, told, grant)
    if kind == "subscribe":
        ear.channels.add(channel)
    elif kind == "unsubscribe":
        ear.channels.discard(channel)


def _event(news: News) -> str:
    return f"event: {news.event}\ndata: {news.payload}\n\n"


def _message(news: News) -> str:
    told = {"stream": news.channel.told, "event": news.event, "payload": news.payload}
    return msgspec.json.encode(told).decode()
