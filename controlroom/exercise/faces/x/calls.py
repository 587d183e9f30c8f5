"""What may be asked of X, and how every question is let in, counted and answered."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Any, TypeVar

import msgspec
from aiohttp import web

from controlroom.exercise.clock import Clock
from controlroom.exercise.faces.x.ages import BOTH, Age
from controlroom.exercise.faces.x.asked import Asked, asked, understood_names
from controlroom.exercise.faces.x.doors import Doors, Grant, admit
from controlroom.exercise.faces.x.ids import number_in, value_of
from controlroom.exercise.faces.x.limits import Limits, Payer, Till
from controlroom.exercise.faces.x.problems import (
    Refusal,
    forbidden,
    invalid,
    invalid_body,
    not_valid,
)
from controlroom.exercise.faces.x.view import NETWORK, user_id
from controlroom.exercise.world import Account, Denied, World
from controlroom.model.decoding import from_json

Body = TypeVar("Body", bound=msgspec.Struct)
Json = dict[str, Any]
_JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered."""

    body: Json
    status: int = 200


@dataclass(slots=True)
class Site:
    """Everything the answers are made from.

    Attributes:
        ages: names that are understood, see `ages`.
        keep_alive_s: seconds of a real clock between two signs of life of a stream.
    """

    world: World
    limits: Limits
    doors: Doors
    till: Till
    ages: Sequence[Age] = BOTH
    keep_alive_s: float = 20.0
    _by_kind: dict[str, list[int]] = field(default_factory=dict)
    _sorted: int = 0

    def account(self, told: str) -> Account | None:
        """Returns the account of an id of X, None if it is nobody's here."""
        found = self.world.accounts.get(number_in(told))
        ours = found is not None and found.network == NETWORK and user_id(found) == told
        return found if ours else None

    def of_kind(self, kind: str) -> list[int]:
        """Returns the numbers of X's accounts of a kind, in their order."""
        accounts = self.world.accounts
        while self._sorted < len(accounts):
            self._sorted += 1
            account = accounts[self._sorted]
            if account.network == NETWORK:
                self._by_kind.setdefault(account.kind, []).append(account.number)
        return self._by_kind.get(kind, [])


@dataclass(slots=True)
class Question:
    """A question of somebody who was let in.

    Attributes:
        headers: what the answer tells of the caller's budget.
    """

    site: Site
    request: web.Request
    grant: Grant
    headers: dict[str, str]

    @property
    def query(self) -> Mapping[str, str]:
        return self.request.query

    @property
    def world(self) -> World:
        return self.site.world

    @property
    def caller(self) -> Account:
        """The person on whose behalf it is asked."""
        return self.world.account(self.grant.account)

    def asked(self, what: str = "posts", ages: Sequence[Age] = ()) -> Asked:
        """Returns which fields are asked for. Raises `Refusal`."""
        return asked(self.query, ages or self.site.ages, what)

    def id(self, name: str) -> str:
        """Returns an id of the path. Raises `Refusal` for what is none."""
        told = self.request.match_info[name]
        if value_of(told) is None:
            raise not_valid(name, told)
        return told

    def own(self, name: str = "id") -> Account:
        """Returns who asks; raises `Refusal` if the path names somebody else."""
        told, own = self.id(name), user_id(self.caller)
        if told != own:
            text = (
                f"The `{name}` query parameter value [{told}] must be the same as the "
                f"authenticating user [{own}]"
            )
            raise invalid(name, told, text)
        return self.caller

    def whole(self, name: str, least: int, most: int, usual: int) -> int:
        """Returns a number of the query between bounds. Raises `Refusal`."""
        told = self.query.get(name)
        if told is None:
            return usual
        if not told.isdecimal() or not least <= int(told) <= most:
            text = f"The `{name}` query parameter value [{told}] is not between {least} and {most}"
            raise invalid(name, told, text)
        return int(told)

    def ids(self, name: str = "ids") -> list[str]:
        """Returns a list of up to 100 ids of the query. Raises `Refusal`."""
        told = self.query.get(name, "")
        listed = told.split(",") if told else []
        if not 1 <= len(listed) <= 100:
            text = f"The `{name}` query parameter must have between 1 and 100 values"
            raise invalid(name, told[:100], text)
        for one in listed:
            if value_of(one) is None:
                raise not_valid(name, one)
        return listed

    async def body(self, kind: type[Body]) -> Body:
        """Returns what was sent. Raises `Refusal`."""
        try:
            return from_json(await self.request.read(), kind)
        except msgspec.DecodeError as error:
            raise invalid_body(str(error)) from None


@dataclass(frozen=True, slots=True)
class Call:
    """Something that may be asked.

    Attributes:
        name: of its allowance in the limits.
        scopes: what a person's token has to allow.
        user, app: whose tokens may ask.
        parameters: names that may stand in the query, beside those that list fields if `fields`.
    """

    method: str
    path: str
    name: str
    answer: Callable[[Question], Awaitable[Reply | web.StreamResponse]]
    scopes: frozenset[str] = frozenset()
    user: bool = True
    app: bool = False
    parameters: frozenset[str] = frozenset()
    fields: bool = False


def routes(site: Site, calls: Iterable[Call]) -> list[web.RouteDef]:
    """Returns the routes of an application that answers these calls."""
    return [web.route(one.method, one.path, _handler(site, one)) for one in calls]


def answered(body: Json, status: int, headers: Mapping[str, str], clock: Clock) -> web.Response:
    """Returns an answer dated by the exercise's clock, by which X's resets are meant."""
    response = web.Response(body=msgspec.json.encode(body), status=status, headers=headers)
    response.headers["Content-Type"] = f"{_JSON}; charset=utf-8"
    response.headers["Date"] = dated(clock)
    return response


def dated(clock: Clock) -> str:
    """Returns the exercise's time as HTTP writes it."""
    return formatdate(clock.now_ms() // 1000, usegmt=True)


def _handler(site: Site, call: Call) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handle(request: web.Request) -> web.StreamResponse:
        headers: dict[str, str] = {}
        try:
            reply = await call.answer(_admitted(site, call, request, headers))
        except Refusal as refusal:
            told = headers | refusal.headers
            return answered(refusal.body, refusal.status, told, site.world.clock)
        except Denied:
            told_no = forbidden("You are not permitted to perform this action.")
            return answered(told_no.body, told_no.status, headers, site.world.clock)
        if isinstance(reply, web.StreamResponse):
            return reply
        return answered(reply.body, reply.status, headers, site.world.clock)

    return handle


def _admitted(site: Site, call: Call, request: web.Request, headers: dict[str, str]) -> Question:
    grant = site.doors.caller(request)
    admit(grant, call.scopes, user=call.user, app=call.app)
    headers |= site.till.spend(call.name, Payer(grant.account, grant.app))
    known = call.parameters | (understood_names(site.ages) if call.fields else frozenset())
    for name, told in request.query.items():
        if name not in known:
            listed = ",".join(sorted(known))
            text = f"The query parameter [{name}] is not one of [{listed}]"
            raise invalid(name, told, text)
    return Question(site, request, grant, headers)
