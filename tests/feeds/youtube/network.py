"""A small YouTube on loopback: channels, videos, comments and a chat that tests put together."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from controlroom.feeds.networks.youtube.feed import YouTubeFeed
from controlroom.model.credential import Credential
from controlroom.model.profile import Profile
from tests.feeds.seats import NOW
from tests.feeds.seats import seat as make_seat

CHANNEL = "UCwestmarchpolice0000000"
HOSTS = ("youtube.googleapis.com", "oauth2.googleapis.com", "accounts.google.com")
PATH = "/youtube/v3/"
Item = dict[str, Any]


def video(number: str, title: str = "A17 reopens", **more: Any) -> Item:
    snippet = {"publishedAt": "2026-11-21T17:30:00Z", "channelId": CHANNEL, "title": title}
    return {"kind": "youtube#video", "id": number, "snippet": snippet} | more


def comment(number: str, text: str = "Hello", at: str = "2026-11-22T08:00:00Z") -> Item:
    snippet = {"publishedAt": at, "updatedAt": at, "textOriginal": text}
    if "." in number:
        snippet["parentId"] = number.partition(".")[0]
    return {"kind": "youtube#comment", "id": number, "snippet": snippet}


def message(number: str, text: str = "Hello", **snippet: Any) -> Item:
    told = {"type": "textMessageEvent", "publishedAt": "2026-11-22T10:00:00Z"}
    details = {"textMessageDetails": {"messageText": text}, "displayMessage": text}
    return {"kind": "youtube#liveChatMessage", "id": number, "snippet": told | details | snippet}


def refusal(code: int, *reasons: str, status: str = "", details: Sequence[Item] = ()) -> Response:
    errors = [{"message": "no", "domain": "youtube", "reason": reason} for reason in reasons]
    error = {"code": code, "message": "SENTINEL-MESSAGE", "errors": errors, "status": status}
    return answer({"error": error | ({"details": list(details)} if details else {})}, code)


def answer(body: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    return Response(json.dumps(body), status, headers, content_type="application/json")


@dataclass
class Network:
    """What there is, and what was asked for.

    Attributes:
        threads: comment ids on a video, the latest first.
        answers: by comment, in the order the network lists them.
        shown: how many answers come with a comment.
        chat: what each place in the chat leads to: items, next place.
        refuses: answers to the next requests, whatever they are.
    """

    videos: dict[str, Item] = field(default_factory=dict)
    uploads: list[str] = field(default_factory=list)
    threads: list[str] = field(default_factory=list)
    answers: dict[str, list[Item]] = field(default_factory=dict)
    shown: int = 5
    found: list[str] = field(default_factory=list)
    live: Item | None = None
    chat: dict[str, tuple[list[Item], str]] = field(default_factory=dict)
    chat_more: Item = field(default_factory=dict)
    refuses: list[Response] = field(default_factory=list)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    page: int = 2

    def answer(self, request: Request) -> Response:
        what, query = request.path.removeprefix(PATH), request.args.to_dict()
        self.asked.append((what, query))
        self.headers.append(dict(request.headers))
        if self.refuses:
            return self.refuses.pop(0)
        name = "on_" + what.replace("/", "_")
        told = getattr(self, name)(query)
        return told if isinstance(told, Response) else self._with_etag(told, request)

    def paths(self) -> list[str]:
        """Returns what was asked for since the last time."""
        paths = [what for what, _ in self.asked]
        self.asked.clear()
        return paths

    def on_channels(self, query: dict[str, str]) -> Item:
        lists = {"contentDetails": {"relatedPlaylists": {"uploads": "UUwestmarch"}}}
        snippet = {"snippet": {"title": "Westmarch Police", "customUrl": "@westmarchpolice"}}
        known = query.get("mine") == "true" or query["id"] == CHANNEL
        return self._listed("channel", [{"id": CHANNEL} | lists | snippet] if known else [])

    def on_playlistItems(self, query: dict[str, str]) -> Item | Response:
        if not self.uploads:
            return refusal(404, "playlistNotFound")
        items = [{"contentDetails": {"videoId": number}} for number in self.uploads]
        return self._paged("playlistItem", items, query)

    def on_videos(self, query: dict[str, str]) -> Item:
        wanted = query["id"].split(",")
        return self._listed("video", [self.videos[one] for one in wanted if one in self.videos])

    def on_search(self, query: dict[str, str]) -> Item:
        return self._paged("search", [{"id": {"videoId": one}} for one in self.found], query)

    def on_commentThreads(self, query: dict[str, str]) -> Item:
        if "id" in query:
            wanted = [one for one in query["id"].split(",") if one in self.threads]
            return self._listed("commentThread", [self._thread(one) for one in wanted])
        return self._paged("commentThread", [self._thread(one) for one in self.threads], query)

    def on_comments(self, query: dict[str, str]) -> Item | Response:
        if "id" in query:
            every = {one["id"]: one for some in self.answers.values() for one in some}
            wanted = [every[one] for one in query["id"].split(",") if one in every]
            return self._listed("comment", wanted)
        if query["parentId"] not in self.threads:
            return refusal(404, "commentNotFound")
        return self._paged("comment", self.answers.get(query["parentId"], []), query)

    def on_liveBroadcasts(self, _: dict[str, str]) -> Item:
        return self._listed("liveBroadcast", [self.live] if self.live else [])

    def on_liveChat_messages(self, query: dict[str, str]) -> Item | Response:
        if query.get("pageToken", "") not in self.chat:
            return refusal(400, "pageTokenInvalid")
        items, place = self.chat[query.get("pageToken", "")]
        told = self._listed("liveChatMessage", items) | {"nextPageToken": place}
        return told | {"pollingIntervalMillis": 5000} | self.chat_more

    def _thread(self, number: str) -> Item:
        answers = self.answers.get(number, [])
        snippet = {"videoId": "wEstm4rch01", "topLevelComment": comment(number)}
        replies = {"replies": {"comments": answers[: self.shown]}} if answers else {}
        return {"id": number, "snippet": snippet | {"totalReplyCount": len(answers)}} | replies

    def _listed(self, kind: str, items: Sequence[Item]) -> Item:
        return {"kind": f"youtube#{kind}ListResponse", "items": list(items)}

    def _paged(self, kind: str, items: Sequence[Item], query: dict[str, str]) -> Item:
        begins = int(query.get("pageToken", "at0").removeprefix("at"))
        ends = begins + self.page
        following = {"nextPageToken": f"at{ends}"} if ends < len(items) else {}
        return self._listed(kind, items[begins:ends]) | following

    def _with_etag(self, told: Item, request: Request) -> Response:
        etag = hashlib.sha1(json.dumps(told).encode()).hexdigest()
        if request.headers.get("If-None-Match") == f'"{etag}"':
            return Response(status=304)
        return answer(told | {"etag": etag})


@contextmanager
def feed_to(
    server: HTTPServer,
    network: Network,
    now: datetime = NOW,
    credential: Credential = Credential("SENTINEL-TOKEN"),
) -> Iterator[YouTubeFeed]:
    """Yields a feed of the police's channel, led to this network."""
    serve(server, network)
    profile = Profile(1, "youtube", CHANNEL, "westmarchpolice", "Westmarch Police")
    feed = YouTubeFeed(make_seat(profile, led(server), credential, now))
    yield feed
    feed.close()


def serve(server: HTTPServer, network: Network) -> None:
    """Lets the server answer as this network."""

    def respond(request: Request) -> Response:
        return network.answer(request)

    for what in (
        "channels",
        "playlistItems",
        "videos",
        "search",
        "commentThreads",
        "comments",
        "liveBroadcasts",
        "liveChat/messages",
    ):
        server.expect_request(PATH + what).respond_with_handler(respond)


def led(server: HTTPServer) -> dict[str, str]:
    """Returns where the hosts of the network are led to."""
    return dict.fromkeys(HOSTS, server.url_for("").rstrip("/"))
