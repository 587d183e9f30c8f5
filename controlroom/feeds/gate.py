"""What has to be said before something is searched for. Pure: rules and words in, demands out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from controlroom.feeds.rules import Rules, Term
from controlroom.model.query.fold import fold

_PERSON = re.compile(r"(?:^|[\s(])-?(?:from:|to:|@)\s*@?([\w.\-]+)", re.UNICODE)


class Demand(StrEnum):
    """Why a policing purpose has to be stated."""

    PROTEST = "protest"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Gate:
    """What stands before a search.

    Attributes:
        terms: of the network, to be read first.
        demand: why a purpose has to be stated, None if none has to be.
        words: what in the search made it so.
    """

    terms: tuple[Term, ...]
    demand: Demand | None = None
    words: tuple[str, ...] = ()


def gate_of(rules: Rules, text: str, ours: Iterable[str] = ()) -> Gate:
    """Returns what stands before a search for `text` on the network of `rules`.

    Args:
        ours: handles of the force's own profiles, which anybody may follow.
    """
    terms = tuple(term for term in rules.terms if "search" in term.shown)
    protest = _named(rules, text)
    if protest:
        return Gate(terms, Demand.PROTEST, protest)
    own = {handle.casefold() for handle in ours}
    people = tuple(name for name in _PERSON.findall(text) if name.casefold() not in own)
    return Gate(terms, Demand.PERSON if people else None, people)


def _named(rules: Rules, text: str) -> tuple[str, ...]:
    folded = f" {fold(text)} "
    asking = [word for term in rules.terms for word in term.asks_for]
    return tuple(word for word in asking if f" {fold(word)} " in folded)
