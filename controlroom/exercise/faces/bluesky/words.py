"""Facets of a text: mentions, links and hashtags, counted in bytes of UTF-8. Pure."""

import re
from collections.abc import Callable
from typing import Any

Json = dict[str, Any]
Known = Callable[[str], str]
"""From a handle to the DID of whoever bears it, "" for nobody."""
_FOUND = re.compile(
    r"(?P<link>https?://[^\s<>\"]+)"
    r"|(?<![\w@/.])@(?P<mention>[A-Za-z0-9](?:[\w.\-]*[A-Za-z0-9])?)"
    r"|(?<![\w&/#])#(?P<tag>\w*[^\W\d_]\w*)"
)
_BEHIND = ".,!?;:)]'…"


def facets_of(text: str, known: Known) -> list[Json]:
    """Returns the facets of a text in their order."""
    if not ("@" in text or "#" in text or "://" in text):
        return []
    told = ((found, _feature(found, known)) for found in _FOUND.finditer(text))
    return [_facet(text, found.start(), *feature) for found, feature in told if feature]


def _feature(found: re.Match[str], known: Known) -> tuple[str, Json] | None:
    match found.lastgroup:
        case "link":
            address = found[0].rstrip(_BEHIND)
            return address, {"$type": "app.bsky.richtext.facet#link", "uri": address}
        case "tag":
            return found[0], {"$type": "app.bsky.richtext.facet#tag", "tag": found["tag"]}
        case "mention" if did := known(found["mention"]):
            return found[0], {"$type": "app.bsky.richtext.facet#mention", "did": did}
    return None


def _facet(text: str, start: int, stretch: str, feature: Json) -> Json:
    begins = start if text.isascii() else len(text[:start].encode())
    index = {"byteStart": begins, "byteEnd": begins + len(stretch.encode())}
    return {
        "$type": "app.bsky.richtext.facet", "index": index, "features": [feature],
    }  # fmt: skip
