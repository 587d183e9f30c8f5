"""The top-level domains, by which an address is known without "https://"."""

from functools import cache

from controlroom.bundle import bundled


@cache
def top_level_domains() -> frozenset[str]:
    """Returns them in lower case, those of other scripts as words and as "xn--…"."""
    lines = bundled("text", "top_level_domains.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
