"""The words of a listed name, each by what it is: so that a part of the name is found too."""

import re
from collections.abc import Iterator
from enum import StrEnum

from controlroom.outbound.case_lists.words import plain
from controlroom.outbound.checks.rulebook import word_set

LEAST_NEAR = 5
"""Letters of a word that is found also with one letter wrong."""
_LEAST_MIDDLE = 4
_LEAST_SHORT, _MOST_GROUPS, _LEAST_CODE = 3, 5, 5
_IN_TWO = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ß": "ss"})
_HEARD = (
    *(("ee", "i"), ("i", "ee"), ("y", "i"), ("i", "y"), ("ie", "y"), ("ai", "ay"), ("ou", "u")),
    *(("ph", "f"), ("f", "ph"), ("ck", "k"), ("k", "c"), ("c", "k"), ("z", "s"), ("s", "z")),
)
_SOUNDS = (
    *(("ph", "f"), ("ck", "k"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("q", "k"), ("z", "s")),
    *(("x", "ks"), ("dg", "j"), ("gh", ""), ("w", "v"), ("kh", "k"), ("j", "y")),
)
_HARDER = (
    *(("tch", "j"), ("sch", "s"), ("ch", "j"), ("sh", "s"), ("ph", "f"), ("ck", "k"), ("gh", "")),
    *(("th", "t"), ("dg", "j"), ("q", "k"), ("x", "ks"), ("z", "s"), ("v", "f"), ("d", "t")),
)
_MAC = re.compile(r"\A(?:mac|mc|mack)(?=[a-z]{3})")
_SOFT = re.compile(r"c(?=[eiy])")
_UNSAID = re.compile(r"r(?=[^aeiouy]|\Z)|(?<=.)[hw]|(?<=[^aeiouy])e\Z|\Ak(?=n)|\Aw(?=r)")
_SILENT = re.compile(r"(?<=.)h|(?<=..)e\Z")
_VOWELS = re.compile(r"[aeiouy]+")
_LEAST_CONSONANTS = 3
_LEAST_INITIALS = 3
_TWICE = re.compile(r"(\w)\1")
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "sir", "lady", "lord", "rev", "prof"))


class Role(StrEnum):
    """What a word is in a name."""

    GIVEN = "given"
    SURNAME = "surname"
    SHORT = "short"
    """The beginning of a first name, or a part of it: only beside the surname."""
    PART = "part"
    """A part of a surname in two: only beside the first name."""
    CODE = "code"
    """What an operation is called."""
    CORE = "core"
    """What a school or house is called, without saying what it is."""


def pieces(words: str) -> frozenset[tuple[Role, str]]:
    """Returns the words of an item of which a part alone may mean it, "ü" also as "ue"."""
    return _pieces(words) | _pieces(words.lower().translate(_IN_TWO))


def _pieces(words: str) -> frozenset[tuple[Role, str]]:
    groups = [group for one in words.split() if (group := plain(one))]
    while len(groups) > 1 and "".join(groups[0]) in _TITLES:
        groups = groups[1:]
    if groups and groups[0] == ("the",):
        groups = groups[1:]
    if len(groups) < 2 or len(groups) > _MOST_GROUPS:
        return frozenset()
    joined = ["".join(group) for group in groups]
    if joined[0] in word_set("operation"):
        return frozenset({(Role.CODE, "".join(joined[1:]))})
    if any(one in word_set("institution") for one in joined):
        return frozenset(_core(joined))
    if not all(one.isalpha() for one in joined):
        return frozenset()
    middle = ("".join(group) for group in groups[1:-1])
    others = {(Role.SHORT, one) for one in middle if len(one) >= _LEAST_MIDDLE}
    return frozenset(_person(groups[0], groups[-1])) | others


def nearly(word: str) -> frozenset[str]:
    """Returns a word without each of its letters but the first: mistyped words have one alike."""
    return frozenset({word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))})


def sounding(word: str) -> frozenset[str]:
    """Returns how else a word may be written by whoever has only heard it."""
    once = {word.replace(one, other) for one, other in _HEARD}
    return frozenset({*once, _TWICE.sub(r"\1", word)} - {word})


def doubled(word: str) -> frozenset[str]:
    """Returns a word with each of its letters written twice."""
    return frozenset(word[:at] + word[at] + word[at:] for at in range(len(word)))


def skeleton(word: str) -> str:
    """Returns how a word sounds, roughly: its consonants, one mark for the vowels between them.

    "" where too little is left to tell one name from another.
    """
    for one, other in _SOUNDS:
        word = word.replace(one, other)
    told = _TWICE.sub(r"\1", _VOWELS.sub("*", _SILENT.sub("", word)))
    return told if sum(one != "*" for one in told) >= _LEAST_CONSONANTS else ""


def rough(word: str, role: Role) -> str:
    """Returns what is left of a word that was heard badly: its consonants, a surname's syllables.

    Rougher than `skeleton`: to be believed only beside the other half of a name. "" where too
    little is left.
    """
    word = _MAC.sub("mk", word)
    for one, other in _HARDER:
        word = word.replace(one, other)
    word = _UNSAID.sub("", _SOFT.sub("s", word).replace("c", "k"))
    syllables = len(_VOWELS.findall(word)) if role is Role.SURNAME else 0
    told = _TWICE.sub(r"\1", _VOWELS.sub("", word[1:]))
    return f"{word[:1]}{told}{syllables}" if len(told) >= _LEAST_CONSONANTS - 1 else ""


def swapped(word: str) -> frozenset[str]:
    """Returns a word with two letters beside each other in the other order, but for the first."""
    pairs = range(1, len(word) - 1)
    found = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in pairs}
    return frozenset(found - {word})


def _core(joined: list[str]) -> Iterator[tuple[Role, str]]:
    ends = 2 if len(joined) > 2 and joined[-2] in word_set("school") else 1
    core = "".join(joined[:-ends])
    if len(core) >= _LEAST_CODE and core.isalpha():
        yield Role.CORE, core
    if len(joined) >= _LEAST_INITIALS:
        yield Role.CORE, "".join(one[0] for one in joined)


def _person(first: tuple[str, ...], last: tuple[str, ...]) -> Iterator[tuple[Role, str]]:
    given, surname = "".join(first), "".join(last)
    yield Role.GIVEN, given
    yield Role.SURNAME, surname
    for end in range(_LEAST_SHORT, len(given)):
        yield Role.SHORT, given[:end]
    for role, parts in ((Role.SHORT, first), (Role.PART, last)):
        if len(parts) > 1:
            yield from ((role, part) for part in parts if len(part) >= _LEAST_SHORT)
