"""Unsent drafts and saved searches."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from controlroom.store.cache.times import from_ms, to_ms
from controlroom.store.desk.schema import draft, saved_search


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


def save_draft(connection: Connection, unsent: UnsentDraft) -> None:
    """Writes a draft; one that has not changed is not written again."""
    made = insert(draft).values(id=unsent.id, body=unsent.body, updated_ms=to_ms(unsent.updated_at))
    changed = made.on_conflict_do_update(
        index_elements=["id"],
        set_={"body": made.excluded.body, "updated_ms": made.excluded.updated_ms},
        where=draft.c.body != made.excluded.body,
    )
    connection.execute(changed)


def drafts(connection: Connection) -> list[UnsentDraft]:
    """Returns all drafts, the one changed last first."""
    rows = connection.execute(select(draft).order_by(draft.c.updated_ms.desc(), draft.c.id))
    return [_unsent(row) for row in rows]


def find_draft(connection: Connection, number: str) -> UnsentDraft | None:
    """Returns a draft, None if there is none of this id."""
    row = connection.execute(select(draft).where(draft.c.id == number)).first()
    return _unsent(row) if row else None


def remove_draft(connection: Connection, number: str) -> None:
    """Forgets a draft: it was sent or thrown away."""
    connection.execute(delete(draft).where(draft.c.id == number))


def save_search(connection: Connection, search: SavedSearch) -> None:
    """Writes a search, in place of one of the same name."""
    made = insert(saved_search).values(name=search.name, query=search.query)
    connection.execute(
        made.on_conflict_do_update(index_elements=["name"], set_={"query": made.excluded.query})
    )


def searches(connection: Connection) -> list[SavedSearch]:
    """Returns the searches in the order in which they were first saved."""
    rows = connection.execute(select(saved_search).order_by(saved_search.c.id))
    return [SavedSearch(row.name, row.query) for row in rows]


def remove_search(connection: Connection, name: str) -> None:
    """Forgets a search."""
    connection.execute(delete(saved_search).where(saved_search.c.name == name))


def _unsent(row: Any) -> UnsentDraft:
    return UnsentDraft(row.id, row.body, from_ms(row.updated_ms))
