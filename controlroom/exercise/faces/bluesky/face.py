"""The whole of the simulated Bluesky: its hosts, and what each of them answers."""

import time
from collections.abc import Awaitable, Callable

from aiohttp import web

from controlroom.exercise.faces.bluesky import (
    lookups,
    media,
    repos,
    search,
    timelines,
)
from controlroom.exercise.faces.bluesky.calls import Call, Site, answered, xrpc
from controlroom.exercise.faces.bluesky.dialogues import Dialogues
from controlroom.exercise.faces.bluesky.ids import did_of
from controlroom.exercise.faces.bluesky.jetstream import Jetstream
from controlroom.exercise.faces.bluesky.kept import Kept
from controlroom.exercise.faces.bluesky.limits import Till, limits, stream_hosts
from controlroom.exercise.faces.bluesky.notices import Notices
from controlroom.exercise.faces.bluesky.people import CDN, CLIPS, document_of
from controlroom.exercise.faces.bluesky.records import Records
from controlroom.exercise.faces.bluesky.sessions import Sessions
from controlroom.exercise.faces.bluesky.talks import message_number
from controlroom.exercise.faces.bluesky.tokens import NETWORK, Tokens
from controlroom.exercise.faces.bluesky.uploads import Uploads
from controlroom.exercise.faces.bluesky.writing import Writing
from controlroom.exercise.world import Account, World
from controlroom.feeds.rules import Rules
from controlroom.model.credential import Credential

HOME, PUBLIC, CHAT, DIRECTORY = (
    "bsky.social", "public.api.bsky.app", "api.bsky.chat", "plc.directory",
)  # fmt: skip
_APPS = (PUBLIC, "api.bsky.app")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class BlueskyFace:
    """Bluesky, as its clients meet it.

    Args:
        rules: how often calls may be made, those of the bundled file if left out.
        real: seconds since 1970 by this computer's clock.
    """

    network = NETWORK
    hosts: tuple[str, ...] = (HOME, *_APPS, CHAT, DIRECTORY, CDN, CLIPS, *stream_hosts())
    many_hosts = False

    def __init__(
        self, world: World, *, rules: Rules | None = None, real: Callable[[], float] = time.time
    ) -> None:
        told, kept = limits(), Kept(world)
        tokens, till = Tokens(world, told, real), Till(world.clock, rules)
        self._site = Site(world, told, tokens, till, kept, Records(world, kept))
        self._dialogues, self._notices = Dialogues(world), Notices()
        self._uploads = Uploads(self._site)
        self._stream = Jetstream(self._site)
        self._home = f"https://{HOME}"

    def application(self, host: str) -> web.Application:
        """Returns what answers for one host."""
        told = self._site.limits
        largest = {HOME: told.blob_bytes, CLIPS: told.video_bytes}.get(host, 1024**2)
        # A little more, so that what is too large is told so in the network's words.
        app = web.Application(client_max_size=largest + 1024)
        match host:
            case "bsky.social":
                app.middlewares.append(self._remember)
                app.add_routes(xrpc(self._site, self._home_calls()))
            case "api.bsky.chat":
                app.add_routes(xrpc(self._site, self._dialogues.calls(behind=False)))
            case "plc.directory":
                app.add_routes([web.get("/{did}", self._document)])
            case "cdn.bsky.app" | "video.bsky.app":
                app.add_routes(media.routes(self._site.world, host))
                if host == CLIPS:
                    app.add_routes(xrpc(self._site, self._uploads.video_calls()))
            case _ if host in _APPS:
                app.add_routes(xrpc(self._site, _reads()))
            case _:
                app.add_routes(self._stream.routes())
                app.on_shutdown.append(self._stream.close)
        return app

    def credential(self, account: Account) -> Credential:
        """Returns what a profile signs in with from the beginning."""
        return self._site.tokens.credential(account)

    def remote_id(self, account: Account) -> str:
        """Returns the DID of an account."""
        return did_of(account.number)

    def post_number(self, remote_id: str) -> int:
        """Returns the number of the post an id means, 0 for none."""
        kept = self._site.kept
        if remote_id.startswith("at://"):
            return kept.number(kept.read_uri(remote_id.partition("#")[0]))
        return message_number(self._site.world, remote_id.rpartition("/")[2])

    def _home_calls(self) -> list[Call]:
        return [
            *Sessions(self._site).calls(),
            *Writing(self._site).calls(),
            *self._uploads.calls(),
            *self._notices.calls(),
            *self._dialogues.calls(behind=True),
            *repos.calls(),
            *_reads(),
        ]

    @web.middleware
    async def _remember(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Notes where the accounts' server is reached, for the directory to tell."""
        self._home = f"{request.scheme}://{request.host}"
        return await handler(request)

    async def _document(self, request: web.Request) -> web.Response:
        did = request.match_info["did"]
        account = self._site.kept.account(did)
        if account is None or not did.startswith("did:"):
            return answered(self._site, {"message": f"DID not registered: {did}"}, 404, {})
        response = answered(self._site, document_of(account, self._home), 200, {})
        response.headers["Content-Type"] = "application/did+ld+json; charset=utf-8"
        return response


def _reads() -> list[Call]:
    return [*timelines.calls(), *lookups.calls(), *search.calls()]
