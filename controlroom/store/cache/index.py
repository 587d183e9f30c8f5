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
    words = [_shared_tags(network, post.kind, profiles, streams, post.language), f"a{author}"]
    if post.spans and SpanKind.LINK in [span.kind for span in post.spans]:
        words.append("haslink")
    if post.media:
        words += _media_tags(post.media)
    if post.poll:
        words.append("haspoll")
    if post.quote:
        words.append("hasquote")
    if post.reply_to:
        words.append("isreply")
    if post.edited_at:
        words.append("isedited")
    if gone:
        words.append(GONE)
    if kept:
        words.append(KEPT)
    return " ".join(words)


@lru_cache(maxsize=8192)
def _shared_tags(
    network: int,
    kind: PostKind,
    profiles: tuple[int, ...],
    streams: tuple[int, ...],
    language: str,
) -> str:
    words = [ALL, f"n{network}", _KIND_TAGS[kind]]
    words += [f"p{profile}" for profile in profiles]
    words += [f"s{stream}" for stream in streams]
    if language:
        words.append(language_tag(language))
    return " ".join(words)


def _media_tags(media: Sequence[Media]) -> list[str]:
    words = sorted({_MEDIA_TAGS[m.kind] for m in media})
    if any(m.alt for m in media):
        words.append("hasalt")
    if any(m.sensitive for m in media):
        words.append("issensitive")
    return words


def indexed_text(post: Post) -> tuple[str, str, str, str, str]:
    """Returns text, descriptions, author, hashtags and mentions as the full text takes them."""
    hashtags = [span.target for span in post.spans if span.kind is SpanKind.HASHTAG]
    mentions = [span.target for span in post.spans if span.kind is SpanKind.MENTION]
    text = f"{post.text}\n{post.warning}" if post.warning else post.text
    alt = "\n".join([m.alt for m in post.media if m.alt]) if post.media else ""
    author = f"{post.author.name}\n{post.author.handle}"
    return text, alt, author, " ".join(hashtags), " ".join(mentions)
