"""The whole of the simulated X: its hosts, and what each of them answers."""

from collections.abc import Sequence

from aiohttp import web

from controlroom.exercise.faces.x import lookups, media, pages, search, timelines
from controlroom.exercise.faces.x.ages import BOTH, Age
from controlroom.exercise.faces.x.attached import CLIPS, STILLS
from controlroom.exercise.faces.x.calls import Call, Site, answered, routes
from controlroom.exercise.faces.x.doors import Doors
from controlroom.exercise.faces.x.ids import number_in
from controlroom.exercise.faces.x.limits import Limits, Till, limits
from controlroom.exercise.faces.x.messages import Messages
from controlroom.exercise.faces.x.problems import not_found
from controlroom.exercise.faces.x.publish import Publishing
from controlroom.exercise.faces.x.rules import Rules
from controlroom.exercise.faces.x.signing_in import SigningIn
from controlroom.exercise.faces.x.stream import Streams
from controlroom.exercise.faces.x.uploading import Uploading
from controlroom.exercise.faces.x.uploads import Uploads
from controlroom.exercise.faces.x.view import NETWORK, user_id
from controlroom.exercise.world import Account, World
from controlroom.model.credential import Credential

API, PEOPLE = "api.x.com", "x.com"
_LARGEST_REQUEST = 16 * 1024 * 1024
"""Bytes; larger files come in pieces."""


class XFace:
    """X, as its clients meet it.

    Args:
        allowed: its limits, those of the bundled file if left out.
        ages: names of fields that are understood, see `ages`.
        keep_alive_s: seconds of a real clock between two signs of life of the stream.
    """

    network = NETWORK
    hosts: tuple[str, ...] = (API, PEOPLE, STILLS, CLIPS)
    many_hosts = False

    def __init__(
        self,
        world: World,
        *,
        allowed: Limits | None = None,
        ages: Sequence[Age] = BOTH,
        keep_alive_s: float = 20.0,
    ) -> None:
        told = allowed or limits()
        till = Till(world.clock, told)
        self._site = Site(world, told, Doors(world), till, ages, keep_alive_s)
        self._uploads = Uploads(world, told)
        self._rules = Rules(self._site)
        self._streams = Streams(self._site, self._rules)
        self._signing_in = SigningIn(self._site)

    def application(self, host: str) -> web.Application:
        """Returns what answers for one host."""
        app = web.Application(client_max_size=_LARGEST_REQUEST)
        if host == API:
            app.add_routes(self._signing_in.routes())
            app.add_routes(routes(self._site, self._calls()))
            app.router.add_route("*", "/{rest:.*}", self._nothing)
            app.on_shutdown.append(self._streams.close)
        elif host == PEOPLE:
            app.add_routes([*self._signing_in.pages(), *pages.routes(self._site)])
        else:
            app.add_routes(media.routes(self._site, host))
        return app

    def credential(self, account: Account) -> Credential:
        """Returns what a profile signs in with from the beginning."""
        return self._site.doors.credential(account)

    def remote_id(self, account: Account) -> str:
        """Returns X's id of an account."""
        return user_id(account)

    def post_number(self, remote_id: str) -> int:
        """Returns the number of the post an id means, 0 for none."""
        return number_in(remote_id)

    def _calls(self) -> list[Call]:
        # The stream's path comes before that of a single post, which would fit it too.
        return [
            *self._rules.calls(),
            *self._streams.calls(),
            *search.calls(),
            *timelines.calls(),
            *lookups.calls(),
            *Messages(self._uploads).calls(),
            *Publishing(self._uploads).calls(),
            *Uploading(self._uploads).calls(),
        ]

    async def _nothing(self, _: web.Request) -> web.Response:
        refusal = not_found()
        return answered(refusal.body, refusal.status, {}, self._site.world.clock)
