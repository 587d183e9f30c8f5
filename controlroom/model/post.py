"""A post: what somebody published, as it stood when it was read.

Text is always plain: links, mentions and hashtags are spans over it, in characters. Times are aware
and in UTC. A post is never changed once made; an edit is a later version, a deletion a mark.
"""

from dataclasses import field
from datetime import datetime
from enum import StrEnum

from controlroom.model.frozen import dataclass


class SpanKind(StrEnum):
    """What a stretch of text is."""

    LINK = "link"
    MENTION = "mention"
    HASHTAG = "hashtag"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a post's text with a meaning.

    Attributes:
        start, end: characters from the beginning of the text, `end` excluded.
        target: a link's whole address, a mention's handle, a hashtag without its sign.
    """

    kind: SpanKind
    start: int
    end: int
    target: str


class MediaKind(StrEnum):
    """What hangs on a post."""

    IMAGE = "image"
    VIDEO = "video"
    GIF = "gif"
    AUDIO = "audio"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Media:
    """A picture, clip or sound of a post.

    Attributes:
        alt: the author's description, "" where there is none.
        width, height: pixels, 0 where the network does not say.
        duration_ms: 0 for what has no length or does not say.
    """

    kind: MediaKind
    url: str
    preview_url: str = ""
    alt: str = ""
    width: int = 0
    height: int = 0
    duration_ms: int = 0
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Metrics:
    """How a post fared; None where the network does not tell."""

    replies: int | None = None
    reposts: int | None = None
    likes: int | None = None
    quotes: int | None = None
    views: int | None = None


@dataclass(frozen=True, slots=True)
class Author:
    """Who published a post, on one network.

    Attributes:
        remote_id: the network's own id, which outlives a change of handle.
        handle: without the sign; with the host where the network has many; "" where there is none.
    """

    remote_id: str
    handle: str
    name: str = ""
    avatar_url: str = ""
    followers: int | None = None
    verified: bool = False
    automated: bool = False

    @property
    def called(self) -> str:
        """What the author is asked for by: the handle, or the name where there are no handles."""
        return self.handle or self.name

    @property
    def unseen(self) -> bool:
        """Whether the network keeps to itself who it was."""
        return not (self.remote_id or self.handle or self.name)


UNSEEN = Author("", "")
"""Who published where the network does not say. All of them together are nobody: no two posts of
theirs are known to come from one person."""


@dataclass(frozen=True, slots=True)
class PollOption:
    """One answer of a poll; votes are None while the network hides them."""

    text: str
    votes: int | None = None


@dataclass(frozen=True, slots=True)
class Poll:
    """A question with answers, open until `closes_at` (None: without end)."""

    options: tuple[PollOption, ...]
    closes_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Another post shown inside this one, as far as the network gave it."""

    remote_id: str
    author: str = ""
    text: str = ""


class PostKind(StrEnum):
    """How a post stands among the others."""

    STATUS = "status"
    COMMENT = "comment"
    REPOST = "repost"
    MESSAGE = "message"
    VIDEO = "video"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Post:
    """What somebody published.

    Attributes:
        network: key of the network, e.g. "mastodon".
        remote_id: the network's id; with `network` it names the post for good.
        created_at: when the author says it was published.
        edited_at: when this version was made; None for a first version.
        language: BCP 47 tag as the network gives it, "" if it does not.
        reply_to, root: remote ids of the post answered and of the first of the conversation.
        raw: the network's own bytes for this post, kept for evidence.
    """

    network: str
    remote_id: str
    author: Author
    text: str
    created_at: datetime
    kind: PostKind = PostKind.STATUS
    spans: tuple[Span, ...] = ()
    media: tuple[Media, ...] = ()
    metrics: Metrics = field(default_factory=Metrics)
    language: str = ""
    edited_at: datetime | None = None
    reply_to: str = ""
    root: str = ""
    url: str = ""
    quote: Quote | None = None
    poll: Poll | None = None
    warning: str = ""
    raw: bytes = b""
