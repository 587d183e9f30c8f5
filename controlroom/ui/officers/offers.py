"""What can be chosen in the panels: officers, roles, and what a role may be for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model.journal_subject import FORCE, group_scope, profile_scope
from controlroom.ui.officers.chooser import Offered
from controlroom.ui.officers.people import people_of
from controlroom.ui.officers.words import (
    network_of,
    profile_told,
    purpose_told,
    rights_listed,
    role_told,
    scope_told,
)

if TYPE_CHECKING:
    from controlroom.ui.officers.around import Office

translate = QCoreApplication.translate


def officers_offered(office: "Office", *but: str) -> list[Offered]:
    """Returns the officers who are here, by name."""
    here = [one for one in people_of(office) if not one.left and one.number not in but]
    return [Offered(one.number, one.name, f"{one.number} · {one.roles}") for one in here]


def roles_offered(office: "Office") -> list[Offered]:
    """Returns the roles of the record, by name."""
    state = office.state
    keys = sorted(state.roles, key=role_told) if state is not None else []
    return [
        Offered(key, role_told(key), purpose_told(key) or rights_told(office, key)) for key in keys
    ]


def rights_told(office: "Office", role: str) -> str:
    """Returns what a role may do, in the order of the rights."""
    state = office.state
    held = state.roles.get(role, frozenset()) if state is not None else frozenset()
    return rights_listed(held)


def scopes_offered(office: "Office") -> list[Offered]:
    """Returns what a role may be for: the force, its groups, its profiles."""
    state, profiles = office.state, office.profiles
    if state is None:
        return []
    group = translate("Rights", "group, with all profiles in it")
    found = [Offered(FORCE, scope_told(FORCE, profiles), translate("Rights", "every profile"))]
    found += [Offered(group_scope(one), one, group) for one in sorted(state.groups)]
    keys = sorted(state.profiles, key=lambda key: profile_told(key, profiles).casefold())
    return found + [
        Offered(
            profile_scope(key),
            profile_told(key, profiles),
            f"{network_of(key)} · {state.profiles[key].group}".strip(" ·"),
        )
        for key in keys
    ]
