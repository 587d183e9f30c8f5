"""Which edges are asked for, and how replies come out of the comments they are folded into."""

from collections.abc import Callable

from controlroom.feeds.errors import NonsenseReceived
from controlroom.feeds.graph.answers import listing_of
from controlroom.feeds.graph.client import place
from controlroom.feeds.graph.edges import Branch, Edge, Unfolded
from controlroom.feeds.networks.instagram.parse import comment_of, message_of, post_of
from controlroom.feeds.networks.instagram.shape import WithReplies
from controlroom.model.decoding import decoder
from controlroom.model.post import Post

POSTS = 25
COMMENTS = 50
MESSAGES = 20
"""Details are given for the latest 20 messages of a dialogue only."""
PAGE = "me"
"""The page an account belongs to, by whose token it is asked for: dialogues are the page's."""
REPLIES = "replies:"
_MAIL = "aWdf"
"""So ids of the mailbox begin, which are letters ("ig_…" in base64); all others are numbers."""

_CHILD = "id,media_type,media_url,thumbnail_url"
TAGGED = (
    "id,timestamp,caption,media_type,media_url,permalink,username,like_count,comments_count,"
    f"children{{{_CHILD}}}"
)
POST = f"{TAGGED},owner,thumbnail_url,alt_text"
REPLY = "id,timestamp,text,username,from,like_count,hidden,parent_id,media{id}"
MESSAGE = "id,created_time,from,to,message,attachments{id,file_url,image_data,video_data}"
COMMENT = f"{REPLY},replies.limit({COMMENTS}){{{REPLY}}}"

_with_replies = decoder(WithReplies).decode


def posts_of(account: str) -> Edge:
    """Returns an account's own posts."""
    return Edge(place(account, "media"), {"fields": POST, "limit": str(POSTS)}, post_of)


def tags_of(account: str) -> Edge:
    """Returns posts of others in which the account is tagged."""
    return Edge(place(account, "tags"), {"fields": TAGGED, "limit": str(POSTS)}, post_of)


def items_of(thing: str) -> Edge:
    """Returns the comments below a post, or the replies below a comment (`REPLIES` and its id)."""
    if thing.startswith(REPLIES):
        path = place(thing.removeprefix(REPLIES), "replies")
        return Edge(path, {"fields": REPLY, "limit": str(COMMENTS)}, comment_of)
    query = {"fields": COMMENT, "limit": str(COMMENTS)}
    return Edge(place(thing, "comments"), query, _below(thing), unfold)


def comments_branch() -> Branch:
    """Returns the comments below an account's latest posts.

    Comments come newest first, but replies stand below the comment they answer, however old it is.
    """
    return Branch(
        things="media",
        name="comments",
        nested=f"comments.limit({COMMENTS}){{{COMMENT}}}",
        edge=items_of,
        at_once=POSTS,
        most=POSTS,
        counted="comments_count",
    )


def messages_of(dialogue: str) -> Edge:
    """Returns the messages of a dialogue."""
    query = {"fields": MESSAGE, "limit": str(MESSAGES)}
    return Edge(place(dialogue, "messages"), query, lambda raw: message_of(raw, dialogue))


def messages_branch() -> Branch:
    """Returns the messages of an account's latest dialogues."""
    return Branch(
        things="conversations",
        options={"platform": "INSTAGRAM"},
        name="messages",
        nested=f"messages.limit({MESSAGES}){{{MESSAGE}}}",
        edge=messages_of,
        changed="updated_time",
        by_change=True,
    )


def is_dialogue(name: str) -> bool:
    """Returns whether an id is of the mailbox, a dialogue's or a message's."""
    return name.startswith(_MAIL)


def unfold(raw: bytes) -> Unfolded:
    """Parts a comment from its replies."""
    try:
        comment = _with_replies(raw)
        replies = bytes(comment.replies)
        listing = listing_of(replies, "replies") if replies else None
    except (ValueError, RecursionError, NonsenseReceived):
        return Unfolded((raw,))
    if listing is None:
        return Unfolded((raw,))
    onward = ((f"{REPLIES}{comment.id}", listing.older),) if listing.older else ()
    return Unfolded((raw, *listing.items), onward)


def _below(post: str) -> Callable[[bytes], Post]:
    return lambda raw: comment_of(raw, post)
