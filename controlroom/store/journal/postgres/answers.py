"""Which answer may go into the record, judged in the step in which it is put there.

A desk that was out of reach hands in what waited there as soon as it is back: somebody else may
have taken the answer over meanwhile, or given it. Neither is up to that desk to know.
"""

from controlroom.store.journal.postgres.pens import MOST_NAMES
from controlroom.store.journal.postgres.pinned import PINNED
from controlroom.store.journal.postgres.roles import OWNER, STATION

ANSWERED_SINCE, PEN_ELSEWHERE = "CR426", "CR425"
"""Somebody has answered, or taken the answer over, since; somebody else is writing it now."""

_ALLOWED = """
CREATE TABLE IF NOT EXISTS controlroom.allowed (
    officer text COLLATE "C" NOT NULL,
    what text COLLATE "C" NOT NULL,
    profile text COLLATE "C" NOT NULL,
    until timestamptz,
    PRIMARY KEY (officer, what, profile)
)
"""

# Of the fold as it was up to an entry, as `set_readers`. A row of nobody stops everybody.
_SET_ALLOWED = f"""
CREATE OR REPLACE FUNCTION controlroom.set_allowed(p_fence bigint, p_folded bigint,
    p_officers text[], p_whats text[], p_profiles text[], p_until timestamptz[])
RETURNS boolean LANGUAGE plpgsql {PINNED} AS $$
DECLARE
    v controlroom.duty;
BEGIN
    v := controlroom.on_duty(p_fence);
    IF p_folded < v.folded THEN
        RETURN false;
    END IF;
    DELETE FROM controlroom.allowed a WHERE NOT EXISTS (
        SELECT FROM unnest(p_officers, p_whats, p_profiles) AS u (o, w, p)
        WHERE u.o = a.officer AND u.w = a.what AND u.p = a.profile);
    INSERT INTO controlroom.allowed AS a
        SELECT * FROM unnest(p_officers, p_whats, p_profiles, p_until)
        ON CONFLICT (officer, what, profile) DO UPDATE SET until = excluded.until
        WHERE a.until IS DISTINCT FROM excluded.until;
    RETURN true;
END $$
"""

# A row without a profile holds over the whole force. By the clock, as `readable`.
_IS_ALLOWED = rf"""
CREATE OR REPLACE FUNCTION controlroom.is_allowed(p_what text, p_conversation text)
RETURNS boolean LANGUAGE sql STABLE {PINNED} AS $$
    SELECT NOT EXISTS (SELECT FROM controlroom.allowed a
            WHERE a.officer = '' AND a.profile = regexp_replace(p_conversation, '/[^/]*$', ''))
        AND EXISTS (SELECT FROM controlroom.allowed a
            WHERE a.officer = controlroom.actor() AND a.what = p_what
            AND a.profile IN ('', regexp_replace(p_conversation, '/[^/]*$', ''))
            AND (a.until IS NULL OR a.until > clock_timestamp()))
$$
"""

# What cannot be read names nothing: one such entry must not stop every answer after it.
_TOLD_ANSWER = f"""
CREATE OR REPLACE FUNCTION controlroom.told_answer(
    p_body text, OUT names text[], OUT desk text)
LANGUAGE plpgsql IMMUTABLE {PINNED} AS $$
BEGIN
    SELECT coalesce(array_agg(n), '{{}}') INTO names FROM (
        SELECT n FROM json_array_elements_text(p_body::json -> 'answers') n LIMIT {MOST_NAMES}) u;
    desk := coalesce(p_body::json ->> 'desk', '');
EXCEPTION WHEN OTHERS THEN
    names := '{{}}';
    desk := '';
END $$
"""

