"""What rights, roles, scopes and people are called, in the language in force."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache

from PySide6.QtCore import QCoreApplication

from controlroom.model.journal_rights import Right
from controlroom.model.journal_subject import FORCE
from controlroom.model.profile import Profile
from controlroom.team.roles import Role, roles
from controlroom.team.state import State
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.called import called
from controlroom.ui.language import language
from controlroom.ui.record.door import right_told

translate = QCoreApplication.translate
Profiles = Mapping[str, Profile]


@cache
def _bundled() -> dict[str, Role]:
    return {role.key: role for role in roles()}


def role_told(role: str) -> str:
    """Returns the name of a role; one that only this force has is called as it is."""
    found = _bundled().get(role)
    return found.name.get(language().code, found.name["en"]) if found else role


def purpose_told(role: str) -> str:
    """Returns what a role is for, "" for one that only this force has."""
    found = _bundled().get(role)
    return found.purpose.get(language().code, found.purpose["en"]) if found else ""


def right_head(right: Right) -> str:
    """Returns a right in one word, as the heading of a column."""
    return {
        Right.READ: translate("Rights", "Read"),
        Right.READ_MESSAGES: translate("Rights", "Messages"),
        Right.DRAFT: translate("Rights", "Draft"),
        Right.REPLY: translate("Rights", "Reply"),
        Right.PUBLISH: translate("Rights", "Publish"),
        Right.APPROVE: translate("Rights", "Approve"),
        Right.HOLD: translate("Rights", "Hold"),
        Right.RELEASE: translate("Rights", "Release"),
        Right.MODERATE: translate("Rights", "Moderate"),
        Right.MANAGE: translate("Rights", "Manage"),
        Right.EXPORT: translate("Rights", "Export"),
        Right.CASES: translate("Rights", "Cases"),
    }[right]


def profile_told(key: str, profiles: Profiles) -> str:
    """Returns how a profile of the record is called; one that is not connected here by its key."""
    found = profiles.get(key)
    return called(found) if found is not None else key


def network_of(key: str) -> str:
    """Returns the name of the network of a profile of the record."""
    return look_of(key.partition("/")[0]).name


def scope_told(scope: str, profiles: Profiles) -> str:
    """Returns what a role is for: the force, a group or a profile."""
    about, _, key = scope.partition("/")
    if scope == FORCE:
        return translate("Rights", "the whole force")
    if about == "group":
        return key
    found = profile_told(key, profiles)
    return translate("Rights", "{profile} on {network}").format(
        profile=found, network=network_of(key)
    )


def name_of(state: State | None, number: str) -> str:
    """Returns the name of an officer, the number of one the record does not know."""
    found = state.officers.get(number) if state is not None else None
    return found.name if found is not None and found.name else number


def named(state: State | None, number: str) -> str:
    """Returns name and number of an officer."""
    name = name_of(state, number)
    if name == number:
        return number
    return translate("Rights", "{name} ({number})").format(name=name, number=number)


def moment_told(at: datetime) -> str:
    """Returns day, month, year and time, in local time."""
    here = at.astimezone()
    template = translate("Rights", "{date}, {time}")
    return template.format(date=language().date(here), time=language().time_in_prose(here))


def listed(words: Iterable[str]) -> str:
    """Returns words one after the other: a, b, c."""
    return translate("Rights", ", ").join(words)


def rights_listed(rights: Iterable[Right]) -> str:
    """Returns rights one after the other, in one word for all of them."""
    held = frozenset(rights)
    if held == frozenset(Right):
        return translate("Rights", "everything")
    return listed(right_told(one) for one in Right if one in held)
