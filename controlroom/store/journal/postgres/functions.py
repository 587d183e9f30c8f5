"""The functions that are the only way to write, as PostgreSQL runs them.

They belong to `controlroom_owner`, who cannot sign in, and run with its rights; search path and
string syntax are pinned, so that nothing a caller sets can change what they mean. Who called is the
login of the session, which neither SET ROLE nor anything else a caller may do can change.
"""

from controlroom.store.journal.postgres.pinned import PINNED

_ACTOR = rf"""
CREATE FUNCTION controlroom.actor() RETURNS text LANGUAGE sql STABLE {PINNED} AS $$
    SELECT CASE WHEN session_user::text COLLATE "C" ~ '^officer_[0-9a-z]{{1,20}}$'
        THEN upper(substr(session_user::text, 9) COLLATE "C")
        ELSE 'login:' || session_user END
$$
"""

# The last step of every write: the gate is held, so the end of the journal cannot move.
_CHAIN = f"""
CREATE FUNCTION controlroom.chain(p_kind text, p_subject text, p_body text)
RETURNS controlroom.entry LANGUAGE plpgsql {PINNED} AS $$
DECLARE
    v controlroom.entry;
    lf text := chr(10);
BEGIN
    SELECT e.seq, e.hash INTO v.seq, v.prev_hash
        FROM controlroom.entry e ORDER BY e.seq DESC LIMIT 1;
    v.seq := coalesce(v.seq, 0) + 1;
    v.prev_hash := coalesce(v.prev_hash, decode(repeat('00', 32), 'hex'));
    v.at := to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
    v.actor := controlroom.actor();
    v.kind := p_kind;
    v.subject := p_subject;
    v.body := p_body;
    v.body_hash := sha256(convert_to(p_body, 'UTF8'));
    v.hash := sha256(convert_to(
        'controlroom journal 1' || lf || v.seq || lf || v.at || lf || v.actor || lf || v.kind || lf
        || v.subject || lf || encode(v.body_hash, 'hex') || lf || encode(v.prev_hash, 'hex') || lf,
        'UTF8'));
    INSERT INTO controlroom.entry SELECT v.*;
    PERFORM pg_notify('controlroom_journal', v.seq::text);
    RETURN v;
END $$
"""

# Who took an answer over, `take_pen` says alone.
_APPEND = rf"""
CREATE OR REPLACE FUNCTION controlroom.append(
    p_kind text, p_subject text, p_body text, p_seen bigint)
RETURNS controlroom.entry LANGUAGE plpgsql {PINNED} SET lock_timeout = '10s' AS $$
DECLARE
    v_seq bigint;
    v_answers boolean;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'appended in read committed only' USING ERRCODE = 'CR412';
    END IF;
    IF p_kind IS NULL OR p_subject IS NULL OR p_body IS NULL OR p_seen IS NULL OR p_seen < 0
        OR p_kind COLLATE "C" !~ '^[a-z][a-z_]*(\.[a-z][a-z_]*)+$' OR length(p_kind) > 400
        OR length(p_subject) NOT BETWEEN 1 AND 400
        OR p_subject COLLATE "C" ~ '[\u0001-\u001f\u007f]'
        OR octet_length(p_body) > 65536 OR json_typeof(p_body::json) <> 'object' THEN
        RAISE EXCEPTION 'no entry' USING ERRCODE = 'CR400';
    END IF;
    IF EXISTS (SELECT FROM controlroom.kind k WHERE k.kind = p_kind AND k.reserved)
        AND NOT pg_has_role(session_user, 'controlroom_station', 'MEMBER')
        AND EXISTS (SELECT FROM controlroom.entry) THEN
        RAISE EXCEPTION 'only a station appends this' USING ERRCODE = '42501';
    END IF;
    IF p_kind = 'answer.taken_over' THEN
        RAISE EXCEPTION 'only with the pen' USING ERRCODE = '42501';
    END IF;
    PERFORM set_config('synchronous_commit', 'on', true);
    v_answers := controlroom.begin_answer(p_kind, p_body);
    PERFORM 1 FROM controlroom.gate FOR UPDATE;
    SELECT min(e.seq) INTO v_seq FROM controlroom.entry e
        WHERE e.subject = p_subject AND e.seq > p_seen;
    IF v_seq IS NOT NULL THEN
        RAISE EXCEPTION 'somebody was first' USING ERRCODE = 'CR409', DETAIL = v_seq::text;
    END IF;
    SELECT coalesce(max(e.seq), 0) INTO v_seq FROM controlroom.entry e;
    IF p_seen > v_seq THEN
        RAISE EXCEPTION 'ahead of the journal' USING ERRCODE = 'CR410', DETAIL = v_seq::text;
    END IF;
    IF v_answers THEN
        PERFORM controlroom.judge_answer(p_subject, p_body, p_seen);
    END IF;
    RETURN controlroom.chain(p_kind, p_subject, p_body);
END $$
"""

