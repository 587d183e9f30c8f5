"""Things of a page that items hang on, and how they are asked for together."""

from collections.abc import Mapping

from controlroom.feeds.graph.edges import Branch
from controlroom.feeds.networks.facebook import edges, fields
from controlroom.model.stream import SourceKind


def branch_of(kind: SourceKind, page: str) -> Branch | None:
    """Returns the branch a kind of source is swept on, None for kinds of one edge."""
    match kind:
        case SourceKind.COMMENTS:
            return _comments(page)
        case SourceKind.LIVE:
            return _live(page)
        case SourceKind.MESSAGES:
            return _messages()
    return None


def _comments(page: str) -> Branch:
    return Branch(
        things="posts",
        name="comments",
        nested=f"comments{_modifiers(edges.EVERY_DEPTH)}.limit(25){{{fields.COMMENT}}}",
        edge=lambda post: edges.comments_of(post, page, root=post),
        changed="updated_time",
    )


def _live(page: str) -> Branch:
    return Branch(
        things="live_videos",
        options={"broadcast_status": '["LIVE"]'},
        name="comments",
        nested=f"comments{_modifiers(edges.LIVE)}.limit(50){{{fields.COMMENT}}}",
        edge=lambda video: edges.comments_of(video, page, root="", options=edges.LIVE),
        at_once=10,
        most=10,
    )


def _messages() -> Branch:
    return Branch(
        things="conversations",
        options={"platform": "MESSENGER"},
        name="messages",
        nested=f"messages.limit({edges.MESSAGES}){{{fields.MESSAGE}}}",
        edge=edges.messages_of,
        changed="updated_time",
        by_change=True,
    )


def _modifiers(options: Mapping[str, str]) -> str:
    return "".join(f".{name}({value})" for name, value in options.items())
