"""What can happen to an incident: it is opened, told anew, and closed for good."""

from dataclasses import dataclass

from controlroom.model.journal_decision import Decision, kind


@kind("incident.opened", "incident")
@dataclass(frozen=True, slots=True)
class IncidentOpened(Decision):
    """Something happens about which the force speaks with one voice.

    Attributes:
        incident: 32 hexadecimal digits, chosen by the desk.
        title: what it is called on every desk.
        scopes: whom it concerns: "force", groups and profiles, at least one.
    """

    incident: str
    title: str
    scopes: tuple[str, ...]


@kind("incident.changed", "incident")
@dataclass(frozen=True, slots=True)
class IncidentChanged(Decision):
    """An open incident is called otherwise, or concerns others; all of it is told anew."""

    incident: str
    title: str
    scopes: tuple[str, ...]


@kind("incident.closed", "incident")
@dataclass(frozen=True, slots=True)
class IncidentClosed(Decision):
    """An incident is over and never opens again.

    Lists of publishers that were for it end with it, and holds that let it through stop it too.
    """

    incident: str
    reason: str = ""
