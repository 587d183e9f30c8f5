"""Who writes the answer to which conversation, told through the team's database without a record.

One table that a crash empties, and functions. Whoever writes holds the pen of a conversation; a
second writer gets none, and may ask for it. What is written lies there as it stood a second ago,
readable for whoever may read such posts; of all this the record has only that a pen was taken over,
which is written in the same step.
"""

from controlroom.model.pen import ASK_S
from controlroom.model.presence import LONGEST_DESK
from controlroom.store.journal.postgres.pinned import PINNED
from controlroom.store.journal.postgres.presence import GONE_S, MOST_DESKS

OPEN_S = ASK_S + 10
"""Seconds after which a question nobody acted upon counts as not asked."""
FREE_S = 60
"""Seconds after the last sign of life of its desk for which a pen is held.

A desk gives one every ten seconds: five in a row have to be lost before anybody else can begin,
which a cable pulled and put back does not do. After three its text can be taken over.
"""
LOST_S = 600
"""Seconds for which it is told how a pen ended."""
MOST_NAMES, LONGEST_NAME, LONGEST_TEXT = 60, 380, 65_536
_DESK = "controlroom_desk"

_TABLE = """
CREATE UNLOGGED TABLE controlroom.pen (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    names text[] NOT NULL,
    private boolean NOT NULL,
    actor text COLLATE "C" NOT NULL,
    desk text COLLATE "C" NOT NULL,
    text text NOT NULL,
    since timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    ended text NOT NULL DEFAULT '',
    asker text COLLATE "C" NOT NULL DEFAULT '',
    asker_desk text COLLATE "C" NOT NULL DEFAULT '',
    asked_at timestamptz NOT NULL DEFAULT '-infinity',
    said text NOT NULL DEFAULT '',
    former text COLLATE "C" NOT NULL DEFAULT '',
    former_desk text COLLATE "C" NOT NULL DEFAULT ''
)
"""

_SHOWN = """
CREATE TYPE controlroom.shown_pen AS (
    names text[], actor text, desk text, since timestamptz, silent boolean, ended text,
    asker text, asker_desk text, said text, left_s double precision,
    former text, former_desk text, seen_at timestamptz)
"""

_PENS = f"""
CREATE OR REPLACE FUNCTION controlroom.pens()
RETURNS SETOF controlroom.shown_pen LANGUAGE sql STABLE {PINNED} AS $$
    SELECT p.names, p.actor, p.desk, p.since,
        p.seen_at < clock_timestamp() - interval '{GONE_S} seconds',
        CASE WHEN p.ended = '' AND p.seen_at <= clock_timestamp() - interval '{FREE_S} seconds'
            THEN 'gone' ELSE p.ended END,
        CASE WHEN a.open THEN p.asker ELSE '' END, CASE WHEN a.open THEN p.asker_desk ELSE '' END,
        CASE WHEN a.open THEN p.said ELSE '' END,
        CASE WHEN a.open THEN greatest(0, extract(epoch FROM
            p.asked_at + interval '{ASK_S} seconds' - clock_timestamp())) ELSE 0 END,
        p.former, p.former_desk, p.seen_at
    FROM controlroom.pen p,
        LATERAL (SELECT p.asked_at > clock_timestamp() - interval '{OPEN_S} seconds') AS a (open)
    WHERE p.seen_at > clock_timestamp() - interval '{LOST_S} seconds' ORDER BY p.id
$$
"""

# Two desks that know other parts of a conversation can have a pen each; who knows both sees both.
_PENS_OF = f"""
CREATE OR REPLACE FUNCTION controlroom.pens_of(p_names text[])
RETURNS SETOF controlroom.pen LANGUAGE sql VOLATILE {PINNED} AS $$
    SELECT p.* FROM controlroom.pen p WHERE p.names && p_names AND p.ended = ''
        AND p.seen_at > clock_timestamp() - interval '{FREE_S} seconds' ORDER BY p.id
$$
"""

