"""A record that begins with a whole force: everybody, and what they may do where."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from controlroom.model.journal_kinds import Decision, OfficerAdded, RoleGranted
from controlroom.model.profile import Group, Profile
from controlroom.team.placing import placements
from controlroom.team.publishing.routes import defined
from controlroom.team.publishing.usual import usual
from controlroom.team.roles import founding, limits
from controlroom.team.state import State


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a force; `scopes` are what the roles are for."""

    number: str
    name: str
    roles: Sequence[str]
    scopes: Sequence[str]


def staffing(
    at_desk: Member, others: Iterable[Member], groups: Iterable[Group], profiles: Iterable[Profile]
) -> list[Decision]:
    """Returns the decisions, the founding first, by which a force is there.

    Args:
        at_desk: who founds the record, and sits at its first desk.
    """
    decisions: list[Decision] = [founding(at_desk.number, at_desk.name, alone=True)]
    decisions += placements(State(), groups, profiles, limits().most_officers)
    routes = usual().alone
    for member in others:
        routes = usual().routes
        decisions.append(OfficerAdded(member.number, member.name))
        decisions += [
            RoleGranted(member.number, role, scope)
            for scope in member.scopes
            for role in member.roles
        ]
    return [*decisions, defined(routes)]
