"""Our sources in the words of X's query language, which searches and stream rules share."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from controlroom.model.errors import OurError
from controlroom.model.stream import Source, SourceKind

PUSHED = frozenset((SourceKind.SEARCH, SourceKind.HASHTAG))
MOST_RULES = 1_000
LONGEST_RULE = 1_024
OURS = "controlroom "
"""How the tags of our rules begin; other programs may use the same application."""


def words_of(source: Source) -> str:
    """Returns what to search for."""
    term = source.term.strip()
    match source.kind:
        case SourceKind.SEARCH:
            return term
        case SourceKind.HASHTAG:
            return f"#{term.lstrip('#')}"
        case SourceKind.CONVERSATION:
            return f"conversation_id:{term}"
    raise OurError(f"X has no search for {source.kind}")


def tag_of(source: Source) -> str:
    """Returns the tag of a source's rule: the same words have the same tag, whoever asks."""
    digest = hashlib.sha256(words_of(source).encode()).hexdigest()[:16]
    return f"{OURS}{source.kind} {digest}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The rules that are to stand, and for whom.

    Attributes:
        words: by tag.
        sources: by tag.
    """

    words: Mapping[str, str]
    sources: Mapping[str, tuple[Source, ...]]

    def tag_for(self, words: str) -> str:
        """Returns the tag of the rule with these words, "" if none is wanted."""
        return next((tag for tag, wanted in self.words.items() if wanted == words), "")


def wanted(sources: Iterable[Source]) -> Wanted:
    """Returns one rule for all sources that ask the same."""
    words: dict[str, str] = {}
    asking: dict[str, tuple[Source, ...]] = {}
    for source in sources:
        tag = tag_of(source)
        words[tag] = words_of(source)
        asking[tag] = (*asking.get(tag, ()), source)
    return Wanted(words, asking)


def carried(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Returns those sources that the one connection of an application can carry."""
    tags: set[str] = set()
    fitting: list[Source] = []
    for source in sources:
        if source.kind not in PUSHED or len(words_of(source)) > LONGEST_RULE:
            continue
        if len(tags | {tag_of(source)}) <= MOST_RULES:
            tags.add(tag_of(source))
            fitting.append(source)
    return tuple(fitting)
