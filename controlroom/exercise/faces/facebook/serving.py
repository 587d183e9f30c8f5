"""The Graph and the dialog as web applications."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

from aiohttp import web

from controlroom.exercise.faces.facebook.book import Book
from controlroom.exercise.faces.facebook.calls import call_of
from controlroom.exercise.faces.facebook.doors import Reply, reply
from controlroom.exercise.faces.facebook.fetching import fetched
from controlroom.exercise.faces.facebook.problems import Problem
from controlroom.exercise.faces.facebook.signing import dialog
from controlroom.exercise.faces.facebook.things import View

LARGEST = 600 * 1024 * 1024
_TICK_S = 0.5

Answers = Callable[[web.Request], Awaitable[web.Response]]


def graph_app(book: Book) -> web.Application:
    """Returns the Graph. What is set for a time goes out while it runs."""
    app = web.Application(client_max_size=LARGEST)
    app.router.add_route("*", "/{path:.*}", _graph(book))
    app.cleanup_ctx.append(_sends_due(book))
    return app


def dialog_app(book: Book) -> web.Application:
    """Returns where people sign in; here everybody is let in at once."""
    app = web.Application()

    async def sign_in(request: web.Request) -> web.Response:
        view = View(book, None, str(request.url.origin()), "")
        try:
            onward = dialog(view, request.query)
        except Problem as problem:
            return web.Response(status=400, text=f"<!doctype html><p>{problem.code}: "
                                f"{problem.message}", content_type="text/html")  # fmt: skip
        return web.Response(status=302, headers={"Location": onward})

    app.router.add_get("/{version:v[0-9.]+}/dialog/oauth", sign_in)
    app.router.add_get("/dialog/oauth", sign_in)
    return app


def _graph(book: Book) -> Answers:
    async def answer(request: web.Request) -> web.Response:
        try:
            call = await fetched(await call_of(request))
        except Problem as problem:
            return _written(book, Reply(problem.body("A0"), problem.status), "")
        return _written(book, reply(book, call), call.version)

    return answer


def _written(book: Book, one: Reply, version: str) -> web.Response:
    """The clock of the exercise is the Graph's, also in its headers."""
    now = datetime.fromtimestamp(book.world.clock.now_ms() // 1000, UTC)
    headers = {"Date": format_datetime(now, usegmt=True), "facebook-api-version": version,
               "Cache-Control": "private, no-store", **one.headers}  # fmt: skip
    return web.Response(body=encoded(one.body), status=one.status, headers=headers,
                        content_type="application/json", charset="UTF-8")  # fmt: skip


def encoded(body: Any) -> bytes:
    """Returns JSON as the Graph writes it: plain ASCII, slashes escaped."""
    return json.dumps(body, separators=(",", ":")).replace("/", "\\/").encode()


def _sends_due(book: Book) -> Callable[[web.Application], AsyncIterator[None]]:
    async def tick() -> None:
        while True:
            await asyncio.sleep(_TICK_S)
            book.send_due()

    async def while_it_runs(_: web.Application) -> AsyncIterator[None]:
        task = asyncio.create_task(tick())
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    return while_it_runs