# The pens before the gate, as whoever takes a pen over does: two such would wait for each other.
_BEGIN_ANSWER = f"""
CREATE OR REPLACE FUNCTION controlroom.begin_answer(p_kind text, p_body text)
RETURNS boolean LANGUAGE plpgsql {PINNED} AS $$
BEGIN
    IF p_kind <> 'draft.submitted'
        OR cardinality((SELECT t.names FROM controlroom.told_answer(p_body) t)) = 0 THEN
        RETURN false;
    END IF;
    LOCK TABLE controlroom.pen IN SHARE ROW EXCLUSIVE MODE;
    RETURN true;
END $$
"""

# What the same desk handed in before is no news to it. An answer says more than a take-over. Bodies
# without any of the names are not read as JSON: whoever was away for a day has thousands behind it.
_JUDGE_ANSWER = f"""
CREATE OR REPLACE FUNCTION controlroom.judge_answer(p_subject text, p_body text, p_seen bigint)
RETURNS void LANGUAGE plpgsql {PINNED} AS $$
DECLARE
    t record;
    v controlroom.pen;
    v_me text := controlroom.actor();
    v_seq bigint;
BEGIN
    SELECT * INTO t FROM controlroom.told_answer(p_body);
    SELECT e.seq INTO v_seq FROM controlroom.entry e
        WHERE e.seq > p_seen AND e.subject <> p_subject AND CASE
            WHEN e.kind = 'answer.taken_over' THEN e.actor <> v_me
                AND e.subject IN (SELECT 'answer/' || n FROM unnest(t.names) n)
            WHEN e.kind = 'draft.submitted'
                AND EXISTS (SELECT FROM unnest(t.names) n WHERE strpos(e.body, n) > 0)
            THEN EXISTS (
                SELECT FROM controlroom.told_answer(e.body) o
                WHERE o.names && t.names AND NOT (e.actor = v_me AND o.desk = t.desk))
            ELSE false END
        ORDER BY e.kind = 'draft.submitted' DESC, e.seq LIMIT 1;
    IF v_seq IS NOT NULL THEN
        RAISE EXCEPTION 'answered since' USING ERRCODE = '{ANSWERED_SINCE}', DETAIL = v_seq::text;
    END IF;
    SELECT * INTO v FROM controlroom.pens_of(t.names) p
        WHERE NOT (p.actor = v_me AND p.desk = t.desk) LIMIT 1;
    IF v.id IS NOT NULL THEN
        RAISE EXCEPTION 'somebody else is writing it'
            USING ERRCODE = '{PEN_ELSEWHERE}', DETAIL = v.actor || ' ' || v.desk;
    END IF;
    UPDATE controlroom.pen p SET ended = 'sent', text = '', seen_at = clock_timestamp()
        WHERE p.actor = v_me AND p.desk = t.desk AND p.names && t.names AND p.ended = '';
    IF FOUND THEN
        PERFORM pg_notify('controlroom_presence', '');
    END IF;
END $$
"""

_INNER = (
    "is_allowed(text, text)",
    "told_answer(text)",
    "begin_answer(text, text)",
    "judge_answer(text, text, bigint)",
)
_FOR_STATIONS = "set_allowed(bigint, bigint, text[], text[], text[], timestamptz[])"

ANSWERS = (
    _ALLOWED,
    "ALTER TABLE controlroom.allowed ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE controlroom.allowed FORCE ROW LEVEL SECURITY",
    "DROP POLICY IF EXISTS functions ON controlroom.allowed",
    f"CREATE POLICY functions ON controlroom.allowed TO {OWNER} USING (true) WITH CHECK (true)",
    _SET_ALLOWED,
    _IS_ALLOWED,
    _TOLD_ANSWER,
    _BEGIN_ANSWER,
    _JUDGE_ANSWER,
    *(f"REVOKE ALL ON FUNCTION controlroom.{one} FROM PUBLIC" for one in (*_INNER, _FOR_STATIONS)),
    f"GRANT EXECUTE ON FUNCTION controlroom.{_FOR_STATIONS} TO {STATION}",
)
"""What is made by the owner behind the pens, in this order; again by every update."""
