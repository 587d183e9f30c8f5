"""What of a post goes into the full text, and the words that stand for its filters."""

from collections.abc import Sequence
from functools import lru_cache

from controlroom.model.post import Media, MediaKind, Post, PostKind, SpanKind

ALL = "all"
"""A tag that every post has: what is left of a query that only excludes."""

GONE = "isgone"
KEPT = "iskept"
_MEDIA_TAGS = {kind: f"hasmedia has{kind.value}" for kind in MediaKind}
_KIND_TAGS = {kind: f"is{kind.value}" for kind in PostKind}


def language_tag(language: str) -> str:
    """Returns the tag of a language by its first part: "pt-BR" is found by `lang:pt`."""
    return "l" + language.partition("-")[0].partition("_")[0].lower()


def tags(
    post: Post,
    network: int,
    author: int,
    profiles: tuple[int, ...],
    streams: tuple[int, ...],
    *,
    gone: bool = False,
    kept: bool = False,
) -> str:
    """Returns the tags of a post: ids of network, author, profiles and streams, and its states."""
    words = (
        f"{_kind_tags(network, post.kind, post.language)} a{author}"
        f" {_id_tags('p', profiles)} {_id_tags('s', streams)}"
    )
    if post.spans and SpanKind.LINK in [span.kind for span in post.spans]:
        words += " haslink"
    if post.media:
        words += _media_tags(post.media)
    if post.poll:
        words += " haspoll"
    if post.quote:
        words += " hasquote"
    if post.reply_to:
        words += " isreply"
    if post.edited_at:
        words += " isedited"
    if gone:
        words += f" {GONE}"
    return f"{words} {KEPT}" if kept else words


@lru_cache(maxsize=2048)
def _kind_tags(network: int, kind: PostKind, language: str) -> str:
    tag = f"{ALL} n{network} {_KIND_TAGS[kind]}"
    return f"{tag} {language_tag(language)}" if language else tag


@lru_cache(maxsize=8192)
def _id_tags(letter: str, ids: tuple[int, ...]) -> str:
    return " ".join([f"{letter}{number}" for number in ids])


def _media_tags(media: Sequence[Media]) -> str:
    words = " " + " ".join(sorted({_MEDIA_TAGS[m.kind] for m in media}))
    if any(m.alt for m in media):
        words += " hasalt"
    if any(m.sensitive for m in media):
        words += " issensitive"
    return words


def indexed_text(post: Post) -> tuple[str, str, str, str, str]:
    """Returns text, descriptions, author, hashtags and mentions as the full text takes them."""
    hashtags = mentions = alt = ""
    if post.spans:
        hashtags = " ".join([s.target for s in post.spans if s.kind is SpanKind.HASHTAG])
        mentions = " ".join([s.target for s in post.spans if s.kind is SpanKind.MENTION])
    if post.media:
        alt = "\n".join([m.alt for m in post.media if m.alt])
    text = f"{post.text}\n{post.warning}" if post.warning else post.text
    return text, alt, f"{post.author.name}\n{post.author.handle}", hashtags, mentions
