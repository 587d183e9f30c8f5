"""Profiles as targets: the tree of groups, what each profile may do, and what is chosen."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import IntEnum

from controlroom.model.frozen import dataclass
from controlroom.model.profile import Group, Profile
from controlroom.model.query.fold import fold
from controlroom.ui.called import called


class Tick(IntEnum):
    """The three states of a box."""

    NONE = 0
    SOME = 1
    ALL = 2


@dataclass(frozen=True, slots=True)
class Target:
    """A profile as it stands in the tree.

    Attributes:
        key: in the record.
        why_not: why nothing can leave through it, "" if it can.
        brief: the same in one or two words, for the row.
        offered: whoever works here may write for it; others are counted, never shown as rows.
    """

    key: str
    profile: Profile
    why_not: str = ""
    brief: str = ""
    offered: bool = True

    @property
    def can(self) -> bool:
        """Whether it can be chosen."""
        return self.offered and not self.why_not


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the tree: a group, or a profile where `target` is given.

    Attributes:
        key: "group/…" by the id here, or the profile's key.
        depth: how many groups it stands in.
        chosen, total: of the profiles in a group that can be chosen.
    """

    key: str
    name: str
    depth: int
    tick: Tick = Tick.NONE
    chosen: int = 0
    total: int = 0
    is_open: bool = False
    target: Target | None = None


class Tree:
    """Groups with their profiles, worked out once; rows are asked for with every change."""

    def __init__(self, groups: Sequence[Group] = (), targets: Sequence[Target] = ()) -> None:
        self.targets = [one for one in targets if one.offered]
        self.hidden = len(targets) - len(self.targets)
        self.by_key = {one.key: one for one in self.targets}
        known = {one.id for one in groups}
        self._inside: dict[int, list[Group]] = {}
        for group in sorted(groups, key=lambda one: one.name.casefold()):
            parent = group.parent if group.parent in known else 0
            self._inside.setdefault(parent, []).append(group)
        self._of: dict[int, list[Target]] = {}
        for target in sorted(self.targets, key=lambda one: called(one.profile).casefold()):
            group_id = target.profile.group if target.profile.group in known else 0
            self._of.setdefault(group_id, []).append(target)
        self._below: dict[int, list[Target]] = {}
        self._gather(0)

    def below(self, key: str) -> list[str]:
        """Returns the keys of all profiles that can be chosen with a row."""
        if not key.startswith("group/"):
            return [key] if key in self.by_key and self.by_key[key].can else []
        return [one.key for one in self._below.get(int(key.partition("/")[2]), []) if one.can]

    def rows(self, chosen: frozenset[str], opened: frozenset[str], words: str = "") -> list[Row]:
        """Returns the rows to show.

        Args:
            opened: keys of groups whose inside is shown.
            words: only what has these in its name, or stands in such a group; all groups are open.
        """
        wanted = fold(words).split()
        return list(self._rows(0, 0, chosen, opened, wanted, inherited=False))

    def _rows(
        self,
        group: int,
        depth: int,
        chosen: frozenset[str],
        opened: frozenset[str],
        wanted: list[str],
        *,
        inherited: bool,
    ) -> Iterable[Row]:
        for inner in self._inside.get(group, []):
            fits = inherited or (bool(wanted) and _has(inner.name, wanted))
            key = f"group/{inner.id}"
            is_open = key in opened or bool(wanted)
            inside = list(
                self._rows(inner.id, depth + 1, chosen, opened, wanted, inherited=fits)
            ) if is_open else []  # fmt: skip
            if self._below[inner.id] and (not wanted or inside or fits):
                yield self._group_row(key, inner, depth, chosen, is_open)
                yield from inside
        for target in self._of.get(group, []):
            if not wanted or inherited or _fits(target, wanted):
                ticked = Tick.ALL if target.key in chosen else Tick.NONE
                yield Row(target.key, called(target.profile), depth, ticked, target=target)

    def _group_row(
        self, key: str, group: Group, depth: int, chosen: frozenset[str], is_open: bool
    ) -> Row:
        able = [one for one in self._below[group.id] if one.can]
        picked = sum(one.key in chosen for one in self._below[group.id])
        tick = Tick.NONE if not picked else Tick.ALL if picked >= len(able) else Tick.SOME
        return Row(key, group.name, depth, tick, picked, len(able), is_open)

    def _gather(self, group: int) -> list[Target]:
        """Works out what is below every group that can be reached from the top."""
        inner = (one for inside in self._inside.get(group, []) for one in self._gather(inside.id))
        self._below[group] = [*self._of.get(group, []), *inner]
        return self._below[group]


def turned(tree: Tree, row: str, chosen: Sequence[str]) -> tuple[str, ...]:
    """Returns the targets after a press on a box: all of what is below it, or none of it."""
    below = tree.below(row)
    if row in chosen and not below:
        below = [row]
    held = frozenset(chosen)
    if below and all(one in held for one in below):
        gone = frozenset(below)
        return tuple(one for one in chosen if one not in gone)
    return (*chosen, *(one for one in below if one not in held))


def per_network(targets: Iterable[str]) -> Mapping[str, int]:
    """Returns how many targets each network has, in the order in which they first come."""
    counts: dict[str, int] = {}
    for key in targets:
        network = key.partition("/")[0]
        counts[network] = counts.get(network, 0) + 1
    return counts


WhyNot = Callable[[str, Profile], tuple[str, str, bool]]
"""For key and profile: why not in words, in brief, and whether it is offered at all."""


def targets_of(profiles: Mapping[str, Profile], why_not: WhyNot) -> list[Target]:
    """Returns every profile as a target."""
    return [Target(key, one, *why_not(key, one)) for key, one in profiles.items()]


def _has(name: str, wanted: list[str]) -> bool:
    folded = fold(name)
    return all(word in folded for word in wanted)


def _fits(target: Target, wanted: list[str]) -> bool:
    one = target.profile
    return _has(f"{one.handle} {one.name} {one.host} {one.network}", wanted)
