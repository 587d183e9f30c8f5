"""Which edge is asked for which kind of source, and how its items are read."""

from collections.abc import Mapping
from types import MappingProxyType

from controlroom.feeds.graph.client import place
from controlroom.feeds.graph.edges import Edge
from controlroom.feeds.networks.facebook import fields
from controlroom.feeds.networks.facebook.parse import comment_of, message_of, post_of
from controlroom.model.errors import OurError
from controlroom.model.stream import Source, SourceKind

POSTS = 25
COMMENTS = 100
MESSAGES = 20
"""Details are given for the latest 20 messages of a dialogue only."""

EVERY_DEPTH = MappingProxyType({"filter": "stream", "order": "reverse_chronological"})
LIVE = MappingProxyType({**EVERY_DEPTH, "live_filter": "no_filter"})
"""Without this, comments Facebook thinks little of are left out."""
DIALOGUE = "t_"


def edge_of(source: Source, page: str) -> Edge:
    """Returns the edge of a source that is read from one place."""
    term = source.term
    match source.kind:
        case SourceKind.POSTS:
            return _posts(place(term or page, "posts"))
        case SourceKind.HOME:
            return _posts(place(page, "feed"))
        case SourceKind.MENTIONS:
            return _posts(place(page, "tagged"))
        case SourceKind.COMMENTS:
            return comments_of(term, page, root=term)
        case SourceKind.LIVE:
            return comments_of(term, page, root="", options=LIVE)
        case SourceKind.MESSAGES:
            return messages_of(term)
    raise OurError(f"Facebook has no {source.kind}")


def own_posts() -> Source:
    """Returns the source of a page's own posts."""
    return Source("facebook", SourceKind.POSTS, 0)


def comments_of(thing: str, page: str, root: str, options: Mapping[str, str] = EVERY_DEPTH) -> Edge:
    """Returns the comments below a post, a video or a comment, at every depth."""
    query = {**options, "fields": fields.COMMENT, "limit": str(COMMENTS)}
    return Edge(place(thing, "comments"), query, lambda raw: comment_of(raw, page, root, thing))


def messages_of(dialogue: str) -> Edge:
    """Returns the messages of a dialogue."""
    query = {"fields": fields.MESSAGE, "limit": str(MESSAGES)}
    return Edge(place(dialogue, "messages"), query, lambda raw: message_of(raw, dialogue))


def _posts(path: str) -> Edge:
    return Edge(path, {"fields": fields.POST, "limit": str(POSTS)}, post_of)
