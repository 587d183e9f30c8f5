"""Which question brings which kind of source, and how its answer is taken apart."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from controlroom.feeds.base import Page, SetAside
from controlroom.feeds.errors import NonsenseReceived
from controlroom.feeds.items import items_of, parts_of
from controlroom.feeds.networks.bluesky.parse import item_of, post_of
from controlroom.feeds.networks.bluesky.refusals import told_error, told_in
from controlroom.model.decoding import decoder
from controlroom.model.errors import OurError
from controlroom.model.post import Post
from controlroom.model.stream import Source, SourceKind

MARKS = 20
_text = decoder(str).decode

Parse = Callable[[bytes], tuple[str, Post]]


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        name: in the lexicon.
        holds: the part of the answer that is the list.
    """

    name: str
    query: Mapping[str, str | Sequence[str]]
    holds: str = "feed"
    parse: Parse = item_of


def question_for(source: Source, own: str) -> Question:
    """Returns what to ask; `own` is the id of whoever asks."""
    match source.kind:
        case SourceKind.HOME:
            return Question("app.bsky.feed.getTimeline", {})
        case SourceKind.POSTS:
            actor = (source.term or own).removeprefix("@")
            return Question("app.bsky.feed.getAuthorFeed", {"actor": actor})
        case SourceKind.LIST:
            return Question("app.bsky.feed.getListFeed", {"list": source.term})
        case SourceKind.FEED:
            return Question("app.bsky.feed.getFeed", {"feed": source.term})
        case SourceKind.SEARCH:
            return _search({"q": source.term})
        case SourceKind.HASHTAG:
            tag = source.term.removeprefix("#")
            return _search({"q": f"#{tag}", "tag": [tag]})
    raise OurError(f"Bluesky has no {source.kind}")


def _search(query: Mapping[str, str | Sequence[str]]) -> Question:
    query = {"sort": "latest", **query}
    return Question("app.bsky.feed.searchPosts", query, "posts", post_of)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as it came, its items undecoded, and where the next one begins."""

    items: list[bytes]
    cursor: str
    parts: Mapping[str, bytes]


def listing_of(body: bytes, holds: str, host: str) -> Listing:
    """Returns the list in an answer. Raises `ReadError`, also for an error told in a 200."""
    parts = parts_of(body, host)
    if holds not in parts:
        told = told_in(body)
        error = told_error(told, host) if told else None
        raise error or NonsenseReceived(host=host, reason=f"no {holds} in the answer")
    return Listing(items_of(parts[holds], host), _cursor(parts), parts)


@dataclass(frozen=True, slots=True)
class Read:
    """Items as far as they could be read."""

    ids: tuple[str, ...]
    posts: tuple[Post, ...]
    set_aside: tuple[SetAside, ...]


def read(items: Iterable[bytes], parse: Parse) -> Read:
    """Reads items; one that cannot be read is set aside."""
    ids: list[str] = []
    posts: list[Post] = []
    aside: list[SetAside] = []
    for raw in items:
        try:
            remote_id, post = parse(raw)
        except (ValueError, RecursionError, OverflowError) as error:
            aside.append(set_aside(error, raw))
            continue
        ids.append(remote_id)
        posts.append(post)
    return Read(tuple(ids), tuple(posts), tuple(aside))


def set_aside(error: Exception, raw: bytes) -> SetAside:
    """Returns the note of an item that could not be read."""
    return SetAside(f"{type(error).__name__}: {error}"[:300], raw[:300])


def page_of(taken: Read, ids: Sequence[str], asked: str, known: str, cursor: str) -> Page:
    """Returns a page of what was read.

    Args:
        ids: of all its items, in their order.
        asked: the cursor it was asked with.
        cursor: that of the next page; one that leads nowhere is none.
    """
    return Page(
        posts=taken.posts,
        older="" if cursor == asked or not (ids or taken.set_aside) else cursor,
        mark="" if asked else " ".join(ids[:MARKS]) or known,
        reached_known=not set(known.split()).isdisjoint(ids),
        set_aside=taken.set_aside,
    )


def _cursor(parts: Mapping[str, bytes]) -> str:
    try:
        return _text(parts.get("cursor", b'""'))
    except (ValueError, RecursionError):
        return ""
