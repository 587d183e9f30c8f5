"""An account in memory that answers as the Graph does: posts, comments, replies."""

import json
import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

ACCOUNT = "17841400000000077"
TOKEN = "EAAB-SENTINEL-of-a-page"
_LIMIT = re.compile(r"(comments|replies)\.limit\((\d+)\)")


@dataclass
class Node:
    """A post, or a comment: comments with replies below them, newest first."""

    id: str
    told: dict[str, Any]
    below: list["Node"] = field(default_factory=list)

    def count(self) -> int:
        return sum(1 + len(one.below) for one in self.below)


@dataclass
class BusyAccount:
    """Counts the questions it is asked."""

    now: datetime
    posts: list[Node] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    made: int = 0

    def serve(self, server: HTTPServer) -> None:
        server.expect_request(re.compile("/v26.0/.*")).respond_with_handler(self._answer)

    def say(self, under: Node, **more: Any) -> Node:
        """Adds a comment or a reply, now."""
        self.made += 1
        moment = self.now.strftime("%Y-%m-%dT%H:%M:%S+0000")
        node = Node(f"c{self.made}", {"timestamp": moment, "text": "x", **more})
        under.below.insert(0, node)
        return node

    def _answer(self, request: Request) -> Response:
        _, _, thing, *edge = request.path.split("/")
        self.asked.append("/".join([thing, *edge]))
        limits = {name: int(limit) for name, limit in _LIMIT.findall(request.args["fields"])}
        if thing == ACCOUNT:
            shown = [self._post(one, limits) for one in self.posts]
            return Response(json.dumps(_page(shown, request)))
        below = self._find(thing).below
        return Response(json.dumps(_page([_comment(one, limits) for one in below], request)))

    def _find(self, thing: str) -> Node:
        nodes = [*self.posts, *(one for post in self.posts for one in post.below)]
        return next(one for one in nodes if one.id == thing)

    def _post(self, post: Node, limits: dict[str, int]) -> dict[str, Any]:
        shown: dict[str, Any] = {"id": post.id, "comments_count": post.count()}
        comments = [_comment(one, limits) for one in post.below]
        return shown | ({"comments": _first(comments, limits["comments"])} if comments else {})


def _comment(node: Node, limits: dict[str, int]) -> dict[str, Any]:
    replies = [_comment(one, limits) | {"parent_id": node.id} for one in node.below]
    nested = {"replies": _first(replies, limits["replies"])} if replies else {}
    return {"id": node.id, **node.told, **nested}


def _first(items: list[Any], limit: int) -> dict[str, Any]:
    return _listing(items[:limit], limit, len(items))


def _page(items: list[Any], request: Request) -> dict[str, Any]:
    start, limit = int(request.args.get("after", "0")), int(request.args["limit"])
    return _listing(items[start : start + limit], start + limit, len(items))


def _listing(items: list[Any], end: int, of: int) -> dict[str, Any]:
    paging: dict[str, Any] = {"cursors": {"after": str(end)}}
    if end < of:
        paging["next"] = f"https://graph.facebook.com/x?access_token={TOKEN}&after={end}"
    return {"data": items, "paging": paging}
