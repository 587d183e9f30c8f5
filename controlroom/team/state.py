"""What the record says so far. Only the fold writes here."""

from dataclasses import dataclass, field
from datetime import datetime

from controlroom.model.journal import NO_HASH
from controlroom.model.journal_rights import Refusal, Right
from controlroom.model.journal_subject import FORCE, group_scope, profile_scope
from controlroom.team.incident_state import Incident
from controlroom.team.publishing_state import Publishing


@dataclass(slots=True)
class Officer:
    """A person with a force number.

    Attributes:
        since: the entry with which the person came, or came back.
        left: the entry with which the person left, 0 for somebody who is here.
        roles: by scope, each with the entry that granted it.
    """

    name: str
    since: int
    left: int = 0
    roles: dict[str, dict[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cover:
    """Lent rights; `seq` is the entry that lent them."""

    until: datetime
    seq: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a profile stands; `most_officers` may have a role on it, 0 for any number."""

    group: str
    most_officers: int


@dataclass(slots=True)
class State:
    """Everything up to one entry.

    Attributes:
        seq: the last entry that was folded.
        hash: of that entry.
        roles: what each role allows.
        groups: the group each group stands in, "" for the force.
        profiles: where each profile stands, by its key.
        locked: locked profiles, each with the entry that locked it.
        covers: by who has them, then by who gave them.
        assigned: by conversation, who deals with it and since which entry.
        shared: boards of the team by their keys: the name and the entry with the newest content.
        incidents: by their ids, the closed ones too.
        refused: entries without effect, and why.
        unknown: how many entries are of kinds or versions this program does not know.
        publishing: everything about what leaves.
        on_profile: who has a role on a very profile, by its scope; follows from `officers`.
        chains: what `chain` has answered; follows from `groups` and `profiles`.
    """

    seq: int = 0
    hash: bytes = NO_HASH
    officers: dict[str, Officer] = field(default_factory=dict)
    roles: dict[str, frozenset[Right]] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    profiles: dict[str, Place] = field(default_factory=dict)
    locked: dict[str, int] = field(default_factory=dict)
    covers: dict[str, dict[str, Cover]] = field(default_factory=dict)
    assigned: dict[str, tuple[str, int]] = field(default_factory=dict)
    shared: dict[str, tuple[str, int]] = field(default_factory=dict)
    incidents: dict[str, Incident] = field(default_factory=dict)
    refused: dict[int, Refusal] = field(default_factory=dict)
    unknown: int = 0
    publishing: Publishing = field(default_factory=Publishing)
    on_profile: dict[str, set[str]] = field(default_factory=dict)
    chains: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def here(self, number: str) -> Officer | None:
        """Returns an officer who has not left."""
        officer = self.officers.get(number)
        return officer if officer is not None and not officer.left else None

    def chain(self, scope: str) -> tuple[str, ...]:
        """Returns a scope and all that it lies in, the force last."""
        known = self.chains.get(scope)
        if known is None:
            known = self.chains[scope] = self._chain(scope)
        return known

    def is_scope(self, scope: str) -> bool:
        """Returns whether a role can be granted on it."""
        about, _, key = scope.partition("/")
        if about == "group":
            return key in self.groups
        return scope == FORCE or (about == "profile" and key in self.profiles)

    def dealing(self, conversation: str) -> str:
        """Returns who deals with a conversation, "" for nobody; a leaver's are nobody's."""
        number, seq = self.assigned.get(conversation, ("", 0))
        officer = self.here(number)
        return number if officer and officer.since < seq else ""

    def _chain(self, scope: str) -> tuple[str, ...]:
        about, _, key = scope.partition("/")
        if about == "profile":
            place = self.profiles.get(key)
            return (scope, *self._groups(place.group if place else ""))
        return self._groups(key if about == "group" else "")

    def _groups(self, group: str) -> tuple[str, ...]:
        found = []
        while group:
            found.append(group_scope(group))
            group = self.groups.get(group, "")
        return (*found, FORCE)


def holders(state: State, profile: str) -> set[str]:
    """Returns who has a role on this very profile."""
    return state.on_profile.get(profile_scope(profile), set())
