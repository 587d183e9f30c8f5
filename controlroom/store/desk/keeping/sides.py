"""Boards and columns in windows of their own, remembered for each set of screens."""

from dataclasses import asdict

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert

from controlroom.store.desk.keeping.tables import side
from controlroom.store.desk.sides import Side


def save(connection: Connection, one: Side) -> None:
    """Writes a window in place of what was known of it."""
    made = insert(side).values(**asdict(one))
    connection.execute(
        made.on_conflict_do_update(index_elements=["kind", "number", "screens"], set_=made.excluded)
    )
