"""Keyed fingerprints: equal for equal words, and of no use without the key."""

import hmac

from controlroom.outbound.case_lists.keys import MatchKey
from controlroom.outbound.case_lists.words import forms
from controlroom.outbound.checks.surroundings import ListKind

_MARK_BYTES = 16


def mark(key: MatchKey, kind: ListKind, form: str) -> str:
    """Returns the fingerprint of words in a row; names and orders have others."""
    told = f"{kind}\0{form}".encode("utf-8", "surrogatepass")
    return hmac.digest(key.reveal(), told, "sha256")[:_MARK_BYTES].hex()


def marks(key: MatchKey, kind: ListKind, words: str) -> tuple[str, ...]:
    """Returns the fingerprints by which an item is found, in no order that tells anything."""
    return tuple(sorted(mark(key, kind, form) for form in forms(words)))