# Whoever looks holds the table until its transaction ends: of two who come at once, one is first.
_PEN_OF = rf"""
CREATE OR REPLACE FUNCTION controlroom.pen_of(p_names text[], p_desk text)
RETURNS controlroom.pen LANGUAGE plpgsql {PINNED} AS $$
DECLARE
    v controlroom.pen;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'held in read committed only' USING ERRCODE = 'CR412';
    END IF;
    IF p_names IS NULL OR cardinality(p_names) NOT BETWEEN 1 AND {MOST_NAMES}
        OR p_desk IS NULL OR length(p_desk) NOT BETWEEN 1 AND {LONGEST_DESK}
        OR p_desk COLLATE "C" ~ '[\u0001-\u001f\u007f]'
        OR EXISTS (SELECT FROM unnest(p_names) n WHERE n IS NULL
            OR length(n) NOT BETWEEN 1 AND {LONGEST_NAME} OR strpos(n, '/') = 0
            OR n COLLATE "C" ~ '[\u0001-\u001f\u007f]') THEN
        RAISE EXCEPTION 'no conversation' USING ERRCODE = 'CR400';
    END IF;
    LOCK TABLE controlroom.pen IN SHARE ROW EXCLUSIVE MODE;
    SELECT * INTO v FROM controlroom.pens_of(p_names) LIMIT 1;
    RETURN v;
END $$
"""

# Who writes already only says what; whoever comes new looks first whether somebody else does, and
# must not have changed anything before it locks: two such would wait for each other. A desk writes
# one answer at a time. Whoever was too long out of reach is told who began in their place.
_HOLD_PEN = f"""
CREATE OR REPLACE FUNCTION controlroom.hold_pen(
    p_names text[], p_private boolean, p_text text, p_desk text)
RETURNS SETOF controlroom.shown_pen LANGUAGE plpgsql {PINNED} SET lock_timeout = '5s' AS $$
DECLARE
    v controlroom.pen;
    v_gone controlroom.pen;
    v_me text := controlroom.actor();
    v_now timestamptz := clock_timestamp();
BEGIN
    IF p_private IS NULL OR p_text IS NULL OR octet_length(p_text) > {LONGEST_TEXT} THEN
        RAISE EXCEPTION 'no answer' USING ERRCODE = 'CR400';
    END IF;
    IF EXISTS (SELECT FROM controlroom.pen p
        WHERE p.actor = v_me AND p.desk = p_desk AND p.names && p_names AND p.ended = '') THEN
        UPDATE controlroom.pen p SET text = p_text, private = p_private, seen_at = v_now
            WHERE p.actor = v_me AND p.desk = p_desk AND p.names && p_names AND p.ended = '';
    ELSE
        v := controlroom.pen_of(p_names, p_desk);
        IF v.id IS NULL THEN
            SELECT * INTO v_gone FROM controlroom.pen p
                WHERE p.names && p_names AND p.ended = '' ORDER BY p.seen_at DESC LIMIT 1;
            UPDATE controlroom.pen p SET ended = 'left', text = '', seen_at = v_now
                WHERE p.actor = v_me AND p.desk = p_desk AND p.ended = '';
            DELETE FROM controlroom.pen p
                WHERE p.seen_at < v_now - interval '{LOST_S} seconds' OR p.names && p_names
                OR p.actor = v_me AND p.id NOT IN (SELECT o.id FROM controlroom.pen o
                    WHERE o.actor = v_me ORDER BY o.seen_at DESC LIMIT {MOST_DESKS});
            INSERT INTO controlroom.pen
                (names, private, actor, desk, text, since, seen_at, former, former_desk)
                VALUES (p_names, p_private, v_me, p_desk, p_text, v_now, v_now,
                    coalesce(v_gone.actor, ''), coalesce(v_gone.desk, ''));
            PERFORM pg_notify('controlroom_presence', '');
        END IF;
    END IF;
    RETURN QUERY SELECT * FROM controlroom.pens();
END $$
"""

