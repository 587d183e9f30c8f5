"""Where pictures and clips lie: what was uploaded as it came, everything else made when asked."""

from dataclasses import replace
from importlib import import_module
from urllib.parse import quote, unquote

from aiohttp import web

from controlroom.exercise.faces.bluesky.files import type_of
from controlroom.exercise.faces.bluesky.people import CLIPS
from controlroom.exercise.world import Denied, Media, MediaKind, World

_FACE = "face-"
_FACE_SIDE = 240
"""Pixels of somebody's picture."""


def routes(world: World, host: str) -> list[web.RouteDef]:
    """Returns the routes of a host of media."""

    async def medium(request: web.Request) -> web.Response:
        key = unquote(request.match_info["key"])
        uploaded = world.media.get(key)
        if uploaded is not None and (host == CLIPS or type_of(uploaded).startswith("image/")):
            return web.Response(body=uploaded, content_type=type_of(uploaded))
        return _made(_on(host, _medium(world, key, request.query.get("of", ""))))

    async def playlist(request: web.Request) -> web.Response:
        key, of = unquote(request.match_info["key"]), request.query.get("of", "")
        return _playlist(_medium(world, key, of), of)

    told = [web.get("/media/{key}", medium)]
    return [web.get("/media/{key}/playlist.m3u8", playlist), *told] if host == CLIPS else told


def _medium(world: World, key: str, of: str) -> Media:
    """Returns a medium as it hangs on a post; a plain one of that name if it does not."""
    if key.startswith(_FACE):
        return Media(key, width=_FACE_SIDE, height=_FACE_SIDE)
    try:
        said = world.post(int(of) if of.isdecimal() else 0).said
    except Denied:
        return Media(key)
    return next((one for one in said.media if one.key == key), Media(key))


def _on(host: str, media: Media) -> Media:
    """A still of what moves lies where the pictures are."""
    if host == CLIPS:
        return media if media.kind is not MediaKind.IMAGE else replace(media, kind=MediaKind.VIDEO)
    return replace(media, kind=MediaKind.IMAGE)


def _playlist(media: Media, of: str) -> web.Response:
    """The whole clip is one piece."""
    seconds = max(1.0, media.duration_ms / 1000)
    lines = [
        "#EXTM3U", "#EXT-X-VERSION:7", f"#EXT-X-TARGETDURATION:{round(seconds + 0.5)}",
        "#EXT-X-PLAYLIST-TYPE:VOD", f"#EXTINF:{seconds:.3f},",
        f"/media/{quote(media.key, safe='')}?of={of}", "#EXT-X-ENDLIST", "",
    ]  # fmt: skip
    return web.Response(text="\n".join(lines), content_type="application/vnd.apple.mpegurl")


def _made(media: Media) -> web.Response:
    # Drawing is dear to import, and not needed by whoever only reads words.
    make = getattr(import_module("controlroom.exercise.media"), "rendered", None)
    if make is None:
        raise web.HTTPNotFound
    content, content_type = make(media.key, media)
    return web.Response(body=content, content_type=content_type)
