"""The functions through which a station writes posts, and through which a desk learns of them.

Whatever a station writes bears the number of its duty, its fence: the entry `station.took_over` by
which it began. Who was put out of duty, and does not know it yet, is refused by that number.
"""

from controlroom.store.journal.postgres.pinned import PINNED

PATIENCE_S = 6
"""After this silence the station on duty counts as dead."""
GONE_S = 3
"""After this one, if its session has ended too."""
DAYS_BACK, DAYS_AHEAD = 400, 7
"""Days around today that have partitions of their own."""

# Row by row the one question of every write: is this the station on duty? Holding the row it keeps
# others from taking over in the middle, and writes one behind the other.
_ON_DUTY = f"""
CREATE FUNCTION controlroom.on_duty(p_fence bigint)
RETURNS controlroom.duty LANGUAGE plpgsql {PINNED} SET lock_timeout = '10s' AS $$
DECLARE
    v controlroom.duty;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'written in read committed only' USING ERRCODE = 'CR412';
    END IF;
    UPDATE controlroom.duty d SET beat_at = clock_timestamp()
        WHERE d.fence = p_fence AND d.fence > 0 AND d.login = session_user RETURNING * INTO v;
    IF v.fence IS NULL THEN
        RAISE EXCEPTION 'another station is on duty' USING ERRCODE = 'CR423';
    END IF;
    RETURN v;
END $$
"""

# A silent holder is given up, and so is one whose session has ended. The number is that of the
# entry that tells of it, so it grows, and the record says who was on duty when.
_TAKE_DUTY = f"""
CREATE FUNCTION controlroom.take_duty(p_body text)
RETURNS bigint LANGUAGE plpgsql {PINNED} SET lock_timeout = '10s' AS $$
DECLARE
    v controlroom.duty;
    v_entry controlroom.entry;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'taken in read committed only' USING ERRCODE = 'CR412';
    END IF;
    IF p_body IS NULL OR octet_length(p_body) > 65536 OR json_typeof(p_body::json) <> 'object' THEN
        RAISE EXCEPTION 'no entry' USING ERRCODE = 'CR400';
    END IF;
    PERFORM set_config('synchronous_commit', 'on', true);
    SELECT * INTO v FROM controlroom.duty d FOR UPDATE;
    IF v.beat_at > clock_timestamp() - interval '{GONE_S} seconds'
        OR v.beat_at > clock_timestamp() - interval '{PATIENCE_S} seconds' AND EXISTS (
            SELECT FROM pg_stat_activity a WHERE a.pid = v.pid AND a.usename = v.login) THEN
        RETURN 0;
    END IF;
    PERFORM 1 FROM controlroom.gate FOR UPDATE;
    v_entry := controlroom.chain('station.took_over', 'station', p_body);
    UPDATE controlroom.duty d SET fence = v_entry.seq, login = session_user,
        pid = pg_backend_pid(), beat_at = clock_timestamp();
    RETURN v_entry.seq;
END $$
"""

_KEEP_DUTY = f"""
CREATE FUNCTION controlroom.keep_duty(p_fence bigint)
RETURNS void LANGUAGE plpgsql {PINNED} AS $$
BEGIN
    PERFORM controlroom.on_duty(p_fence);
    UPDATE controlroom.duty d SET pid = pg_backend_pid() WHERE d.fence = p_fence;
END $$
"""

_LEAVE_DUTY = f"""
CREATE FUNCTION controlroom.leave_duty(p_fence bigint)
RETURNS void LANGUAGE plpgsql {PINNED} AS $$
BEGIN
    PERFORM controlroom.on_duty(p_fence);
    UPDATE controlroom.duty d SET beat_at = '-infinity' WHERE d.fence = p_fence;
END $$
"""

