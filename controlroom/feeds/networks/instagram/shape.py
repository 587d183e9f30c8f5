"""What Instagram sends, as far as it is read. Unknown fields are passed over.

What a token has no permission for is left out, so nearly everything may be missing; what is there
must be of its kind, or the item is set aside.
"""

from typing import Annotated

import msgspec

Count = Annotated[int, msgspec.Meta(ge=0, le=2**53)]


class Named(msgspec.Struct):
    id: str | None = None
    username: str | None = None


class Child(msgspec.Struct):
    media_type: str | None = None
    media_url: str | None = None
    thumbnail_url: str | None = None
    alt_text: str | None = None


class Children(msgspec.Struct):
    data: list[Child] = []


class Post(Child, kw_only=True):
    """A picture, a film or an album; Instagram calls it a medium."""

    id: str
    timestamp: str
    caption: str | None = None
    permalink: str | None = None
    username: str | None = None
    owner: Named | None = None
    like_count: Count | None = None
    comments_count: Count | None = None
    children: Children | None = None


class Comment(msgspec.Struct):
    id: str
    timestamp: str
    text: str | None = None
    username: str | None = None
    sender: Named | None = msgspec.field(name="from", default=None)
    like_count: Count | None = None
    parent_id: str | None = None
    media: Named | None = None


class WithReplies(msgspec.Struct):
    id: str
    replies: msgspec.Raw = msgspec.Raw(b"")
