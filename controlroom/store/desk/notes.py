"""Unsent drafts and saved searches."""

from datetime import datetime

from controlroom.model.frozen import dataclass
from controlroom.store.cache.times import from_ms
from controlroom.store.connection import Connection

_DRAFT = "SELECT id, body, updated_ms FROM draft"
_SEARCHES = "SELECT name, query FROM saved_search ORDER BY id"


@dataclass(frozen=True, slots=True)
class UnsentDraft:
    """A draft as the composer left it.

    Attributes:
        id: chosen by whoever began it.
        body: the composer's own bytes, never looked into here.
    """

    id: str
    body: bytes
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A question in the query language under a name, which no other search has."""

    name: str
    query: str


def drafts(connection: Connection) -> list[UnsentDraft]:
    """Returns all drafts, the one changed last first."""
    rows = connection.exec_driver_sql(f"{_DRAFT} ORDER BY updated_ms DESC, id")
    return [_unsent(*row) for row in rows]


def find_draft(connection: Connection, number: str) -> UnsentDraft | None:
    """Returns a draft, None if there is none of this id."""
    row = connection.exec_driver_sql(f"{_DRAFT} WHERE id = ?", (number,)).first()
    return _unsent(*row) if row else None


def searches(connection: Connection) -> list[SavedSearch]:
    """Returns the searches in the order in which they were first saved."""
    return [SavedSearch(*row) for row in connection.exec_driver_sql(_SEARCHES)]


def _unsent(number: str, body: bytes, updated_ms: int) -> UnsentDraft:
    return UnsentDraft(number, body, from_ms(updated_ms))
