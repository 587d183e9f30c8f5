"""What a text says besides words, as Bluesky wants it: by bytes of UTF-8, people by their ids."""

import re
from collections.abc import Callable, Iterator
from typing import Any

Json = dict[str, Any]
LONGEST_TAG = 64
_LINK = re.compile(r"(?<![\w@])https?://[^\s<>\"]+")
_LABEL = r"[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
_MENTION = re.compile(rf"(?<![\w.@/-])@((?:{_LABEL}\.)+(?=[a-zA-Z]){_LABEL})")
_TAG = re.compile(r"(?<![\w&#/])[#＃](\w[\w-]*)")
_ENDS = ".,;:!?'\"…»”’"
_FEATURE = "app.bsky.richtext.facet#"


def facets_of(text: str, did_of: Callable[[str], str]) -> list[Json]:
    """Returns the links, people and hashtags of a text, in their order.

    Args:
        did_of: returns the id of who has a handle, "" for nobody; then it stays mere words.
    """
    links = [(start, end, {"uri": text[start:end]}, "link") for start, end in _links(text)]
    taken = [(start, end) for start, end, _, _ in links]
    others = [*_mentions(text, did_of), *_tags(text)]
    free = [
        one for one in others if not any(one[0] < end and start < one[1] for start, end in taken)
    ]
    return [
        {
            "index": {"byteStart": _bytes(text[:start]), "byteEnd": _bytes(text[:end])},
            "features": [{"$type": f"{_FEATURE}{kind}", **meaning}],
        }
        for start, end, meaning, kind in sorted([*links, *free], key=lambda one: one[0])
    ]


_Found = tuple[int, int, dict[str, str], str]


def _links(text: str) -> Iterator[tuple[int, int]]:
    for found in _LINK.finditer(text):
        link = found[0].rstrip(_ENDS)
        if link.endswith(")") and link.count("(") < link.count(")"):
            link = link[:-1].rstrip(_ENDS)
        if len(link.partition("://")[2]) > 0:
            yield found.start(), found.start() + len(link)


def _mentions(text: str, did_of: Callable[[str], str]) -> Iterator[_Found]:
    for found in _MENTION.finditer(text):
        did = did_of(found[1].lower())
        if did:
            yield found.start(), found.end(), {"did": did}, "mention"


def _tags(text: str) -> Iterator[_Found]:
    for found in _TAG.finditer(text):
        tag = found[1]
        if len(tag) <= LONGEST_TAG and not tag.isdecimal():
            yield found.start(), found.end(), {"tag": tag}, "tag"


def _bytes(text: str) -> int:
    return len(text.encode())
