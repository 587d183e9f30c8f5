"""The tables of `cache.db`.

Post ids grow with time (`ids`), so that "newest first" is the order of the table, of every stream
and of the full text alike. The full text has no content of its own and is filled by the writer: its
`tags` column holds what filters ask for ("p12 n3 s7 limage"), so that a filter costs no more than
a word.
"""

from controlroom.store.connection import Connection
from controlroom.store.migrate import FileKind

_FIRST = """
CREATE TABLE network (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
CREATE TABLE author (
    id INTEGER PRIMARY KEY,
    network_id INTEGER NOT NULL,
    remote_id TEXT NOT NULL,
    handle TEXT NOT NULL,
    name TEXT NOT NULL,
    avatar_url TEXT NOT NULL,
    followers INTEGER,
    verified INTEGER NOT NULL,
    automated INTEGER NOT NULL,
    seen_ms INTEGER NOT NULL,
    UNIQUE (network_id, remote_id)
);
CREATE INDEX author_handle ON author (handle COLLATE NOCASE);
CREATE TABLE post (
    id INTEGER PRIMARY KEY,
    network_id INTEGER NOT NULL,
    remote_id TEXT NOT NULL,
    author_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    version_ms INTEGER NOT NULL,
    digest INTEGER NOT NULL,
    edited INTEGER NOT NULL,
    seen_ms INTEGER NOT NULL,
    version_seen_ms INTEGER NOT NULL,
    gone_ms INTEGER NOT NULL,
    kept INTEGER NOT NULL,
    versions INTEGER NOT NULL,
    reply_to TEXT NOT NULL,
    root TEXT NOT NULL,
    profiles TEXT NOT NULL,
    streams TEXT NOT NULL,
    replies INTEGER,
    reposts INTEGER,
    likes INTEGER,
    quotes INTEGER,
    views INTEGER,
    details BLOB NOT NULL,
    UNIQUE (network_id, remote_id)
);
CREATE INDEX post_root ON post (network_id, root) WHERE root <> '';
CREATE TABLE payload (post_id INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE payload_dictionary (id INTEGER PRIMARY KEY, body BLOB NOT NULL);
CREATE TABLE version (
    post_id INTEGER NOT NULL,
    version_ms INTEGER NOT NULL,
    digest INTEGER NOT NULL,
    edited INTEGER NOT NULL,
    seen_ms INTEGER NOT NULL,
    text TEXT NOT NULL,
    details BLOB NOT NULL,
    body BLOB,
    PRIMARY KEY (post_id, version_ms, digest)
) WITHOUT ROWID;
CREATE TABLE metrics (
    post_id INTEGER NOT NULL,
    quarter INTEGER NOT NULL,
    seen_ms INTEGER NOT NULL,
    replies INTEGER,
    reposts INTEGER,
    likes INTEGER,
    quotes INTEGER,
    views INTEGER,
    PRIMARY KEY (post_id, quarter)
) WITHOUT ROWID;
CREATE TABLE gone (
    network_id INTEGER NOT NULL,
    remote_id TEXT NOT NULL,
    gone_ms INTEGER NOT NULL,
    PRIMARY KEY (network_id, remote_id)
) WITHOUT ROWID;
CREATE TABLE stream_post (
    stream_id INTEGER NOT NULL,
    post_id INTEGER NOT NULL,
    PRIMARY KEY (stream_id, post_id)
) WITHOUT ROWID;
CREATE TABLE stream (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    sources BLOB NOT NULL,
    query TEXT NOT NULL,
    urgent INTEGER NOT NULL
);
CREATE TABLE profile_group (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, parent INTEGER NOT NULL
);
CREATE TABLE profile (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    network TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    handle TEXT NOT NULL,
    name TEXT NOT NULL,
    host TEXT NOT NULL,
    group_id INTEGER NOT NULL,
    owner TEXT NOT NULL,
    UNIQUE (network, remote_id)
);
CREATE VIRTUAL TABLE post_text USING fts5(
    text, alt, author, hashtags, mentions, tags,
    content='', contentless_delete=1, tokenize='{tokenizer}'
);
"""


def lay_out_posts_streams_and_full_text(connection: Connection) -> None:
    """Makes the tables of the first version."""
    run(connection, _FIRST.format(tokenizer=tokenizer()))


def tokenizer() -> str:
    """Returns the tokenizer of the full text, as it stands between quotes in SQL."""
    # Whoever opens a file that has its tables does without.
    from controlroom.model.query.fold import GLUED

    return f"unicode61 remove_diacritics 2 separators '{GLUED}'".replace("'", "''")


