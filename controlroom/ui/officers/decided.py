"""What an entry about officers, roles and profiles says, in a sentence."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model.journal import Entry
from controlroom.model.journal_kinds import (
    CoverEnded,
    CoverGiven,
    OfficerAdded,
    OfficerChanged,
    OfficerLeft,
    ProfileLocked,
    ProfilePlaced,
    ProfileUnlocked,
    RoleDefined,
    RoleGranted,
    RoleRevoked,
    read,
)
from controlroom.ui.language import language
from controlroom.ui.officers.words import (
    moment_told,
    named,
    profile_told,
    role_told,
    scope_told,
)

if TYPE_CHECKING:
    from controlroom.ui.officers.around import Office

translate = QCoreApplication.translate


def decided_told(office: "Office", entry: Entry) -> str:
    """Returns who decided what and when."""
    template = translate("Decided", "{who}, {when}: {what}")
    when = language().clock(entry.at.astimezone())
    who = named(office.state, entry.actor)
    return template.format(who=who, when=when, what=what_told(office, entry))


def what_told(office: "Office", entry: Entry) -> str:
    """Returns what was decided."""
    state, profiles = office.state, office.profiles
    match read(entry):
        case OfficerAdded(number, name):
            return translate("Decided", "{officer} was added.").format(officer=f"{name} ({number})")
        case OfficerChanged(number, name):
            template = translate("Decided", "{number} is now called {name}.")
            return template.format(number=number, name=name)
        case OfficerLeft(number):
            return translate("Decided", "{officer} has left.").format(officer=named(state, number))
        case RoleGranted(number, role, scope):
            template = translate("Decided", "{officer} was given the role {role} for {scope}.")
            return template.format(
                officer=named(state, number), role=role_told(role),
                scope=scope_told(scope, profiles),
            )  # fmt: skip
        case RoleRevoked(number, role, scope):
            template = translate("Decided", "{officer} lost the role {role} for {scope}.")
            return template.format(
                officer=named(state, number), role=role_told(role),
                scope=scope_told(scope, profiles),
            )  # fmt: skip
        case CoverGiven(number, to, until):
            template = translate("Decided", "{to} stands in for {officer} until {until}.")
            return template.format(
                officer=named(state, number), to=named(state, to), until=moment_told(until)
            )
        case CoverEnded(number, to):
            template = translate("Decided", "{to} no longer stands in for {officer}.")
            return template.format(officer=named(state, number), to=named(state, to))
        case RoleDefined(role):
            template = translate("Decided", "the rights of the role {role} were set.")
            return template.format(role=role_told(role))
        case ProfileLocked(key):
            template = translate("Decided", "{profile} was locked.")
            return template.format(profile=profile_told(key, profiles))
        case ProfileUnlocked(key):
            template = translate("Decided", "{profile} was unlocked.")
            return template.format(profile=profile_told(key, profiles))
        case ProfilePlaced(key):
            template = translate("Decided", "the places on {profile} were set.")
            return template.format(profile=profile_told(key, profiles))
    return translate("Decided", "something changed about {what}.").format(what=entry.subject)
