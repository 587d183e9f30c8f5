"""The tables of a team's posts, and who may see what of them.

Posts lie in partitions of a day, the day of publication; what claims a day far away lies in
`post_odd`. Nobody but the owner, whom only the functions act for, may change anything. Who may see
a post is decided by PostgreSQL, from `reader`, which the station on duty writes from the fold: the
rules themselves stay in Python.
"""

from controlroom.store.journal.postgres.archive_functions import (
    ARCHIVE_FOR_DESKS,
    ARCHIVE_FOR_STATIONS,
    ARCHIVE_FUNCTIONS,
)
from controlroom.store.journal.postgres.roles import DESK, OWNER, STATION

FORMAT = 1
"""Of the posts and the functions; a workstation of another format asks to be updated."""

_TABLES = (
    "CREATE TABLE controlroom.archive (id uuid PRIMARY KEY, format integer NOT NULL)",
    f"INSERT INTO controlroom.archive VALUES (gen_random_uuid(), {FORMAT})",
    """
    CREATE TABLE controlroom.post (
        day date NOT NULL,
        network text COLLATE "C" NOT NULL,
        remote_id text COLLATE "C" NOT NULL,
        seq bigint NOT NULL,
        private boolean NOT NULL,
        profiles text[] NOT NULL,
        sources text[] NOT NULL,
        seen_at timestamptz NOT NULL,
        gone_at timestamptz,
        body bytea NOT NULL,
        raw bytea NOT NULL,
        PRIMARY KEY (network, remote_id, day)
    ) PARTITION BY RANGE (day)
    """,
    "CREATE INDEX post_seq ON controlroom.post (seq)",
    "CREATE TABLE controlroom.post_odd PARTITION OF controlroom.post DEFAULT",
    # Which numbers came together, and of which days they are: readers lock these days' partitions
    # alone, and not those of a year. By `at` they know an archive that was put back from a copy.
    """
    CREATE TABLE controlroom.batch (
        last_seq bigint PRIMARY KEY, days date[] NOT NULL, at timestamptz NOT NULL
    )
    """,
    """
    CREATE TABLE controlroom.reader (
        officer text COLLATE "C" NOT NULL,
        profile text COLLATE "C" NOT NULL,
        until timestamptz,
        PRIMARY KEY (officer, profile)
    )
    """,
    """
    CREATE TABLE controlroom.listing (
        id integer PRIMARY KEY CHECK (id = 1), version bigint NOT NULL, body text NOT NULL
    )
    """,
    "INSERT INTO controlroom.listing VALUES (1, 0, '{}')",
    """
    CREATE TABLE controlroom.duty (
        id integer PRIMARY KEY CHECK (id = 1),
        fence bigint NOT NULL,
        login text NOT NULL,
        pid integer NOT NULL,
        beat_at timestamptz NOT NULL,
        last_seq bigint NOT NULL,
        folded bigint NOT NULL
    )
    """,
    "INSERT INTO controlroom.duty VALUES (1, 0, '', 0, '-infinity', 0, 0)",
)

_SECURED = ("post", "batch", "listing", "reader", "duty", "archive")
_POLICIES = (
    *(f"ALTER TABLE controlroom.{one} ENABLE ROW LEVEL SECURITY" for one in _SECURED),
    *(f"ALTER TABLE controlroom.{one} FORCE ROW LEVEL SECURITY" for one in _SECURED),
    # Reached through `post` alone; nobody has a right to it by its own name.
    "ALTER TABLE controlroom.post_odd ENABLE ROW LEVEL SECURITY",
    *(
        f"CREATE POLICY functions ON controlroom.{one} TO {OWNER} USING (true) WITH CHECK (true)"
        for one in _SECURED
    ),
    # In brackets, so that both are asked once a query and not once a row.
    f"""
    CREATE POLICY readers ON controlroom.post FOR SELECT TO {DESK} USING (
        (NOT private AND (SELECT controlroom.is_here()))
        OR profiles && (SELECT controlroom.readable())
    )
    """,
    *(
        f"CREATE POLICY readers ON controlroom.{one} FOR SELECT TO {DESK}"
        " USING ((SELECT controlroom.is_here()))"
        for one in ("batch", "listing")
    ),
)

_GRANTS = (
    *(f"REVOKE ALL ON FUNCTION controlroom.{one} FROM PUBLIC" for one, _ in ARCHIVE_FUNCTIONS),
    *(f"GRANT SELECT ON controlroom.{one} TO {DESK}" for one in ("post", "batch", "listing")),
    *(f"GRANT EXECUTE ON FUNCTION controlroom.{one} TO {DESK}" for one in ARCHIVE_FOR_DESKS),
    *(f"GRANT EXECUTE ON FUNCTION controlroom.{one} TO {STATION}" for one in ARCHIVE_FOR_STATIONS),
)

ARCHIVE = (
    *_TABLES,
    *(body for _, body in ARCHIVE_FUNCTIONS),
    *_POLICIES,
    *_GRANTS,
)
"""What is made by the owner, in this order."""
