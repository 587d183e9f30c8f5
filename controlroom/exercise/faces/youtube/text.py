"""Titles and descriptions of videos, and comments as YouTube shows them. Pure."""

import re
from html import escape
from urllib.parse import quote

WATCH = "https://www.youtube.com"
LONGEST_TITLE = 100
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]+)|(?<![\w@#/.])@(?P<handle>\w[\w.·-]{2,29})"
    r"|(?<![\w&#/])#(?P<tag>\w*[^\W\d_]\w*)"
)
_AFTER = ".,;:!?…'\")"


def parts_of(text: str) -> tuple[str, str]:
    """Returns the title of a video and its description."""
    first, _, rest = text.strip().partition("\n")
    if len(first) <= LONGEST_TITLE:
        return first.strip(), rest.strip()
    return f"{first[: LONGEST_TITLE - 1].rpartition(' ')[0] or first[: LONGEST_TITLE - 1]}…", text


def text_of(title: str, description: str) -> str:
    """Returns both as one text, from which `parts_of` makes them again."""
    return f"{title}\n{description}".rstrip()


def displayed(text: str) -> str:
    """Returns a comment as HTML."""
    parts, read = [], 0
    for found in _FOUND.finditer(text):
        parts.append(escape(text[read : found.start()]))
        parts.append(_linked(found))
        read = found.end()
    whole = "".join((*parts, escape(text[read:])))
    return whole.replace("\n", "<br>")


def _linked(found: re.Match[str]) -> str:
    if found["url"]:
        address = found["url"].rstrip(_AFTER)
        return _link(address, address) + escape(found["url"][len(address) :])
    if found["tag"]:
        return _link(f"{WATCH}/hashtag/{quote(found['tag'].casefold())}", found[0])
    return _link(f"{WATCH}/@{quote(found['handle'])}", found[0])


def _link(address: str, shown: str) -> str:
    return f'<a href="{escape(address)}">{escape(shown)}</a>'
