"""RSS and Atom to posts. Pure: no clock, no network, no entity that grows.

`feedparser` is lenient where feeds are wrong; before it sees a document, a strict parser has walked
through it and refused declared entities and nesting beyond reason.
"""

import calendar
import re
import warnings
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from controlroom.feeds.base import SetAside
from controlroom.feeds.errors import NonsenseReceived
from controlroom.feeds.networks.rss.words import body_of, title_of
from controlroom.model.post import Author, Media, MediaKind, Post, PostKind

DEEPEST = 200
MOST_ENTRIES = 500
LONGEST_TEXT = 20_000
_ENTRY = re.compile(rb"<(item|entry)[\s>].*?</\1\s*>", re.DOTALL)
_WEB = ("https://", "http://")


def posts_of(body: bytes, address: str, seen_at: datetime) -> tuple[list[Post], list[SetAside]]:
    """Returns the entries of a feed, newest first, and what could not be read.

    Args:
        seen_at: stands for the time of entries that tell none.

    Raises:
        NonsenseReceived: no feed, or one that is made to do harm.
    """
    host = urlsplit(address).hostname or ""
    _refuse_harm(body, host)
    feed = _parsed(body)
    if not feed.get("version"):
        raise NonsenseReceived(host=host, reason="this is no feed")
    author = _publisher(feed.feed, address, host)
    raws = _raw_entries(body, len(feed.entries))
    posts: list[Post] = []
    set_aside: list[SetAside] = []
    for entry, raw in list(zip(feed.entries, raws, strict=True))[:MOST_ENTRIES]:
        try:
            posts.append(_post(entry, raw, author, address, seen_at))
        except (ValueError, TypeError, AttributeError, OverflowError) as error:
            set_aside.append(SetAside(f"{type(error).__name__}: {error}"[:300], raw[:300]))
    return sorted(posts, key=lambda post: post.created_at, reverse=True), set_aside


class _TooDeep(SAXException):
    def __init__(self) -> None:
        super().__init__("nested too deeply")


class _Depth(ContentHandler):
    """Counts how deep the elements stand in each other."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def startElement(self, name: str, attrs: object) -> None:  # noqa: N802
        self._depth += 1
        if self._depth > DEEPEST:
            raise _TooDeep

    def endElement(self, name: str) -> None:  # noqa: N802
        self._depth -= 1


def _refuse_harm(body: bytes, host: str) -> None:
    from defusedxml import DefusedXmlException
    from defusedxml.sax import parseString

    if b"<!entity" in body.replace(b"\0", b"").lower():
        raise NonsenseReceived(host=host, reason="it declares entities")
    try:
        parseString(body, _Depth(), forbid_dtd=False)
    except DefusedXmlException:
        raise NonsenseReceived(host=host, reason="it declares entities") from None
    except _TooDeep:
        raise NonsenseReceived(host=host, reason="nested too deeply") from None
    except (SAXException, ValueError, LookupError):
        return  # Merely wrong: many feeds are, and feedparser reads them nevertheless.


def _parsed(body: bytes) -> Any:
    import feedparser

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return feedparser.parse(
            BytesIO(body),
            response_headers={"content-type": "application/xml"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )


def _raw_entries(body: bytes, entries: int) -> list[bytes]:
    """Returns each entry's own bytes, or nothing where they cannot be told apart."""
    found = [match[0] for match in _ENTRY.finditer(body)]
    return found if len(found) == entries else [b""] * entries


def _publisher(channel: Mapping[str, Any], address: str, host: str) -> Author:
    return Author(remote_id=address, handle=host, name=title_of(channel) or host)


def _post(
    entry: Mapping[str, Any], raw: bytes, author: Author, address: str, seen_at: datetime
) -> Post:
    published = _moment(entry.get("published_parsed"))
    updated = _moment(entry["updated_parsed"] if "updated_parsed" in entry else None)  # noqa: SIM401
    created = published or updated or seen_at
    text = _text(entry)
    link = str(entry.get("link") or "")
    if not (text or link):
        raise ValueError("neither text nor link")
    return Post(
        network="rss",
        remote_id=_id(entry, link or text[:200], address),
        author=author,
        text=text,
        created_at=created,
        kind=PostKind.ARTICLE,
        media=_media(entry),
        language=str(entry.get("language") or ""),
        edited_at=updated if published and updated and updated > published else None,
        url=link if link.startswith(_WEB) else "",
        raw=raw,
    )


def _id(entry: Mapping[str, Any], otherwise: str, address: str) -> str:
    """Ids that are addresses are unique in the world, others only in their feed."""
    own = str(entry.get("id") or otherwise)
    return own if own.startswith((*_WEB, "tag:", "urn:")) else f"{address} {own}"


def _text(entry: Mapping[str, Any]) -> str:
    title, body = title_of(entry), body_of(entry)
    parts = [title, body] if body != title else [title]
    return "\n\n".join(part for part in parts if part)[:LONGEST_TEXT]


def _media(entry: Mapping[str, Any]) -> tuple[Media, ...]:
    found: dict[str, Media] = {}
    for kind in ("media_content", "enclosures", "media_thumbnail"):
        for told in entry.get(kind) or ():
            medium = _medium(told, thumbnail=kind == "media_thumbnail")
            if medium and (kind != "media_thumbnail" or not found):
                found.setdefault(medium.url, medium)
    return tuple(found.values())


def _medium(told: Mapping[str, Any], *, thumbnail: bool) -> Media | None:
    url = str(told.get("url") or told.get("href") or "")
    if not url.startswith(_WEB):
        return None
    family = "image" if thumbnail else str(told.get("medium") or told.get("type") or "")
    kind = _KINDS.get(family.partition("/")[0], MediaKind.OTHER)
    width, height = _pixels(told.get("width")), _pixels(told.get("height"))
    return Media(kind, url, width=width, height=height)


_KINDS = {"image": MediaKind.IMAGE, "video": MediaKind.VIDEO, "audio": MediaKind.AUDIO}


def _pixels(told: object) -> int:
    text = str(told or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def _moment(parsed: Any) -> datetime | None:
    with suppress(ValueError, OverflowError, TypeError):
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else None
    return None
