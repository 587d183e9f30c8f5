"""What a check knows beside the draft: plain data, gathered by whoever asks."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import field
from enum import StrEnum
from typing import Protocol

from controlroom.model.frozen import dataclass
from controlroom.outbound.counting import Limits


class ListKind(StrEnum):
    """What an item of the case lists is."""

    NAME = "name"
    """A victim, a witness, anybody whose name is protected."""
    ORDER = "order"
    """Words that a court has forbidden."""


@dataclass(frozen=True, slots=True)
class CaseHit:
    """Words of a text that stand on a case list.

    Attributes:
        start, end: their place in the text, in characters, `end` excluded.
        item: the item's id in the record.
        is_sure: whether it is more than likely that the item is meant.
        is_part: whether it is only a part of the name.
    """

    start: int
    end: int
    kind: ListKind
    item: str
    is_sure: bool = True
    is_part: bool = False


class CaseLists(Protocol):
    """Finds protected words without knowing them."""

    def unread(self) -> int:
        """Returns how many items cannot be looked for, for want of a key."""

    def found(self, text: str) -> tuple[CaseHit, ...]:
        """Returns the protected words of a text, in their order."""


@dataclass(frozen=True, slots=True)
class OwnProfile:
    """A profile of the force.

    Attributes:
        place: the borough or town it speaks for, "" for none.
        premium: it pays the network for longer posts.
        limits: of its own server, None for those of the network.
    """

    key: str
    network: str
    handle: str
    name: str = ""
    place: str = ""
    premium: bool = False
    limits: Limits | None = None


@dataclass(frozen=True, slots=True)
class Nearby:
    """Another draft that leaves, or has left, within the hours around this one.

    Attributes:
        texts: what it says, one for each variant.
        networks: where.
    """

    draft: str
    texts: tuple[str, ...]
    networks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everything a check asks for beside the draft itself.

    Attributes:
        profiles: by key; the length of a text is not judged for a target that is missing here.
        domains: the force's own hosts, without "www." ("westmarch.police.uk").
        phones: the force's own numbers beside those that everybody knows, as written.
        handles: whom the force knows on the networks, without "@", lower case; empty if unknown.
            Who looks them up elsewhere may raise `WorldError`.
        incident: the id of an open incident that the draft's profiles are in, "" for none.
        nearby: drafts near in time; may be looked for only when it is gone through.
        lists: the case lists, None where there are none.
    """

    profiles: Mapping[str, OwnProfile] = field(default_factory=dict)
    domains: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    handles: Container[str] = frozenset()
    incident: str = ""
    nearby: Iterable[Nearby] = ()
    lists: CaseLists | None = None


def hosts_in(line: str) -> tuple[str, ...]:
    """Returns the hosts of a line of the settings, as `domains` has them."""
    return tuple(one.removeprefix("www.") for one in _parted(line.lower()))


def numbers_in(line: str) -> tuple[str, ...]:
    """Returns the telephone numbers of a line of the settings."""
    return tuple(_parted(line))


def _parted(line: str) -> list[str]:
    return [part.strip() for part in line.split(",") if part.strip()]
