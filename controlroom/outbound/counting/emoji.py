"""Where emoji stand in a text: sequences as Unicode's list has them, one each."""

from functools import cache, lru_cache
from typing import Any

import msgspec

from controlroom.bundle import bundled
from controlroom.model.decoding import from_toml

_JOINER = "\u200d"
_UNSEEN = dict.fromkeys((0xFE0F, *range(0x1F3FB, 0x1F400)))


class _Sequences(msgspec.Struct):
    joined: str
    flags: str
    regions: str


@lru_cache(maxsize=512)
def emoji_in(text: str) -> tuple[tuple[int, int], ...]:
    """Returns start and end of every emoji, in characters, in their order."""
    found: list[tuple[int, int]] = []
    for match in _pattern().finditer(text):
        found += _parts(match.group(), match.start())
    return tuple(found)


def _parts(run: str, start: int) -> list[tuple[int, int]]:
    """Parts a joined run into emoji that are on the list, the longest first."""
    pieces = run.split(_JOINER)
    found = []
    while pieces:
        many = len(pieces)
        while many > 1 and _JOINER.join(pieces[:many]).translate(_UNSEEN) not in _joined():
            many -= 1
        length = len(_JOINER.join(pieces[:many]))
        found.append((start, start + length))
        start += length + 1
        pieces = pieces[many:]
    return found


@cache
def _sequences() -> _Sequences:
    return from_toml(bundled("text", "emoji.toml").read_bytes(), _Sequences)


@cache
def _joined() -> frozenset[str]:
    listed = _sequences().joined.split()
    return frozenset("".join(chr(int(code, 16)) for code in one.split("-")) for one in listed)


@cache
def _pattern() -> Any:
    # Python's own expressions do not know which characters are emoji.
    import regex

    flags = "|".join("".join(chr(ord(c) + 0x1F1A5) for c in f) for f in _sequences().flags.split())
    regions = "|".join(
        "".join(chr(ord(letter) + 0xE0000) for letter in region)
        for region in _sequences().regions.split()
    )
    one = (
        r"(?:[©®™♟]\ufe0f|[\p{Emoji}--[0-9#*©®™♟]](?!\ufe0e)\ufe0f?[\U0001f3fb-\U0001f3ff]?\ufe0f?)"
    )
    return regex.compile(
        rf"[0-9#*]\ufe0f?\u20e3|\U0001f3f4(?:{regions})\U000e007f|{flags}|{one}(?:\u200d{one})*",
        regex.V1,
    )