_ERASE = f"""
CREATE FUNCTION controlroom.erase(p_seq bigint, p_body text)
RETURNS controlroom.entry LANGUAGE plpgsql {PINNED} SET lock_timeout = '10s' AS $$
DECLARE
    v_first bigint;
    v_subject text := 'entry/' || p_seq;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'erased in read committed only' USING ERRCODE = 'CR412';
    END IF;
    PERFORM set_config('synchronous_commit', 'on', true);
    PERFORM 1 FROM controlroom.gate FOR UPDATE;
    SELECT min(e.seq) INTO v_first FROM controlroom.entry e WHERE e.subject = v_subject;
    IF v_first IS NOT NULL THEN
        RAISE EXCEPTION 'erased before' USING ERRCODE = 'CR409', DETAIL = v_first::text;
    END IF;
    UPDATE controlroom.entry e SET body = NULL WHERE e.seq = p_seq AND NOT EXISTS
        (SELECT FROM controlroom.kind k WHERE k.kind = e.kind AND NOT k.erasable);
    IF NOT FOUND THEN
        RAISE EXCEPTION 'not to be erased' USING ERRCODE = 'CR400';
    END IF;
    RETURN controlroom.chain('body.erased', v_subject, p_body);
END $$
"""

# A session that has appended and does not commit holds everybody up, asleep or busy; who waits for
# it gives up after ten seconds, so nobody honest is in a transaction for longer. Nor is anybody who
# reads posts: a reading held open keeps old days from going. An administrator's copy of the
# database may take its time.
_END_STUCK = f"""
CREATE FUNCTION controlroom.end_stuck(p_over interval)
RETURNS integer LANGUAGE sql {PINNED} AS $$
    SELECT count(pg_terminate_backend(a.pid))::integer
    FROM pg_stat_activity a
    WHERE a.pid <> pg_backend_pid() AND a.xact_start < clock_timestamp() - p_over
        AND EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid AND l.granted
            AND (l.relation = 'controlroom.gate'::regclass AND l.mode = 'RowShareLock'
                OR l.relation = to_regclass('controlroom.post')))
        AND EXISTS (SELECT FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid
            WHERE m.member = a.usesysid
            AND r.rolname IN ('controlroom_desk', 'controlroom_station'))
$$
"""

_REFUSE = f"""
CREATE FUNCTION controlroom.refuse() RETURNS trigger LANGUAGE plpgsql {PINNED} AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append-only' USING ERRCODE = '42501';
END $$
"""

FUNCTIONS = (_ACTOR, _CHAIN, _APPEND, _ERASE, _END_STUCK, _REFUSE)
AGAIN = (_APPEND,)
"""What every update makes as this version has it."""
FOR_DESKS = ("append(text, text, text, bigint)", "actor()")
FOR_STATIONS = ("erase(bigint, text)", "end_stuck(interval)")
