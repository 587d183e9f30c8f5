"""Which places a text names that somebody could go to: junctions, streets, postcodes, points."""

import json
import re
from functools import cache, lru_cache

from controlroom.bundle import bundled

LONGEST = 1_000
"""Characters of a text that are looked at."""
NONE: frozenset[str] = frozenset()


@lru_cache(2_048)
def places_in(text: str, own: str = "") -> frozenset[str]:
    """Returns the places a text names, folded.

    Args:
        own: further names, parted by commas; large and small letters are the same for them.
    """
    text = text[:LONGEST]
    found = [one.group().casefold() for one in _any_place().finditer(text)]
    names = _names(own) if own else None
    if names is not None:
        found += [one.group().casefold() for one in names.finditer(text)]
    return frozenset(found) if found else NONE


@cache
def _any_place() -> re.Pattern[str]:
    patterns = json.loads(bundled("places.json").read_text("utf-8"))["patterns"]
    return re.compile("|".join(patterns))


@lru_cache(8)
def _names(own: str) -> re.Pattern[str] | None:
    names = [re.escape(name.strip()) for name in own.split(",") if name.strip()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)", re.IGNORECASE) if names else None
