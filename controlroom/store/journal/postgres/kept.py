"""A folded state in the team's database, so that a new workstation need not fold a million entries.

A station keeps it, sealed with the key it signs checkpoints with; everybody may read it.
"""

from controlroom.store.journal.postgres.pinned import PINNED
from controlroom.store.journal.postgres.roles import DESK, STATION

_TABLE = """
CREATE TABLE controlroom.kept (
    id integer PRIMARY KEY CHECK (id = 1),
    seq bigint NOT NULL,
    hash bytea NOT NULL,
    state bytea NOT NULL,
    key text COLLATE "C" NOT NULL,
    seal bytea NOT NULL
)
"""

_KEEP = f"""
CREATE FUNCTION controlroom.keep(
    p_seq bigint, p_hash bytea, p_state bytea, p_key text, p_seal bytea)
RETURNS void LANGUAGE plpgsql {PINNED} SET lock_timeout = '10s' AS $$
BEGIN
    IF octet_length(p_state) > 268435456 OR NOT EXISTS (
        SELECT FROM controlroom.entry e WHERE e.seq = p_seq AND e.hash = p_hash) THEN
        RAISE EXCEPTION 'not a state of this record' USING ERRCODE = 'CR400';
    END IF;
    INSERT INTO controlroom.kept VALUES (1, p_seq, p_hash, p_state, p_key, p_seal)
        ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash,
            state = excluded.state, key = excluded.key, seal = excluded.seal
        WHERE controlroom.kept.seq <= excluded.seq;
END $$
"""

KEEPING = (
    _TABLE,
    _KEEP,
    "REVOKE ALL ON FUNCTION controlroom.keep(bigint, bytea, bytea, text, bytea) FROM PUBLIC",
    f"GRANT SELECT ON controlroom.kept TO {DESK}, {STATION}",
    f"GRANT EXECUTE ON FUNCTION controlroom.keep(bigint, bytea, bytea, text, bytea) TO {STATION}",
)
"""What is made by the owner, in this order."""