_END_PEN = f"""
CREATE OR REPLACE FUNCTION controlroom.end_pen(p_names text[], p_how text, p_desk text)
RETURNS SETOF controlroom.shown_pen LANGUAGE plpgsql {PINNED} SET lock_timeout = '5s' AS $$
BEGIN
    IF p_how IS NULL OR p_how NOT IN ('sent', 'left') THEN
        RAISE EXCEPTION 'no end' USING ERRCODE = 'CR400';
    END IF;
    UPDATE controlroom.pen p SET ended = p_how, text = '', seen_at = clock_timestamp()
        WHERE p.actor = controlroom.actor() AND p.desk = p_desk AND p.names && p_names
        AND p.ended = '';
    IF FOUND THEN
        PERFORM pg_notify('controlroom_presence', '');
    END IF;
    RETURN QUERY SELECT * FROM controlroom.pens();
END $$
"""

# A writer always reads what is theirs; others what they may read of such posts.
_READ_PEN = f"""
CREATE OR REPLACE FUNCTION controlroom.read_pen(p_names text[], p_desk text)
RETURNS text LANGUAGE sql STABLE {PINNED} AS $$
    SELECT p.text FROM controlroom.pen p WHERE p.names && p_names AND p.ended = ''
        AND p.seen_at > clock_timestamp() - interval '{FREE_S} seconds'
        AND (p.actor = controlroom.actor() AND p.desk = p_desk OR controlroom.may_read_pen(p))
    ORDER BY p.id LIMIT 1
$$
"""

_MAY_READ = f"""
CREATE OR REPLACE FUNCTION controlroom.may_read_pen(p controlroom.pen)
RETURNS boolean LANGUAGE sql STABLE {PINNED} AS $$
    SELECT NOT p.private AND controlroom.is_here() OR EXISTS (
        SELECT FROM unnest(p.names) n
        WHERE regexp_replace(n, '/[^/]*$', '') = ANY (controlroom.readable()))
$$
"""

_ASK_PEN = f"""
CREATE OR REPLACE FUNCTION controlroom.ask_pen(p_names text[], p_asks boolean, p_desk text)
RETURNS SETOF controlroom.shown_pen LANGUAGE plpgsql {PINNED} SET lock_timeout = '5s' AS $$
DECLARE
    v controlroom.pen := controlroom.pen_of(p_names, p_desk);
    v_me text := controlroom.actor();
    v_now timestamptz := clock_timestamp();
    v_mine boolean := v.asker = v_me AND v.asker_desk = p_desk;
    v_open boolean := v.asker <> '' AND v.said <> 'kept'
        AND v.asked_at > v_now - interval '{OPEN_S} seconds';
BEGIN
    IF p_asks AND NOT (v.actor = v_me AND v.desk = p_desk) AND NOT v_open THEN
        UPDATE controlroom.pen p SET asker = v_me, asker_desk = p_desk, asked_at = v_now, said = ''
            WHERE p.id = v.id;
        PERFORM pg_notify('controlroom_presence', '');
    ELSIF NOT p_asks AND v_mine THEN
        UPDATE controlroom.pen p SET asker = '', asker_desk = '', asked_at = '-infinity', said = ''
            WHERE p.id = v.id;
        PERFORM pg_notify('controlroom_presence', '');
    END IF;
    RETURN QUERY SELECT * FROM controlroom.pens();
END $$
"""

# No counts within the time alone; handing over does until the question lapses.
_ANSWER_PEN = f"""
CREATE OR REPLACE FUNCTION controlroom.answer_pen(p_names text[], p_gives boolean, p_desk text)
RETURNS SETOF controlroom.shown_pen LANGUAGE plpgsql {PINNED} SET lock_timeout = '5s' AS $$
DECLARE
    v controlroom.pen := controlroom.pen_of(p_names, p_desk);
    v_left interval := v.asked_at + interval '{ASK_S} seconds' - clock_timestamp();
BEGIN
    IF v.actor = controlroom.actor() AND v.desk = p_desk AND v.asker <> '' AND v.said = ''
        AND p_gives IS NOT NULL AND (p_gives OR v_left > interval '0') THEN
        UPDATE controlroom.pen p SET said = CASE WHEN p_gives THEN 'given' ELSE 'kept' END
            WHERE p.id = v.id;
        PERFORM pg_notify('controlroom_presence', '');
    END IF;
    RETURN QUERY SELECT * FROM controlroom.pens();
END $$
"""

