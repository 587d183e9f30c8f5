"""Where stills, clips and faces lie: what was uploaded as it came, everything else made."""

from importlib import import_module
from urllib.parse import unquote

from aiohttp import web

from controlroom.exercise.faces.files import file_of
from controlroom.exercise.faces.youtube.calls import Site
from controlroom.exercise.faces.youtube.ids import number_of_channel
from controlroom.exercise.world import Media, MediaKind

_STILL = (1280, 720)
_SIZES = {"default": (120, 90), "mqdefault": (320, 180), "hqdefault": (480, 360),
          "sddefault": (640, 480), "maxresdefault": (1280, 720)}  # fmt: skip


def routes(site: Site) -> list[web.RouteDef]:
    """Returns the routes of media."""

    async def still(request: web.Request) -> web.Response:
        video = site.kept.video(request.match_info["id"], 0)
        if video is None:
            return web.Response(status=404)
        width, height = _SIZES.get(request.match_info["name"], _STILL)
        key = next((one.key for one in video.said.media), f"still-{video.number}")
        return _made(Media(f"{key}-still", MediaKind.IMAGE, "", width, height))

    async def face(request: web.Request) -> web.Response:
        number = number_of_channel(request.match_info["id"])
        side = min(int(request.match_info["size"]), 800)
        return _made(Media(f"face-{number}", MediaKind.IMAGE, "", side, side))

    async def medium(request: web.Request) -> web.Response:
        key = unquote(request.match_info["key"])
        content = site.world.media.get(key)
        found = file_of(content) if content else None
        if content is not None and found is not None:
            return web.Response(body=content, content_type=found.content_type)
        return _made(Media(key, width=_STILL[0], height=_STILL[1]))

    return [
        web.get("/vi/{id}/{name}.jpg", still),
        web.get(r"/faces/{id}={size:\d+}", face),
        web.get("/media/{key}", medium),
    ]


def _made(media: Media) -> web.Response:
    try:
        rendered = import_module("controlroom.exercise.media").rendered
    except (ImportError, AttributeError):
        return web.Response(status=404)
    content, kind = rendered(media.key, media)
    return web.Response(body=content, content_type=kind)
