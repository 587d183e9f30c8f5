"""How every source stands, as the station on duty reads it; a workstation cannot know by itself.

A row a source, each with the version in which it last changed: whoever has seen a version asks for
what came after it. A source that is read no more keeps its row with nothing in it, so that versions
never go back.
"""

from controlroom.store.journal.postgres.pinned import PINNED
from controlroom.store.journal.postgres.roles import DESK, OWNER, STATION

_TABLE = """
CREATE TABLE controlroom.reading (
    source text COLLATE "C" PRIMARY KEY, version bigint NOT NULL, body text NOT NULL
)
"""

_SET_READING = f"""
CREATE OR REPLACE FUNCTION controlroom.set_reading(
    p_fence bigint, p_sources text[], p_bodies text[], p_whole boolean)
RETURNS void LANGUAGE plpgsql {PINNED} AS $$
DECLARE
    v_version bigint;
BEGIN
    PERFORM controlroom.on_duty(p_fence);
    SELECT coalesce(max(r.version), 0) + 1 INTO v_version FROM controlroom.reading r;
    INSERT INTO controlroom.reading AS r
        SELECT u.s, v_version, u.b FROM unnest(p_sources, p_bodies) AS u (s, b)
        ON CONFLICT (source) DO UPDATE SET version = excluded.version, body = excluded.body
        WHERE r.body <> excluded.body;
    IF p_whole THEN
        UPDATE controlroom.reading r SET version = v_version, body = ''
            WHERE r.body <> '' AND r.source <> ALL (p_sources);
    END IF;
END $$
"""
_NAME = "controlroom.set_reading(bigint, text[], text[], boolean)"

READING = (
    _TABLE,
    "CREATE INDEX reading_version ON controlroom.reading (version)",
    _SET_READING,
    "ALTER TABLE controlroom.reading ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE controlroom.reading FORCE ROW LEVEL SECURITY",
    (f"CREATE POLICY functions ON controlroom.reading TO {OWNER} USING (true) WITH CHECK (true)"),
    (
        f"CREATE POLICY readers ON controlroom.reading FOR SELECT TO {DESK}"
        " USING ((SELECT controlroom.is_here()))"
    ),
    f"REVOKE ALL ON FUNCTION {_NAME} FROM PUBLIC",
    f"GRANT SELECT ON controlroom.reading TO {DESK}",
    f"GRANT EXECUTE ON FUNCTION {_NAME} TO {STATION}",
)
"""What is made by the owner after the archive, in this order."""
