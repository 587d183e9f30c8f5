"""YouTube as its clients meet it: the API, the pages to sign in, and where pictures lie."""

from aiohttp import web

from controlroom.exercise.faces.base import LARGEST_UPLOAD
from controlroom.exercise.faces.youtube import comments, live, media, reading
from controlroom.exercise.faces.youtube.calls import Site, routes
from controlroom.exercise.faces.youtube.doors import NETWORK, Doors
from controlroom.exercise.faces.youtube.ids import (
    channel_id,
    number_of_message,
    number_of_video,
    path_of_comment,
)
from controlroom.exercise.faces.youtube.kept import Kept
from controlroom.exercise.faces.youtube.limits import Till, limits
from controlroom.exercise.faces.youtube.signing_in import SigningIn
from controlroom.exercise.faces.youtube.uploads import Uploads
from controlroom.exercise.world import Account, World
from controlroom.model.credential import Credential


class _Hosts:
    """Those that do not answer for the API."""

    PAGES = "accounts.google.com"
    TOKENS = "oauth2.googleapis.com"
    PICTURES = "i.ytimg.com"


class YouTubeFace:
    """All hosts of YouTube."""

    network = NETWORK
    hosts = ("www.googleapis.com", "youtube.googleapis.com", _Hosts.PAGES, _Hosts.TOKENS,
             _Hosts.PICTURES)  # fmt: skip
    many_hosts = False

    def __init__(self, world: World) -> None:
        told = limits()
        self.site = Site(world, told, Doors(world), Till(world.clock, told), Kept(world))
        self._signing_in = SigningIn(self.site)
        self._uploads = Uploads()

    def application(self, host: str) -> web.Application:
        """Returns what answers for one host."""
        app = web.Application(client_max_size=LARGEST_UPLOAD)
        app.add_routes(self._routes(host))
        return app

    def credential(self, account: Account) -> Credential:
        """Returns what a profile signs in with from the beginning."""
        return self.site.doors.credential(account)

    def remote_id(self, account: Account) -> str:
        """Returns the id of an account's channel."""
        return channel_id(account.number)

    def post_number(self, remote_id: str) -> int:
        """Returns the number of the post an id means, 0 for none."""
        path = path_of_comment(remote_id)
        return path[-1] if path else number_of_message(remote_id) or number_of_video(remote_id)

    def _routes(self, host: str) -> list[web.RouteDef]:
        match host:
            case _Hosts.PAGES:
                return self._signing_in.pages()
            case _Hosts.TOKENS:
                return self._signing_in.routes()
            case _Hosts.PICTURES:
                return media.routes(self.site)
        calls = [*reading.calls(), *comments.calls(), *live.calls(), *self._uploads.calls()]
        return routes(self.site, calls)
