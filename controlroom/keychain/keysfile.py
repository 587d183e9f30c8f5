"""keys.json: which key a data folder has, and the key itself wrapped by the recovery key.

It stands beside the databases and belongs into every backup: without it the recovery key opens
nothing. It holds no secret in clear.
"""

import base64
import hashlib
import hmac
import json
import os
from dataclasses import asdict, fields
from pathlib import Path

from controlroom.keychain.errors import (
    KeysFileDamaged,
    KeysFileMissing,
    KeysFileNewer,
    KeysFileUnreadable,
)
from controlroom.model.frozen import dataclass

KEYS_FILE = "keys.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class KeysFile:
    """What keys.json says.

    Attributes:
        backend: the keychain that was given the key.
        key_id: names the key in the keychain ("key/<key_id>").
        check: recognises the key (`DataKey.check_value`).
        salt, nonce, wrapped: the key under the recovery key; see `wrap`.
        recovery_noted: whether somebody has typed the recovery key back from paper.
    """

    backend: str
    key_id: str
    check: bytes
    salt: bytes
    nonce: bytes
    wrapped: bytes
    recovery_noted: bool = False


_BYTES = ("check", "salt", "nonce", "wrapped")
_NAMES = {field.name for field in fields(KeysFile)}


def entry_name(key_id: str) -> str:
    """Returns the name of a key's entry in the keychain."""
    return f"key/{key_id}"


def read_keys(data_dir: Path) -> KeysFile | None:
    """Returns what keys.json says; None only if there surely is no such file.

    Raises `KeysFileUnreadable`, `KeysFileDamaged`, `KeysFileNewer`.
    """
    path = data_dir / KEYS_FILE
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise KeysFileUnreadable(path=path, reason=os.strerror(error.errno or 0)) from error
    return _decoded(raw, path)


def needed_keys(data_dir: Path) -> KeysFile:
    """Returns what keys.json says. Raises `KeysFileMissing` besides what `read_keys` raises."""
    keys = read_keys(data_dir)
    if keys is None:
        raise KeysFileMissing(folder=data_dir)
    return keys


def recorded_backend(data_dir: Path) -> str:
    """Returns the backend keys.json names, "" if there is no such file; raises as `read_keys`."""
    keys = read_keys(data_dir)
    return keys.backend if keys else ""


def encoded(keys: KeysFile) -> bytes:
    """Returns the bytes of keys.json."""
    told = {"format": FORMAT, **asdict(keys)}
    told |= {name: base64.b64encode(told[name]).decode() for name in _BYTES}
    return json.dumps({**told, "digest": _digest(told)}, indent=2).encode() + b"\n"


def _decoded(raw: bytes, path: Path) -> KeysFile:
    try:
        told = json.loads(raw)
        if isinstance(told, dict) and isinstance(told["format"], int) and told["format"] > FORMAT:
            raise KeysFileNewer(path=path)
        digest = told.pop("digest")
        if not hmac.compare_digest(digest, _digest(told)) or told.keys() - {"format"} != _NAMES:
            raise KeysFileDamaged(path=path)
        told |= {name: base64.b64decode(told[name], validate=True) for name in _BYTES}
        return KeysFile(**{name: told[name] for name in _NAMES})
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise KeysFileDamaged(path=path) from error


def _digest(told: dict[str, object]) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
