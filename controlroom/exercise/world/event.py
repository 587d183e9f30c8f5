"""What happens in a world, for whoever listens."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class EventKind(StrEnum):
    """What happened to a post."""

    CREATED = "created"
    EDITED = "edited"
    DELETED = "deleted"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Event:
    """Something happened to the post of this number."""

    kind: EventKind
    network: str
    number: int


Listener = Callable[[Event], None]
