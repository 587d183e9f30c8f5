"""The rules: dated data in `resources/checks`, read once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

import msgspec

from controlroom.bundle import bundled
from controlroom.model.decoding import from_toml
from controlroom.model.errors import OurError
from controlroom.model.outgoing.checked import RuleNote, Verdict

_FOLDER = "checks"
_WORDS_OF_LISTS = re.compile(r"\\b\(\?:\{\w+\}(?:\|\{\w+\})*\)\\b|\\b\{\w+\}\\b|\{\w+\}")
MARKS = {
    "stop": "\ue000",
    "person": "\ue001",
    "named": "\ue002",
    "proper": "\ue003",
    "adult": "\ue004",
    "staff": "\ue005",
    "road": "\ue006",
    "place": "\ue007",
    "house": "\ue008",
    "young": "\ue009",
    "kid": "\ue00a",
    "school_year": "\ue00b",
    "block": "\ue00c",
    "school": "\ue00d",
    "addressed": "\ue00e",
}
"""What stands in a marked text for what is named in it: one character each, of no script."""


@dataclass(frozen=True, slots=True)
class Mending:
    """What a pattern offers: a label, and a text into which the pattern's groups go."""

    label: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that a rule is about. Every expression is read in any case, on folded text.

    Attributes:
        find: the expression; a group "words" is what is shown, else all of it.
        person: the group "name" has to be a person: "given" with a first name that is known, "full"
            of two words or more, "any".
        not_after: what may not stand right before what is found (a rank before a name).
        needs: an expression that is quickly looked for, without which nothing can be found.
        near, unless: an expression that the same sentence has, or has not.
        near_draft, unless_draft: the same of the whole draft.
        kinds: only of drafts of these kinds; `unless_kinds` of all but these.
    """

    find: str
    person: str = ""
    not_after: str = ""
    needs: str = ""
    near: str = ""
    unless: str = ""
    near_draft: str = ""
    unless_draft: str = ""
    kinds: tuple[str, ...] = ()
    unless_kinds: tuple[str, ...] = ()
    repair: Mending | None = None


@dataclass(frozen=True, slots=True)
class Tie(Pattern):
    """How things that are named stand to each other.

    The expression is read on a text in which a mark stands for each person, road and place
    (`marked`); `near` and `unless` on those of its sentences in which something was found.

    Attributes:
        rule: the key of the rule that finds it.
        is_wide: it is read on three sentences in a row, and not on each alone.
        least_words: of the name that is shown.
    """

    rule: str = ""
    is_wide: bool = False
    least_words: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the protocol.

    Attributes:
        group: under which the window shows it.
        blind: what it cannot see.
        numbers, words: what the rules without patterns go by, each by its name.
        passes_where, unless_where: expressions: nothing is found in a draft that has the first and
            has not the second.
        outweighed: it says nothing of a text that reads as surely clean as a whole.
    """

    key: str
    verdict: Verdict
    group: str
    source: str
    checked: date
    blind: str
    patterns: tuple[Pattern, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    passes_where: str = ""
    unless_where: str = ""
    outweighed: bool = False


class _Rules(msgspec.Struct):
    rules: tuple[Rule, ...]


class _Ties(msgspec.Struct):
    source: str
    checked: date
    ties: tuple[Tie, ...]


class _Words(msgspec.Struct):
    lists: dict[str, list[str]] = {}
    sets: dict[str, str] = {}


def rules() -> tuple[RuleNote, ...]:
    """Returns what the rules are and where they come from, in the order in which they are shown."""
    return tuple(
        RuleNote(rule.key, rule.verdict, rule.source, rule.checked, rule.blind) for rule in book()
    )


@cache
def book() -> tuple[Rule, ...]:
    """Returns every rule. `OurError` if the data is not as it should be."""
    found: list[Rule] = []
    for path in sorted(bundled(_FOLDER).glob("*.toml")):
        try:
            found += from_toml(path.read_bytes(), _Rules).rules
        except msgspec.ValidationError as error:
            raise OurError(f"{path.name}: {error}") from None
    if len({rule.key for rule in found}) != len(found):
        raise OurError("two checks have the same key")
    return tuple(found)


@cache
def ties() -> tuple[Tie, ...]:
    """Returns every tie. `OurError` if the data is not as it should be."""
    found: list[Tie] = []
    for path in sorted(bundled(_FOLDER, "ties").glob("*.toml")):
        try:
            found += from_toml(path.read_bytes(), _Ties).ties
        except msgspec.ValidationError as error:
            raise OurError(f"{path.name}: {error}") from None
    keys = {rule.key for rule in book()}
    if not keys.issuperset(tie.rule for tie in found):
        raise OurError("a tie is of no rule")
    return tuple(found)


@cache
def rule(key: str) -> Rule:
    """Returns a rule by its key."""
    return next(one for one in book() if one.key == key)


@cache
def lists() -> Mapping[str, str]:
    """Returns the word lists of all languages as expressions, by name."""
    merged: dict[str, list[str]] = {}
    for words in _words():
        for name, ones in words.lists.items():
            merged.setdefault(name, []).extend(ones)
    return {name: f"(?:{'|'.join(ones)})" for name, ones in merged.items()}


@cache
def word_set(name: str) -> frozenset[str]:
    """Returns the words of a set in all languages, in lower case."""
    return frozenset(
        word for words in _words() for word in words.sets.get(name, "").lower().split()
    )


@cache
def expression(text: str) -> re.Pattern[str]:
    """Returns an expression of the data, word lists and marks filled in for "{name}"."""
    try:
        return re.compile(_filled(text), re.IGNORECASE)
    except (KeyError, re.error) as error:
        raise OurError(f"checks: {text!r}: {error}") from None


@cache
def any_of(text: str) -> frozenset[str]:
    """Returns expressions of which one is found where this one is.

    Most are word lists beside each other; each list is then looked for once for all rules.
    """
    parts = [part for part in _WORDS_OF_LISTS.findall(text) if part]
    if not parts or "|".join(parts) != text:
        return frozenset({text}) if text else frozenset()
    names = ((part, name) for part in parts for name in re.findall(r"\{\w+\}", part))
    return frozenset(rf"\b{name}\b" if part.startswith("\\b") else name for part, name in names)


def _filled(text: str) -> str:
    while named := re.search(r"\{([a-z_][a-z_0-9]*)\}", text):
        text = text.replace(named.group(), MARKS.get(named[1]) or lists()[named[1]])
    return text


@cache
def _words() -> tuple[_Words, ...]:
    paths = sorted(bundled(_FOLDER, "words").glob("*.toml"))
    return tuple(from_toml(path.read_bytes(), _Words) for path in paths)
