"""What the record has to be told of groups and profiles that were connected on a desk."""

from collections.abc import Iterable, Iterator, Mapping

from controlroom.model.journal_kinds import Decision, GroupPlaced, ProfilePlaced
from controlroom.model.journal_subject import profile_key
from controlroom.model.profile import Group, Profile
from controlroom.team.state import State


def placements(
    state: State, groups: Iterable[Group], profiles: Iterable[Profile], most_officers: int
) -> list[Decision]:
    """Returns what to append so that the record knows every group and profile, and where it stands.

    What the record knows and the desk does not is left as it is: another desk may know it.

    Args:
        most_officers: how many may have a role on a profile that is new.
    """
    known = {group.id: group for group in groups}
    decisions: list[Decision] = [
        GroupPlaced(group.name, parent)
        for group in _from_the_top(known)
        if state.groups.get(group.name) != (parent := _name(known, group.parent))
    ]
    for profile in profiles:
        key, group = profile_key(profile), _name(known, profile.group)
        place = state.profiles.get(key)
        if place is None or place.group != group:
            most = most_officers if place is None else place.most_officers
            decisions.append(ProfilePlaced(key, group, most))
    return decisions


def _from_the_top(known: Mapping[int, Group]) -> Iterator[Group]:
    """Yields groups so that one comes after the group it stands in."""
    told: set[int] = set()

    def tell(group: Group) -> Iterator[Group]:
        if group.id in told:
            return
        told.add(group.id)
        if group.parent in known:
            yield from tell(known[group.parent])
        yield group

    for group in known.values():
        yield from tell(group)


def _name(known: Mapping[int, Group], number: int) -> str:
    group = known.get(number)
    return group.name if group else ""
