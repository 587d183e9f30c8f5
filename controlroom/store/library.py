"""Which SQLite and which SQLCipher this program runs with."""

from controlroom.model.frozen import dataclass

LEAST_SQLITE = (3, 51, 3)
"""The first without the bug that can damage a write-ahead log used by two connections."""


@dataclass(frozen=True, slots=True)
class Library:
    """Versions as the library itself tells them; `cipher` is "" without encryption."""

    sqlite: tuple[int, ...]
    cipher: str


def database_library() -> Library:
    """Returns the versions in use. Raises `ImportError` if the library cannot be loaded."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(":memory:")
    try:
        row = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    return Library(tuple(dbapi2.sqlite_version_info), row[0] if row else "")
