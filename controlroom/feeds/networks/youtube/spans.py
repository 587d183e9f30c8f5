"""Links, mentions and hashtags in text that YouTube sends without markup."""

import re

from controlroom.model.post import Span, SpanKind

LONGEST = 100_000
"""Characters that are looked at; more is not a post."""
_FOUND = re.compile(
    r"(?P<link>https?://[^\s<>\"]{1,2000})"
    r"|(?<![\w@#/.])@(?P<mention>\w[\w.·-]{2,29})"
    r"|(?<![\w&#/])\#(?P<hashtag>\w{1,100})",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?…'\"»”’"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def spans_of(text: str) -> tuple[Span, ...]:
    """Returns the stretches of plain text with a meaning, in order."""
    found = (_span(match) for match in _FOUND.finditer(text[:LONGEST]))
    return tuple(span for span in found if span is not None)


def _span(match: re.Match[str]) -> Span | None:
    start = match.start()
    if link := match["link"]:
        target = _without_trailing(link)
        return Span(SpanKind.LINK, start, start + len(target), target)
    if mention := match["mention"]:
        handle = mention.rstrip(".-·")
        return Span(SpanKind.MENTION, start, start + 1 + len(handle), handle)
    hashtag = match["hashtag"]
    if hashtag.isdigit():
        return None
    return Span(SpanKind.HASHTAG, start, match.end(), hashtag)


def _without_trailing(link: str) -> str:
    """A sentence goes on after a link; a bracket it did not open is not part of it."""
    while link[-1] in _TRAILING or _closes_nothing(link):
        link = link[:-1]
    return link


def _closes_nothing(link: str) -> bool:
    opening = _PAIRS.get(link[-1])
    return opening is not None and link.count(opening) < link.count(link[-1])
