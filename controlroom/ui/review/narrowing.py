"""What narrows a search besides its words: facets that were pressed and a stretch of time. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from controlroom.model.query.tree import (
    And,
    Everything,
    Field,
    Filter,
    Node,
    Or,
    Since,
    Until,
)


class Group(StrEnum):
    """A group of facets; those pressed in one group are joined by "or"."""

    NETWORK = "network"
    KIND = "kind"
    MARKED = "marked"
    HAS = "has"
    LANGUAGE = "language"
    THROUGH = "through"
    AUTHOR = "author"


FIELDS = {
    Group.NETWORK: Field.NETWORK,
    Group.KIND: Field.IS,
    Group.MARKED: Field.IS,
    Group.HAS: Field.HAS,
    Group.LANGUAGE: Field.LANG,
    Group.THROUGH: Field.PROFILE,
    Group.AUTHOR: Field.FROM,
}
KINDS = ("comment", "reply", "repost", "message")
MARKS = ("edited", "gone", "kept", "sensitive")
HAS = ("image", "video", "gif", "audio")
Press = tuple[Group, str]
"""A facet by its group and the value of its filter."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What was pressed and dragged.

    Attributes:
        since, until: aware; None where that end is open.
    """

    pressed: frozenset[Press] = frozenset()
    since: datetime | None = None
    until: datetime | None = None

    def toggled(self, press: Press) -> "Narrowing":
        """Returns the same with a facet pressed, or let go if it was."""
        return replace(self, pressed=self.pressed ^ {press})

    def within(self, since: datetime | None, until: datetime | None) -> "Narrowing":
        """Returns the same for another stretch of time."""
        return replace(self, since=since, until=until)

    def without(self, group: Group) -> "Narrowing":
        """Returns the same with nothing pressed in a group."""
        return replace(self, pressed=frozenset(one for one in self.pressed if one[0] != group))

    def groups(self) -> list[Group]:
        """Returns the groups in which something is pressed, in the order in which they stand."""
        there = {group for group, _value in self.pressed}
        return [group for group in Group if group in there]

    def values(self, group: Group) -> list[str]:
        """Returns what is pressed in a group, sorted."""
        return sorted(value for one, value in self.pressed if one == group)

    def is_empty(self) -> bool:
        """Returns whether nothing narrows."""
        return self == Narrowing()


def narrowed(node: Node, narrowing: Narrowing) -> Node:
    """Returns what fits a query and all that narrows it; where both bound time, the tighter."""
    since = [part.at for part in _parts(node) if isinstance(part, Since)]
    until = [part.at for part in _parts(node) if isinstance(part, Until)]
    since += [narrowing.since] if narrowing.since else []
    until += [narrowing.until] if narrowing.until else []
    return joined(
        [
            *(part for part in _parts(node) if not isinstance(part, Since | Until)),
            *(_any_of(group, narrowing.values(group)) for group in narrowing.groups()),
            *([Since(max(since))] if since else []),
            *([Until(min(until))] if until else []),
        ]
    )


def taken_apart(node: Node) -> tuple[Node, Narrowing]:
    """Returns a query's words, and what of it can be pressed or dragged.

    `narrowed` of both means the query again.
    """
    rest: list[Node] = []
    pressed: set[Press] = set()
    since = until = None
    for part in _parts(node):
        found = _presses(part)
        if isinstance(part, Since):
            since = part.at
        elif isinstance(part, Until):
            until = part.at
        elif found and not {group for group, _ in found} & {group for group, _ in pressed}:
            pressed.update(found)
        else:
            rest.append(part)
    return joined(rest), Narrowing(frozenset(pressed), since, until)


def joined(parts: Iterable[Node]) -> Node:
    """Returns what all parts match, in the canonical form."""
    flat = [one for part in parts for one in _parts(part)]
    if not flat:
        return Everything()
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def _parts(node: Node) -> tuple[Node, ...]:
    if isinstance(node, Everything):
        return ()
    return node.parts if isinstance(node, And) else (node,)


def _any_of(group: Group, values: list[str]) -> Node:
    filters: tuple[Node, ...] = tuple(Filter(FIELDS[group], value) for value in values)
    return filters[0] if len(filters) == 1 else Or(filters)


def _presses(part: Node) -> set[Press]:
    """Returns the facets of one group that a part of a query says, an empty set for none."""
    filters = part.parts if isinstance(part, Or) else (part,)
    found = {_press(one) for one in filters}
    groups = {press[0] for press in found if press}
    if None in found or len(groups) != 1:
        return set()
    return {press for press in found if press}


def _press(node: Node) -> Press | None:
    if not isinstance(node, Filter):
        return None
    groups = [group for group, field in FIELDS.items() if field is node.field]
    fitting = [group for group in groups if node.value in _known(group, node.value)]
    return (fitting[0], node.value) if fitting else None


def _known(group: Group, value: str) -> tuple[str, ...]:
    closed = {Group.KIND: KINDS, Group.MARKED: MARKS, Group.HAS: HAS}
    return closed.get(group, (value,))
