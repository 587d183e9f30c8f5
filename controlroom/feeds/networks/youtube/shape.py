"""What YouTube's Data API sends, as far as it is read. Unknown fields are passed over.

Everything but ids and times may be missing; what is there must be of its kind, or the item is set
aside. Numbers above 32 bits come as text.
"""

import msgspec

Count = int | str
"""As text where it is a 64-bit number."""


class Thumbnail(msgspec.Struct):
    url: str = ""
    width: int = 0
    height: int = 0


class VideoSnippet(msgspec.Struct, rename="camel"):
    published_at: str
    channel_id: str
    channel_title: str = ""
    title: str = ""
    description: str = ""
    thumbnails: dict[str, Thumbnail] | None = None
    default_language: str | None = None
    default_audio_language: str | None = None


class VideoStatistics(msgspec.Struct, rename="camel"):
    view_count: Count | None = None
    like_count: Count | None = None
    comment_count: Count | None = None


class VideoStatus(msgspec.Struct, rename="camel"):
    upload_status: str = ""
    privacy_status: str = ""


class VideoContent(msgspec.Struct):
    duration: str | None = None


class Live(msgspec.Struct, rename="camel"):
    active_live_chat_id: str | None = None


class Video(msgspec.Struct, rename="camel"):
    id: str
    snippet: VideoSnippet
    statistics: VideoStatistics | None = None
    status: VideoStatus | None = None
    content_details: VideoContent | None = None
    live_streaming_details: Live | None = None


class Resource(msgspec.Struct, rename="camel"):
    """Names a video in a playlist or in what a search found."""

    video_id: str | None = None


class Listed(msgspec.Struct, rename="camel"):
    """An entry of a playlist."""

    content_details: Resource


class Found(msgspec.Struct):
    """A result of a search."""

    id: Resource


class Value(msgspec.Struct):
    value: str | None = None


class CommentSnippet(msgspec.Struct, rename="camel"):
    published_at: str
    updated_at: str | None = None
    author_display_name: str | None = None
    author_profile_image_url: str | None = None
    author_channel_url: str | None = None
    author_channel_id: Value | None = None
    text_original: str | None = None
    text_display: str | None = None
    image_url: str | None = None
    parent_id: str | None = None
    video_id: str | None = None
    like_count: Count | None = None


class Comment(msgspec.Struct):
    id: str
    snippet: CommentSnippet


class ThreadSnippet(msgspec.Struct, rename="camel"):
    top_level_comment: msgspec.Raw
    video_id: str | None = None
    total_reply_count: int = 0


class Replies(msgspec.Struct):
    comments: list[msgspec.Raw] = []


class Thread(msgspec.Struct):
    id: str
    snippet: ThreadSnippet
    replies: Replies | None = None


class ChatText(msgspec.Struct, rename="camel"):
    message_text: str | None = None


class Deleted(msgspec.Struct, rename="camel"):
    deleted_message_id: str | None = None


class Retracted(msgspec.Struct, rename="camel"):
    retracted_message_id: str | None = None


class ChatOption(msgspec.Struct, rename="camel"):
    option_text: str = ""
    tally: Count | None = None


class ChatQuestion(msgspec.Struct, rename="camel"):
    question_text: str = ""
    options: list[ChatOption] = []


class ChatPoll(msgspec.Struct):
    metadata: ChatQuestion | None = None


class ChatSnippet(msgspec.Struct, rename="camel"):
    type: str
    published_at: str | None = None
    author_channel_id: str | None = None
    display_message: str | None = None
    text_message_details: ChatText | None = None
    message_deleted_details: Deleted | None = None
    message_retracted_details: Retracted | None = None
    poll_details: ChatPoll | None = None


class ChatAuthor(msgspec.Struct, rename="camel"):
    channel_id: str | None = None
    display_name: str | None = None
    profile_image_url: str | None = None
    is_verified: bool | None = None


class ChatMessage(msgspec.Struct, rename="camel"):
    id: str
    snippet: ChatSnippet
    author_details: ChatAuthor | None = None


class Uploads(msgspec.Struct):
    uploads: str = ""


class ChannelContent(msgspec.Struct, rename="camel"):
    related_playlists: Uploads | None = None


class ChannelSnippet(msgspec.Struct, rename="camel"):
    title: str = ""
    custom_url: str | None = None


class Channel(msgspec.Struct, rename="camel"):
    id: str
    snippet: ChannelSnippet | None = None
    content_details: ChannelContent | None = None


class BroadcastSnippet(msgspec.Struct, rename="camel"):
    live_chat_id: str | None = None


class Broadcast(msgspec.Struct):
    """Its id is that of its video."""

    id: str
    snippet: BroadcastSnippet


class Fault(msgspec.Struct):
    reason: str = ""


class QuotaUnit(msgspec.Struct):
    quota_unit: str = ""


class Detail(msgspec.Struct):
    reason: str = ""
    metadata: QuotaUnit | None = None


class Error(msgspec.Struct):
    """What a refusal says of itself: an old list of faults and newer details."""

    code: int = 0
    status: str = ""
    errors: list[Fault] = []
    details: list[Detail] = []


class Refusal(msgspec.Struct):
    error: Error
