"""The calls to one Mastodon server, and what every list it gives has in common."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar
from urllib.parse import parse_qs, quote, urlsplit

import msgspec

from controlroom.feeds.addresses import base_of
from controlroom.feeds.base import Seat
from controlroom.feeds.errors import NonsenseReceived, TokenExpired
from controlroom.feeds.renewal import Renewal, TokenServer
from controlroom.feeds.wire import Answer, Query, Wire
from controlroom.model.decoding import from_json

PAGE = 40
TOKEN_PATH = "/oauth/token"
BUDGET_HEADERS = "X-RateLimit"
_NEXT = re.compile(r'<([^<>]*)>\s*;[^,<]*\brel="?next"?')
Kept = TypeVar("Kept", bound=msgspec.Struct)


class Client:
    """One server, asked for one profile. Used by one thread, except for `close`.

    Attributes:
        base: its address.
        host: its name, as ids of ours begin.
    """

    def __init__(self, seat: Seat, host: str) -> None:
        self.base = seat.server(host)
        # What the server is called, also where an exercise leads it elsewhere.
        self.host = urlsplit(base_of(host)).netloc
        self.renewal = Renewal(seat, TokenServer(self.base, TOKEN_PATH, seat.now))
        self._wire = Wire(
            self.base,
            lambda: seat.sign_in.credential().access,
            seat.now,
            budget_headers=BUDGET_HEADERS,
        )

    def get(self, path: str, query: Query | None = None) -> Answer:
        """Returns the answer. Raises `ReadError`."""
        access = self.renewal.access()
        try:
            return self._wire.get(path, query)
        except TokenExpired:
            if not self.renewal.refused(access):
                raise
        return self._wire.get(path, query)

    def own(self, remote_id: str) -> str:
        """Returns the server's id for one of ours."""
        return remote_id.rpartition("/")[2]

    def close(self) -> None:
        self._wire.close()
        self.renewal.close()


def status_path(number: str, more: str = "") -> str:
    """Returns the path of a status. What is not an id cannot lead elsewhere."""
    return f"/api/v1/statuses/{quote(number, safe='')}{more}"


def older(headers: Mapping[str, str], ids: Sequence[str], items: int, asked: str) -> str:
    """Returns the cursor of the next older page, also where a server sends no `Link` header."""
    link = headers.get("Link")
    if link is None:
        cursor = ids[-1] if ids and items >= PAGE else ""
    else:
        found = _NEXT.search(link) if items else None
        cursor = parse_qs(urlsplit(found[1]).query).get("max_id", [""])[0] if found else ""
    return "" if cursor == asked else cursor


def decoded(raw: bytes, kind: type[Kept], host: str) -> Kept:
    """Returns an answer that is one object. Raises `NonsenseReceived`."""
    try:
        return from_json(raw, kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise NonsenseReceived(host=host, reason="not what was asked for") from None
