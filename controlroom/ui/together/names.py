"""What people of the force are called on a badge."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from controlroom.team.state import State

RANKS = frozenset({
    "PC", "PCSO", "SC", "Sgt", "Insp", "Ch", "Supt", "DC", "DS", "DI", "DCI", "DSupt", "ACC",
    "DCC", "CC", "Spl", "Gpx", "Brig", "Maj", "Adj", "Lt", "Cne", "Cdt", "Cap", "Cpl", "Col",
    "Gav", "ASP",
})  # fmt: skip
"""Words before a name that stay on a badge, in English and French."""


def short_name(name: str) -> str:
    """Returns a name as a badge shows it: "PC Shah", "N. Barro"; whole where it is one word."""
    words = name.split()
    ranks = 0
    while ranks < len(words) and words[ranks].rstrip(".") in RANKS:
        ranks += 1
    before, rest = words[:ranks], words[ranks:]
    if len(rest) < 2:
        return " ".join(words)
    return " ".join([*before, rest[-1]]) if before else f"{rest[0][0]}. {rest[-1]}"


def officer_name(state: "State | None", number: str) -> str:
    """Returns the name of an officer, also of one who has left; the number if it is unknown."""
    officer = state.officers.get(number) if state is not None else None
    return officer.name if officer is not None and officer.name else number
