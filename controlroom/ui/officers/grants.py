"""What an officer has, as rows: each role with what it is for, and each cover, given and had."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model import clock
from controlroom.model.journal_kinds import CoverEnded, Decision, RoleRevoked
from controlroom.team.state import State
from controlroom.ui.controls.table import Column, Look
from controlroom.ui.officers.reasons import by_whom
from controlroom.ui.officers.words import moment_told, name_of, role_told, scope_told

if TYPE_CHECKING:
    from controlroom.ui.officers.around import Office

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Held:
    """One role or cover.

    Attributes:
        ending: the decision that ends it.
        by: who gave it and when.
    """

    what: str
    scope: str
    by: str
    ending: Decision
    is_cover: bool = False


def held_by(office: "Office", state: State, number: str) -> list[Held]:
    """Returns everything an officer has: own roles first, then cover that has not ended."""
    officer = state.here(number)
    if officer is None:
        return []
    roles = [
        Held(
            role_told(role),
            scope_told(scope, office.profiles),
            by_whom(office, seq),
            RoleRevoked(number, role, scope),
        )
        for scope, held in sorted(officer.roles.items())
        for role, seq in sorted(held.items())
    ]
    return roles + _covers(office, state, number)


def _covers(office: "Office", state: State, number: str) -> list[Held]:
    now, found = clock.now(), []
    for to, given in sorted(state.covers.items()):
        for giver, cover in sorted(given.items()):
            if number not in (to, giver) or cover.until <= now:
                continue
            who = name_of(state, giver if to == number else to)
            stands_in = translate("Rights", "Stands in for {who}").format(who=who)
            is_away = translate("Rights", "{who} stands in").format(who=who)
            until = translate("Rights", "until {when}").format(when=moment_told(cover.until))
            told = stands_in if to == number else is_away
            found.append(
                Held(told, until, by_whom(office, cover.seq), CoverEnded(giver, to), is_cover=True)
            )
    return found


def columns() -> tuple[Column, ...]:
    """Returns the columns of what an officer has."""
    return (
        Column(
            lambda: translate("Rights", "Role or cover"),
            190,
            lambda one: str(one.what),
            lambda one: Look(weight=600, icon="swap" if one.is_cover else "key"),
        ),
        Column(
            lambda: translate("Rights", "For"),
            190,
            lambda one: str(one.scope),
            tip=lambda one: str(one.scope),
        ),
        Column(
            lambda: translate("Rights", "Given"),
            300,
            lambda one: str(one.by),
            lambda _one: Look("text2"),
            lambda one: str(one.by),
        ),
    )
