"""What Bluesky sends, as far as it is read. Unknown fields are passed over.

A post's own record is written by its author's program and only roughly checked, so what hangs on it
(facets, labels, embeds) is kept undecoded here and read apart: it may be wrong without costing the
post. What is there must be of its kind, or the item is set aside.
"""

from typing import Annotated, Any

import msgspec

Count = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
NOTHING = msgspec.Raw(b"null")


class Verification(msgspec.Struct, rename="camel"):
    verified_status: str | None = None
    trusted_verifier_status: str | None = None


class Author(msgspec.Struct, rename="camel"):
    did: str
    handle: str = ""
    display_name: str | None = None
    avatar: str | None = None
    verification: Verification | None = None


class Label(msgspec.Struct):
    val: str = ""
    neg: bool | None = None


class SelfLabels(msgspec.Struct):
    values: list[Label] = []


class Ref(msgspec.Struct):
    uri: str


class ReplyRef(msgspec.Struct):
    root: Ref
    parent: Ref


class Record(msgspec.Struct, rename="camel"):
    """What the author wrote, as it lies in the author's own store."""

    text: str = ""
    created_at: str | None = None
    langs: list[str] | None = None
    facets: msgspec.Raw = NOTHING
    labels: msgspec.Raw = NOTHING
    embed: msgspec.Raw = NOTHING
    tags: msgspec.Raw = NOTHING
    reply: ReplyRef | None = None


class PostView(msgspec.Struct, rename="camel"):
    uri: str
    author: Author
    record: Record
    indexed_at: str | None = None
    embed: msgspec.Raw = NOTHING
    labels: list[Label] | None = None
    reply_count: Count | None = None
    repost_count: Count | None = None
    like_count: Count | None = None
    quote_count: Count | None = None


class Reason(msgspec.Struct, rename="camel"):
    """Why a post stands in a feed: somebody reposted it, or pinned it."""

    type: str = msgspec.field(name="$type", default="")
    by: Author | None = None
    uri: str | None = None
    indexed_at: str | None = None


class FeedItem(msgspec.Struct):
    post: msgspec.Raw
    reason: Reason | None = None


class Notification(msgspec.Struct):
    uri: str
    reason: str


class Index(msgspec.Struct, rename="camel"):
    byte_start: int
    byte_end: int


class Feature(msgspec.Struct):
    type: str = msgspec.field(name="$type", default="")
    uri: str = ""
    did: str = ""
    tag: str = ""


class Facet(msgspec.Struct):
    index: Index
    features: list[Feature]


class Ratio(msgspec.Struct):
    width: float = 0
    height: float = 0


class Image(msgspec.Struct, rename="camel"):
    """An image of the older kind has `thumb`, one of a gallery `thumbnail`."""

    fullsize: str = ""
    thumb: str = ""
    thumbnail: str = ""
    alt: str | None = None
    aspect_ratio: Any = None


class External(msgspec.Struct):
    uri: str = ""
    title: str | None = None
    description: str | None = None
    thumb: str | None = None


class Embed(msgspec.Struct, rename="camel"):
    """Everything that can hang on a post, by the names all its kinds use together."""

    type: str = msgspec.field(name="$type", default="")
    images: list[Image] = []
    items: list[Image] = []
    playlist: str = ""
    thumbnail: str | None = None
    alt: str | None = None
    aspect_ratio: Any = None
    presentation: str | None = None
    external: External | None = None
    record: msgspec.Raw = NOTHING
    media: msgspec.Raw = NOTHING


class Named(msgspec.Struct):
    name: str = ""


class Embedded(msgspec.Struct, rename="camel"):
    """A record shown inside a post: another post, a list, a feed, a starter pack, a labeller."""

    type: str = msgspec.field(name="$type", default="")
    uri: str = ""
    author: Author | None = None
    value: Record | None = None
    creator: Author | None = None
    display_name: str = ""
    name: str = ""
    avatar: str | None = None
    record: msgspec.Raw = NOTHING


class Node(msgspec.Struct):
    """A post in a thread, with what stands above and below it."""

    post: msgspec.Raw = NOTHING
    parent: msgspec.Raw = NOTHING
    replies: list[msgspec.Raw] | None = None


class Sender(msgspec.Struct):
    did: str


class Message(msgspec.Struct, rename="camel"):
    type: str = msgspec.field(name="$type", default="")
    id: str = ""
    rev: str = ""
    sent_at: str = ""
    sender: Sender | None = None
    text: str = ""
    facets: msgspec.Raw = NOTHING
    embed: msgspec.Raw = NOTHING
    reply_to: msgspec.Raw = NOTHING


class Dialogue(msgspec.Struct):
    id: str
    rev: str = ""
    members: list[Author] = []


class Service(msgspec.Struct, rename="camel"):
    id: str = ""
    service_endpoint: Any = None


class DidDocument(msgspec.Struct):
    id: str = ""
    service: list[Service] = []


class Session(msgspec.Struct, rename="camel"):
    access_jwt: str
    refresh_jwt: str
    did: str
    handle: str = ""
    active: bool | None = None
    status: str | None = None
    did_doc: msgspec.Raw = NOTHING


class Claims(msgspec.Struct):
    """What a token says of itself."""

    exp: float | None = None
    scope: str = ""


class Refused(msgspec.Struct):
    error: str = ""
    message: str = ""


class Commit(msgspec.Struct):
    operation: str = ""
    collection: str = ""
    rkey: str = ""
    record: Record | None = None


class Event(msgspec.Struct):
    """What the public stream of new posts sends."""

    did: str = ""
    kind: str = ""
    time_us: int = 0
    commit: Commit | None = None
