"""What may be asked of YouTube, and how every question is let in, counted and answered."""

import base64
import binascii
import hashlib
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from email.utils import formatdate
from itertools import islice
from typing import Any, TypeVar

import msgspec
from aiohttp import web

from controlroom.exercise.clock import Clock
from controlroom.exercise.faces.youtube.doors import Doors, Grant
from controlroom.exercise.faces.youtube.kept import Kept
from controlroom.exercise.faces.youtube.limits import Limits, Till
from controlroom.exercise.faces.youtube.problems import (
    Refusal,
    forbidden,
    invalid,
    missing_parameter,
    no_place,
    unauthorized,
)
from controlroom.exercise.faces.youtube.view import View
from controlroom.exercise.world import Account, Denied, World
from controlroom.model.decoding import from_json

Json = dict[str, Any]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered; a body of None is none."""

    body: Json | None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Site:
    """Everything the answers are made from."""

    world: World
    limits: Limits
    doors: Doors
    till: Till
    kept: Kept


@dataclass(slots=True)
class Question:
    """A question of somebody who was let in."""

    site: Site
    request: web.Request
    grant: Grant

    @property
    def world(self) -> World:
        return self.site.world

    @property
    def kept(self) -> Kept:
        return self.site.kept

    @property
    def query(self) -> Mapping[str, str]:
        return self.request.query

    @property
    def caller(self) -> Account:
        """The channel on whose behalf it is asked. Raises `Refusal` if it is nobody's."""
        if not self.grant.account:
            raise unauthorized()
        return self.world.account(self.grant.account)

    @property
    def view(self) -> View:
        html = self.query.get("textFormat", "html") != "plainText"
        return View(self.kept, self.grant.account, self.parts, html=html)

    @property
    def parts(self) -> frozenset[str]:
        """Which parts are asked for. Raises `Refusal` if none is."""
        told = {one.strip() for one in ",".join(self.request.query.getall("part", [])).split(",")}
        parts = frozenset(told - {""})
        if not parts:
            raise Refusal(400, "missingRequiredParameter", "Required parameter: part", "global")
        return parts

    def needed(self, name: str) -> str:
        """Returns a parameter that has to be there. Raises `Refusal`."""
        told = self.query.get(name, "")
        if not told:
            raise missing_parameter(name)
        return told

    def ids(self, most: int = 50) -> list[str]:
        """Returns the ids asked for. Raises `Refusal` for too many."""
        told = ",".join(self.request.query.getall("id", [])).split(",")
        ids = list(dict.fromkeys(one.strip() for one in told if one.strip()))
        if len(ids) > most:
            raise invalid("invalidFilters", "The request specifies too many ids.", "id")
        return ids

    def most(self, usual: int, least: int, most: int) -> int:
        """Returns how many are wanted. Raises `Refusal`."""
        told = self.query.get("maxResults", "")
        if not told:
            return usual
        if not told.isdecimal() or not least <= int(told) <= most:
            text = f"Invalid value '{told}'. Values must be within the range: [{least}, {most}]"
            raise Refusal(400, "invalidParameter", text, "global")
        return int(told)

    async def body(self) -> Json:
        """Returns the resource that was sent. Raises `Refusal`."""
        return decoded(await self.request.read())


@dataclass(frozen=True, slots=True)
class Call:
    """Something that may be asked.

    Attributes:
        counts: what it is called among the costs.
        signed: only a channel may ask, not a project's key.
    """

    method: str
    path: str
    answer: Callable[[Question], Awaitable[Reply]]
    counts: str = "list"
    signed: bool = False


def routes(site: Site, calls: Iterable[Call]) -> list[web.RouteDef]:
    """Returns the routes of an application that answers these calls."""
    return [web.route(one.method, one.path, _handler(site, one)) for one in calls]


def answered(
    body: Json | None, status: int, headers: Mapping[str, str], clock: Clock
) -> web.Response:
    """Returns an answer dated by the exercise's clock."""
    told = b"" if body is None else msgspec.json.encode(body)
    response = web.Response(body=told, status=status, headers=headers)
    if body is not None:
        response.headers["Content-Type"] = "application/json; charset=UTF-8"
    response.headers["Date"] = formatdate(clock.now_ms() // 1000, usegmt=True)
    return response


def decoded(body: bytes) -> Json:
    """Returns a resource that was sent. Raises `Refusal`."""
    try:
        return from_json(body, dict[str, Any])
    except msgspec.DecodeError:
        raise Refusal(400, "parseError", "Parse Error", "global") from None


def listing(kind: str, items: Sequence[Json], following: str = "", total: int = 0) -> Json:
    """Returns a list as YouTube tells it."""
    told: Json = {"kind": f"youtube#{kind}ListResponse"}
    if following:
        told["nextPageToken"] = following
    told["pageInfo"] = {"totalResults": total or len(items), "resultsPerPage": len(items)}
    return told | {"items": list(items)}


def place_in(told: str) -> int:
    """Returns where a page begins, 0 for the first. Raises `Refusal`."""
    if not told:
        return 0
    try:
        read = base64.urlsafe_b64decode(told + "=" * (-len(told) % 4)).decode("ascii")
        name, _, number = read.partition(":")
        value = int(number)
    except (binascii.Error, ValueError):
        raise no_place() from None
    if name != "from":
        raise no_place()
    return value


def place_at(number: int) -> str:
    """Returns the token of a page that begins below a number."""
    return base64.urlsafe_b64encode(f"from:{number}".encode()).rstrip(b"=").decode()


def page_of(newest: Iterable[Item], most: int) -> tuple[list[Item], bool]:
    """Returns a page, and whether more would follow."""
    taken = list(islice(newest, most + 1))
    return taken[:most], len(taken) > most


def _handler(site: Site, call: Call) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    clock = site.world.clock

    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            grant = site.doors.caller(request)
            if call.signed and not grant.account:
                raise unauthorized()
            site.till.spend(call.counts, grant.project)
            reply = await call.answer(Question(site, request, grant))
        except Refusal as refusal:
            return answered(refusal.body, refusal.status, {}, clock)
        except Denied:
            told_no = forbidden()
            return answered(told_no.body, told_no.status, {}, clock)
        return _tagged(request, reply, clock)

    return handle


def _tagged(request: web.Request, reply: Reply, clock: Clock) -> web.Response:
    """Answers with a tag, or says that nothing changed since the one that was given."""
    if reply.body is None or request.method != "GET":
        return answered(reply.body, reply.status, reply.headers, clock)
    digest = hashlib.blake2b(msgspec.json.encode(reply.body), digest_size=15).digest()
    tag = base64.urlsafe_b64encode(digest).decode()
    headers = {**reply.headers, "ETag": f'"{tag}"'}
    if request.headers.get("If-None-Match", "").strip('"') == tag:
        return answered(None, 304, headers, clock)
    return answered({**reply.body, "etag": tag}, reply.status, headers, clock)
