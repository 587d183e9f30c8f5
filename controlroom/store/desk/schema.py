"""The tables of `desk.db`, as its migrations make them."""

from controlroom.store.connection import Connection
from controlroom.store.migrate import FileKind

_FIRST = """
CREATE TABLE board (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    place INTEGER NOT NULL,
    closed_ms INTEGER
);
CREATE TABLE board_column (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    board_id INTEGER NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    closed_ms INTEGER,
    stream INTEGER NOT NULL,
    title TEXT NOT NULL,
    width INTEGER NOT NULL,
    filter TEXT NOT NULL,
    paused INTEGER NOT NULL,
    anchor INTEGER NOT NULL,
    offset INTEGER NOT NULL
);
CREATE INDEX board_column_board ON board_column (board_id);
CREATE TABLE read_up_to (
    column_id INTEGER PRIMARY KEY REFERENCES board_column (id) ON DELETE CASCADE,
    post_id INTEGER NOT NULL
);
CREATE TABLE post_read (
    stream_id INTEGER NOT NULL,
    post_id INTEGER NOT NULL,
    PRIMARY KEY (stream_id, post_id)
) WITHOUT ROWID;
CREATE TABLE draft (id TEXT PRIMARY KEY, updated_ms INTEGER NOT NULL, body BLOB NOT NULL);
CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, query TEXT NOT NULL
)
"""


def lay_out_boards_marks_drafts_and_searches(connection: Connection) -> None:
    """Makes the tables of the first version."""
    for statement in _FIRST.split(";\n"):
        connection.exec_driver_sql(statement)


_SIDES = """
ALTER TABLE board_column ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
CREATE TABLE side (
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    screens TEXT NOT NULL,
    is_out INTEGER NOT NULL,
    x INTEGER NOT NULL,
    y INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    PRIMARY KEY (kind, number, screens)
) WITHOUT ROWID
"""


def pin_columns_and_remember_second_windows(connection: Connection) -> None:
    """Adds what stays in view, and what stands in a window of its own."""
    for statement in _SIDES.split(";\n"):
        connection.exec_driver_sql(statement)


_ALERTS = """
CREATE TABLE alert_rule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    stream INTEGER NOT NULL,
    level INTEGER NOT NULL,
    sound INTEGER NOT NULL,
    quiet_minutes INTEGER NOT NULL
);
CREATE TABLE alert (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    rule INTEGER NOT NULL,
    name TEXT NOT NULL,
    level INTEGER NOT NULL,
    post INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    count INTEGER NOT NULL,
    more INTEGER NOT NULL,
    is_read INTEGER NOT NULL,
    query TEXT NOT NULL,
    stream INTEGER NOT NULL
);
CREATE INDEX alert_newest ON alert (at_ms)
"""


def keep_alerts_and_their_rules(connection: Connection) -> None:
    """Adds what somebody wants to be told of at once, and what was told."""
    for statement in _ALERTS.split(";\n"):
        connection.exec_driver_sql(statement)


_SHARED = """
CREATE TABLE shared_board (
    key TEXT PRIMARY KEY,
    board_id INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    missing TEXT NOT NULL
) WITHOUT ROWID
"""


def tie_boards_to_those_of_the_team(connection: Connection) -> None:
    """Adds which boards are shared, and which entry of the record each was taken over from."""
    connection.exec_driver_sql(_SHARED)


def keep_what_alerts_without_posts_say(connection: Connection) -> None:
    """Adds words to an alert that no rule raised."""
    connection.exec_driver_sql("ALTER TABLE alert ADD COLUMN text TEXT NOT NULL DEFAULT ''")


_LOOKED = """
CREATE TABLE looked (
    draft TEXT PRIMARY KEY,
    content TEXT NOT NULL,
    opened TEXT NOT NULL,
    at_ms INTEGER NOT NULL
) WITHOUT ROWID
"""


def remember_how_drafts_were_when_they_were_looked_at(connection: Connection) -> None:
    """Adds which version of a colleague's draft was looked at last, and what of it was opened."""
    connection.exec_driver_sql(_LOOKED)


DESK = FileKind(
    name="desk.db",
    application_id=0x43524464,
    synchronous="FULL",
    migrations=(
        lay_out_boards_marks_drafts_and_searches,
        pin_columns_and_remember_second_windows,
        keep_alerts_and_their_rules,
        tie_boards_to_those_of_the_team,
        keep_what_alerts_without_posts_say,
        remember_how_drafts_were_when_they_were_looked_at,
    ),
)
