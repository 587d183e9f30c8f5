"""The tables of a team's record, and who may do what with them."""

from controlroom.store.journal.postgres.functions import FOR_DESKS, FOR_STATIONS, FUNCTIONS
from controlroom.store.journal.postgres.roles import DESK, OWNER, STATION

_TABLES = (
    "CREATE SCHEMA controlroom",
    """
    CREATE TABLE controlroom.entry (
        seq bigint PRIMARY KEY,
        at text COLLATE "C" NOT NULL,
        actor text COLLATE "C" NOT NULL,
        kind text COLLATE "C" NOT NULL,
        subject text COLLATE "C" NOT NULL,
        body text COLLATE "C",
        body_hash bytea NOT NULL,
        prev_hash bytea NOT NULL,
        hash bytea NOT NULL
    )
    """,
    "CREATE UNIQUE INDEX entry_subject ON controlroom.entry (subject, seq)",
    # Whoever holds its one row appends; nobody but the owner can hold it.
    "CREATE TABLE controlroom.gate (id integer PRIMARY KEY CHECK (id = 1))",
    "INSERT INTO controlroom.gate VALUES (1)",
    """
    CREATE TABLE controlroom.kind (
        kind text COLLATE "C" PRIMARY KEY, reserved boolean NOT NULL, erasable boolean NOT NULL
    )
    """,
)

_TRIGGERS = (
    """
    CREATE TRIGGER entry_is_fixed BEFORE UPDATE ON controlroom.entry FOR EACH ROW
    WHEN (new.body IS NOT NULL OR (new.seq, new.at, new.actor, new.kind, new.subject,
        new.body_hash, new.prev_hash, new.hash) IS DISTINCT FROM (old.seq, old.at, old.actor,
        old.kind, old.subject, old.body_hash, old.prev_hash, old.hash))
    EXECUTE FUNCTION controlroom.refuse()
    """,
    """
    CREATE TRIGGER entry_stays BEFORE DELETE OR TRUNCATE ON controlroom.entry
    FOR EACH STATEMENT EXECUTE FUNCTION controlroom.refuse()
    """,
)

_GRANTS = (
    "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA controlroom FROM PUBLIC",
    f"GRANT USAGE ON SCHEMA controlroom TO {DESK}, {STATION}",
    f"GRANT SELECT ON controlroom.entry TO {DESK}, {STATION}",
    *(f"GRANT EXECUTE ON FUNCTION controlroom.{one} TO {DESK}, {STATION}" for one in FOR_DESKS),
    *(f"GRANT EXECUTE ON FUNCTION controlroom.{one} TO {STATION}" for one in FOR_STATIONS),
)

AS_OWNER = (*_TABLES, *FUNCTIONS, *_TRIGGERS, *_GRANTS)
"""What is made by the owner, in this order."""

ON_DATABASE = (
    "REVOKE ALL ON DATABASE {database} FROM PUBLIC",
    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    f"GRANT CONNECT ON DATABASE {{database}} TO {DESK}, {STATION}",
    "ALTER DATABASE {database} SET idle_in_transaction_session_timeout = '30s'",
)
"""What the owner of the database settles."""

AS_SUPERUSER = (
    f"GRANT pg_signal_backend, pg_read_all_stats TO {OWNER}",
    "ALTER DATABASE {database} SET temp_file_limit = '1GB'",
    *(
        f"REVOKE EXECUTE ON FUNCTION pg_catalog.{one} FROM PUBLIC"
        for one in (
            "lo_creat(integer)",
            "lo_create(oid)",
            "lo_from_bytea(oid, bytea)",
        )
    ),
)
"""What only a superuser can settle: ends stuck sessions, keeps desks from filling the disk."""
