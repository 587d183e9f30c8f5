"""Calls by their names in the lexicon: who may make them, what they cost, how they are answered."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Any, Literal

import msgspec
from aiohttp import web

from controlroom.exercise.faces.bluesky.kept import Json, Kept
from controlroom.exercise.faces.bluesky.limits import READS, WRITES, Limits, Till
from controlroom.exercise.faces.bluesky.problems import Refusal, invalid, not_served, too_large
from controlroom.exercise.faces.bluesky.records import Records
from controlroom.exercise.faces.bluesky.tokens import Tokens
from controlroom.exercise.faces.bluesky.view import Views
from controlroom.exercise.world import Account, World
from controlroom.model.decoding import from_json

Who = Literal["nobody", "anybody", "somebody"]


@dataclass(slots=True)
class Site:
    """What all calls share."""

    world: World
    limits: Limits
    tokens: Tokens
    till: Till
    kept: Kept
    records: Records


@dataclass(slots=True)
class Question:
    """One call as it came.

    Attributes:
        caller: the account that asks, 0 for nobody in particular.
        scope: what its session allows.
        headers: what goes with the answer.
    """

    site: Site
    request: web.Request
    name: str
    caller: int = 0
    scope: str = ""
    raw: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def world(self) -> World:
        return self.site.world

    @property
    def views(self) -> Views:
        return Views(self.world, self.site.kept, self.site.records, self.caller)

    @property
    def home(self) -> str:
        """The address this server was reached at."""
        return f"{self.request.scheme}://{self.request.host}"

    def text(self, name: str, usual: str | None = "") -> str:
        """Returns a parameter; `usual` None makes it needed. Raises `Refusal`."""
        told = self.request.query.get(name, usual)
        if told is None:
            raise invalid(f'Error: Params must have the property "{name}"')
        return told

    def listed(self, name: str) -> list[str]:
        """Returns a parameter that may come several times."""
        return [*self.request.query.getall(name, []), *self.request.query.getall(f"{name}[]", [])]

    def whole(self, name: str, usual: int, least: int, most: int) -> int:
        """Returns a number. Raises `Refusal` outside its bounds."""
        told = self.request.query.get(name)
        if told is None:
            return usual
        if not told.lstrip("-").isdecimal():
            raise invalid(f"Error: {name} must be an integer")
        if int(told) > most:
            raise invalid(f"Error: {name} can not be greater than {most}")
        if int(told) < least:
            raise invalid(f"Error: {name} can not be less than {least}")
        return int(told)

    def body(self) -> Json:
        """Returns what was sent. Raises `Refusal` for what is no JSON object."""
        try:
            told = from_json(self.raw, dict[str, Any])
        except (ValueError, RecursionError):
            raise invalid("A valid JSON object was expected in the request body") from None
        return told

    def account(self, told: str, absent: str = "Profile not found") -> Account:
        """Returns whom a DID or handle means. Raises `Refusal`."""
        account = self.site.kept.account(told)
        if account is None:
            raise invalid(absent)
        return account

    def pay(self, cost: int) -> None:
        """Counts a write of the caller's. Raises `Refusal`."""
        self.headers |= self.site.till.spend(WRITES, f"{self.caller}", cost)


Reply = Json | web.StreamResponse | None


@dataclass(frozen=True, slots=True)
class Call:
    """One call.

    Attributes:
        who: may make it: "somebody" with a session, "anybody" with one or without, "nobody" who
            proves it in another way.
    """

    method: str
    name: str
    do: Callable[[Question], Awaitable[Reply]]
    who: Who = "somebody"


def xrpc(site: Site, calls: list[Call]) -> list[web.RouteDef]:
    """Returns the route of all calls of one host."""
    known = {call.name: call for call in calls}

    async def handle(request: web.Request) -> web.StreamResponse:
        headers: dict[str, str] = {}
        try:
            call = _called(request, known)
            question = await _admitted(site, call, request, headers)
            reply = await call.do(question)
        except Refusal as refusal:
            told = headers | refusal.headers
            return answered(site, refusal.body, refusal.status, told)
        if isinstance(reply, web.StreamResponse):
            return reply
        return answered(site, reply, 200, headers)

    return [web.route("*", "/xrpc/{name}", handle)]


def answered(
    site: Site, body: Json | None, status: int, headers: Mapping[str, str]
) -> web.Response:
    """Returns an answer dated by the exercise's clock, by which resets are meant."""
    content = msgspec.json.encode(body) if body is not None else b""
    response = web.Response(body=content, status=status, headers=headers)
    if content:
        response.headers["Content-Type"] = "application/json; charset=utf-8"
    response.headers["Date"] = formatdate(site.world.clock.now_ms() // 1000, usegmt=True)
    return response


def _called(request: web.Request, known: Mapping[str, Call]) -> Call:
    call = known.get(request.match_info["name"])
    if call is None:
        raise not_served()
    if request.method != call.method:
        raise invalid(f"Incorrect HTTP method ({request.method}) expected {call.method}")
    return call


async def _admitted(
    site: Site, call: Call, request: web.Request, headers: dict[str, str]
) -> Question:
    headers |= site.till.spend(READS, request.remote or "")
    question = Question(site, request, call.name, headers=headers)
    told = request.headers.get("Authorization", "")
    if call.who == "somebody" or (call.who == "anybody" and told):
        question.caller, question.scope = site.tokens.caller(told, call.name)
    try:
        question.raw = await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise too_large() from None
    return question
