"""CIDs: the hash of a record as DAG-CBOR, or of bytes as they are. Pure."""

import base64
import binascii
import hashlib
import struct
from functools import lru_cache
from typing import Any

_DAG_CBOR, _RAW = 0x71, 0x55
_SHA_256 = b"\x12\x20"
_LINK = b"\xd8\x2a"
_SMALL = tuple(bytes((first,)) for first in range(256))


def record_cid(record: dict[str, Any]) -> str:
    """Returns the CID of a record as JSON tells it. Raises `ValueError` for what has none."""
    return _cid(_DAG_CBOR, encoded(record))


def bytes_cid(content: bytes) -> str:
    """Returns the CID of a blob."""
    return _cid(_RAW, content)


def encoded(value: Any) -> bytes:
    """Returns JSON as DAG-CBOR. Raises `ValueError` for what cannot be written so."""
    parts: list[bytes] = []
    try:
        _write(value, parts)
    except (RecursionError, UnicodeEncodeError, struct.error) as error:
        raise ValueError("not to be written as DAG-CBOR") from error
    return b"".join(parts)


def cid_bytes(cid: str) -> bytes:
    """Returns a CID's bytes. Raises `ValueError` for what is no CID."""
    if not cid.startswith("b"):
        raise ValueError("no CID")
    told = cid[1:].upper()
    try:
        return base64.b32decode(told + "=" * (-len(told) % 8))
    except binascii.Error as error:
        raise ValueError("no CID") from error


def _cid(codec: int, content: bytes) -> str:
    raw = bytes((1, codec)) + _SHA_256 + hashlib.sha256(content).digest()
    return "b" + base64.b32encode(raw).decode().rstrip("=").lower()


def _write(value: Any, parts: list[bytes]) -> None:
    if isinstance(value, str):
        _write_bytes(3, value.encode(), parts)
    elif isinstance(value, dict):
        _write_map(value, parts)
    elif isinstance(value, list):
        parts.append(_head(4, len(value)))
        for one in value:
            _write(one, parts)
    elif value is None or isinstance(value, bool):
        parts.append(b"\xf6" if value is None else b"\xf5" if value else b"\xf4")
    elif isinstance(value, int):
        parts.append(_head(0, value) if value >= 0 else _head(1, -1 - value))
    else:
        raise ValueError("records hold no such value")


def _write_map(value: dict[str, Any], parts: list[bytes]) -> None:
    if len(value) == 1 and isinstance(value.get("$link"), str):
        parts.append(_LINK)
        _write_bytes(2, b"\0" + cid_bytes(value["$link"]), parts)
        return
    if len(value) == 1 and isinstance(value.get("$bytes"), str):
        _write_bytes(2, base64.b64decode(value["$bytes"] + "=="), parts)
        return
    parts.append(_head(5, len(value)))
    for (_, raw), key in sorted((_key(key), key) for key in value):
        parts.append(raw)
        _write(value[key], parts)


@lru_cache(1024)
def _key(key: str) -> tuple[int, bytes]:
    """Returns a key as it sorts and as it is written: the shorter first."""
    raw = key.encode()
    return len(raw), _head(3, len(raw)) + raw


def _write_bytes(kind: int, content: bytes, parts: list[bytes]) -> None:
    parts.append(_head(kind, len(content)))
    parts.append(content)


def _head(kind: int, size: int) -> bytes:
    if size < 24:
        return _SMALL[kind << 5 | size]
    for mark, form, most in ((24, ">BB", 1 << 8), (25, ">BH", 1 << 16), (26, ">BI", 1 << 32)):
        if size < most:
            return struct.pack(form, kind << 5 | mark, size)
    return struct.pack(">BQ", kind << 5 | 27, size)
