"""The routes a force begins with: data in `resources/routes.toml`, put into its record once."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from itertools import islice

import msgspec

from controlroom.bundle import bundled
from controlroom.model.decoding import from_toml
from controlroom.model.errors import OurError
from controlroom.model.frozen import dataclass
from controlroom.model.journal_kinds import Decision, RoleDefined
from controlroom.model.journal_rights import Right
from controlroom.model.outgoing.route import Route
from controlroom.team.publishing.routes import defined
from controlroom.team.roles import roles
from controlroom.team.state import State


@dataclass(frozen=True, slots=True)
class Word:
    """What a kind of draft or a step is called, by language, "en" always there."""

    key: str
    name: Mapping[str, str]

    def told(self, language: str) -> str:
        """Returns the word in a language, or in English."""
        return self.name.get(language, self.name["en"])


@dataclass(frozen=True, slots=True)
class Usual:
    """What comes with the program.

    Attributes:
        kinds: of drafts, as `Content.kind` names them.
        steps: as `RouteStep.name` names them.
        alone: the routes of a force in which no two may approve.
    """

    source: str
    checked: date
    kinds: tuple[Word, ...]
    steps: tuple[Word, ...]
    routes: tuple[Route, ...]
    alone: tuple[Route, ...]


@cache
def usual() -> Usual:
    """Returns the kinds, steps and routes that come with the program."""
    try:
        return from_toml(bundled("routes.toml").read_bytes(), Usual)
    except msgspec.ValidationError as error:
        raise OurError(f"routes.toml: {error}") from None


def missing_routes(state: State) -> list[Decision]:
    """Returns what to append so that a force has routes, and the roles they name.

    Nothing for a force with routes of its own. One in which somebody approved alone, and does not
    any more, gets those of a force.
    """
    known = state.publishing.routes
    if known is not None and known != usual().alone:
        return []
    routes = usual().routes if _may_be_asked(state) else usual().alone
    return [*_missing_roles(state, routes), defined(routes)] if routes != known else []


def _may_be_asked(state: State) -> bool:
    """Returns whether there are two who may approve: then everybody has somebody to ask."""
    approving = {role for role, rights in state.roles.items() if Right.APPROVE in rights}
    officers = (
        one
        for one in state.officers.values()
        if any(not approving.isdisjoint(held) for held in one.roles.values())
    )
    return len(list(islice(officers, 2))) == 2


def _missing_roles(state: State, routes: tuple[Route, ...]) -> list[Decision]:
    named = {step.role for route in routes for step in route.steps} - state.roles.keys()
    return [
        RoleDefined(role.key, tuple(str(right) for right in role.rights))
        for role in roles()
        if role.key in named
    ]
