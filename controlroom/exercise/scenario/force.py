"""The force of an exercise: its groups, its profiles, and the feeds of its neighbours."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ForceGroup:
    """A borough, unit or rank.

    Attributes:
        parent: name of the group it stands in, "" for none.
    """

    name: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class ForceProfile:
    """One account of the force.

    Attributes:
        group: name of its group.
        owner: who answers for it, "" for none.
    """

    network: str
    handle: str
    name: str
    group: str
    about: str = ""
    followers: int = 0
    verified: bool = False
    owner: str = ""


@dataclass(frozen=True, slots=True)
class ForceOfficer:
    """Somebody who works for the force.

    Attributes:
        number: force number.
        roles: over all profiles of a group.
        group: its name, "" for the whole force.
        at_desk: sits at the desk of the exercise.
        handles: profiles by network and handle that the roles are for, in place of a group.
    """

    number: str
    name: str
    roles: tuple[str, ...]
    group: str = ""
    at_desk: bool = False
    handles: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A feed of a council, of press, of a service.

    Attributes:
        kind: as in `Account.kind`.
        says: sections of what it publishes from day to day.
    """

    handle: str
    name: str
    kind: str
    about: str = ""
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Which profiles are meant: any of the groups (none: all), on any of the networks (none: all).

    Attributes:
        handles: exactly these, whatever their group.
        most: how many at most, in the force's own order; 0 for no bound.
    """

    groups: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    most: int = 0


EVERYBODY = Choice()


@dataclass(frozen=True, slots=True)
class Force:
    """A force as its file tells it.

    Attributes:
        domain: under which its handles stand where handles are domains.
    """

    name: str
    domain: str = ""
    groups: tuple[ForceGroup, ...] = ()
    profiles: tuple[ForceProfile, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    officers: tuple[ForceOfficer, ...] = ()

    def everybody(self) -> list[ForceOfficer]:
        """Returns all officers: those listed, and the owners of profiles who are not."""
        listed = {officer.number for officer in self.officers}
        owned: dict[str, list[ForceProfile]] = {}
        for profile in self.profiles:
            if profile.owner and profile.owner not in listed:
                owned.setdefault(profile.owner, []).append(profile)
        return [*self.officers, *(_owner(number, theirs) for number, theirs in owned.items())]

    def within(self, groups: Iterable[str]) -> set[str]:
        """Returns groups and all groups below them, by name."""
        found = set(groups)
        while more := {g.name for g in self.groups if g.parent in found} - found:
            found |= more
        return found

    def chosen(self, choice: Choice) -> list[ForceProfile]:
        """Returns the profiles that are meant."""
        groups = self.within(choice.groups)
        handles = {handle.casefold() for handle in choice.handles}
        found = [
            one
            for one in self.profiles
            if (not handles or one.handle.casefold() in handles)
            and (not groups or one.group in groups)
            and (not choice.networks or one.network in choice.networks)
        ]
        return found[: choice.most or None]


OWNERS_ROLE = "neighbourhood_officer"


def _owner(number: str, theirs: Sequence[ForceProfile]) -> ForceOfficer:
    handles = tuple((one.network, one.handle) for one in theirs)
    return ForceOfficer(number, theirs[0].name, (OWNERS_ROLE,), handles=handles)


_DOMAINS = frozenset({"bluesky"})
"""Networks on which a handle is a domain."""


def handle_on(network: str, handle: str, domain: str) -> str:
    """Returns a handle as a network writes it."""
    if network in _DOMAINS and "." not in handle:
        return f"{handle.lower().replace('_', '-')}.{domain}"
    return handle
