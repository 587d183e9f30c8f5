"""Which version of the Graph API is spoken: dated data beside the rules of Facebook."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import msgspec

from controlroom.bundle import bundled
from controlroom.model.decoding import from_toml


@dataclass(frozen=True, slots=True)
class Api:
    """The API as it is asked.

    Attributes:
        host: where it is.
        dialog: where people sign in.
        version: as it stands in paths, e.g. "v26.0".
        checked: when somebody last held this against the source.
    """

    host: str
    dialog: str
    version: str
    source: str
    checked: date


class _File(msgspec.Struct):
    api: Api


@lru_cache
def api() -> Api:
    """Returns what `resources/networks/facebook.toml` says."""
    body = bundled("networks", "facebook.toml").read_bytes()
    return from_toml(body, _File).api
