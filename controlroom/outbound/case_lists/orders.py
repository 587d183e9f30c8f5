"""What an order of a court forbids: names that stand in it, and facts by what they are about."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise

import msgspec

from controlroom.bundle import bundled
from controlroom.model.decoding import from_toml
from controlroom.model.frozen import dataclass
from controlroom.outbound.checks.folded import folded
from controlroom.outbound.checks.rulebook import expression, word_set

_MOST_WORDS = 5
"""More words than a name has: what has more is a description."""
_LEAST_SAID = 3
_NAMED = re.compile(
    r"\b(?!(?:The|A|R|No|Nothing|All|Any) )[A-Z][\w'-]+(?: (?:[A-Z]\. ?)?[A-Z][\w'-]+)+"
)
_PARTICLES = frozenset(
    ("of", "the", "and", "de", "la", "van", "von", "bin", "al", "el", "on", "in")
)
_SAYS = re.compile(
    r"\b(?:identity|identities|anonymity|names?|named|report\w*|publi\w+|order|no|not|nothing|any)\b",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"\b[A-Z][\w'.-]*")
_HEAD = re.compile(r"\A([^(:;,]+?)(?: ?[(:;,]| - |\Z)")
_FAMILY = re.compile(
    r"\b[Tt]he ([A-Z][a-z'-]{3,}) (?:child(?:ren)?|famil\w+|boys?|girls?|brothers?|sisters?|twins"
    r"|siblings|baby|babies|kids|teenagers?|parents|couple|son|daughter|mother|father)\b"
)
_PLACED = ("where", "work")
"""Topics of which a single word may tell all: a town, a school."""
_LEAST_DETAIL = 4
_AFTER_NAME = re.compile(
    r"\A(?:'s)? (?:magistrates|crown|county|youth|police|court|town hall)", re.IGNORECASE
)
_CLUB = re.compile(r" (?:A?F\.?C\.?|R\.?F\.?C\.?|C\.?C\.?|Ltd|Limited|plc|PLC|Club)\Z")
_CASE = re.compile(r"\bR v\b")
_COURT = re.compile(
    r"\b(?:(?:Crown|High|County|Youth|Family|Supreme|Appeal|Coroner'?s'?) Court|Magistrates'?"
    r"|Bench|Honour|Judge|Justice|Recorder|Division)\b"
)


@dataclass(frozen=True, slots=True)
class Topic:
    """A kind of fact that an order may forbid to tell.

    Attributes:
        forbids: an expression that an order about it has.
        tells: an expression that a draft has which tells it.
    """

    key: str
    forbids: str
    tells: str


class _Topics(msgspec.Struct):
    checked: date
    court: str
    declines: str
    topics: tuple[Topic, ...]


def names_in(words: str) -> frozenset[str]:
    """Returns what an order names: all of it, or the names within a description."""
    head = _HEAD.match(words)
    named = {head[1].strip()} if head and not _CASE.search(words) else set()
    if len(words.split()) > _MOST_WORDS:
        named |= {match.group() for match in _NAMED.finditer(words)}
    named = {one for one in named if _is_a_name(one)}
    return frozenset(named | {_CLUB.sub("", one) for one in named})


def families_in(words: str) -> frozenset[str]:
    """Returns surnames by which an order speaks of a family: "the Garroway children"."""
    return frozenset(_FAMILY.findall(words))


def details_in(words: str) -> frozenset[str]:
    """Returns the single words by which an order about a place says which: "home town (Farrow)"."""
    if topics_of(words).isdisjoint(_PLACED):
        return frozenset()
    capitals = list(_CAPITALS.finditer(words))
    found = {
        one.group().removesuffix("'s").rstrip(".").lower()
        for before, one in pairwise((None, *capitals))
        if one is not None and one.start() and not _is_operation(before)
        if words[: one.start()][-3:] != " v "
    }
    return frozenset(one for one in found if len(one) >= _LEAST_DETAIL and _is_no_word(one))


def topics_of(words: str) -> frozenset[str]:
    """Returns the keys of the topics of an order that is a description."""
    head, *rest = words.split(" ")
    said = " ".join([head.lower(), *_CAPITALS.sub(" ", " ".join(rest)).split()])
    if len(said.split()) < _LEAST_SAID:
        return frozenset()
    return frozenset(one.key for one in topics() if expression(one.forbids).search(said))


def topics() -> tuple[Topic, ...]:
    """Returns every topic."""
    return _read().topics


def told(text: str, asked: Topic) -> Iterator[tuple[int, int]]:
    """Yields where a draft that speaks of a court tells what an order of a topic forbids."""
    whole = folded(text)
    if expression(_read().court).search(whole.text):
        for begin, sentence in whole.sentences():
            if expression(_read().declines).search(sentence):
                continue
            for match in expression(rf"(?<!\w)(?:{asked.tells})").finditer(sentence):
                yield whole.span(begin + match.start(), begin + match.end())


def places_told(text: str) -> bool:
    """Returns whether a draft speaks of a court, or of where somebody lives or works."""
    whole = folded(text).text
    tells = (one.tells for one in topics() if one.key in _PLACED)
    asked = (_read().court, *(rf"(?<!\w)(?:{one})" for one in tells))
    return any(expression(one).search(whole) for one in asked)


def is_of_a_court(after: str) -> bool:
    """Returns whether a word is a court's or a station's, by what stands behind it."""
    return _AFTER_NAME.match(after) is not None


def _is_operation(before: re.Match[str] | None) -> bool:
    return before is not None and before.group().lower() in word_set("operation")


def _is_no_word(word: str) -> bool:
    return word.isalpha() and word not in word_set("ordinary_word")


def _is_a_name(named: str) -> bool:
    if _COURT.search(named) or (_SAYS.search(named) and len(named.split()) > 1):
        return False
    small = [one for one in named.split() if one.islower() and one not in _PARTICLES]
    return named == named.lower() or not small or "'" in "".join(small)


@cache
def _read() -> _Topics:
    return from_toml(bundled("checks", "orders", "topics.toml").read_bytes(), _Topics)
