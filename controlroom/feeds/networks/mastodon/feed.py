"""Reading Mastodon: home, mentions, a profile's posts, hashtags, lists.

`Mastodon.py` is not used to read: it parses what came before anybody could bound it, turns it into
objects of its own, and the network's bytes, which are kept as evidence, are gone by then.

A newest page is always asked for whole, without `since_id`: posts of other servers arrive late and
below what is known, and edits and counts of the latest posts come with it for the same one request.
"""

import re
from collections.abc import Callable, Iterable
from datetime import timedelta
from types import MappingProxyType
from urllib.parse import parse_qs, quote, urlsplit

from controlroom.feeds.base import Capabilities, Page, Reading, Seat, SetAside
from controlroom.feeds.items import items_of
from controlroom.feeds.networks.mastodon.parse import mention_of, status_of
from controlroom.feeds.wire import Wire
from controlroom.model.errors import OurError
from controlroom.model.post import Post
from controlroom.model.stream import Source, SourceKind

PAGE = 40
_MARKS = 20
_NEXT = re.compile(r'<([^<>]*)>\s*;[^,<]*\brel="?next"?')

_ONE = MappingProxyType({"reads": 1})
CAPABILITIES = Capabilities(
    network="mastodon",
    name="Mastodon",
    reads=MappingProxyType(
        {
            SourceKind.MENTIONS: Reading(PAGE, least_pause=timedelta(seconds=20), draws=_ONE),
            SourceKind.HOME: Reading(PAGE, whole=False, draws=_ONE),
            SourceKind.POSTS: Reading(PAGE, draws=_ONE),
            SourceKind.HASHTAG: Reading(PAGE, draws=_ONE),
            SourceKind.LIST: Reading(PAGE, whole=False, draws=_ONE),
        }
    ),
    many_hosts=True,
    edits=True,
    deletions=True,
)

_Parse = Callable[[bytes, str], tuple[str, Post | None]]


def make_feed(seat: Seat) -> "MastodonFeed":
    """Returns a feed for the profile in `seat`. Raises `AddressRefused` for an unsafe host."""
    return MastodonFeed(seat)


class MastodonFeed:
    """One profile's view of its server."""

    capabilities = CAPABILITIES

    def __init__(self, seat: Seat) -> None:
        if seat.profile is None:
            raise OurError("Mastodon is read through a profile")
        self._profile = seat.profile
        base = seat.server(seat.profile.host)
        self._host = urlsplit(base).netloc
        self._wire = Wire(
            base, lambda: seat.sign_in.credential().access, seat.now, budget_headers="X-RateLimit"
        )

    def page(self, source: Source, *, older: str = "", known: str = "") -> Page:
        query = {"limit": str(PAGE)} | ({"max_id": older} if older else {})
        path, more = self._path(source)
        answer = self._wire.get(path, query | more)
        parse = mention_of if source.kind is SourceKind.MENTIONS else status_of
        items = items_of(answer.body, self._host)
        ids, posts, set_aside = _read(items, parse, self._host)
        return Page(
            posts=tuple(posts),
            older=_older(answer.headers.get("Link"), ids, len(items), older),
            mark="" if older else " ".join(ids[:_MARKS]) or known,
            reached_known=not set(known.split()).isdisjoint(ids),
            set_aside=tuple(set_aside),
            budgets=answer.budgets,
        )

    def close(self) -> None:
        self._wire.close()

    def _path(self, source: Source) -> tuple[str, dict[str, str]]:
        term = quote(source.term, safe="")
        match source.kind:
            case SourceKind.HOME:
                return "/api/v1/timelines/home", {}
            case SourceKind.MENTIONS:
                return "/api/v1/notifications", {"types[]": "mention"}
            case SourceKind.POSTS:
                account = (source.term or self._profile.remote_id).rpartition("/")[2]
                return f"/api/v1/accounts/{quote(account, safe='')}/statuses", {}
            case SourceKind.HASHTAG:
                return f"/api/v1/timelines/tag/{term}", {}
            case SourceKind.LIST:
                return f"/api/v1/timelines/list/{term}", {}
        raise OurError(f"Mastodon has no {source.kind}")


def _read(
    items: Iterable[bytes], parse: _Parse, host: str
) -> tuple[list[str], list[Post], list[SetAside]]:
    ids: list[str] = []
    posts: list[Post] = []
    set_aside: list[SetAside] = []
    for raw in items:
        try:
            mark, post = parse(raw, host)
        except (ValueError, RecursionError, OverflowError) as error:
            set_aside.append(SetAside(f"{type(error).__name__}: {error}"[:300], raw[:300]))
            continue
        ids.append(mark)
        if post is not None:
            posts.append(post)
    return ids, posts, set_aside


def _older(link: str | None, ids: list[str], items: int, asked: str) -> str:
    """Returns the cursor of the next older page, also where a server sends no `Link` header."""
    if link is None:
        cursor = ids[-1] if ids and items >= PAGE else ""
    else:
        found = _NEXT.search(link) if items else None
        cursor = parse_qs(urlsplit(found[1]).query).get("max_id", [""])[0] if found else ""
    return "" if cursor == asked else cursor
