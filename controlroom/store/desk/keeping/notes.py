"""Unsent drafts and saved searches."""

from sqlalchemy import Connection, delete
from sqlalchemy.dialects.sqlite import insert

from controlroom.store.cache.times import to_ms
from controlroom.store.desk.keeping.tables import draft, saved_search
from controlroom.store.desk.notes import SavedSearch, UnsentDraft


def save_draft(connection: Connection, unsent: UnsentDraft) -> None:
    """Writes a draft; one that has not changed is not written again."""
    made = insert(draft).values(id=unsent.id, body=unsent.body, updated_ms=to_ms(unsent.updated_at))
    changed = made.on_conflict_do_update(
        index_elements=["id"],
        set_={"body": made.excluded.body, "updated_ms": made.excluded.updated_ms},
        where=draft.c.body != made.excluded.body,
    )
    connection.execute(changed)


def remove_draft(connection: Connection, number: str) -> None:
    """Forgets a draft: it was sent or thrown away."""
    connection.execute(delete(draft).where(draft.c.id == number))


def save_search(connection: Connection, search: SavedSearch) -> None:
    """Writes a search, in place of one of the same name."""
    made = insert(saved_search).values(name=search.name, query=search.query)
    connection.execute(
        made.on_conflict_do_update(index_elements=["name"], set_={"query": made.excluded.query})
    )


def remove_search(connection: Connection, name: str) -> None:
    """Forgets a search."""
    connection.execute(delete(saved_search).where(saved_search.c.name == name))
