"""Writing down how a draft was when it was looked at."""

from sqlalchemy import Connection, delete
from sqlalchemy.dialects.sqlite import insert

from controlroom.store.desk.keeping.tables import looked
from controlroom.store.desk.looked import Looked

_KEPT_MS = 90 * 86_400_000


def save_looked(connection: Connection, one: Looked, now_ms: int) -> None:
    """Writes one in place of the earlier one; those of three months ago go."""
    values = {"content": one.content, "opened": " ".join(sorted(one.opened)), "at_ms": now_ms}
    made = insert(looked).values(draft=one.draft, **values)
    connection.execute(made.on_conflict_do_update(index_elements=["draft"], set_=values))
    connection.execute(delete(looked).where(looked.c.at_ms < now_ms - _KEPT_MS))
