"""The tables of `journal.db`. Triggers stop what no program of ours does to the record."""

from controlroom.store.connection import Connection
from controlroom.store.migrate import FileKind

_FIRST = (
    """
    CREATE TABLE entry (
        seq INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        body TEXT,
        body_hash BLOB NOT NULL,
        prev_hash BLOB NOT NULL,
        hash BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX entry_subject ON entry (subject, seq)",
    """
    CREATE TRIGGER entry_stays BEFORE DELETE ON entry
    BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END
    """,
    """
    CREATE TRIGGER entry_is_fixed BEFORE UPDATE ON entry
    WHEN new.body IS NOT NULL OR new.seq <> old.seq OR new.at <> old.at OR new.actor <> old.actor
        OR new.kind <> old.kind OR new.subject <> old.subject OR new.body_hash <> old.body_hash
        OR new.prev_hash <> old.prev_hash OR new.hash <> old.hash
    BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END
    """,
    # Who signs checkpoints here; the file is encrypted, and copies of them lie elsewhere.
    "CREATE TABLE signer (id INTEGER PRIMARY KEY CHECK (id = 1), private_key BLOB NOT NULL) STRICT",
)


def lay_out_the_journal(connection: Connection) -> None:
    """Makes the table of entries."""
    for statement in _FIRST:
        connection.exec_driver_sql(statement)


_FOLLOWED = (
    # What was folded up to an entry; made anew from the entries if it is lost.
    """
    CREATE TABLE folded (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        seq INTEGER NOT NULL,
        hash BLOB NOT NULL,
        state BLOB NOT NULL
    ) STRICT
    """,
    # Decisions that the team's database has not answered for yet.
    """
    CREATE TABLE waiting (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        body TEXT NOT NULL,
        seen INTEGER NOT NULL
    ) STRICT
    """,
)


def keep_what_was_folded_and_what_waits(connection: Connection) -> None:
    """Makes the tables of what stands beside the record on a workstation."""
    for statement in _FOLLOWED:
        connection.exec_driver_sql(statement)


JOURNAL = FileKind(
    name="journal.db",
    application_id=0x4352446A,
    synchronous="FULL",
    migrations=(lay_out_the_journal, keep_what_was_folded_and_what_waits),
)
