"""What of the plan is wanted: states, and groups with the profiles in them. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from controlroom.model.frozen import dataclass
from controlroom.model.profile import Group, Profile
from controlroom.ui.planner.plan import PlanItem, PlanState


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The states and groups that somebody has chosen.

    Attributes:
        groups: keys of the profiles of every group that has some, by its name.
        chosen: names of the groups that are wanted, none for all.
    """

    states: Collection[PlanState]
    groups: Mapping[str, Sequence[str]]
    chosen: Collection[str]

    def takes(self, item: PlanItem) -> bool:
        """Returns whether an item is wanted."""
        if item.state not in self.states:
            return False
        return not self.chosen or not set(self.targets()).isdisjoint(item.targets)

    def targets(self) -> tuple[str, ...]:
        """Returns keys of the profiles in the groups that are chosen; none for no choice."""
        return tuple(key for name in sorted(self.chosen) for key in self.groups.get(name, ()))


def grouped(groups: Iterable[Group], profiles: Mapping[str, Profile]) -> dict[str, list[str]]:
    """Returns keys of the profiles in each group that has some, by its name."""
    names = {one.id: one.name for one in groups}
    found: dict[str, list[str]] = {}
    for key, profile in profiles.items():
        if name := names.get(profile.group):
            found.setdefault(name, []).append(key)
    return dict(sorted(found.items()))
