"""What is asked for, by the names X gives things: those before and those after the renaming.

From 2.165 to 2.167 of X's description `tweet.fields` became `post.fields` wherever pages are read,
and some of what was a field became an expansion; the streaming paths kept the old names.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

_USER = ("id", "name", "username", "profile_image_url", "public_metrics", "verified")
_MEDIA = (
    "alt_text",
    "duration_ms",
    "height",
    "media_key",
    "preview_image_url",
    "type",
    "url",
    "variants",
    "width",
)
_POLL = ("end_datetime", "id", "options")
_POST = (
    "attachments",
    "conversation_id",
    "created_at",
    "entities",
    "id",
    "lang",
    "possibly_sensitive",
    "public_metrics",
    "text",
    "withheld",
)
_EVENT = ("attachments", "created_at", "dm_conversation_id", "entities", "event_type", "id", "text")
_ATTACHED = ("attachments.media_keys", "attachments.poll_ids", "author_id")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one age.

    Attributes:
        fields: of the parameter that lists a post's fields.
        post, event: fields of posts and of messages.
        with_posts, with_events: what is to come beside them.
    """

    fields: str
    post: tuple[str, ...]
    with_posts: tuple[str, ...]
    event: tuple[str, ...]
    with_events: tuple[str, ...]

    def of_posts(self) -> dict[str, list[str]]:
        """Returns what to ask for with posts, as tweepy spells parameters."""
        return {
            "tweet_fields": list(self.post),
            "expansions": list(self.with_posts),
            "user_fields": list(_USER),
            "media_fields": list(_MEDIA),
            "poll_fields": list(_POLL),
        }

    def of_events(self) -> dict[str, list[str]]:
        """Returns what to ask for with messages."""
        return {
            "dm_event_fields": list(self.event),
            "expansions": list(self.with_events),
            "tweet_fields": list(self.post),
            "user_fields": list(_USER),
            "media_fields": list(_MEDIA),
        }

    def renamed(self, query: Mapping[str, object]) -> dict[str, str]:
        """Returns a query with the parameter names of this age, ready to be sent."""
        named = {_TWEET_FIELDS: self.fields}
        return {named.get(name, name): str(value) for name, value in query.items()}


_TWEET_FIELDS = "tweet.fields"

BY_POST = Names(
    fields="post.fields",
    post=(*_POST, "note_post"),
    with_posts=(*_ATTACHED, "edit_history_post_ids", "referenced_posts"),
    event=_EVENT,
    with_events=("attachments.media_keys", "referenced_posts", "sender_id"),
)
BY_TWEET = Names(
    fields=_TWEET_FIELDS,
    post=(*_POST, "author_id", "edit_history_tweet_ids", "note_tweet", "referenced_tweets"),
    with_posts=(
        *_ATTACHED,
        "referenced_tweets.id",
        "referenced_tweets.id.attachments.media_keys",
        "referenced_tweets.id.author_id",
    ),
    event=(*_EVENT, "referenced_tweets", "sender_id"),
    with_events=("attachments.media_keys", "referenced_tweets.id", "sender_id"),
)
AGES: tuple[Names, ...] = (BY_POST, BY_TWEET)
"""The one to try first, and what to fall back on when X does not know those names."""
ASKING = frozenset(("post.fields", "tweet.fields", "expansions", "dm_event.fields"))
"""Parameters that X may refuse because their names, or the names in them, are of another age."""

OF_ME: Mapping[str, list[str]] = MappingProxyType({"user_fields": list(_USER)})
