"""How colleagues' drafts were when this person looked at them last."""

from controlroom.model.frozen import dataclass
from controlroom.store.connection import Connection


@dataclass(frozen=True, slots=True)
class Looked:
    """A draft as it was looked at.

    Attributes:
        draft: its id, with who looked before it.
        content: as it stood in the record.
        opened: keys of variants and SHA-256 of files that were opened in this version.
    """

    draft: str
    content: str
    opened: frozenset[str] = frozenset()


def looked(connection: Connection) -> dict[str, Looked]:
    """Returns all of them by draft."""
    rows = connection.exec_driver_sql("SELECT draft, content, opened FROM looked")
    return {row[0]: Looked(row[0], row[1], frozenset(row[2].split())) for row in rows}
