"""Stretches of text with a meaning: what the network tells, and links and hashtags in the words.

The network places its tags by offset and length and does not say in what it counts. A tag repeats
the words it stands on, so both readings (UTF-16 units, as its own apps count, and characters) are
held against the text; where they differ and neither fits, the tag is left out.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from controlroom.model.post import Span, SpanKind

_LINK = re.compile(r"https?://[^\s<>\"'`\\^{}|]{1,2000}", re.IGNORECASE)
_HASHTAG = re.compile(r"(?<![\w&#/])#(\w*[^\W\d_]\w*)")
_MENTION = re.compile(r"(?<![\w@./])@([A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])?)(?![\w@])")
_TRAILING = ".,:;!?…»”’"


@dataclass(frozen=True, slots=True)
class Tag:
    """A stretch as the network tells it; `name` repeats its words."""

    name: str
    offset: int
    length: int


def spans_of(text: str, tags: Iterable[Tag], *, handles: bool = False) -> tuple[Span, ...]:
    """Returns the spans of a text in order, none over another; told tags come first.

    Args:
        handles: people are mentioned by "@" and their handle.
    """
    spans, taken = [], bytearray(len(text))
    people = _mentions(text) if handles else []
    for span in [*_told(text, tags), *_links(text), *_hashtags(text), *people]:
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"1" * (span.end - span.start)
            spans.append(span)
    return tuple(sorted(spans, key=lambda span: span.start))


def _told(text: str, tags: Iterable[Tag]) -> list[Span]:
    units = [0, *accumulate(1 + (sign > "\uffff") for sign in text)]
    spans = []
    for tag in tags:
        place = _place(text, tag, units)
        if place:
            spans.append(_span(text[place[0] : place[1]], *place))
    return spans


def _span(words: str, start: int, end: int) -> Span:
    if words.startswith("#") and len(words) > 1:
        return Span(SpanKind.HASHTAG, start, end, words[1:])
    return Span(SpanKind.MENTION, start, end, words.removeprefix("@"))


def _place(text: str, tag: Tag, units: list[int]) -> tuple[int, int] | None:
    start, end = tag.offset, tag.offset + tag.length
    in_units = _at(units, start), _at(units, end)
    in_signs = start, end
    fitting = [one for one in (in_units, in_signs) if text[one[0] : one[1]] == tag.name]
    if not fitting and in_units == in_signs:
        fitting = [in_signs]
    return next((one for one in fitting if 0 <= one[0] < one[1] <= len(text)), None)


def _at(units: list[int], unit: int) -> int:
    """Returns which character begins at a UTF-16 unit, one beyond the text if none does."""
    at = bisect_left(units, unit)
    return at if at < len(units) and units[at] == unit else len(units)


def _links(text: str) -> list[Span]:
    spans = []
    for found in _LINK.finditer(text):
        address = _bare(found[0])
        if address.partition("://")[2]:
            spans.append(Span(SpanKind.LINK, found.start(), found.start() + len(address), address))
    return spans


def _bare(address: str) -> str:
    """Cuts off what ends the sentence, and a bracket that was opened before the address."""
    while address and (address[-1] in _TRAILING or _closes_another(address)):
        address = address[:-1]
    return address


def _closes_another(address: str) -> bool:
    for opening, closing in ("()", "[]"):
        if address[-1] == closing:
            return address.count(closing) > address.count(opening)
    return False


def _hashtags(text: str) -> list[Span]:
    return [
        Span(SpanKind.HASHTAG, found.start(), found.end(), found[1])
        for found in _HASHTAG.finditer(text)
    ]


def _mentions(text: str) -> list[Span]:
    return [
        Span(SpanKind.MENTION, found.start(), found.end(), found[1])
        for found in _MENTION.finditer(text)
    ]
