"""What somebody with a login could try in plain SQL against the team's posts.

`{me}` is the own login, `{fence}` the number of the duty, which anybody can read in the record.
"""

_NOTHING = ", ".join(["'{{}}'"] * 12)
WRITE = (
    "INSERT INTO controlroom.post SELECT * FROM controlroom.post",
    (
        "INSERT INTO controlroom.post VALUES ('2026-11-22', 'x', '1', 1, false, '{{}}', '{{}}',"
        " now(), NULL, '', '')"
    ),
    (
        "INSERT INTO controlroom.post_odd VALUES ('1999-11-22', 'x', '1', 1, false, '{{}}',"
        " '{{}}', now(), NULL, '', '')"
    ),
    "UPDATE controlroom.post SET private = false",
    "UPDATE controlroom.post SET body = '' WHERE NOT private",
    "DELETE FROM controlroom.post",
    "TRUNCATE controlroom.post",
    "TRUNCATE controlroom.batch",
    "DROP TABLE controlroom.post",
    "COPY controlroom.post FROM STDIN",
    "COPY controlroom.reader FROM '/etc/passwd'",
    "MERGE INTO controlroom.post p USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE",
    "SELECT * FROM controlroom.post FOR UPDATE",
    "SELECT * FROM controlroom.post FOR KEY SHARE",
    "BEGIN; LOCK TABLE controlroom.post IN ACCESS EXCLUSIVE MODE",
    "BEGIN; LOCK TABLE controlroom.duty IN ROW SHARE MODE",
    "INSERT INTO controlroom.reader VALUES ('66', 'mastodon/fenmast.example/11', NULL)",
    "UPDATE controlroom.reader SET officer = '66'",
    "DELETE FROM controlroom.reader",
    "UPDATE controlroom.duty SET login = '{me}', beat_at = now()",
    "UPDATE controlroom.listing SET body = '{{}}'",
    "UPDATE controlroom.reading SET body = '{{}}'",
    "INSERT INTO controlroom.reading VALUES ('mine', 99, '{{}}')",
    "DELETE FROM controlroom.reading",
    "TRUNCATE controlroom.reading",
    "INSERT INTO controlroom.batch VALUES (999, '{{}}', now())",
    "UPDATE controlroom.archive SET format = 7",
)
RULES = (
    "ALTER TABLE controlroom.post DISABLE ROW LEVEL SECURITY",
    "ALTER TABLE controlroom.post NO FORCE ROW LEVEL SECURITY",
    "DROP POLICY readers ON controlroom.post",
    "ALTER POLICY readers ON controlroom.post USING (true)",
    "ALTER TABLE controlroom.reading DISABLE ROW LEVEL SECURITY",
    "CREATE POLICY mine ON controlroom.post USING (true)",
    "ALTER POLICY readers ON controlroom.post TO PUBLIC",
    "ALTER TABLE controlroom.post OWNER TO {me}",
    "ALTER TABLE controlroom.post DETACH PARTITION controlroom.post_odd",
    "ALTER TABLE controlroom.post ADD COLUMN mine text",
    "GRANT SELECT ON controlroom.post_odd TO {me}; TABLE controlroom.post_odd",
    "GRANT ALL ON controlroom.reader TO {me}; DELETE FROM controlroom.reader",
    "CREATE INDEX mine ON controlroom.post (body)",
    "CREATE STATISTICS mine ON network, private FROM controlroom.post",
    (
        "CREATE TRIGGER mine AFTER INSERT ON controlroom.post FOR EACH ROW"
        " EXECUTE FUNCTION suppress_redundant_updates_trigger()"
    ),
    "CREATE RULE mine AS ON INSERT TO controlroom.post DO ALSO NOTIFY mine",
    "CREATE VIEW controlroom.mine AS SELECT * FROM controlroom.post",
    "CREATE VIEW pg_temp.mine AS SELECT * FROM controlroom.post",
    "CREATE MATERIALIZED VIEW public.mine AS SELECT * FROM controlroom.post",
    "CREATE TABLE public.mine AS TABLE controlroom.post",
    "SELECT * INTO TEMPORARY mine FROM controlroom.post",
    (
        "CREATE OR REPLACE FUNCTION controlroom.is_here() RETURNS boolean LANGUAGE sql"
        " AS 'SELECT true'"
    ),
    (
        "CREATE OR REPLACE FUNCTION controlroom.readable() RETURNS text[] LANGUAGE sql"
        " AS 'SELECT ARRAY[''mastodon/fenmast.example/11'']'"
    ),
    (
        "CREATE FUNCTION pg_temp.leak(bytea) RETURNS boolean LANGUAGE plpgsql COST 0.0001"
        " AS 'BEGIN RAISE NOTICE ''%'', $1; RETURN true; END'"
    ),
    "CREATE OPERATOR public.@@@ (LEFTARG = bytea, FUNCTION = md5)",
    "ALTER FUNCTION controlroom.is_here() SECURITY INVOKER",
    "ALTER FUNCTION controlroom.readable() SET search_path = public",
    "ALTER FUNCTION controlroom.on_duty(bigint) OWNER TO {me}",
    "DROP FUNCTION controlroom.is_here()",
    "CREATE PUBLICATION mine FOR TABLE controlroom.post",
    "SET ROLE controlroom_owner; TABLE controlroom.post",
    "SET SESSION AUTHORIZATION officer_22; TABLE controlroom.post",
    "ALTER ROLE {me} BYPASSRLS",
    "GRANT officer_22 TO {me}",
)
LOOK = (
    "TABLE controlroom.reader",
    "TABLE controlroom.duty",
    "TABLE controlroom.archive",
    "TABLE controlroom.post_odd",
    "COPY controlroom.post_odd TO STDOUT",
    "COPY (SELECT * FROM controlroom.post) TO '/tmp/mine'",
    "COPY controlroom.post TO PROGRAM 'cat'",
    "SELECT controlroom.chain('station.took_over', 'station', '{{}}')",
    "SELECT controlroom.on_duty({fence})",
    "SELECT controlroom.make_day(current_date)",
    "SELECT controlroom.missing('{{}}', '{{}}')",
)
DUTY = (
    "SELECT controlroom.take_in({fence}, " + _NOTHING + ")",
    "SELECT controlroom.take_in(0, " + _NOTHING + ")",
    "SELECT controlroom.keep_duty({fence})",
    "SELECT controlroom.leave_duty({fence})",
    "SELECT controlroom.make_days({fence})",
    (
        "SELECT controlroom.set_readers({fence}, 9999, '{{66}}',"
        " '{{mastodon/fenmast.example/11}}', '{{NULL}}')"
    ),
    "SELECT controlroom.set_readers(0, 9999, '{{66}}', '{{\"\"}}', '{{NULL}}')",
    "SELECT controlroom.set_listing({fence}, '{{}}')",
    "SELECT controlroom.set_reading({fence}, '{{mine}}', '{{live}}', true)",
    "SELECT controlroom.set_reading(0, '{{}}', '{{}}', true)",
    "SELECT controlroom.remove_old({fence}, '2099-01-01', '2099-01-01')",
    "SELECT controlroom.keep_duty(NULL)",
    "SELECT controlroom.keep_duty(0)",
)
"""What only the station on duty may do: another station is refused by the number of the duty, an
officer at the door."""

