"""Taking answers of the Graph apart, each item with the network's own bytes.

The address of the next page comes with the token in it, also of the lists inside an item, which is
kept as evidence. So tokens are cut out before anything else, and of the address itself only what
leads to the page is taken.
"""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec

from controlroom.feeds.errors import NonsenseReceived
from controlroom.feeds.items import items_of, parts_of
from controlroom.model.decoding import anything

_LEADS_ON = ("after", "until", "offset", "__paging_token")
_LONGEST_CURSOR = 2_000
_ADDRESS = re.compile(rb'"(?:next|previous)"\s*:\s*"(?:[^"\\]|\\.)*"')
_SECRET = re.compile(rb"(access_token|appsecret_proof)=[^&\"\\]*")


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of an edge.

    Attributes:
        items: undecoded.
        older: what to ask for the next page, "" if there is none.
    """

    items: tuple[bytes, ...] = ()
    older: str = ""


def without_tokens(body: bytes) -> bytes:
    """Returns a body whose addresses of further pages hold no token; people's words stay."""
    if b"access_token=" not in body:
        return body
    return _ADDRESS.sub(lambda found: _SECRET.sub(rb"\1=", found[0]), body)


def listing_of(body: bytes, host: str) -> Listing:
    """Returns an edge taken apart. Raises `NonsenseReceived` for what is none."""
    parts = parts_of(body, host)
    if "data" not in parts:
        raise NonsenseReceived(host=host, reason="data without a list")
    items = items_of(parts["data"], host)
    return Listing(tuple(items), _older(parts.get("paging", b"null")))


def leads_to(cursor: str) -> dict[str, str]:
    """Returns the query that `older` of a listing stands for."""
    return {name: value for name, value in parse_qsl(cursor) if name in _LEADS_ON}


def _older(paging: bytes) -> str:
    """Without `next` this was the last page, whatever the cursors say."""
    told = _decoded(paging)
    following = told.get("next")
    if not isinstance(following, str) or not following:
        return ""
    query = leads_to(_query(following))
    cursors = told.get("cursors")
    after = cursors.get("after") if isinstance(cursors, dict) else None
    if isinstance(after, str) and after:
        query = {"after": after}
    older = urlencode(query)
    return older if len(older) <= _LONGEST_CURSOR else ""


def _query(address: str) -> str:
    try:
        return urlsplit(address).query
    except ValueError:
        return ""


def _decoded(raw: bytes) -> dict[str, Any]:
    try:
        told = anything(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}
