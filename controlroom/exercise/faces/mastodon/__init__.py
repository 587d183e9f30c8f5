"""A server of the invented city that speaks Mastodon's API."""

from collections.abc import AsyncIterator, Callable
from typing import Any

from aiohttp import web

from controlroom.exercise.faces.base import LARGEST_UPLOAD
from controlroom.exercise.faces.mastodon import (
    dialogues,
    instance,
    lookups,
    media,
    notifications,
    people,
    search,
    timelines,
)
from controlroom.exercise.faces.mastodon.calls import Site, refused, routes
from controlroom.exercise.faces.mastodon.doors import Doors
from controlroom.exercise.faces.mastodon.hub import Hub
from controlroom.exercise.faces.mastodon.ids import number_in
from controlroom.exercise.faces.mastodon.kept import NETWORK, Kept
from controlroom.exercise.faces.mastodon.limits import Till, limits
from controlroom.exercise.faces.mastodon.problems import Refusal
from controlroom.exercise.faces.mastodon.publish import Publishing, published
from controlroom.exercise.faces.mastodon.scheduled import Scheduled
from controlroom.exercise.faces.mastodon.signing_in import SigningIn
from controlroom.exercise.faces.mastodon.streaming import Streaming
from controlroom.exercise.faces.mastodon.uploads import Uploads
from controlroom.exercise.faces.mastodon.view import HOST, account_id
from controlroom.exercise.world import Account, World
from controlroom.model.credential import Credential

_Handler = Callable[[web.Request], Any]


def make_face(world: World) -> "MastodonFace":
    """Returns the server as its clients meet it."""
    return MastodonFace(world)


class MastodonFace:
    """One server."""

    network = NETWORK
    hosts = (HOST,)
    many_hosts = True

    def __init__(self, world: World) -> None:
        told = limits()
        kept = Kept(world)
        self.site = Site(world, told, Doors(world), Till(world.clock, told), kept)
        self.hub = Hub(self.site)

    def application(self, host: str) -> web.Application:
        """Returns what answers."""
        site = self.site
        uploads, scheduled, hub = Uploads(), Scheduled(), self.hub
        signing_in, publishing = SigningIn(site), Publishing(uploads, scheduled)
        calls = [
            *instance.calls(), *timelines.calls(), *notifications.calls(), *dialogues.calls(),
            *lookups.calls(), *search.calls(), *people.calls(), *people.later_calls(),
            *uploads.calls(), *scheduled.calls(), *publishing.calls(), *signing_in.calls(),
        ]  # fmt: skip
        app = web.Application(client_max_size=LARGEST_UPLOAD, middlewares=[_told_plainly(site)])
        app.add_routes(routes(site, calls))
        app.add_routes([*Streaming(site, hub).routes(), *signing_in.routes(), *media.routes(site)])
        app.cleanup_ctx.append(_listening(hub))
        app.cleanup_ctx.append(scheduled.looking(site, published))
        app.on_shutdown.append(_closing(hub))
        return app

    def credential(self, account: Account) -> Credential:
        """Returns what a profile signs in with from the beginning."""
        return self.site.doors.credential(account)

    def remote_id(self, account: Account) -> str:
        """Returns our id of an account: the server's name and its own id."""
        return f"{HOST}/{account_id(account)}"

    def post_number(self, remote_id: str) -> int:
        """Returns the number of the post an id means, 0 for none."""
        return number_in(remote_id.rpartition("/")[2])


def _listening(hub: Hub) -> Callable[[web.Application], AsyncIterator[None]]:
    async def listen(_: web.Application) -> AsyncIterator[None]:
        hub.begin()
        yield
        hub.close()

    return listen


def _closing(hub: Hub) -> Callable[[web.Application], Any]:
    async def close(_: web.Application) -> None:
        hub.close()

    return close


def _told_plainly(site: Site) -> Any:
    """Addresses that are not there are refused in the server's own form."""

    @web.middleware
    async def tell(request: web.Request, handler: _Handler) -> web.StreamResponse:
        try:
            answer: web.StreamResponse = await handler(request)
        except (web.HTTPNotFound, web.HTTPMethodNotAllowed):
            return refused(Refusal(404, "Not Found"), {}, site.world.clock)
        return answer

    return tell
