"""Fetching one film or sound somebody has published, piece by piece, as bounded as a picture."""

import http.client
from collections.abc import Callable

from controlroom.feeds.errors import NetworkDown, NonsenseReceived
from controlroom.feeds.media import Fetcher, MediaLimits, TooLarge, media_limits
from controlroom.feeds.media_line import Line
from controlroom.feeds.public import Resolve, resolve
from controlroom.feeds.servers import Servers
from controlroom.model.fetching import clip_kind

PIECE = 262_144
_HEAD = 1_024
"""Bytes by which is told whether it plays."""

Take = Callable[[bytes, int, int], None]
"""Gets a piece, how many bytes there are with it, and how many there will be (0: not told)."""


class ClipFetcher(Fetcher):
    """Fetches clips one after the other, on one thread, except for `close`."""

    accept = "video/*, audio/*"

    def __init__(
        self, servers: Servers, limits: MediaLimits | None = None, ask: Resolve = resolve
    ) -> None:
        super().__init__(servers, limits or media_limits().clip, ask)
        self._take: Take = _nobody

    def fetch(self, address: str, take: Take) -> str:
        """Hands over the bytes of a clip as they come; returns what it is by how it begins.

        Raises:
            ReadError: and nothing else from outside; what was handed over is worth nothing then.
        """
        self._take = take
        return self._fetched(address).decode()

    def _body(self, line: Line, response: http.client.HTTPResponse) -> bytes:
        whole, done, kind = _told(response), 0, ""
        while piece := response.read(PIECE):
            done += len(piece)
            if done > self._limits.size:
                raise TooLarge(host=line.host, reason="far too long")
            kind = kind or clip_kind(piece[:_HEAD])
            if not kind:
                raise NonsenseReceived(host=line.host, reason="it is nothing that plays")
            self._take(piece, done, whole)
        if not kind:
            raise NonsenseReceived(host=line.host, reason="it is empty")
        if response.length:
            raise NetworkDown(host=line.host, reason="the connection broke")
        return kind.encode()


def _told(response: http.client.HTTPResponse) -> int:
    told = response.getheader("Content-Length", "")
    return int(told) if told.isdecimal() else 0


def _nobody(_piece: bytes, _done: int, _whole: int) -> None:
    """Nobody wants it."""
