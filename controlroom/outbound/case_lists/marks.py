"""Keyed fingerprints: equal for equal words, and of no use without the key.

Two items that have a word in common have a fingerprint in common.
"""

import hmac
from collections.abc import Iterator

from controlroom.outbound.case_lists.keys import MatchKey
from controlroom.outbound.case_lists.orders import (
    details_in,
    families_in,
    names_in,
    topics_of,
)
from controlroom.outbound.case_lists.pieces import (
    LEAST_NEAR,
    Role,
    nearly,
    pieces,
    rough,
    skeleton,
)
from controlroom.outbound.case_lists.words import forms
from controlroom.outbound.checks.surroundings import ListKind

MADE = 4
"""The version in which this makes marks: one more whenever an item gets others than before.

Items of an earlier version get theirs anew once somebody opens the lists who can read them.
"""
_MARK_BYTES = 16
_ROOM = 64
"""There are as many fingerprints as fill this, so that their number tells little of the words."""
_NEAR = (Role.GIVEN, Role.SURNAME)


def mark(key: MatchKey, kind: str, form: str) -> str:
    """Returns the fingerprint of words in a row; names and orders have others."""
    told = f"{kind}\0{form}".encode("utf-8", "surrogatepass")
    return hmac.digest(key.reveal(), told, "sha256")[:_MARK_BYTES].hex()


def gate(key: MatchKey, kind: ListKind, form: str) -> str:
    """Returns what is asked first: without it a word is no part of any name."""
    return mark(key, f"{kind}/any", form)


def part(key: MatchKey, kind: ListKind, role: Role, form: str, *, near: bool = False) -> str:
    """Returns the fingerprint of one word of a name, or of one with a letter wrong."""
    return mark(key, f"{kind}/{role}{'~' if near else ''}", form)


def sound(key: MatchKey, kind: ListKind, role: Role, skeleton: str) -> str:
    """Returns the fingerprint of how one word of a name sounds."""
    return mark(key, f"{kind}/{role}/sound", skeleton)


def heard_badly(key: MatchKey, kind: ListKind, role: Role, left: str) -> str:
    """Returns the fingerprint of what is left of one word of a name that was heard badly."""
    return mark(key, f"{kind}/{role}/rough", left)


def topic(key: MatchKey, name: str) -> str:
    """Returns the fingerprint of what an order forbids to tell."""
    return mark(key, "order/topic", name)


def detail(key: MatchKey, word: str) -> str:
    """Returns the fingerprint of a word by which an order says where or at what somebody is."""
    return mark(key, "order/detail", word)


def initial(key: MatchKey, kind: ListKind, form: str) -> str:
    """Returns the fingerprint of a name with an initial: "marks" for "Mark S." is a word too."""
    return mark(key, f"{kind}/initial", form)


def marks(key: MatchKey, kind: ListKind, words: str) -> tuple[str, ...]:
    """Returns the fingerprints by which an item is found, in no order that tells anything."""
    found = {mark(key, kind, form) for form in forms(words)}
    for named in names_in(words) if kind is ListKind.ORDER else {words}:
        found |= set(_of_name(key, kind, named))
    if not found:
        return ()
    if kind is ListKind.ORDER:
        found |= {topic(key, one) for one in topics_of(words)}
        found |= {detail(key, one) for one in details_in(words)}
        for family in families_in(words):
            found |= set(_of_half(key, kind, Role.SURNAME, family.lower()))
    missing = -len(found) % _ROOM
    found |= {mark(key, "room", f"{kind}\0{words}\0{number}") for number in range(missing)}
    return tuple(sorted(found))


def _of_name(key: MatchKey, kind: ListKind, words: str) -> Iterator[str]:
    yield from (mark(key, kind, form) for form in forms(words))
    told = pieces(words)
    yield from (initial(key, kind, form) for form in _initials(told))
    for role, word in told:
        yield from _of_half(key, kind, role, word)


def _of_half(key: MatchKey, kind: ListKind, role: Role, word: str) -> Iterator[str]:
    """Yields by what one word of a name is found, also where it is not written right."""
    yield from (part(key, kind, role, word), gate(key, kind, word))
    if role not in _NEAR:
        return
    if len(word) >= LEAST_NEAR:
        for form in nearly(word):
            yield from (part(key, kind, role, form, near=True), gate(key, kind, form))
    if heard := skeleton(word):
        yield sound(key, kind, role, heard)
    if left := rough(word, role):
        yield heard_badly(key, kind, role, left)


def _initials(told: frozenset[tuple[Role, str]]) -> set[str]:
    """Returns a first letter beside the surname, in both orders, and one beside the first name."""
    firsts = [word for role, word in told if role is Role.GIVEN]
    shorts = [word for role, word in told if role is Role.SHORT]
    lasts = [word for role, word in told if role is Role.SURNAME]
    pairs = [(first, last) for first in firsts for last in lasts]
    found = {form for first, last in pairs for form in (first[0] + last, last + first[0])}
    return found | {first + last[0] for first in (*firsts, *shorts) for last in lasts}