# Attached when it is filled, so that readers go on meanwhile; posts of that day which came when it
# was still far away move in. Whoever holds a reading open cannot stop it for longer than a second:
# then the day's posts lie among the odd ones for now.
_MAKE_DAY = f"""
CREATE FUNCTION controlroom.make_day(p_day date)
RETURNS boolean LANGUAGE plpgsql {PINNED} SET lock_timeout = '1s' AS $$
DECLARE
    v_name text := 'post_' || to_char(p_day, 'YYYYMMDD');
BEGIN
    IF to_regclass('controlroom.' || v_name) IS NOT NULL
        OR p_day NOT BETWEEN current_date - {DAYS_BACK} AND current_date + {DAYS_AHEAD} THEN
        RETURN false;
    END IF;
    EXECUTE format('CREATE TABLE controlroom.%I (LIKE controlroom.post INCLUDING ALL)', v_name);
    EXECUTE format('WITH odd AS (DELETE FROM controlroom.post_odd WHERE day = $1 RETURNING *)'
        ' INSERT INTO controlroom.%I SELECT * FROM odd', v_name) USING p_day;
    EXECUTE format('ALTER TABLE controlroom.%I ENABLE ROW LEVEL SECURITY', v_name);
    EXECUTE format('ALTER TABLE controlroom.post ATTACH PARTITION controlroom.%I'
        ' FOR VALUES FROM (%L) TO (%L)', v_name, p_day, p_day + 1);
    RETURN true;
EXCEPTION WHEN lock_not_available THEN
    RETURN false;
END $$
"""

_MAKE_DAYS = f"""
CREATE FUNCTION controlroom.make_days(p_fence bigint)
RETURNS integer LANGUAGE plpgsql {PINNED} AS $$
DECLARE
    v_made integer := 0;
BEGIN
    PERFORM controlroom.on_duty(p_fence);
    FOR n IN 0..{DAYS_AHEAD} LOOP
        v_made := v_made + controlroom.make_day(current_date + n)::integer;
    END LOOP;
    RETURN v_made;
END $$
"""

# Lists stand in one text each, a line a member: an array of arrays has to be rectangular.
_TAKE_IN = f"""
CREATE FUNCTION controlroom.take_in(p_fence bigint, p_days date[], p_networks text[],
    p_ids text[], p_private boolean[], p_profiles text[], p_sources text[],
    p_seen timestamptz[], p_bodies bytea[], p_raws bytea[], p_gone_networks text[],
    p_gone_ids text[], p_gone timestamptz[])
RETURNS bigint LANGUAGE plpgsql {PINNED} AS $$
DECLARE
    v controlroom.duty;
    v_day date;
    v_days date[];
    v_gone_days date[];
    v_last bigint;
    v_gone_last bigint;
BEGIN
    v := controlroom.on_duty(p_fence);
    FOREACH v_day IN ARRAY (SELECT coalesce(array_agg(DISTINCT d), '{{}}') FROM unnest(p_days) d)
    LOOP
        PERFORM controlroom.make_day(v_day);
    END LOOP;
    WITH came AS (
        INSERT INTO controlroom.post AS p (day, network, remote_id, seq, private, profiles,
            sources, seen_at, body, raw)
        SELECT u.d, u.n, u.i, v.last_seq + u.at, u.p,
            coalesce(string_to_array(nullif(u.f, ''), chr(10)), '{{}}'),
            coalesce(string_to_array(nullif(u.s, ''), chr(10)), '{{}}'), u.w, u.b, u.r
        FROM unnest(p_days, p_networks, p_ids, p_private, p_profiles, p_sources, p_seen, p_bodies,
            p_raws) WITH ORDINALITY AS u (d, n, i, p, f, s, w, b, r, at)
        ON CONFLICT (network, remote_id, day) DO UPDATE SET
            seq = excluded.seq,
            private = p.private OR excluded.private,
            profiles = p.profiles || controlroom.missing(excluded.profiles, p.profiles),
            sources = p.sources || controlroom.missing(excluded.sources, p.sources),
            seen_at = greatest(p.seen_at, excluded.seen_at),
            gone_at = CASE WHEN p.gone_at >= excluded.seen_at THEN p.gone_at END,
            body = CASE WHEN excluded.seen_at >= p.seen_at THEN excluded.body ELSE p.body END,
            raw = CASE WHEN excluded.seen_at >= p.seen_at THEN excluded.raw ELSE p.raw END
        WHERE (excluded.seen_at >= p.seen_at AND excluded.body <> p.body)
            OR p.gone_at < excluded.seen_at OR NOT excluded.profiles <@ p.profiles
            OR NOT excluded.sources <@ p.sources OR (excluded.private AND NOT p.private)
        RETURNING p.seq, p.day
    )
    SELECT max(seq), array_agg(DISTINCT day) INTO v_last, v_days FROM came;
    IF cardinality(p_gone) > 0 THEN
        WITH went AS (
            UPDATE controlroom.post AS p SET gone_at = g.w,
                seq = v.last_seq + cardinality(p_days) + g.at
            FROM unnest(p_gone_networks, p_gone_ids, p_gone)
                WITH ORDINALITY AS g (n, i, w, at)
            WHERE p.network = g.n AND p.remote_id = g.i AND p.seen_at < g.w
                AND (p.gone_at IS NULL OR p.gone_at < g.w)
            RETURNING p.seq, p.day
        )
        SELECT max(seq), array_agg(DISTINCT day) INTO v_gone_last, v_gone_days FROM went;
    END IF;
    v_last := greatest(v_last, v_gone_last);
    IF v_last IS NULL THEN
        RETURN v.last_seq;
    END IF;
    INSERT INTO controlroom.batch
        SELECT v_last, array_agg(DISTINCT d), clock_timestamp()
        FROM unnest(v_days || v_gone_days) d;
    UPDATE controlroom.duty d SET last_seq = v_last WHERE d.fence = p_fence;
    PERFORM pg_notify('controlroom_posts', v_last::text);
    RETURN v_last;
END $$
"""

