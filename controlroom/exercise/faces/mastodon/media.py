"""Where pictures and clips lie: what was uploaded as it came, everything else made when asked."""

from importlib import import_module
from urllib.parse import unquote

from aiohttp import web

from controlroom.exercise.faces.files import file_of
from controlroom.exercise.faces.mastodon.calls import Site
from controlroom.exercise.faces.mastodon.ids import number_in
from controlroom.exercise.faces.mastodon.view import post_of
from controlroom.exercise.world import Media

_FACE = 400
_HEADER = (1500, 500)
_UNKNOWN = "application/octet-stream"


def routes(site: Site) -> list[web.RouteDef]:
    """Returns the routes of media."""

    async def medium(request: web.Request) -> web.Response:
        key = unquote(request.match_info["key"])
        uploaded = site.world.media.get(key)
        if uploaded is not None:
            found = file_of(uploaded)
            return _answer(uploaded, found.content_type if found else _UNKNOWN)
        return _made(_medium(site, key, request.query.get("of", "")))

    async def avatar(request: web.Request) -> web.Response:
        key = f"face-{number_in(request.match_info['id'])}"
        return _made(Media(key, width=_FACE, height=_FACE))

    async def header(request: web.Request) -> web.Response:
        key = f"header-{number_in(request.match_info['id'])}"
        return _made(Media(key, width=_HEADER[0], height=_HEADER[1]))

    return [
        web.get("/media/{key}", medium),
        web.get("/avatars/{id}.png", avatar),
        web.get("/headers/{id}.png", header),
    ]


def _medium(site: Site, key: str, of: str) -> Media:
    """Returns a medium as it hangs on a post; a plain one of that name if it does not."""
    post = post_of(site.kept, of)
    hung = (media for media in (post.said.media if post else ()) if media.key == key)
    return next(hung, Media(key))


def _made(media: Media) -> web.Response:
    try:
        rendered = import_module("controlroom.exercise.media").rendered
    except (ImportError, AttributeError):
        return web.Response(status=404)
    return _answer(*rendered(media.key, media))


def _answer(content: bytes, content_type: str) -> web.Response:
    headers = {"Cache-Control": "public, max-age=2419200, immutable"}
    return web.Response(body=content, content_type=content_type, headers=headers)
