"""Who has to agree before a draft leaves: data of the force, kept in the record."""

from controlroom.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class RouteStep:
    """One person's agreement.

    Attributes:
        name: what the person answers for ("case officer").
        role: the role the person needs over every target; "" for anybody who may approve there.
    """

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """The steps for drafts of some kind, in their order; without steps nobody else has to agree.

    The first route that fits holds. Empty fields fit everything.

    Attributes:
        key: its name in the record.
        acts, kinds: of drafts it is for.
        scopes: groups or profiles; it fits when any target lies in one of them.
        with_files: only for drafts with a photo or clip.
        incident: only while an incident is open on it.
    """

    key: str
    steps: tuple[RouteStep, ...]
    acts: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    with_files: bool = False
    incident: bool = False