_MISSING = f"""
CREATE FUNCTION controlroom.missing(p_of text[], p_in text[])
RETURNS text[] LANGUAGE sql IMMUTABLE {PINNED} AS $$
    SELECT coalesce(array_agg(one ORDER BY one), '{{}}') FROM unnest(p_of) one
    WHERE one <> ALL (p_in)
$$
"""

# What the fold says up to an entry, in place of what it said before; never of an earlier entry.
_SET_READERS = f"""
CREATE FUNCTION controlroom.set_readers(p_fence bigint, p_folded bigint, p_officers text[],
    p_profiles text[], p_until timestamptz[])
RETURNS boolean LANGUAGE plpgsql {PINNED} AS $$
DECLARE
    v controlroom.duty;
BEGIN
    v := controlroom.on_duty(p_fence);
    IF p_folded < v.folded THEN
        RETURN false;
    END IF;
    DELETE FROM controlroom.reader r WHERE NOT EXISTS (
        SELECT FROM unnest(p_officers, p_profiles) AS u (o, p)
        WHERE u.o = r.officer AND u.p = r.profile);
    INSERT INTO controlroom.reader AS r
        SELECT * FROM unnest(p_officers, p_profiles, p_until)
        ON CONFLICT (officer, profile) DO UPDATE SET until = excluded.until
        WHERE r.until IS DISTINCT FROM excluded.until;
    UPDATE controlroom.duty d SET folded = p_folded WHERE d.fence = p_fence;
    PERFORM pg_notify('controlroom_posts', 'readers');
    RETURN true;
END $$
"""

_SET_LISTING = f"""
CREATE FUNCTION controlroom.set_listing(p_fence bigint, p_body text)
RETURNS void LANGUAGE plpgsql {PINNED} AS $$
BEGIN
    PERFORM controlroom.on_duty(p_fence);
    UPDATE controlroom.listing l SET body = p_body, version = l.version + 1
        WHERE l.body <> p_body;
    PERFORM pg_notify('controlroom_posts', 'listing');
END $$
"""

