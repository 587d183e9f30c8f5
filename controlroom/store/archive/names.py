"""How profiles and sources are named where many workstations share them.

The ids of a cache are its own. A profile is named as in the record; a source by its network, its
kind, its profile and its term, each without a space.
"""

from collections.abc import Mapping
from hashlib import sha256
from urllib.parse import quote, unquote

from controlroom.model.journal_subject import profile_key
from controlroom.model.profile import Profile
from controlroom.model.stream import Source, SourceKind

_NONE = "-"
_LONGEST_ID = 400
"""Bytes; an index of PostgreSQL takes some 2,700, and some feeds number articles by essays."""


class Names:
    """The names of one cache's profiles, both ways."""

    def __init__(self, profiles: Mapping[int, Profile]) -> None:
        self._keys = {number: profile_key(profile) for number, profile in profiles.items()}
        self._numbers = {key: number for number, key in self._keys.items()}

    def keys(self, profiles: tuple[int, ...]) -> list[str]:
        """Returns the keys of those that are known, sorted."""
        return sorted(self._keys[one] for one in profiles if one in self._keys)

    def numbers(self, keys: tuple[str, ...]) -> tuple[int, ...]:
        """Returns the ids of those that are known."""
        return tuple(self._numbers[key] for key in keys if key in self._numbers)

    def of_source(self, source: Source) -> str:
        """Returns what names a source; "" if its profile is unknown."""
        if source.profile and source.profile not in self._keys:
            return ""
        key = self._keys.get(source.profile, _NONE)
        return f"{source.network} {source.kind} {key} {quote(source.term, safe='')}"

    def source(self, name: str) -> Source | None:
        """Returns the source of a name as this cache numbers it; None if it does not know it."""
        network, kind, key, term = (*name.split(" "), "", "", "")[:4]
        try:
            known = SourceKind(kind)
        except ValueError:
            return None
        if key != _NONE and key not in self._numbers:
            return None
        return Source(network, known, self._numbers.get(key, 0), unquote(term))


def id_column(remote_id: str) -> str:
    """Returns what stands for a remote id in the database's index."""
    raw = remote_id.encode("utf-8", "replace")
    if len(raw) <= _LONGEST_ID and "\0" not in remote_id:
        return remote_id
    return f"sha256:{sha256(raw).hexdigest()}"
