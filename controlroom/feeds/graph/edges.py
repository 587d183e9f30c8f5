"""Lists of the Graph, and things that have lists of their own: how they are asked for and read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from controlroom.model.post import Post


@dataclass(frozen=True, slots=True)
class Unfolded:
    """An item, with what is folded into it.

    Attributes:
        items: each to be read for itself.
        onward: things whose items go on, and where.
    """

    items: tuple[bytes, ...]
    onward: tuple[tuple[str, str], ...] = ()


def as_it_is(raw: bytes) -> Unfolded:
    """Unfolds nothing."""
    return Unfolded((raw,))


@dataclass(frozen=True, slots=True)
class Edge:
    """One list of one thing.

    Attributes:
        read: one of its items. Raises `ValueError` and the like.
        unfold: parts an item that holds others; never fails.
    """

    path: str
    query: Mapping[str, str]
    read: Callable[[bytes], Post]
    unfold: Callable[[bytes], Unfolded] = as_it_is


@dataclass(frozen=True, slots=True)
class Branch:
    """Things of a profile, and what hangs on them.

    Attributes:
        things: the edge of the profile that lists them.
        options: for that list.
        name: of the edge of one thing that lists its items.
        nested: the field that brings each thing's newest items.
        edge: the items of one thing.
        at_once: things asked for together with their items.
        most: things looked at in one sweep; older ones are read one by one.
        changed: the field that says when an item last came, "" if there is none.
        by_change: the list is in the order of `changed`.
        counted: the field that says how many items there are, where they do not come newest first
            at every depth; a thing whose number has changed is read to its end. "" otherwise.
    """

    things: str
    name: str
    nested: str
    edge: Callable[[str], Edge]
    at_once: int = 25
    most: int = 125
    changed: str = ""
    by_change: bool = False
    counted: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
