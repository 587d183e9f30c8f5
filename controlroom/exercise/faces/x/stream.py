"""The filtered stream: one connection of each application, on which X sends what matches its rules.

What is to be sent waits as numbers; a post is written when its turn comes. X sends at most so many
a second, and hangs up on who does not keep up.
"""

import asyncio
from collections import deque
from dataclasses import dataclass, field

import msgspec
from aiohttp import web

from controlroom.exercise.faces.x.ages import POST, TWEET
from controlroom.exercise.faces.x.asked import Asked
from controlroom.exercise.faces.x.calls import Call, Question, Site, dated
from controlroom.exercise.faces.x.posts import page_of
from controlroom.exercise.faces.x.problems import disconnected, no_rules, place_taken
from controlroom.exercise.faces.x.rules import Rules
from controlroom.exercise.faces.x.stretch import first_since
from controlroom.exercise.faces.x.subject import Subject
from controlroom.exercise.faces.x.view import NETWORK, View
from controlroom.exercise.world import Event, EventKind, PostKind

PATH = "/2/tweets/search/stream"
_AGES = (TWEET, POST)
"""The streaming paths kept the old names."""
_SIGN_OF_LIFE = b"\r\n"
_MINUTE_MS = 60_000
_PATIENCE_S = 0.5
"""How long the place of somebody who has hung up stays taken."""
_AT_ONCE = 50
"""Posts looked at before others have their turn."""
_PARAMETERS = frozenset(("backfill_minutes", "start_time", "end_time"))


@dataclass(slots=True)
class _Pace:
    """Lets so many pass in each second of a real clock."""

    most: int
    passed: int = 0
    began: float = 0.0

    async def turn(self) -> None:
        """Waits until one more may pass."""
        if self.passed >= self.most:
            await asyncio.sleep(self.began + 1 - _seconds())
        if _seconds() - self.began >= 1:
            self.passed, self.began = 0, _seconds()
        self.passed += 1


@dataclass(slots=True)
class _Queue:
    """What waits to be sent on one connection."""

    most: int
    pace: _Pace
    waiting: deque[int] = field(default_factory=deque)
    awake: asyncio.Event = field(default_factory=asyncio.Event)
    over: bool = False

    def hear(self, event: Event) -> None:
        if event.network == NETWORK and event.kind in (EventKind.CREATED, EventKind.EDITED):
            self.put(event.number)

    def put(self, number: int) -> None:
        if len(self.waiting) >= self.most:
            self.end()
        elif not self.over:
            self.waiting.append(number)
            self.awake.set()

    def end(self) -> None:
        self.over = True
        self.awake.set()

    async def something(self, patience_s: float) -> bool:
        """Waits until there is something to send, or to see; False if there is not in time."""
        try:
            async with asyncio.timeout(patience_s):
                await self.awake.wait()
        except TimeoutError:
            return False
        self.awake.clear()
        return True


@dataclass(slots=True)
class Streams:
    """Keeps the connections."""

    site: Site
    rules: Rules
    _standing: dict[str, _Queue] = field(default_factory=dict)

    def calls(self) -> list[Call]:
        """Returns what may be asked."""
        one = Call(
            "GET", PATH, "stream", self.listen, user=False, app=True,
            parameters=_PARAMETERS, fields=True,
        )  # fmt: skip
        return [one]

    async def close(self, _: web.Application) -> None:
        """Ends all connections."""
        for queue in self._standing.values():
            queue.end()

    async def listen(self, question: Question) -> web.StreamResponse:
        """Sends what matches until one of the two hangs up. Raises `Refusal`."""
        ages = [age for age in _AGES if age in self.site.ages]
        asked, app = question.asked(ages=ages), question.grant.app
        behind = question.whole("backfill_minutes", 0, 5, 0)
        if app in self._standing:
            raise place_taken()
        if not self.rules.of(app):
            raise no_rules()
        queue = self._standing[app] = _Queue(
            self.site.limits.waiting, _Pace(self.site.limits.posts_a_second)
        )
        self._fill(queue, behind)
        stop = self.site.world.hear(queue.hear)
        try:
            return await self._serve(question, queue, asked)
        finally:
            stop()
            del self._standing[app]

    async def _serve(self, question: Question, queue: _Queue, asked: Asked) -> web.StreamResponse:
        told = {"Content-Type": "application/json; charset=utf-8"}
        told["Date"] = dated(self.site.world.clock)
        response = web.StreamResponse(headers=question.headers | told)
        response.enable_chunked_encoding()
        try:
            await response.prepare(question.request)
            await response.write(_SIGN_OF_LIFE)
            await self._send(question, response, queue, asked)
            await response.write(msgspec.json.encode({"errors": [disconnected()]}) + b"\r\n")
        except ConnectionError:
            # Who listened has hung up; there is nobody to answer.
            return response
        return response

    async def _send(
        self, question: Question, response: web.StreamResponse, queue: _Queue, asked: Asked
    ) -> None:
        request, app = question.request, question.grant.app
        beaten = _seconds()
        while not queue.over and not _has_hung_up(request):
            if await queue.something(min(_PATIENCE_S, self.site.keep_alive_s)):
                await self._empty(response, queue, app, asked)
            elif _seconds() - beaten < self.site.keep_alive_s:
                continue
            else:
                await response.write(_SIGN_OF_LIFE)
            beaten = _seconds()

    async def _empty(
        self, response: web.StreamResponse, queue: _Queue, app: str, asked: Asked
    ) -> None:
        """Sends what waits."""
        looked = 0
        while queue.waiting and not queue.over:
            line = self._line(queue.waiting.popleft(), app, asked)
            if line is not None:
                await queue.pace.turn()
                await response.write(line)
            looked += 1
            if looked % _AT_ONCE == 0:
                await asyncio.sleep(0)

    def _line(self, number: int, app: str, asked: Asked) -> bytes | None:
        """Returns a post with the rules it matches, None if there are none or it is gone."""
        post = self.site.world.post(number)
        if post.kind is PostKind.MESSAGE or post.deleted_ms:
            return None
        view = View(self.site.world, post)
        rules = self.rules.matched(app, Subject(view))
        if not rules or view.gone:
            return None
        told = page_of((view,), asked).envelope()
        told |= {"data": told["data"][0], "matching_rules": rules}
        return msgspec.json.encode(told) + b"\r\n"

    def _fill(self, queue: _Queue, minutes: int) -> None:
        """Begins with what was published in the last minutes."""
        if minutes:
            world = self.site.world
            since = first_since(world, world.clock.now_ms() - minutes * _MINUTE_MS)
            key = (NETWORK, "public", "")
            for number in reversed([*world.lists.newest_first(key, after=since - 1)]):
                queue.put(number)


def _has_hung_up(request: web.Request) -> bool:
    return request.transport is None or request.transport.is_closing()


def _seconds() -> float:
    return asyncio.get_running_loop().time()
