"""The names of two ages: X is renaming "tweet" to "post", and both are understood.

A question is answered by the names it was put in. One that uses no name of either age is answered
by those of the age that is first in `BOTH`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

_COMMON = frozenset(
    [
        "article",
        "attachments",
        "card_uri",
        "community_id",
        "context_annotations",
        "conversation_id",
        "created_at",
        "display_text_range",
        "edit_controls",
        "entities",
        "geo",
        "id",
        "lang",
        "matched_media_notes",
        "media_metadata",
        "non_public_metrics",
        "note_request_suggestions",
        "organic_metrics",
        "paid_partnership",
        "possibly_sensitive",
        "promoted_metrics",
        "public_metrics",
        "reply_settings",
        "scopes",
        "source",
        "suggested_source_links",
        "suggested_source_links_with_counts",
        "text",
        "withheld",
    ]
)
_COMMON_EXPANSIONS = {
    "article.cover_media": "",
    "article.media_entities": "",
    "attachments.media_keys": "media",
    "attachments.media_source_tweet": "",
    "attachments.poll_ids": "polls",
    "author_id": "author",
    "entities.mentions.username": "mentions",
    "geo.place_id": "",
    "in_reply_to_user_id": "answered",
}
IMPLIED: Mapping[str, str] = {
    "media": "attachments",
    "polls": "attachments",
    "author": "author_id",
    "answered": "in_reply_to_user_id",
    "references": "references",
    "name": "username",
}
"""Which field comes with what is to come beside the posts."""


@dataclass(frozen=True, slots=True, eq=False)
class Age:
    """The names of one age.

    Attributes:
        parameter: lists the fields of posts.
        fields: what may be listed there.
        expansions: what may come beside "posts", "events" and "users", to our words for it; "" for
            what nobody here has.
        names: from our words to the names of fields that were renamed.
    """

    parameter: str
    fields: frozenset[str]
    expansions: Mapping[str, Mapping[str, str]]
    event_fields: frozenset[str]
    names: Mapping[str, str]

    def name(self, ours: str) -> str:
        """Returns how this age calls a field."""
        return self.names.get(ours, ours)


_EVENT = frozenset(
    ["attachments", "created_at", "dm_conversation_id", "entities", "event_type", "id", "text"]
)
_EVENT_EXPANSIONS = {
    "attachments.media_keys": "media",
    "participant_ids": "participants",
    "sender_id": "author",
}

POST = Age(
    parameter="post.fields",
    fields=_COMMON | {"article_title", "note_post"},
    expansions={
        "posts": _COMMON_EXPANSIONS
        | {"edit_history_post_ids": "", "referenced_posts": "references", "username": "name"},
        "events": _EVENT_EXPANSIONS | {"referenced_posts": "references"},
        "users": dict.fromkeys(("affiliation", "most_recent_post_id", "pinned_post_id"), ""),
    },
    event_fields=_EVENT,
    names={
        "history": "edit_history_post_ids",
        "references": "referenced_posts",
        "note": "note_post",
        "repost_count": "repost_count",
        "post_count": "post_count",
        "posts": "posts",
        "post": "post",
    },
)
TWEET = Age(
    parameter="tweet.fields",
    fields=_COMMON
    | {
        "author_id",
        "edit_history_tweet_ids",
        "in_reply_to_user_id",
        "note_tweet",
        "referenced_tweets",
    },
    expansions={
        "posts": _COMMON_EXPANSIONS
        | {
            "edit_history_tweet_ids": "",
            "entities.note.mentions.username": "",
            "referenced_tweets.id": "references",
            "referenced_tweets.id.attachments.media_keys": "references.media",
            "referenced_tweets.id.author_id": "references.author",
        },
        "events": _EVENT_EXPANSIONS | {"referenced_tweets.id": "references"},
        "users": dict.fromkeys(("affiliation", "most_recent_tweet_id", "pinned_tweet_id"), ""),
    },
    event_fields=_EVENT | {"participant_ids", "referenced_tweets", "sender_id"},
    names={
        "history": "edit_history_tweet_ids",
        "references": "referenced_tweets",
        "note": "note_tweet",
        "repost_count": "retweet_count",
        "post_count": "tweet_count",
        "posts": "tweets",
        "post": "tweet",
    },
)
BOTH = (POST, TWEET)
USER = frozenset(
    [
        "affiliation",
        "confirmed_email",
        "connection_status",
        "created_at",
        "description",
        "entities",
        "id",
        "is_identity_verified",
        "location",
        "most_recent_tweet_id",
        "name",
        "parody",
        "pinned_tweet_id",
        "profile_banner_url",
        "profile_image_url",
        "protected",
        "public_metrics",
        "receives_your_dm",
        "subscribes_to_you",
        "subscription",
        "subscription_type",
        "url",
        "username",
        "verified",
        "verified_followers_count",
        "verified_type",
        "withheld",
    ]
)
MEDIA = frozenset(
    [
        "alt_text",
        "duration_ms",
        "height",
        "media_key",
        "non_public_metrics",
        "organic_metrics",
        "preview_image_url",
        "promoted_metrics",
        "public_metrics",
        "type",
        "url",
        "variants",
        "width",
    ]
)
POLL = frozenset(["duration_minutes", "end_datetime", "id", "options", "voting_status"])
PLACE = frozenset(
    ["contained_within", "country", "country_code", "full_name", "geo", "id", "name", "place_type"]
)
