"""The force's own accounts and the groups they stand in."""

from controlroom.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """A borough, unit or rank of profiles; groups may stand in a group (`parent`, 0 for none)."""

    id: int
    name: str
    parent: int = 0


@dataclass(frozen=True, slots=True)
class Profile:
    """An account of the force on one network.

    Attributes:
        id: ours, stable for the life of the cache.
        host: the server, on networks that have many ("fenmast.example"), else "".
        group: id of its group, 0 for none.
        owner: force number of the officer who answers for it, "" for none.
    """

    id: int
    network: str
    remote_id: str
    handle: str
    name: str = ""
    host: str = ""
    group: int = 0
    owner: str = ""
