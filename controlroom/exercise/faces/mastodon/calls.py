"""What may be asked of the server, and how every question is let in, counted and answered."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Any

import msgspec
from aiohttp import web

from controlroom.exercise.clock import Clock
from controlroom.exercise.faces.mastodon.doors import Doors, Grant, admitted
from controlroom.exercise.faces.mastodon.kept import Kept
from controlroom.exercise.faces.mastodon.limits import Limits, Till
from controlroom.exercise.faces.mastodon.markup import SITE
from controlroom.exercise.faces.mastodon.paging import Stretch, links, newest, stretch_of
from controlroom.exercise.faces.mastodon.parameters import Parameters, sent
from controlroom.exercise.faces.mastodon.problems import (
    Refusal,
    not_allowed,
    not_found,
    unauthorized,
)
from controlroom.exercise.faces.mastodon.view import View, account_of, post_of, status_id
from controlroom.exercise.world import Account, Denied, World
from controlroom.exercise.world.lists import Key
from controlroom.exercise.world.post import SimPost

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered."""

    body: Any
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Site:
    """Everything the answers are made from.

    Attributes:
        keep_alive_s: seconds of a real clock between two signs of life of a stream.
    """

    world: World
    limits: Limits
    doors: Doors
    till: Till
    kept: Kept
    keep_alive_s: float = 15.0


@dataclass(slots=True)
class Question:
    """A question of somebody who was let in.

    Attributes:
        grant: what the caller's token allows, None without one.
    """

    site: Site
    request: web.Request
    grant: Grant | None
    sent: Parameters

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
    def viewer(self) -> int:
        """The account on whose behalf it is asked, 0 for nobody."""
        return self.grant.account if self.grant else 0

    @property
    def caller(self) -> Account:
        """The same, whole. Raises `Refusal` if it is nobody."""
        if not self.viewer:
            raise unauthorized()
        return self.world.account(self.viewer)

    @property
    def view(self) -> View:
        return View(self.kept, self.viewer)

    @property
    def address(self) -> str:
        """The address that was asked, as the original would name it."""
        return f"{SITE}{self.request.path}"

    def post(self, name: str = "id") -> SimPost:
        """Returns the post of an id in the path. Raises `Refusal` if it is not there."""
        return self.seen(self.request.match_info[name])

    def seen(self, told: str) -> SimPost:
        """Returns the post of an id as far as the caller may see it. Raises `Refusal`."""
        post = post_of(self.kept, told)
        if post is None or not self.view.is_shown(post):
            raise not_found()
        return post

    def own_post(self, name: str = "id") -> SimPost:
        """Returns a post of the caller's own. Raises `Refusal`."""
        post = self.post(name)
        if post.author != self.caller.number:
            raise not_allowed()
        return post

    def account(self, name: str = "id") -> Account:
        """Returns the account of an id in the path. Raises `Refusal`."""
        found = account_of(self.kept, self.request.match_info[name])
        if found is None:
            raise not_found()
        return found

    def stretch(self) -> Stretch:
        """Returns what of a list is asked for. Raises `Refusal`."""
        limits = self.site.limits
        return stretch_of(self.query, self.world, limits.page, limits.page_most)

    def statuses(
        self, keys: Sequence[Key], wanted: Callable[[SimPost], bool] = lambda _: True
    ) -> Reply:
        """Answers with a page of what stands in any of the world's lists."""
        at, view = self.stretch(), self.view
        posts = map(self.world.post, newest(self.world, keys, at))
        shown = (
            post
            for post in posts
            if view.is_shown(post)
            and not (self.viewer and self.kept.hides(self.viewer, post.author))
            and wanted(post)
        )
        taken = at.taken(shown)
        told = [view.status(post) for post in taken]
        ids = [status_id(post) for post in taken]
        return Reply(told, headers=self.links(ids, full=len(ids) == at.limit))

    def links(self, ids: Sequence[str], *, full: bool) -> dict[str, str]:
        """Returns the header that leads to the pages beside."""
        return links(self.address, self.query, ids, full=full)


@dataclass(frozen=True, slots=True)
class Call:
    """Something that may be asked.

    Attributes:
        scope: what a person's token has to allow, "" where nobody has to sign in.
        counts: the allowance it draws on besides the usual one.
    """

    method: str
    path: str
    answer: Callable[[Question], Awaitable[Reply]]
    scope: str = ""
    counts: str = ""


def routes(site: Site, calls: Iterable[Call]) -> list[web.RouteDef]:
    """Returns the routes of an application that answers these calls, a slash behind them or not."""
    handlers = [(one, _handler(site, one)) for one in calls]
    return [
        web.route(one.method, one.path + end, handler)
        for one, handler in handlers
        for end in ("", "/")
    ]


def answered(body: Any, status: int, headers: Mapping[str, str], clock: Clock) -> web.Response:
    """Returns an answer dated by the exercise's clock, by which resets are meant."""
    response = web.Response(body=msgspec.json.encode(body), status=status, headers=headers)
    response.headers["Content-Type"] = "application/json; charset=utf-8"
    response.headers["Date"] = formatdate(clock.now_ms() // 1000, usegmt=True)
    return response


def refused(refusal: Refusal, headers: Mapping[str, str], clock: Clock) -> web.Response:
    """Returns a refusal."""
    return answered(refusal.body, refusal.status, {**headers, **refusal.headers}, clock)


def _handler(site: Site, call: Call) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    clock = site.world.clock

    async def handle(request: web.Request) -> web.StreamResponse:
        headers: dict[str, str] = {}
        try:
            grant = site.doors.caller(request)
            headers |= _counted(site, call, grant, request)
            if call.scope:
                admitted(grant, call.scope)
            question = Question(site, request, grant, await sent(request))
            reply = await call.answer(question)
        except Refusal as refusal:
            return refused(refusal, headers, clock)
        except Denied:
            return refused(not_found(), headers, clock)
        return answered(reply.body, reply.status, {**headers, **reply.headers}, clock)

    return handle


def _counted(site: Site, call: Call, grant: Grant | None, request: web.Request) -> dict[str, str]:
    """Counts a question; of two allowances the one that is nearer its end is told."""
    if grant is None or not grant.account:
        return site.till.spend("unsigned", request.remote or "")
    told = site.till.spend("api", str(grant.account))
    return site.till.spend(call.counts, str(grant.account)) if call.counts else told
