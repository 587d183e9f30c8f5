"""The force of an exercise: its groups, its profiles, and the feeds of its neighbours."""

from collections.abc import Iterable
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


_DOMAINS = frozenset({"bluesky"})
"""Networks on which a handle is a domain."""


def handle_on(network: str, handle: str, domain: str) -> str:
    """Returns a handle as a network writes it."""
    if network in _DOMAINS and "." not in handle:
        return f"{handle.lower().replace('_', '-')}.{domain}"
    return handle
