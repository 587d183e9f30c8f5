"""What of a post goes into the full text, and the words that stand for its filters."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from controlroom.model.post import Media, Post, Span, SpanKind
from controlroom.model.query.fold import plain

ALL = "all"
"""A tag that every post has: what is left of a query that only excludes."""

GONE = " isgone"
KEPT = " iskept"

_REMEMBERED = 16_384

Entry = tuple[int, str, str, str, str, str, str]
"""Number, text, descriptions, author, hashtags, mentions, tags: the columns of the full text."""


class Written(dict[tuple[int, ...], str]):
    """Ids as text, in order and each once; what was written before is remembered."""

    def __init__(self, write: Callable[[list[int]], str]) -> None:
        super().__init__()
        self._write = write

    def __missing__(self, ids: tuple[int, ...]) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        text = self[ids] = self._write(sorted(set(ids)))
        return text


def _tags(letter: str) -> Callable[[list[int]], str]:
    return lambda ids: " ".join([f"{letter}{number}" for number in ids])


LISTS = Written(str)
"""As JSON lists."""
PROFILE_TAGS, STREAM_TAGS = Written(_tags("p")), Written(_tags("s"))


def language_tag(language: str) -> str:
    """Returns the tag of a language by its first part: "pt-BR" is found by `lang:pt`."""
    return "l" + language.partition("-")[0].partition("_")[0].lower()


def entry(
    post_id: int,
    post: Post,
    network: int,
    author: int,
    profile_tags: str,
    stream_tags: str,
    states: str = "",
) -> Entry:
    """Returns what the full text takes of a post.

    Args:
        profile_tags, stream_tags: from `PROFILE_TAGS` and `STREAM_TAGS`.
        states: `GONE` and `KEPT` as they are, each with a space before it.
    """
    hashtags = mentions = alt = link = media = ""
    if post.spans:
        hashtags, mentions, link = _of_spans(post.spans)
    if post.media:
        alt, media = _of_media(post.media)
    tags = (
        f"{_kind_tags(network, post.kind._value_, post.language)} a{author}"
        f" {profile_tags} {stream_tags}{link}{media}{states}"
    )
    if post.poll or post.quote or post.reply_to or post.edited_at:
        tags += _rare_tags(post)
    text = f"{post.text}\n{post.warning}" if post.warning else post.text
    signed = f"{post.author.name}\n{post.author.handle}"
    if not (text.isascii() and signed.isascii() and alt.isascii()):
        text, signed, alt = plain(text), plain(signed), plain(alt)
    if not (hashtags.isascii() and mentions.isascii()):
        hashtags, mentions = plain(hashtags), plain(mentions)
    return post_id, text, alt, signed, hashtags, mentions, tags


def _of_spans(spans: Sequence[Span]) -> tuple[str, str, str]:
    """Returns hashtags, mentions and the tag of a link."""
    hashtags = mentions = link = ""
    for span in spans:
        kind = span.kind
        if kind is SpanKind.HASHTAG:
            hashtags = f"{hashtags} {span.target}" if hashtags else span.target
        elif kind is SpanKind.MENTION:
            mentions = f"{mentions} {span.target}" if mentions else span.target
        elif kind is SpanKind.LINK:
            link = " haslink"
    return hashtags, mentions, link


def _of_media(media: Sequence[Media]) -> tuple[str, str]:
    """Returns the descriptions and the tags of media."""
    if len(media) == 1:
        m = media[0]
        return m.alt, _media_tags((m.kind._value_,), bool(m.alt), m.sensitive)
    kinds = tuple(m.kind._value_ for m in media)
    alts = [m.alt for m in media if m.alt]
    return "\n".join(alts), _media_tags(kinds, bool(alts), any(m.sensitive for m in media))


@lru_cache(maxsize=2048)
def _kind_tags(network: int, kind: str, language: str) -> str:
    tag = f"{ALL} n{network} is{kind}"
    return f"{tag} {language_tag(language)}" if language else tag


@lru_cache(maxsize=1024)
def _media_tags(kinds: tuple[str, ...], described: bool, sensitive: bool) -> str:
    words = " " + " ".join(f"hasmedia has{kind}" for kind in sorted(set(kinds)))
    return words + " hasalt" * described + " issensitive" * sensitive


def _rare_tags(post: Post) -> str:
    return (
        " haspoll" * bool(post.poll)
        + " hasquote" * bool(post.quote)
        + " isreply" * bool(post.reply_to)
        + " isedited" * bool(post.edited_at)
    )
