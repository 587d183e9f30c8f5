"""Names of files that are safe on every system."""

import unicodedata
from datetime import UTC, datetime

_RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{one}{n}" for one in ("com", "lpt") for n in range(10)),
}
_LONGEST = 60
_USUAL = "posts"


def file_name(about: str, at: datetime, ending: str) -> str:
    """Returns "about-20261122-0948.csv": plain letters, digits and hyphens only.

    Args:
        about: what it is about, in any characters; a query, say.
        at: aware.
        ending: without the dot.
    """
    return f"{_stem(about)}-{at.astimezone(UTC):%Y%m%d-%H%M}.{ending}"


def _stem(about: str) -> str:
    flat = unicodedata.normalize("NFKD", about[:400]).encode("ascii", "ignore").decode("ascii")
    words = "".join(one if one.isalnum() else " " for one in flat).split()
    stem = "-".join(words)[:_LONGEST].strip("-").lower()
    return f"{_USUAL}-{stem}" if stem in _RESERVED else stem or _USUAL
