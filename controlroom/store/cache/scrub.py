"""What no file of ours can hold made to fit, the rest left as it is.

That is text which is no UTF-8 (lone surrogates) and numbers beyond 64 bits.
"""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

Frozen = TypeVar("Frozen")

_LARGEST = (1 << 63) - 1


def scrubbed(value: Frozen) -> Frozen:
    """Returns the value with every lone surrogate in it, at any depth, replaced by U+FFFD.

    Numbers are cut to 64 bits.
    """
    return _scrub(value)  # type: ignore[no-any-return]


def _scrub(value: Any) -> Any:
    if type(value) is str:
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if type(value) is int:
        return max(-_LARGEST, min(_LARGEST, value))
    if isinstance(value, tuple):
        return tuple(_scrub(part) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _scrub(getattr(value, f.name)) for f in fields(value)})
    return value
