"""Decoding into types, also where several threads meet a type for the first time.

msgspec works a type out when it is first used. A second thread that comes to the same type
meanwhile reads what is half made, and the process dies (0.22.0, eight threads in a loop of a
hundred types: each time). Here one thread works types out while the others wait.
"""

import threading
from typing import Any, TypeVar, overload

import msgspec

T = TypeVar("T")
_working_out = threading.Lock()
_strict: dict[object, msgspec.json.Decoder[Any]] = {}
_lax: dict[object, msgspec.json.Decoder[Any]] = {}
_anything = msgspec.json.Decoder()


@overload
def decoder(kind: type[T], *, strict: bool = True) -> msgspec.json.Decoder[T]: ...


@overload
def decoder(kind: object, *, strict: bool = True) -> msgspec.json.Decoder[Any]: ...


def decoder(kind: object, *, strict: bool = True) -> msgspec.json.Decoder[Any]:
    """Returns what decodes JSON into a type; always the same for one type.

    Args:
        kind: the type, or a union of types.
        strict: False takes "1" for 1 as well.
    """
    known = _strict if strict else _lax
    found = known.get(kind)
    if found is None:
        with _working_out:
            found = known[kind] = msgspec.json.Decoder[Any](kind, strict=strict)
    return found


def from_json(raw: bytes | str, kind: type[T], *, strict: bool = True) -> T:
    """Returns JSON as a type.

    Raises:
        msgspec.DecodeError, UnicodeDecodeError, RecursionError: it is not of that type.
    """
    return decoder(kind, strict=strict).decode(raw)


def from_plain(value: object, kind: type[T]) -> T:
    """Returns plain values as a type. Raises `msgspec.ValidationError`, `RecursionError`."""
    decoder(kind)
    return msgspec.convert(value, kind)


def from_toml(raw: bytes | str, kind: type[T]) -> T:
    """Returns TOML as a type. Raises `msgspec.DecodeError`, `UnicodeDecodeError`."""
    decoder(kind)
    return msgspec.toml.decode(raw, type=kind)


def anything(raw: bytes | str) -> Any:
    """Returns JSON as plain values. Raises as `from_json`."""
    return _anything.decode(raw)