_MERGE_RARELY = """
INSERT INTO post_text (post_text, rank) VALUES ('crisismerge', 64);
INSERT INTO post_text (post_text, rank) VALUES ('automerge', 16);
"""


def merge_full_text_rarely(connection: Connection) -> None:
    """Lets sixteen segments gather before they are merged, where SQLite would take four.

    Words are rewritten less often on their way to a million posts (raw inserts took a tenth less
    time at 150,000). Searches pay for it: at a million posts the slowest filtered ones took 9 ms at
    p95, and 5 once all segments were merged.
    """
    run(connection, _MERGE_RARELY)


_GAPS_AND_CURSORS = """
CREATE TABLE source_state (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    network TEXT NOT NULL,
    kind TEXT NOT NULL,
    profile INTEGER NOT NULL,
    term TEXT NOT NULL,
    mark TEXT NOT NULL,
    from_ms INTEGER,
    to_ms INTEGER,
    trouble TEXT NOT NULL,
    UNIQUE (network, kind, profile, term)
);
CREATE TABLE gap (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL,
    begins_ms INTEGER NOT NULL,
    ends_ms INTEGER,
    cause TEXT NOT NULL,
    found_ms INTEGER NOT NULL,
    older TEXT NOT NULL,
    mark TEXT NOT NULL,
    filled_ms INTEGER,
    lost INTEGER NOT NULL
);
CREATE INDEX gap_standing ON gap (source_id) WHERE filled_ms IS NULL;
"""


def record_gaps_and_cursors(connection: Connection) -> None:
    """Makes the tables that tell how far each source was read and what is missing."""
    run(connection, _GAPS_AND_CURSORS)


_REMOVED_IDS = """
CREATE TABLE removed_id (second INTEGER PRIMARY KEY, next_id INTEGER NOT NULL)
"""


def remember_ids_of_removed_posts(connection: Connection) -> None:
    """Makes the table by which no id is given to two posts."""
    run(connection, _REMOVED_IDS)


_LETTERS = "łŁøØǿǾđĐðÐßẞæÆǽǼǣǢœŒþÞı"
_SPELLED = " OR ".join(
    f"instr(text, '{letter}') OR instr(details, CAST('{letter}' AS BLOB))" for letter in _LETTERS
)
_REINDEX_DUE = f"""
CREATE TABLE reindex_due (id INTEGER PRIMARY KEY);
INSERT INTO reindex_due SELECT id FROM post WHERE {_SPELLED}
"""


def spell_letters_out(connection: Connection) -> None:
    """Notes the posts to be found by other letters from now on: `lodz` for `Łódź`.

    Their full text is written anew in idle time.
    """
    run(connection, _REINDEX_DUE)


_PICTURES = """
CREATE TABLE picture (
    address TEXT PRIMARY KEY, size INTEGER NOT NULL, used_ms INTEGER NOT NULL, body BLOB NOT NULL
);
CREATE INDEX picture_used ON picture (used_ms, size)
"""


def keep_pictures(connection: Connection) -> None:
    """Makes the table of pictures that were fetched."""
    run(connection, _PICTURES)


_CLIPS_AND_ANSWERS = """
CREATE TABLE clip (
    address TEXT PRIMARY KEY, name TEXT NOT NULL, key BLOB NOT NULL, size INTEGER NOT NULL,
    used_ms INTEGER NOT NULL
);
CREATE INDEX post_answers ON post (network_id, reply_to) WHERE root = '' AND reply_to <> ''
"""


def keep_clips_and_find_answers(connection: Connection) -> None:
    """Makes the table of clips that were fetched, and finds answers where no root is named."""
    run(connection, _CLIPS_AND_ANSWERS)


_SERVERS = """
CREATE TABLE server (
    network TEXT NOT NULL,
    host TEXT NOT NULL,
    told BLOB NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (network, host)
) WITHOUT ROWID
"""


def keep_what_servers_tell(connection: Connection) -> None:
    """Makes the table of what servers take, as they say themselves."""
    run(connection, _SERVERS)


def run(connection: Connection, statements: str) -> None:
    """Executes statements separated by `;`, one by one, inside the open transaction."""
    for statement in statements.split(";\n"):
        if statement.strip():
            connection.exec_driver_sql(statement)


CACHE = FileKind(
    name="cache.db",
    application_id=0x43524361,
    synchronous="NORMAL",
    migrations=(
        lay_out_posts_streams_and_full_text,
        merge_full_text_rarely,
        record_gaps_and_cursors,
        remember_ids_of_removed_posts,
        spell_letters_out,
        keep_pictures,
        keep_clips_and_find_answers,
        keep_what_servers_tell,
    ),
)
