"""What somebody with a login of the team could try in plain SQL.

`{me}` is the own login, `{other}` another officer's.
"""

FORGE = (
    (
        "INSERT INTO controlroom.entry VALUES (99, '2026-01-01T00:00:00.000000Z', '1', 'a.b', 'c',"
        " '{{}}', '\\x00', '\\x00', '\\x00')"
    ),
    (
        "INSERT INTO controlroom.entry SELECT seq + 100, at, '1', kind, subject, body, body_hash,"
        " prev_hash, hash FROM controlroom.entry"
    ),
    "COPY controlroom.entry FROM '/etc/passwd'",
    "COPY controlroom.entry FROM PROGRAM 'id'",
    (
        "MERGE INTO controlroom.entry e USING (SELECT 1 AS n) s ON e.seq = s.n"
        " WHEN MATCHED THEN DELETE"
    ),
    "SELECT controlroom.chain('officer.added', 'officer/9', '{{}}')",
    "SELECT controlroom.append('journal.founded', 'journal', '{{\"v\":1}}', 99)",
    "SELECT controlroom.append(NULL, 'note/1', '{{}}', 0)",
    "SELECT controlroom.append('note.added', NULL, '{{}}', 0)",
    "SELECT controlroom.append('note.added', 'note/1', NULL, 0)",
    "SELECT controlroom.append('note.added', 'note/1', '{{}}', NULL)",
    "SELECT controlroom.append('note.added', 'note/1', '{{}}', -1)",
    "SELECT controlroom.append('note.added', 'note/1', '{{}}', 9000000000)",
    "SELECT controlroom.append('note.added', E'note/1\\n4711', '{{}}', 0)",
    "SELECT controlroom.append(E'note.added\\nofficer.added', 'note/1', '{{}}', 0)",
    "SELECT controlroom.append('note', 'note/1', '{{}}', 0)",
    "SELECT controlroom.append('note.added', repeat('x', 401), '{{}}', 0)",
    "SELECT controlroom.append('note.added', '', '{{}}', 0)",
    "SELECT controlroom.append('note.added', 'note/1', '[]', 0)",
    "SELECT controlroom.append('note.added', 'note/1', 'no json', 0)",
    "SELECT controlroom.append('note.added', 'note/1', repeat('[', 60000), 0)",
    (
        "SELECT controlroom.append('note.added', 'note/1', '{{\"x\":\"' || repeat('x', 65536)"
        " || '\"}}', 0)"
    ),
    "BEGIN ISOLATION LEVEL SERIALIZABLE; SELECT controlroom.append('note.added', 'n/1', '{{}}', 0)",
    (
        "BEGIN ISOLATION LEVEL REPEATABLE READ;"
        " SELECT controlroom.append('note.added', 'n/1', '{{}}', 0)"
    ),
    "BEGIN READ ONLY; SELECT controlroom.append('note.added', 'n/1', '{{}}', 0)",
    "BEGIN; SELECT controlroom.append('note.added', 'n/1', '{{}}', 0); PREPARE TRANSACTION 'late'",
)
CHANGE = (
    "UPDATE controlroom.entry SET actor = '1'",
    "UPDATE controlroom.entry SET at = '2026-01-01T00:00:00.000000Z' WHERE seq = 1",
    "UPDATE controlroom.entry SET body = '{{}}' WHERE seq = 1",
    "UPDATE controlroom.entry SET body = NULL WHERE seq = 1",
    "DELETE FROM controlroom.entry WHERE seq = 1",
    "WITH gone AS (DELETE FROM controlroom.entry RETURNING 1) SELECT * FROM gone",
    "TRUNCATE controlroom.entry",
    "TRUNCATE controlroom.entry CASCADE",
    "DROP TABLE controlroom.entry",
    "DROP SCHEMA controlroom CASCADE",
    "DROP OWNED BY controlroom_owner",
    "REASSIGN OWNED BY controlroom_owner TO {me}",
    "ALTER TABLE controlroom.entry ADD COLUMN mine text",
    "ALTER TABLE controlroom.entry DISABLE TRIGGER ALL",
    "ALTER TABLE controlroom.entry OWNER TO {me}",
    "ALTER TABLE controlroom.entry RENAME TO gone",
    "ALTER TABLE controlroom.entry ALTER actor SET DEFAULT '1'",
    "DROP TRIGGER entry_stays ON controlroom.entry",
    "ALTER TRIGGER entry_is_fixed ON controlroom.entry RENAME TO gone",
    (
        "CREATE TRIGGER mine BEFORE INSERT ON controlroom.entry FOR EACH ROW"
        " EXECUTE FUNCTION suppress_redundant_updates_trigger()"
    ),
    "CREATE RULE mine AS ON INSERT TO controlroom.entry DO INSTEAD NOTHING",
    "CREATE POLICY mine ON controlroom.entry USING (false)",
    "CREATE INDEX mine ON controlroom.entry (kind)",
    "DROP INDEX controlroom.entry_subject",
    "REINDEX TABLE controlroom.entry",
    "CLUSTER controlroom.entry USING entry_subject",
    "COMMENT ON TABLE controlroom.entry IS 'mine'",
    "SELECT * FROM controlroom.entry FOR UPDATE",
    "BEGIN; LOCK TABLE controlroom.entry IN EXCLUSIVE MODE",
    "BEGIN; LOCK TABLE controlroom.gate IN ACCESS SHARE MODE",
    "SELECT * FROM controlroom.gate",
    "SELECT * FROM controlroom.gate FOR UPDATE",
    "DELETE FROM controlroom.gate",
    "INSERT INTO controlroom.kind VALUES ('x.y', false, true)",
    "UPDATE controlroom.kind SET reserved = false, erasable = true",
)
FUNCTIONS = (
    "CREATE OR REPLACE FUNCTION controlroom.actor() RETURNS text LANGUAGE sql AS 'SELECT ''1'''",
    "CREATE FUNCTION controlroom.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "ALTER FUNCTION controlroom.append(text, text, text, bigint) SECURITY INVOKER",
    "ALTER FUNCTION controlroom.append(text, text, text, bigint) RESET ALL",
    "ALTER FUNCTION controlroom.append(text, text, text, bigint) OWNER TO {me}",
    "DROP FUNCTION controlroom.append(text, text, text, bigint)",
    "GRANT EXECUTE ON FUNCTION controlroom.chain(text, text, text) TO {me}",
    "CREATE FUNCTION pg_temp.sha256(bytea) RETURNS bytea LANGUAGE sql AS 'SELECT ''\\x00''::bytea'",
    "CREATE TEMPORARY TABLE entry (seq bigint)",
    "CREATE TABLE public.entry (seq bigint)",
    "CREATE TABLE controlroom.mine (n int)",
    "CREATE SCHEMA mine",
    "CREATE EXTENSION dblink SCHEMA controlroom",
    "CREATE LANGUAGE plpython3u",
    "CREATE EVENT TRIGGER mine ON ddl_command_start EXECUTE FUNCTION controlroom.refuse()",
    "CREATE PUBLICATION mine FOR ALL TABLES",
    "SELECT pg_create_logical_replication_slot('mine', 'pgoutput')",
    "DO $$ BEGIN DELETE FROM controlroom.entry; END $$",
)
LOGINS = (
    "SET ROLE controlroom_owner",
    "SET ROLE postgres",
    "SET ROLE {other}",
    "SET SESSION AUTHORIZATION {other}",
    "SET SESSION AUTHORIZATION postgres",
    "GRANT controlroom_owner TO {me}",
    "GRANT ALL ON controlroom.gate TO {me}",
    "GRANT ALL ON controlroom.entry TO {me}; DELETE FROM controlroom.entry",
    "GRANT pg_write_server_files TO {me}",
    "ALTER DEFAULT PRIVILEGES FOR ROLE controlroom_owner GRANT ALL ON TABLES TO {me}",
    "ALTER ROLE {me} SUPERUSER",
    "ALTER ROLE {me} CREATEROLE",
    "ALTER ROLE {me} CONNECTION LIMIT -1",
    "ALTER ROLE {me} RENAME TO {other}",
    "ALTER ROLE {other} PASSWORD 'mine'",
    "CREATE ROLE officer_1 LOGIN PASSWORD 'mine'",
    "DROP ROLE {other}",
    "SELECT rolpassword FROM pg_authid",
    "SET session_replication_role = replica",
    "ALTER SYSTEM SET fsync = off",
    "ALTER DATABASE {database} SET search_path = pg_temp",
    "ALTER DATABASE {database} OWNER TO {me}",
    "DROP DATABASE {database}",
)
MACHINE = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{other}'",
    "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres'",
    "SELECT pg_reload_conf()",
    "SELECT pg_rotate_logfile()",
    "SELECT pg_read_file('pg_hba.conf')",
    "SELECT pg_ls_dir('.')",
    "SELECT lo_import('/etc/passwd')",
    "SELECT lo_create(0)",
    "SELECT lo_from_bytea(0, '\\x00')",
    "COPY controlroom.entry TO '/mine'",
    "COPY (SELECT 1) TO PROGRAM 'id'",
    "SET temp_file_limit = -1",
    "CHECKPOINT",
)
STATIONS_ONLY = (
    "SELECT controlroom.append('checkpoint.signed', 'checkpoint', '{{\"v\":1}}', 1)",
    "SELECT controlroom.append('journal.moved', 'journal', '{{\"v\":1}}', 1)",
    "SELECT controlroom.append('body.erased', 'entry/2', '{{\"v\":1}}', 1)",
    *(
        f"SELECT controlroom.append('delivery.{one}', 'delivery/a/0/x//1', '{{{{\"v\":1}}}}', 1)"
        for one in ("claimed", "sent", "failed", "unknown", "read_back", "seen_gone")
    ),
    "SELECT controlroom.erase(2, '{{}}')",
    "SELECT controlroom.end_stuck('0')",
    "SET ROLE controlroom_station",
)
FOR_ALL = (*FORGE, *CHANGE, *FUNCTIONS, *LOGINS, *MACHINE)

TRICKS = (
    "SET search_path = pg_temp, public",
    "SET standard_conforming_strings = off",
    "SET TIME ZONE 'Pacific/Apia'",
    "SET DateStyle = 'German'",
    "SET bytea_output = 'escape'",
    "SET client_encoding = 'LATIN1'",
    "SET quote_all_identifiers = on",
    "SET transform_null_equals = on",
    "SET application_name = 'officer_1'",
    "SET controlroom.actor = '1'",
    "SET synchronous_commit = off",
    "SET ROLE controlroom_desk",
    "NOTIFY controlroom_journal, '999'",
)
"""What goes through, and changes neither who acted nor when nor how it is chained."""
