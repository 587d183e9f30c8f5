"""The public stream of all new posts, and deciding of each whom it concerns. Pure.

Only what the post itself shows is decided here: who wrote it, whom it mentions, answers or quotes,
its hashtags and words. What needs the network's knowledge is left to reading.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from controlroom.feeds.networks.bluesky import shape
from controlroom.feeds.networks.bluesky.addresses import POST, parts_of_uri
from controlroom.feeds.networks.bluesky.spans import facets_of
from controlroom.model.decoding import decoder
from controlroom.model.stream import Source, SourceKind

Key = tuple[str, str]
"""What a post can be known by: "by" an author, "to" somebody, with a "tag"."""
_event = decoder(shape.Event).decode
_embed = decoder(shape.Embed).decode
_ref = decoder(shape.Ref).decode
_tags = decoder(list[str]).decode
_NOTHING = bytes(shape.NOTHING)
_WORD = re.compile(r"\w+")
_PART = re.compile(r'"([^"]*)"|(\S+)')
_OPERATOR = re.compile(r"[:()|*~/\\+@]|^-|^(AND|OR|NOT)$")


@dataclass(frozen=True)
class Sighted:
    """A post that was published or deleted just now.

    Attributes:
        author: the id of who wrote it.
        record: what was written, None for a deletion.
        again: it was there before, and other words were put in its place.
        seen_us: when the stream saw it, in microseconds since 1970; 0 if it does not say.
        raw: what the stream sent.
    """

    uri: str
    author: str
    record: shape.Record | None
    again: bool = False
    seen_us: int = 0
    raw: bytes = b""

    @cached_property
    def keys(self) -> frozenset[Key]:
        """Everything it can be known by."""
        told = _keys(self.record) if self.record else ()
        return frozenset([("by", self.author), *(key for key in told if key[1])])

    @cached_property
    def words(self) -> str:
        """Its words as `Wish.searches` compares them."""
        return plain_words(self.record.text if self.record else "")


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody who listens wants to hear of.

    Attributes:
        searches: phrases that must all occur, and for which source.
    """

    keys: Mapping[Key, tuple[Source, ...]] = field(default_factory=dict)
    searches: tuple[tuple[tuple[str, ...], Source], ...] = ()

    @property
    def authors(self) -> tuple[str, ...]:
        """Whose posts alone are wanted; empty if everybody's have to be looked at."""
        kinds = {kind for kind, _ in self.keys}
        if self.searches or kinds != {"by"}:
            return ()
        return tuple(sorted(who for _, who in self.keys))


def sighted_in(raw: bytes) -> Sighted | None:
    """Returns the post an event is about; None for other events and what cannot be read."""
    try:
        event = _event(raw)
    except (ValueError, RecursionError):
        return None
    commit = event.commit
    if commit is None or commit.collection != POST or not event.did or not commit.rkey:
        return None
    uri = f"at://{event.did}/{POST}/{commit.rkey}"
    if commit.operation == "delete":
        return Sighted(uri, event.did, None)
    if commit.record is None:
        return None
    return Sighted(uri, event.did, commit.record, commit.operation == "update", event.time_us, raw)


def can_be_decided(source: Source) -> bool:
    """Whether the stream alone shows what belongs to a source."""
    match source.kind:
        case SourceKind.POSTS | SourceKind.MENTIONS:
            return True
        case SourceKind.HASHTAG:
            return bool(source.term)
        case SourceKind.SEARCH:
            return bool(_phrases(source.term))
    return False


def wish_for(
    sources: Iterable[Source], own: Callable[[int], str], id_of: Callable[[str], str]
) -> Wish:
    """Returns the wish that covers these sources.

    Args:
        own: from a profile of ours to its id on the network.
        id_of: looks the id of a handle up.
    """
    keys: dict[Key, tuple[Source, ...]] = {}
    searches = []
    for source in sources:
        if source.kind is SourceKind.SEARCH:
            searches.append((_phrases(source.term), source))
        else:
            key = _key(source, own(source.profile), id_of)
            if key[1]:
                keys[key] = (*keys.get(key, ()), source)
    return Wish(keys, tuple(searches))


def plain_words(text: str) -> str:
    """Returns the words of a text, without case, apart by one space, one at each end."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _key(source: Source, own: str, id_of: Callable[[str], str]) -> Key:
    match source.kind:
        case SourceKind.HASHTAG:
            return "tag", source.term.removeprefix("#").casefold()
        case SourceKind.POSTS:
            who = source.term.removeprefix("@")
            return "by", (who if who.startswith("did:") else id_of(who)) if who else own
    return "to", own


def _phrases(term: str) -> tuple[str, ...]:
    """Returns the words and "phrases" of a search; none if it asks for more than words."""
    parts = [(quoted, word) for quoted, word in _PART.findall(term)]
    if any(_OPERATOR.search(word) for _, word in parts):
        return ()
    return tuple(words for quoted, word in parts if (words := plain_words(quoted or word)).strip())


def _keys(record: shape.Record) -> Iterator[Key]:
    for feature in _features(record):
        if feature.did:
            yield "to", feature.did
        if feature.tag:
            yield "tag", feature.tag.removeprefix("#").casefold()
    yield from (("tag", tag.casefold()) for tag in _more_tags(record))
    if record.reply:
        yield from (("to", _owner(ref)) for ref in (record.reply.parent, record.reply.root))
    if bytes(record.embed) != _NOTHING:
        yield "to", _quoted(bytes(record.embed))


def _features(record: shape.Record) -> list[shape.Feature]:
    raw = bytes(record.facets)
    facets = facets_of(raw) if raw != _NOTHING else []
    return [feature for facet in facets for feature in facet.features]


def _more_tags(record: shape.Record) -> list[str]:
    try:
        return _tags(bytes(record.tags)) if bytes(record.tags) != _NOTHING else []
    except (ValueError, RecursionError):
        return []


def _quoted(embed: bytes) -> str:
    """Returns whose post is quoted, "" if none is."""
    try:
        told = _embed(embed)
        inner = bytes(told.record)
        if told.type == "app.bsky.embed.recordWithMedia":
            inner = bytes(_embed(inner).record)
        return _owner(_ref(inner)) if inner != _NOTHING else ""
    except (ValueError, RecursionError):
        return ""


def _owner(ref: shape.Ref) -> str:
    return parts_of_uri(ref.uri)[0]
