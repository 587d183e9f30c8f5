"""Fetching one film or sound somebody has published, piece by piece, as bounded as a picture.

Some networks give a film only as a list of short pieces. They are fetched one after the other
within the bounds of one clip, each address judged as if it stood alone, and make one file.
"""

import http.client
import time
from collections.abc import Callable
from dataclasses import replace

from controlroom.feeds.errors import NetworkDown, NonsenseReceived
from controlroom.feeds.media import Fetcher, MediaLimits, TooLarge, media_limits
from controlroom.feeds.media_line import Line
from controlroom.feeds.playlist import LONGEST, MARK, NotWhole, Pieces, read_playlist
from controlroom.feeds.public import Resolve, resolve
from controlroom.feeds.servers import Servers
from controlroom.model.fetching import clip_kind, goes_on_as

PIECE = 262_144
_HEAD = 1_024
"""Bytes by which is told whether it plays."""
_LISTS = 2
"""A list of versions, and that of one version."""

Take = Callable[[bytes, int, int], None]
"""Gets a piece, how many bytes there are with it, and how many there will be (0: not told)."""


class ClipFetcher(Fetcher):
    """Fetches clips one after the other, on one thread, except for `close`."""

    accept = "video/*, audio/*, application/vnd.apple.mpegurl"

    def __init__(
        self, servers: Servers, limits: MediaLimits | None = None, ask: Resolve = resolve
    ) -> None:
        super().__init__(servers, limits or media_limits().clip, ask)
        self._all = self._limits
        self._take: Take = _nobody
        self._lists, self._had, self._kind, self._came_from = 0, 0, "", ""

    def fetch(self, address: str, take: Take) -> str:
        """Hands over the bytes of a clip as they come; returns what it is by how it begins.

        Raises:
            ReadError: and nothing else from outside; what was handed over is worth nothing then.
        """
        self._take, self._lists, self._had, self._kind = take, _LISTS, 0, ""
        ends = time.monotonic() + self._all.whole_s
        self._limits = self._all
        found = self._fetched(address)
        while found.startswith(MARK):
            listed = self._listed(found)
            if isinstance(listed, Pieces):
                self._join(listed, ends)
                break
            found = self._one(listed, ends)
        return self._kind

    def _listed(self, found: bytes) -> str | Pieces:
        self._lists -= 1
        try:
            return read_playlist(found, self._came_from)
        except NotWhole as error:
            raise NonsenseReceived(host=_named(self._came_from), reason=str(error)) from None

    def _join(self, pieces: Pieces, ends: float) -> None:
        self._lists = 0
        for number, address in enumerate(pieces.addresses):
            self._one(address, ends)
            if number == 0 and self._kind == "mp4" and not pieces.headed and pieces.addresses[1:]:
                raise NonsenseReceived(host=_named(address), reason="its pieces are whole films")

    def _one(self, address: str, ends: float) -> bytes:
        """Fetches one address with what is left of time and bytes."""
        left_s = max(0.001, ends - time.monotonic())
        self._limits = replace(self._all, whole_s=left_s, size=self._all.size - self._had)
        return self._fetched(address)

    def _line(self, address: str) -> Line:
        self._came_from = address
        return super()._line(address)

    def _body(self, line: Line, response: http.client.HTTPResponse) -> bytes:
        # Of a list nobody says how long it is in all.
        whole, done, begun = _told(response) if self._lists == _LISTS else 0, 0, False
        while piece := response.read(PIECE):
            if not begun and self._lists and piece.startswith(MARK):
                return _list(line, piece)
            done += len(piece)
            if done > self._limits.size:
                raise TooLarge(host=line.host, reason="far too long")
            if not begun:
                self._begin(line, piece[:_HEAD])
                begun = True
            self._take(piece, self._had + done, whole)
        if not begun:
            raise NonsenseReceived(host=line.host, reason="it is empty")
        if response.length:
            raise NetworkDown(host=line.host, reason="the connection broke")
        self._had += done
        return self._kind.encode()

    def _begin(self, line: Line, head: bytes) -> None:
        """Judges the first bytes of a clip, or of another piece of it."""
        plays = goes_on_as(self._kind, head) if self._kind else bool(clip_kind(head))
        if not plays:
            raise NonsenseReceived(host=line.host, reason="it is nothing that plays")
        self._kind = self._kind or clip_kind(head)


def _list(line: Line, body: bytes) -> bytes:
    if len(body) >= LONGEST:
        raise TooLarge(host=line.host, reason="far too long")
    return body


def _named(address: str) -> str:
    return address.partition("//")[2].partition("/")[0].rpartition("@")[2][:100]


def _told(response: http.client.HTTPResponse) -> int:
    told = response.getheader("Content-Length", "")
    return int(told) if told.isdecimal() else 0


def _nobody(_piece: bytes, _done: int, _whole: int) -> None:
    """Nobody wants it."""
