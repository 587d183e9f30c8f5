"""What Facebook sends, as far as it is read. Unknown fields are passed over.

Whatever a profile has no permission for is left out without a word, so nearly everything may be
missing; what is there must be of its kind, or the item is set aside.
"""

from typing import Annotated

import msgspec

Id = str | int
Count = Annotated[int, msgspec.Meta(ge=0, le=2**53)]


class Person(msgspec.Struct):
    """A page, or somebody who let the application know them."""

    id: Id | None = None
    name: str | None = None
    username: str | None = None


class Tag(msgspec.Struct):
    name: str | None = None
    offset: int = 0
    length: int = 0


Tags = list[Tag] | dict[str, list[Tag]]
"""A list; in old answers lists by offset."""


class Image(msgspec.Struct):
    src: str | None = None
    width: float | None = None
    height: float | None = None


class Inside(msgspec.Struct):
    image: Image | None = None
    source: str | None = None


class Target(msgspec.Struct):
    id: Id | None = None
    url: str | None = None


class Attachment(msgspec.Struct):
    type: str | None = None
    media_type: str | None = None
    media: Inside | None = None
    target: Target | None = None
    title: str | None = None
    description: str | None = None
    url: str | None = None
    unshimmed_url: str | None = None
    subattachments: "Attachments | None" = None


class Attachments(msgspec.Struct):
    data: list[Attachment] = []


class Summary(msgspec.Struct):
    total_count: Count | None = None


class Counted(msgspec.Struct):
    summary: Summary | None = None


class Shares(msgspec.Struct):
    count: Count | None = None


class PagePost(msgspec.Struct):
    id: str
    created_time: str
    sender: Person | None = msgspec.field(name="from", default=None)
    message: str | None = None
    story: str | None = None
    message_tags: Tags | None = None
    permalink_url: str | None = None
    status_type: str | None = None
    parent_id: str | None = None
    attachments: Attachments | None = None
    shares: Shares | None = None
    reactions: Counted | None = None
    comments: Counted | None = None


class Named(msgspec.Struct):
    id: str | None = None


class Comment(msgspec.Struct):
    id: str
    created_time: str
    sender: Person | None = msgspec.field(name="from", default=None)
    message: str | None = None
    message_tags: Tags | None = None
    permalink_url: str | None = None
    parent: Named | None = None
    object: Named | None = None
    attachment: Attachment | None = None
    comment_count: Count | None = None
    like_count: Count | None = None


class ImageData(msgspec.Struct):
    url: str | None = None
    preview_url: str | None = None
    animated_gif_url: str | None = None
    width: float | None = None
    height: float | None = None


class VideoData(msgspec.Struct):
    url: str | None = None
    preview_url: str | None = None
    width: float | None = None
    height: float | None = None
    length: float | None = None


class File(msgspec.Struct):
    mime_type: str | None = None
    name: str | None = None
    file_url: str | None = None
    image_data: ImageData | None = None
    video_data: VideoData | None = None


class Files(msgspec.Struct):
    data: list[File] = []


class Share(msgspec.Struct):
    link: str | None = None
    name: str | None = None


class ShareList(msgspec.Struct):
    data: list[Share] = []


class Message(msgspec.Struct):
    id: str
    created_time: str
    sender: Person | None = msgspec.field(name="from", default=None)
    message: str | None = None
    sticker: str | None = None
    attachments: Files | None = None
    shares: ShareList | None = None


class Video(msgspec.Struct):
    """The figures of a video, asked for beside the post it hangs on."""

    length: float | None = None
    views: Count | None = None
