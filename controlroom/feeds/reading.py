"""What pages have in common: items that may be bad, marks and cursors as text."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

from controlroom.feeds.base import SetAside
from controlroom.model.decoding import from_json

UNREADABLE = (ValueError, RecursionError, OverflowError)
"""What parsing raises for an item that cannot be read."""
Read = TypeVar("Read")
Kept = TypeVar("Kept", bound=msgspec.Struct)


def read_all(
    items: Iterable[bytes], read: Callable[[bytes], Read]
) -> tuple[list[Read], tuple[SetAside, ...]]:
    """Reads items; those that cannot be read are set aside."""
    good: list[Read] = []
    bad: list[SetAside] = []
    for raw in items:
        try:
            good.append(read(raw))
        except UNREADABLE as error:
            bad.append(set_aside(error, raw))
    return good, tuple(bad)


def set_aside(error: Exception, raw: bytes) -> SetAside:
    """Returns an item that could not be read, with the reason."""
    return SetAside(f"{type(error).__name__}: {error}"[:300], raw[:300])


def written(kept: msgspec.Struct) -> str:
    """Returns a mark or cursor as text."""
    return msgspec.json.encode(kept).decode()


def understood(text: str, kind: type[Kept]) -> Kept:
    """Returns what `written` was given; an empty one for "" and for what an older version wrote."""
    try:
        return from_json(text, kind) if text else kind()
    except msgspec.DecodeError:
        return kind()