FOR_ALL = (*WRITE, *RULES, *LOOK)

PEEKS = (
    "SELECT remote_id FROM controlroom.post",
    "SELECT remote_id FROM ONLY controlroom.post",
    "SELECT remote_id FROM controlroom.post WHERE private OR true",
    "SELECT p.remote_id FROM controlroom.post p JOIN controlroom.post q USING (seq)",
    "WITH RECURSIVE r AS (SELECT remote_id FROM controlroom.post UNION TABLE r) TABLE r",
    "SET row_security = on; SELECT remote_id FROM controlroom.post",
    "SET plan_cache_mode = force_generic_plan; SELECT remote_id FROM controlroom.post",
    "SET enable_seqscan = off; SELECT remote_id FROM controlroom.post WHERE seq > 0",
    "SET search_path = pg_temp, public, controlroom; SELECT remote_id FROM post",
    "SET ROLE controlroom_desk; SELECT remote_id FROM controlroom.post",
    "SET application_name = 'officer_22'; SELECT remote_id FROM controlroom.post",
    "SET controlroom.actor = '22'; SELECT remote_id FROM controlroom.post",
    "BEGIN ISOLATION LEVEL SERIALIZABLE; SELECT remote_id FROM controlroom.post",
    "DECLARE c CURSOR WITH HOLD FOR SELECT remote_id FROM controlroom.post; FETCH ALL FROM c",
    "SELECT remote_id FROM controlroom.post WHERE profiles && '{mastodon/fenmast.example/11}'",
    "SELECT unnest(most_common_vals::text::text[]) FROM pg_stats WHERE tablename LIKE 'post%'",
    (
        "SELECT remote_id FROM controlroom.post"
        " WHERE 1 / (CASE WHEN remote_id LIKE '%of-fenmarsh' THEN 0 ELSE 1 END) = 1"
    ),
    "SELECT array_to_string(array_agg(remote_id), ',') FROM controlroom.post",
    "SELECT query_to_xml('SELECT remote_id FROM controlroom.post', true, true, '')::text",
    "SELECT table_to_xml('controlroom.post', true, true, '')::text",
)
"""What an officer may ask, and what must not hold a word of what is not for that officer."""
