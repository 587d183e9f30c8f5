"""A post of a simulated network, whole, as a face shows it."""

from dataclasses import dataclass, field
from enum import StrEnum


class PostKind(StrEnum):
    """What a post is."""

    STATUS = "status"
    COMMENT = "comment"
    REPOST = "repost"
    MESSAGE = "message"
    VIDEO = "video"
    ARTICLE = "article"


class MediaKind(StrEnum):
    """What hangs on a post."""

    IMAGE = "image"
    VIDEO = "video"
    GIF = "gif"
    AUDIO = "audio"


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or clip; the bytes are made, or were uploaded, under `key`.

    Attributes:
        key: names the bytes: the last part of their address.
    """

    key: str
    kind: MediaKind = MediaKind.IMAGE
    alt: str = ""
    width: int = 1200
    height: int = 800
    duration_ms: int = 0


@dataclass(frozen=True, slots=True)
class Poll:
    """A question with answers and their votes."""

    options: tuple[str, ...]
    votes: tuple[int, ...]
    closes_ms: int


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a post and what hangs on them.

    Mentions ("@handle"), hashtags and addresses stand in the text; faces mark them their own way.
    """

    text: str
    language: str = "en"
    media: tuple[Media, ...] = ()
    poll: Poll | None = None
    warning: str = ""


@dataclass(frozen=True, slots=True)
class SimPost:
    """A post as it stands.

    Attributes:
        number: from 1, over all networks, in order of appearance.
        reply_to, root, quote: numbers of other posts, 0 for none; `root` of a root is 0.
        to: number of the account a message or a post on somebody's page is for, 0 for none.
        edited_ms, deleted_ms: 0 for never.
        earlier, edits_ms: what it said before each edit, and when each was made.
        hidden: its network hides it where it stands below a post of ours.
        likes, reposts, replies, views: as they are now.
        key: what a network with keys was given when it was published, "" for none.
    """

    number: int
    network: str
    author: int
    said: Said
    created_ms: int
    kind: PostKind = PostKind.STATUS
    reply_to: int = 0
    root: int = 0
    quote: int = 0
    to: int = 0
    edited_ms: int = 0
    deleted_ms: int = 0
    hidden: bool = False
    likes: int = 0
    reposts: int = 0
    replies: int = 0
    views: int = 0
    key: str = ""
    earlier: tuple[Said, ...] = field(default=())
    edits_ms: tuple[int, ...] = ()
