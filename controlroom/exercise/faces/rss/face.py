"""One host per feed, with conditional GET as publishers' servers have it."""

import hashlib
from collections.abc import Callable, Mapping
from email.utils import formatdate, parsedate_to_datetime
from importlib import import_module
from urllib.parse import unquote

from aiohttp import web

from controlroom.exercise.faces.files import file_of
from controlroom.exercise.faces.rss.written import NETWORK, Channel, article_page, atom, rss
from controlroom.exercise.world import Account, Denied, Event, Media, World
from controlroom.model.credential import Credential

PATH = "/feed"
_SHOWN = 30
"""Entries of a feed."""
_MAX_AGE_S = 120
_DOMAIN = "example"
Write = Callable[[Channel], str]
_WRITTEN: Mapping[str, tuple[Write, str]] = {"press": (atom, "application/atom+xml")}
_USUAL: tuple[Write, str] = (rss, "application/rss+xml")


def host_of(account: Account) -> str:
    """Returns the host of a feed."""
    return f"{account.handle.casefold().replace('_', '-')}.{_DOMAIN}"


class RssFace:
    """All feeds."""

    network = NETWORK
    many_hosts = False

    def __init__(self, world: World) -> None:
        self._world = world
        self._changed_ms: dict[int, int] = {}
        world.hear(self._happened)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The hosts of all feeds that are there by now."""
        accounts = self._world.accounts.values()
        return tuple(host_of(one) for one in accounts if one.network == NETWORK)

    def application(self, host: str) -> web.Application:
        """Returns what answers for one feed."""
        accounts = self._world.accounts.values()
        account = next(one for one in accounts if one.network == NETWORK and host_of(one) == host)
        site = _Site(self._world, account, self._changed_ms)
        app = web.Application()
        app.add_routes([
            web.get(PATH, site.feed),
            web.get("/news/{number}", site.article),
            web.get("/media/{key}", site.medium),
        ])  # fmt: skip
        return app

    def credential(self, account: Account) -> Credential:
        """Returns an empty one: nobody signs in."""
        return Credential()

    def remote_id(self, account: Account) -> str:
        """Returns the address of a feed."""
        return f"https://{host_of(account)}{PATH}"

    def post_number(self, remote_id: str) -> int:
        """Returns the number of the post an id means, 0 for none."""
        told = remote_id.rpartition("/")[2]
        return int(told) if told.isdecimal() and told.isascii() and len(told) < 19 else 0

    def _happened(self, event: Event) -> None:
        if event.network == NETWORK:
            author = self._world.columns.row(event.number).author
            self._changed_ms[author] = self._world.clock.now_ms()


class _Site:
    """What one publisher's server answers."""

    def __init__(self, world: World, account: Account, changed_ms: Mapping[int, int]) -> None:
        self._world = world
        self._account = account
        self._changed_ms = changed_ms

    async def feed(self, request: web.Request) -> web.Response:
        """The feed, or word that it has not changed."""
        channel = self._channel()
        write, kind = _WRITTEN.get(self._account.kind, _USUAL)
        body = write(channel).encode()
        etag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
        headers = {
            "ETag": etag,
            "Last-Modified": formatdate(channel.changed_ms // 1000, usegmt=True),
            "Cache-Control": f"max-age={_MAX_AGE_S}",
            "Date": formatdate(self._world.clock.now_ms() // 1000, usegmt=True),
        }
        if _is_known(request, etag, channel.changed_ms):
            return web.Response(status=304, headers=headers)
        return web.Response(body=body, headers=headers, content_type=kind, charset="utf-8")

    async def article(self, request: web.Request) -> web.Response:
        """The page of an article."""
        told = request.match_info["number"]
        try:
            post = self._world.post(int(told) if told.isdecimal() else 0)
        except Denied:
            return web.Response(status=404)
        if post.author != self._account.number or post.deleted_ms:
            return web.Response(status=410 if post.deleted_ms else 404)
        return web.Response(text=article_page(post, self._account), content_type="text/html")

    async def medium(self, request: web.Request) -> web.Response:
        """A picture of an article."""
        key = unquote(request.match_info["key"])
        content = self._world.media.get(key)
        found = file_of(content) if content else None
        if content is not None and found is not None:
            return web.Response(body=content, content_type=found.content_type)
        return _made(self._hung(key))

    def _hung(self, key: str) -> Media:
        """Returns a medium as it hangs on an article; a plain one of that name if it does not."""
        media = (one for post in self._channel().posts for one in post.said.media)
        return next((one for one in media if one.key == key), Media(key))

    def _channel(self) -> Channel:
        newest = self._world.newest(NETWORK, "posts", self._account.number)
        posts = [post for post, _ in zip(newest, range(_SHOWN), strict=False)]
        latest = max((max(post.created_ms, post.edited_ms) for post in posts), default=0)
        changed = self._changed_ms.get(self._account.number, self._account.joined_ms)
        return Channel(self._account, host_of(self._account), posts, max(latest, changed))


def _is_known(request: web.Request, etag: str, changed_ms: int) -> bool:
    """An etag counts before a date, as HTTP has it."""
    if told := request.headers.get("If-None-Match"):
        return told.strip() == "*" or etag in [
            one.strip().removeprefix("W/") for one in told.split(",")
        ]
    try:
        since = parsedate_to_datetime(request.headers.get("If-Modified-Since", ""))
    except ValueError:
        return False
    return changed_ms // 1000 <= since.timestamp()


def _made(media: Media) -> web.Response:
    try:
        rendered = import_module("controlroom.exercise.media").rendered
    except (ImportError, AttributeError):
        return web.Response(status=404)
    content, kind = rendered(media.key, media)
    return web.Response(body=content, content_type=kind)
