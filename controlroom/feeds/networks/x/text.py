"""The text of X's posts as people read it.

X writes `&`, `<` and `>` as HTML does, puts a short address of its own in place of every link, and
says where links, mentions and hashtags stand in characters. Whether those count the escaped or the
plain text differs between its answers, so a place counts only if what belongs there stands there.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from controlroom.feeds.html_text import PlainText
from controlroom.feeds.networks.x import shape
from controlroom.model.post import Span, SpanKind

LONGEST = 100_000
"""Characters that are looked at; X's longest posts have 25,000."""
MOST_ENTITIES = 500
_ESCAPED = re.compile(r"&(amp|lt|gt);")
_CHARACTERS = {"amp": "&", "lt": "<", "gt": ">"}
_SHORT = re.compile(r"https?://t\.co/\w+")

Cut = Callable[[shape.Url], bool]
"""Whether an address only stands for what is shown anyway: a picture, the quoted post."""


@dataclass(frozen=True, slots=True)
class _Entity:
    """Something in the text: how it may be written there, and how it is shown ("" for not)."""

    start: int
    written: tuple[str, ...]
    kind: SpanKind
    target: str
    shown: str | None = None


def plain_text(text: str, entities: shape.Entities | None, cut: Cut) -> PlainText:
    """Returns the text without escapes and short addresses. Never fails, whatever the input."""
    plain = _unescaped(text[:LONGEST])
    if entities is None:
        return PlainText(plain.strip())
    writer = _Writer(plain, _places(text[:LONGEST]))
    for entity in sorted(_all(entities, cut), key=lambda entity: entity.start):
        writer.take(entity)
    return writer.result()


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: _CHARACTERS[found[1]], text) if "&" in text else text


def _places(text: str) -> Callable[[int], int]:
    """Returns from a place in the escaped text to the same one in the plain text."""
    escapes = list(_ESCAPED.finditer(text)) if "&" in text else []
    ends = [found.end() for found in escapes]
    saved = [0, *accumulate(len(found[0]) - 1 for found in escapes)]

    def place(at: int) -> int:
        return at - saved[bisect_right(ends, at)]

    return place


def _all(entities: shape.Entities, cut: Cut) -> Iterator[_Entity]:
    for url in (entities.urls or ())[:MOST_ENTITIES]:
        yield _link(url, cut)
    for mention in (entities.mentions or ())[:MOST_ENTITIES]:
        if name := mention.username:
            yield _Entity(mention.start, (f"@{name}", f"＠{name}"), SpanKind.MENTION, name)
    for hashtag in (entities.hashtags or ())[:MOST_ENTITIES]:
        if tag := hashtag.tag:
            yield _Entity(hashtag.start, (f"#{tag}", f"＃{tag}"), SpanKind.HASHTAG, tag)


def _link(url: shape.Url, cut: Cut) -> _Entity:
    target = url.expanded_url or url.url or ""
    if not target.startswith(("https://", "http://")):
        target = url.url or ""
    shown = "" if cut(url) else url.display_url or target
    return _Entity(url.start, (url.url,) if url.url else (), SpanKind.LINK, target, shown)


class _Writer:
    """Writes the text anew, entity by entity."""

    def __init__(self, plain: str, place: Callable[[int], int]) -> None:
        self._plain = plain
        self._place = place
        self._read = 0
        self._parts: list[str] = []
        self._length = 0
        self._spans: list[Span] = []
        self._starts: set[int] = set()

    def take(self, entity: _Entity) -> None:
        """Writes the text up to an entity and the entity; passes over one that is not there."""
        found = None if entity.start in self._starts else self._found(entity)
        self._starts.add(entity.start)
        if found is None:
            return
        start, end = found
        self._write(self._plain[self._read : start])
        self._read = end
        shown = self._plain[start:end] if entity.shown is None else entity.shown
        if shown and entity.target:
            stretch = self._length, self._length + len(shown)
            self._spans.append(Span(entity.kind, *stretch, entity.target))
        self._write(shown)

    def result(self) -> PlainText:
        self._write(self._plain[self._read :])
        text = "".join(self._parts)
        ahead = len(text) - len(text.lstrip())
        return PlainText(text.strip(), tuple(_moved(span, -ahead) for span in self._spans))

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _found(self, entity: _Entity) -> tuple[int, int] | None:
        for start in (entity.start, self._place(entity.start)):
            for end in self._ends(entity, start):
                return start, end
        return self._later(entity)

    def _ends(self, entity: _Entity, start: int) -> Iterator[int]:
        """Yields where the entity ends if it stands at `start`."""
        if start < self._read:
            return
        for written in entity.written:
            if self._plain[start : start + len(written)].casefold() == written.casefold():
                yield start + len(written)
        short = None if entity.written else _SHORT.match(self._plain, start)
        if short:
            yield short.end()

    def _later(self, entity: _Entity) -> tuple[int, int] | None:
        """Returns where the entity stands next, whatever place was told."""
        for written in entity.written:
            found = re.compile(re.escape(written), re.IGNORECASE).search(self._plain, self._read)
            if found:
                return found.span()
        return None


def _moved(span: Span, by: int) -> Span:
    return Span(span.kind, span.start + by, span.end + by, span.target) if by else span
