"""Where pictures and films lie, as a web application."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from importlib import import_module

from aiohttp import web

from controlroom.exercise.faces.facebook.book import Book
from controlroom.exercise.faces.facebook.ids import Named, Stretch, medium_in, named
from controlroom.exercise.faces.facebook.media import STILLS
from controlroom.exercise.faces.facebook.pictures import kind_of
from controlroom.exercise.world import Denied, Media, MediaKind

_LOOSE = (Stretch.LOOSE_PHOTO, Stretch.LOOSE_VIDEO)


def media_app(book: Book, host: str) -> web.Application:
    """Returns where pictures or films lie."""
    app = web.Application()

    async def serve(request: web.Request) -> web.Response:
        key = request.match_info["key"]
        media = _medium(book, request.query.get("of", ""))
        if media is None or media.key != key:
            return web.Response(status=404)
        still = media.kind is MediaKind.VIDEO and (host == STILLS or "still" in request.query)
        body = book.world.media.get(key)
        if body and not still:
            return web.Response(body=body, content_type=kind_of(body))
        return await _made(replace(media, kind=MediaKind.IMAGE, duration_ms=0) if still else media)

    app.router.add_get("/media/{key}", serve)
    return app


async def _made(media: Media) -> web.Response:
    try:
        rendered = import_module("controlroom.exercise.media").rendered
    except (ImportError, AttributeError):
        return web.Response(status=404)
    body, kind = await asyncio.to_thread(rendered, media.key, media)
    return web.Response(body=body, content_type=kind)


def _medium(book: Book, of: str) -> Media | None:
    name = named(of)
    if name is None:
        return None
    if name.stretch in _LOOSE:
        uploads = book.uploads
        return uploads[name.number - 1].media if name.number <= len(uploads) else None
    post, index = _place(name)
    with suppress(Denied, IndexError):
        return book.world.post(post).said.media[index]
    return None


def _place(name: Named) -> tuple[int, int]:
    """Returns a post and the index of its medium."""
    return (name.number, 0) if name.stretch is Stretch.GRAM_POST else medium_in(name.number)
