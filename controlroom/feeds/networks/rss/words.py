"""Titles and bodies of entries as a person reads them, by the type the feed gives each of them.

Atom names the type. RSS does not; there `feedparser` tells by the words whether they are markup:
with an end tag or an entity of HTML, and no tag that HTML does not know.
"""

from collections.abc import Mapping
from typing import Any

from controlroom.feeds.html_text import LONGEST_HTML, plain_text

_MARKUP = ("text/html", "application/xhtml+xml", "")


def title_of(holder: Mapping[str, Any]) -> str:
    """Returns the title of an entry or a feed in one line, "" if it has none."""
    return " ".join(_told(holder, "title").split())


def body_of(entry: Mapping[str, Any]) -> str:
    """Returns whichever is longer, the summary or the whole content."""
    whole = [_read(part) for part in entry.get("content") or ()]
    return max([_told(entry, "summary"), *whole], key=len)


def _told(holder: Mapping[str, Any], name: str) -> str:
    return _read(holder.get(f"{name}_detail") or {"value": holder.get(name)})


def _read(part: Mapping[str, Any]) -> str:
    value = str(part.get("value") or "")[:LONGEST_HTML]
    if str(part.get("type") or "") in _MARKUP:
        return plain_text(value).text
    return "\n".join(" ".join(line.split()) for line in value.strip().splitlines())
