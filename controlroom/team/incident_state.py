"""What the record says of an incident. Only the rules write here."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident, open or closed.

    Attributes:
        scopes: whom it concerns: "force", groups, profiles.
        by, at: who opened it, and when.
        seq: the last entry that said whom it concerns, or closed it.
        closed: when it was closed, None while it is open.
        closed_by: who closed it, "" while it is open.
    """

    title: str
    scopes: tuple[str, ...]
    by: str
    at: datetime
    seq: int
    closed: datetime | None = None
    closed_by: str = ""
    reason: str = ""