# A partition goes as a whole; what lies among the odd, and messages with a shorter rule, row by
# row and some thousands at a time.
_REMOVE_OLD = f"""
CREATE FUNCTION controlroom.remove_old(p_fence bigint, p_before date, p_private_before date)
RETURNS integer LANGUAGE plpgsql {PINNED} SET lock_timeout = '1s' AS $$
DECLARE
    v_name text;
    v_done integer := 0;
    v_rows integer;
BEGIN
    PERFORM controlroom.on_duty(p_fence);
    FOR v_name IN SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'controlroom.post'::regclass AND c.relname ~ '^post_[0-9]{{8}}$'
        AND c.relname < 'post_' || to_char(p_before, 'YYYYMMDD')
    LOOP
        EXECUTE format('ALTER TABLE controlroom.post DETACH PARTITION controlroom.%I', v_name);
        EXECUTE format('DROP TABLE controlroom.%I', v_name);
        v_done := v_done + 1;
    END LOOP;
    DELETE FROM controlroom.post_odd o WHERE (o.network, o.remote_id, o.day) IN (
        SELECT q.network, q.remote_id, q.day FROM controlroom.post_odd q
        WHERE q.day < p_before AND q.seen_at < p_before LIMIT 5000);
    GET DIAGNOSTICS v_rows = ROW_COUNT;
    v_done := v_done + v_rows;
    DELETE FROM controlroom.post o WHERE (o.network, o.remote_id, o.day) IN (
        SELECT q.network, q.remote_id, q.day FROM controlroom.post q
        WHERE q.private AND q.day < p_private_before LIMIT 5000);
    GET DIAGNOSTICS v_rows = ROW_COUNT;
    DELETE FROM controlroom.batch b
        WHERE b.last_seq < (SELECT max(l.last_seq) FROM controlroom.batch l)
        AND NOT EXISTS (SELECT FROM unnest(b.days) d WHERE d >= p_before);
    RETURN v_done + v_rows;
END $$
"""

_IS_HERE = f"""
CREATE FUNCTION controlroom.is_here() RETURNS boolean LANGUAGE sql STABLE {PINNED} AS $$
    SELECT EXISTS (SELECT FROM controlroom.reader r
        WHERE r.officer = controlroom.actor() AND r.profile = '')
$$
"""

# By the clock and not by the beginning of the transaction, which a caller can draw out.
_READABLE = f"""
CREATE FUNCTION controlroom.readable() RETURNS text[] LANGUAGE sql STABLE {PINNED} AS $$
    SELECT coalesce(array_agg(r.profile ORDER BY r.profile), '{{}}') FROM controlroom.reader r
    WHERE r.officer = controlroom.actor() AND r.profile <> ''
        AND (r.until IS NULL OR r.until > clock_timestamp())
$$
"""

_ABOUT = f"""
CREATE FUNCTION controlroom.about(OUT id uuid, OUT format integer, OUT now timestamptz)
LANGUAGE sql STABLE {PINNED} AS $$
    SELECT a.id, a.format, clock_timestamp() FROM controlroom.archive a
$$
"""

ARCHIVE_FUNCTIONS = (
    ("on_duty(bigint)", _ON_DUTY),
    ("take_duty(text)", _TAKE_DUTY),
    ("keep_duty(bigint)", _KEEP_DUTY),
    ("leave_duty(bigint)", _LEAVE_DUTY),
    ("make_day(date)", _MAKE_DAY),
    ("make_days(bigint)", _MAKE_DAYS),
    ("missing(text[], text[])", _MISSING),
    (
        (
            "take_in(bigint, date[], text[], text[], boolean[], text[], text[], timestamptz[],"
            " bytea[], bytea[], text[], text[], timestamptz[])"
        ),
        _TAKE_IN,
    ),
    ("set_readers(bigint, bigint, text[], text[], timestamptz[])", _SET_READERS),
    ("set_listing(bigint, text)", _SET_LISTING),
    ("remove_old(bigint, date, date)", _REMOVE_OLD),
    ("is_here()", _IS_HERE),
    ("readable()", _READABLE),
    ("about()", _ABOUT),
)
"""Each with what names it among others."""
ARCHIVE_FOR_DESKS = ("is_here()", "readable()", "about()")
ARCHIVE_FOR_STATIONS = (
    "about()",
    *(
        name
        for name, _ in ARCHIVE_FUNCTIONS
        if name.startswith((
            "take_duty", "keep_duty", "leave_duty", "make_days", "take_in", "set_", "remove_old",
        ))
    ),
)  # fmt: skip
