"""The calls to YouTube's Data API: paths, parameters, and what comes back as a list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec

from controlroom.feeds.base import Seat
from controlroom.feeds.errors import NonsenseReceived, TokenExpired
from controlroom.feeds.items import items_of, parts_of
from controlroom.feeds.networks.youtube.refusals import meaning
from controlroom.feeds.renewal import Renewal, TokenServer
from controlroom.feeds.wire import Answer, Refusal, Wire
from controlroom.model.decoding import from_json

API_HOST = "youtube.googleapis.com"
TOKEN_HOST, TOKEN_PATH = "oauth2.googleapis.com", "/token"
_ROOT = "/youtube/v3/"
_KINDS = {"liveChat/messages": "youtube#liveChatMessageListResponse"}
_FORBIDDEN = 403
_THREADS = {"part": "snippet,replies", "textFormat": "html"}
_COMMENTS = {"part": "snippet", "textFormat": "html"}
VIDEO_PARTS = "snippet,statistics,status,contentDetails,liveStreamingDetails"


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list.

    Attributes:
        items: each with the network's own bytes.
        next: where it goes on, "" at its end.
        etag: to ask later whether it has changed, "" for none.
        unchanged: it is as it was under the etag that was given.
        pause_ms: how long a live chat wants to be left alone.
        offline: the broadcast of a live chat is over.
    """

    items: tuple[bytes, ...] = ()
    next: str = ""
    etag: str = ""
    unchanged: bool = False
    pause_ms: int = 0
    offline: bool = False


class Client:
    """YouTube as one profile sees it. Every call raises `ReadError` and nothing else."""

    def __init__(self, seat: Seat) -> None:
        base = seat.server(API_HOST)
        self._renewal = Renewal(seat, TokenServer(seat.server(TOKEN_HOST), TOKEN_PATH, seat.now))
        self._wire = Wire(
            base,
            lambda: seat.sign_in.credential().access,
            seat.now,
            refused=lambda refusal: meaning(refusal, seat.now()),
        )
        self._now = seat.now

    def channels(self, ids: Sequence[str]) -> Listing:
        """Returns channels by id, with their playlists."""
        return self._list("channels", {"part": "contentDetails", "id": ",".join(ids)})

    def own_channels(self) -> Listing:
        """Returns the channels of who signed in; nearly always one."""
        return self._list("channels", {"part": "snippet", "mine": "true"})

    def playlist(self, playlist: str, place: str, etag: str) -> Listing:
        """Returns entries of a playlist, the latest first where it is one of uploads."""
        query = {"part": "snippet,contentDetails,status", "playlistId": playlist}
        return self._list("playlistItems", query | {"maxResults": "50"} | _place(place), etag)

    def videos(self, ids: Sequence[str]) -> Listing:
        """Returns at most 50 videos by id, in the order asked for."""
        return self._list("videos", {"part": VIDEO_PARTS, "id": ",".join(ids)})

    def threads(self, which: Mapping[str, str], place: str, etag: str) -> Listing:
        """Returns comments with some of their answers.

        Args:
            which: one of the filters, with its value.
        """
        query = _THREADS | {"order": "time", "maxResults": "100"}
        return self._list("commentThreads", query | dict(which) | _place(place), etag)

    def threads_by_id(self, ids: Sequence[str]) -> Listing:
        """Returns comments by id, with some of their answers."""
        return self._list("commentThreads", _THREADS | {"id": ",".join(ids)})

    def answers(self, parent: str, place: str) -> Listing:
        """Returns the answers to a comment."""
        query = _COMMENTS | {"parentId": parent, "maxResults": "100"}
        return self._list("comments", query | _place(place))

    def comments(self, ids: Sequence[str]) -> Listing:
        """Returns comments and answers by id."""
        return self._list("comments", _COMMENTS | {"id": ",".join(ids)})

    def search(self, words: str, place: str) -> Listing:
        """Returns which videos hold the words, the latest first."""
        query = {"part": "snippet", "type": "video", "order": "date", "q": words}
        return self._list("search", query | {"maxResults": "50"} | _place(place))

    def broadcasts(self) -> Listing:
        """Returns what the profile broadcasts now."""
        query = {"part": "snippet", "broadcastStatus": "active", "broadcastType": "all"}
        return self._list("liveBroadcasts", query)

    def chat(self, chat: str, place: str) -> Listing:
        """Returns what was said in a live chat since `place`, the latest last."""
        query = {"part": "id,snippet,authorDetails", "liveChatId": chat, "maxResults": "2000"}
        return self._list("liveChat/messages", query | _place(place))

    def close(self) -> None:
        self._wire.close()
        self._renewal.close()

    def _list(self, what: str, query: Mapping[str, str], etag: str = "") -> Listing:
        headers = {"If-None-Match": etag} if etag else {}
        answer = self._asked(_ROOT + what, query, headers)
        if answer.status == 304:
            return Listing(etag=etag, unchanged=True)
        return _listing(answer, _kind(what), self._now())

    def _asked(self, path: str, query: Mapping[str, str], headers: Mapping[str, str]) -> Answer:
        access = self._renewal.access()
        try:
            return self._wire.get(path, query, headers)
        except TokenExpired:
            if not self._renewal.refused(access):
                raise
        return self._wire.get(path, query, headers)


def _place(place: str) -> dict[str, str]:
    return {"pageToken": place} if place else {}


def _kind(what: str) -> str:
    return _KINDS.get(what) or f"youtube#{what.removesuffix('s')}ListResponse"


def _listing(answer: Answer, kind: str, now: datetime) -> Listing:
    host = API_HOST
    parts = parts_of(answer.body, host)
    if "error" in parts:
        refusal = Refusal(_FORBIDDEN, answer.headers, answer.body, host, answer.address)
        raise meaning(refusal, now) or NonsenseReceived(host=host, reason="an unknown refusal")
    if _text(parts.get("kind")) != kind:
        raise NonsenseReceived(host=host, reason="another kind of answer")
    return Listing(
        items=tuple(items_of(parts["items"], host)) if "items" in parts else (),
        next=_text(parts.get("nextPageToken")),
        etag=_quoted(answer.headers.get("ETag") or _text(parts.get("etag"))),
        pause_ms=_number(parts.get("pollingIntervalMillis")),
        offline=bool(_text(parts.get("offlineAt"))),
    )


def _text(raw: bytes | None) -> str:
    """Returns a part that is text, "" for any other."""
    try:
        return from_json(raw, str) if raw else ""
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ""


def _number(raw: bytes | None) -> int:
    try:
        return max(from_json(raw, int), 0) if raw else 0
    except msgspec.DecodeError:
        return 0


def _quoted(etag: str) -> str:
    """An etag told in the body comes bare, but goes into a header with quotation marks.

    What could not stand in a header is none.
    """
    if not etag or not etag.isascii() or not etag.isprintable() or len(etag) > 200:
        return ""
    return etag if etag.startswith(('"', "W/")) else f'"{etag}"'
