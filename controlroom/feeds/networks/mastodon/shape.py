"""What Mastodon sends, as far as it is read. Unknown fields are passed over.

Servers that only speak Mastodon's language leave things out or send null, so nearly everything
may be missing; what is there must be of its kind, or the item is set aside.
"""

from typing import Annotated, Any

import msgspec

Id = str | int
Count = Annotated[int, msgspec.Meta(ge=-1, le=2**53)]
"""Some servers say -1 for "I do not tell"."""


class Account(msgspec.Struct):
    id: Id
    acct: str
    display_name: str | None = None
    avatar: str | None = None
    followers_count: Count | None = None
    bot: bool | None = None


class Size(msgspec.Struct):
    width: float | None = None
    height: float | None = None
    duration: float | None = None


class Meta(msgspec.Struct):
    original: Size | None = None


class Attachment(msgspec.Struct):
    type: str | None = None
    url: str | None = None
    remote_url: str | None = None
    preview_url: str | None = None
    description: str | None = None
    meta: Any = None


class Mention(msgspec.Struct):
    acct: str
    url: str | None = None


class Option(msgspec.Struct):
    title: str
    votes_count: Count | None = None


class Poll(msgspec.Struct):
    options: list[Option]
    expires_at: str | None = None


class Quoted(msgspec.Struct):
    """Three ways of the wild: wrapped with a state, only its id, or the status itself."""

    id: Id | None = None
    content: str | None = None
    account: Account | None = None
    quoted_status: "Quoted | None" = None
    quoted_status_id: Id | None = None


class Status(msgspec.Struct):
    id: Id
    created_at: str
    account: Account
    content: str | None = None
    edited_at: str | None = None
    in_reply_to_id: Id | None = None
    url: str | None = None
    uri: str | None = None
    language: str | None = None
    visibility: str | None = None
    sensitive: bool | None = None
    spoiler_text: str | None = None
    replies_count: Count | None = None
    reblogs_count: Count | None = None
    favourites_count: Count | None = None
    quotes_count: Count | None = None
    media_attachments: list[Attachment] | None = None
    mentions: list[Mention] | None = None
    poll: Poll | None = None
    quote: Quoted | None = None
    reblog: "Status | None" = None


class Notification(msgspec.Struct):
    id: Id
    type: str
    status: msgspec.Raw = msgspec.Raw(b"null")


class Conversation(msgspec.Struct):
    """A dialogue of direct messages, of which only the latest comes with it."""

    id: Id
    last_status: msgspec.Raw = msgspec.Raw(b"null")


class Context(msgspec.Struct):
    ancestors: msgspec.Raw = msgspec.Raw(b"[]")
    descendants: msgspec.Raw = msgspec.Raw(b"[]")


class Pushed(msgspec.Struct):
    """A message on a websocket; its payload is JSON inside a string, or JSON."""

    event: str = ""
    payload: msgspec.Raw = msgspec.Raw(b"")
    error: Any = None
    status: int | None = None


class App(msgspec.Struct):
    """The application a server registered for us."""

    client_id: str
    client_secret: str = ""

    def __repr__(self) -> str:
        return f"App({self.client_id!r})"


class Metadata(msgspec.Struct):
    """What a server says of its sign-in."""

    code_challenge_methods_supported: list[str] | None = None