# Only from whom the taker saw it with: of two who take at once, the second takes nothing. Who may
# is judged here, by the rights as the station on duty has folded them, and by this clock.
_TAKE_PEN = f"""
CREATE OR REPLACE FUNCTION controlroom.take_pen(
    p_names text[], p_from text, p_from_desk text, p_at_once boolean, p_desk text)
RETURNS SETOF controlroom.shown_pen LANGUAGE plpgsql {PINNED} SET lock_timeout = '10s' AS $$
DECLARE
    v controlroom.pen := controlroom.pen_of(p_names, p_desk);
    v_me text := controlroom.actor();
    v_now timestamptz := clock_timestamp();
    v_asked boolean := v.asker = v_me AND v.asker_desk = p_desk
        AND v.asked_at > v_now - interval '{OPEN_S} seconds';
    v_how text := CASE
        WHEN v.actor = v_me AND v.desk <> p_desk THEN 'own'
        WHEN v.seen_at < v_now - interval '{GONE_S} seconds' THEN 'silent'
        WHEN v_asked AND v.said = 'given' THEN 'given'
        WHEN v_asked AND v.said = '' AND v.asked_at <= v_now - interval '{ASK_S} seconds'
            THEN 'unanswered'
        WHEN p_at_once AND v.actor <> v_me AND controlroom.is_allowed('moderate', v.names[1])
            THEN 'at_once' END;
BEGIN
    IF v_how IS NOT NULL AND v.actor = p_from AND v.desk = p_from_desk
        AND controlroom.is_allowed('reply', v.names[1])
        AND (v_how = 'own' OR controlroom.may_read_pen(v)) THEN
        UPDATE controlroom.pen p SET ended = 'left', text = '', seen_at = v_now
            WHERE p.actor = v_me AND p.desk = p_desk AND p.ended = '';
        UPDATE controlroom.pen p SET actor = v_me, desk = p_desk, since = v_now, seen_at = v_now,
            asker = '', asker_desk = '', asked_at = '-infinity', said = '',
            former = v.actor, former_desk = v.desk WHERE p.id = v.id;
        PERFORM set_config('synchronous_commit', 'on', true);
        PERFORM 1 FROM controlroom.gate FOR UPDATE;
        PERFORM controlroom.chain('answer.taken_over', 'answer/' || v.names[1],
            json_build_object('v', 1, 'officer', v.actor, 'how', v_how)::text);
        PERFORM pg_notify('controlroom_presence', '');
    END IF;
    RETURN QUERY SELECT * FROM controlroom.pens();
END $$
"""

_FUNCTIONS = (
    "pens()",
    "hold_pen(text[], boolean, text, text)",
    "end_pen(text[], text, text)",
    "read_pen(text[], text)",
    "ask_pen(text[], boolean, text)",
    "answer_pen(text[], boolean, text)",
    "take_pen(text[], text, text, boolean, text)",
)
_INNER = (
    "pens_of(text[])",
    "pen_of(text[], text)",
    "may_read_pen(controlroom.pen)",
)

PENS = (
    _TABLE,
    _SHOWN,
    _PENS,
    _PENS_OF,
    _PEN_OF,
    _HOLD_PEN,
    _END_PEN,
    _MAY_READ,
    _READ_PEN,
    _ASK_PEN,
    _ANSWER_PEN,
    _TAKE_PEN,
    *(f"REVOKE ALL ON FUNCTION controlroom.{one} FROM PUBLIC" for one in (*_FUNCTIONS, *_INNER)),
    *(f"GRANT EXECUTE ON FUNCTION controlroom.{one} TO {_DESK}" for one in _FUNCTIONS),
)
"""What is made by the owner after the archive, in this order."""
PENS_ANEW = PENS[2:]
"""The same where the table is there already: what it does is as this version has it."""
