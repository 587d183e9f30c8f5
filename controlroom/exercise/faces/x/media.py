"""Where pictures and clips lie: what was uploaded as it came, everything else made when asked."""

import asyncio
from dataclasses import replace
from urllib.parse import unquote

from aiohttp import web

from controlroom.exercise.faces.x.attached import CLIPS, STILLS
from controlroom.exercise.faces.x.calls import Site
from controlroom.exercise.faces.x.ids import number_in
from controlroom.exercise.faces.x.pictures import file_of
from controlroom.exercise.world import Denied, Media, MediaKind

_FACE = 240
"""Pixels of a side of somebody's picture."""


def routes(site: Site, host: str) -> list[web.RouteDef]:
    """Returns the routes of a host of media."""

    async def medium(request: web.Request) -> web.Response:
        key = unquote(request.match_info["key"])
        uploaded = site.world.media.get(key)
        if uploaded is not None and (host == CLIPS or _is_picture(uploaded)):
            return _answer(uploaded, _content_type(uploaded))
        return await _made(_for_host(_medium(site, key, request.query.get("of", "")), host))

    async def face(request: web.Request) -> web.Response:
        key = f"face-{number_in(request.match_info['id'])}"
        return await _made(Media(key, width=_FACE, height=_FACE))

    told = [web.get("/media/{key}", medium)]
    return [*told, web.get("/profile_images/{id}/{name}", face)] if host == STILLS else told


def _medium(site: Site, key: str, post_id: str) -> Media:
    """Returns a medium as it hangs on a post; a plain one of that name if it does not."""
    try:
        said = site.world.post(number_in(post_id)).said
    except Denied:
        return Media(key)
    return next((one for one in said.media if one.key == key), Media(key))


def _for_host(media: Media, host: str) -> Media:
    """A still of what moves lies where the pictures are."""
    kind = MediaKind.IMAGE if host == STILLS else MediaKind.VIDEO
    moves = media.kind is not MediaKind.IMAGE
    return media if host == CLIPS and moves else replace(media, kind=kind)


async def _made(media: Media) -> web.Response:
    # Drawing is dear to import, and not needed by whoever only reads words.
    from controlroom.exercise.media import rendered

    return _answer(*await asyncio.to_thread(rendered, media.key, media))


def _answer(content: bytes, content_type: str) -> web.Response:
    return web.Response(body=content, content_type=content_type)


def _is_picture(content: bytes) -> bool:
    return _content_type(content).startswith("image/")


def _content_type(content: bytes) -> str:
    told = file_of(content)
    return told.content_type if told else "application/octet-stream"
