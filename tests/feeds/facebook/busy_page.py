"""A page in memory that answers as the Graph does: posts, comments below them, dialogues."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tests.feeds.facebook.graphs import PAGE, TOKEN, error

_NESTED = re.compile(r"(comments|messages)[^{]*\.limit\((\d+)\)\{")


@dataclass
class Thing:
    """A post or a dialogue, its items the latest first."""

    id: str
    changed: datetime
    items: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class BusyPage:
    """Counts the questions it is asked."""

    now: datetime
    posts: list[Thing] = field(default_factory=list)
    dialogues: list[Thing] = field(default_factory=list)
    live: list[Thing] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)

    def serve(self, server: HTTPServer) -> None:
        server.expect_request(re.compile("/v26.0/.*")).respond_with_handler(self._answer)

    def say(self, thing: Thing, number: int, **more: Any) -> str:
        """Adds an item to a thing, now."""
        remote_id = f"{thing.id.rpartition('_')[2]}_{number}"
        item = {"id": remote_id, "created_time": _told(self.now), "message": "x", **more}
        thing.items.insert(0, item)
        thing.changed = self.now
        return remote_id

    def _answer(self, request: Request) -> Response:
        _, _, thing, *edge = request.path.split("/")
        self.asked.append("/".join([thing, *edge]))
        if thing in self.gone:
            return Response(error(100, error_subcode=33), status=400)
        if thing == PAGE:
            return _page(self._things(edge[0]), request)
        known = next(one for one in self._all() if one.id == thing)
        return _page(known.items, request)

    def _all(self) -> Iterable[Thing]:
        return [*self.posts, *self.dialogues, *self.live]

    def _things(self, edge: str) -> list[Thing]:
        if edge == "conversations":
            return sorted(self.dialogues, key=lambda one: one.changed, reverse=True)
        return self.live if edge == "live_videos" else self.posts


def _page(items: list[Any], request: Request) -> Response:
    start, limit = int(request.args.get("after", "0")), int(request.args["limit"])
    shown = [_shown(one, request.args["fields"]) for one in items[start : start + limit]]
    return Response(json.dumps(_listing(shown, start + limit, len(items))))


def _shown(item: Any, fields: str) -> Any:
    if not isinstance(item, Thing):
        return item
    shown: dict[str, Any] = {"id": item.id, "updated_time": _told(item.changed)}
    nested = _NESTED.search(fields)
    if nested and item.items:
        limit = int(nested[2])
        shown[nested[1]] = _listing(item.items[:limit], limit, len(item.items))
    return shown


def _listing(items: list[Any], end: int, of: int) -> dict[str, Any]:
    paging: dict[str, Any] = {"cursors": {"after": str(end)}}
    if end < of:
        paging["next"] = f"https://graph.facebook.com/x?access_token={TOKEN}&after={end}"
    return {"data": items, "paging": paging}


def _told(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S+0000")


def minutes(number: int) -> timedelta:
    return timedelta(minutes=number)
