"""Where the characters of a text begin, as a reader takes them."""

import re
from functools import lru_cache
from typing import Any

_STACKERS = "\u1039\u17d2\u1a60\u1b44\u1bab\ua9c0\uaaf6"
# Unicode 17 joins what these stack; servers that count by an older one take it for two.
_STACKED = re.compile(f"[{_STACKERS}](?=[^\\W\\d_])")


@lru_cache(maxsize=512)
def starts(text: str) -> tuple[int, ...]:
    """Returns where each grapheme cluster begins, and the end of the text."""
    if text.isascii() and "\r" not in text:
        return tuple(range(len(text) + 1))
    found = {match.start() for match in _cluster().finditer(text)}
    return (*sorted(found | {match.end() for match in _STACKED.finditer(text)}), len(text))


@lru_cache(maxsize=1)
def _cluster() -> Any:
    # Python's own expressions know nothing of clusters.
    import regex

    return regex.compile(r"\X")
