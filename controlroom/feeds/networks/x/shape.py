"""What X sends, as far as it is read. Unknown fields are passed over.

X is renaming "tweet" to "post" field by field (2.165 to 2.167): both names are read wherever one of
them may come, and whoever reads a value asks the method that knows both.
"""

from typing import Annotated

import msgspec

Id = str | int
Count = Annotated[int, msgspec.Meta(ge=0, le=2**53)]


class UserMetrics(msgspec.Struct):
    followers_count: Count | None = None


class User(msgspec.Struct):
    id: Id
    username: str = ""
    name: str | None = None
    profile_image_url: str | None = None
    verified: bool | None = None
    public_metrics: UserMetrics | None = None


class Variant(msgspec.Struct):
    url: str | None = None
    bit_rate: int | None = None
    content_type: str | None = None


class Media(msgspec.Struct):
    media_key: str
    type: str | None = None
    url: str | None = None
    preview_image_url: str | None = None
    alt_text: str | None = None
    width: Count | None = None
    height: Count | None = None
    duration_ms: Count | None = None
    variants: list[Variant] | None = None


class Option(msgspec.Struct):
    label: str
    position: int = 0
    votes: Count | None = None


class Poll(msgspec.Struct):
    id: Id
    options: list[Option]
    end_datetime: str | None = None


class Url(msgspec.Struct):
    start: int
    url: str | None = None
    expanded_url: str | None = None
    display_url: str | None = None
    media_key: str | None = None


class Mention(msgspec.Struct):
    start: int
    username: str | None = None


class Hashtag(msgspec.Struct):
    start: int
    tag: str


class Entities(msgspec.Struct):
    urls: list[Url] | None = None
    mentions: list[Mention] | None = None
    hashtags: list[Hashtag] | None = None


class Note(msgspec.Struct):
    """The whole of a post that is longer than `Post.text` tells."""

    text: str
    entities: Entities | None = None


class Attachments(msgspec.Struct):
    media_keys: list[str] | None = None
    poll_ids: list[Id] | None = None


class Reference(msgspec.Struct):
    id: Id
    type: str = ""


class Metrics(msgspec.Struct):
    reply_count: Count | None = None
    retweet_count: Count | None = None
    repost_count: Count | None = None
    like_count: Count | None = None
    quote_count: Count | None = None
    impression_count: Count | None = None

    def reposts(self) -> int | None:
        return self.retweet_count if self.repost_count is None else self.repost_count


class Withheld(msgspec.Struct):
    country_codes: list[str] | None = None


class Bare(msgspec.Struct):
    """The least of a post, for one whose other fields are not what they should be."""

    id: Id
    text: str
    created_at: str
    author_id: Id | None = None
    username: str | None = None
    conversation_id: Id | None = None
    edit_history_tweet_ids: list[Id] | None = None
    edit_history_post_ids: list[Id] | None = None
    referenced_tweets: list[Reference] | None = None
    referenced_posts: list[Reference] | None = None

    def history(self) -> list[str]:
        """Returns the ids of all versions, the first one first."""
        return [str(one) for one in self.edit_history_post_ids or self.edit_history_tweet_ids or ()]

    def references(self) -> list[Reference]:
        return self.referenced_posts or self.referenced_tweets or []


class Post(Bare):
    lang: str | None = None
    possibly_sensitive: bool | None = None
    public_metrics: Metrics | None = None
    attachments: Attachments | None = None
    entities: Entities | None = None
    note_tweet: Note | None = None
    note_post: Note | None = None
    withheld: Withheld | None = None

    def note(self) -> Note | None:
        return self.note_post or self.note_tweet


class BareEvent(msgspec.Struct):
    """The least of a message, as `Bare` of a post."""

    id: Id
    event_type: str = "MessageCreate"
    created_at: str = ""
    dm_conversation_id: str = ""
    sender_id: Id | None = None
    text: str | None = None
    referenced_tweets: list[Reference] | None = None
    referenced_posts: list[Reference] | None = None

    def references(self) -> list[Reference]:
        return self.referenced_posts or self.referenced_tweets or []


class Event(BareEvent):
    """A message of a dialogue, or that somebody joined or left it."""

    entities: Entities | None = None
    attachments: Attachments | None = None


class Meta(msgspec.Struct):
    oldest_id: Id | None = None
    next_token: str | None = None


class Problem(msgspec.Struct):
    """Why X refuses, in whole or in part; also OAuth's own form, and that of the old API.

    Attributes:
        value, resource_id: what it is about.
        parameter, parameters: which part of the question it is about.
    """

    type: str | None = None
    title: str | None = None
    error: str | None = None
    value: Id | None = None
    resource_id: Id | None = None
    resource_type: str | None = None
    parameter: str | None = None
    parameters: dict[str, msgspec.Raw] | None = None
    connection_issue: str | None = None
    disconnect_type: str | None = None

    def kind(self) -> str:
        """Returns the last part of its type, e.g. "resource-not-found"."""
        return (self.type or "").rpartition("/")[2]

    def about(self) -> str:
        """Returns the id of what it is about, "" if it does not say."""
        return str(self.resource_id or self.value or "")


class Refused(Problem):
    errors: list[Problem] | None = None


class Rule(msgspec.Struct):
    """A rule of the filtered stream, or which of them a pushed post matched."""

    id: Id
    value: str | None = None
    tag: str | None = None
