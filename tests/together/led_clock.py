"""A team's database whose clock can be put ahead, as the clocks of everybody else in an exercise.

Only the clock is another: what is stamped, and what tells the time, are the functions of the
product.
"""

import psycopg

_MADE = (
    "CREATE SCHEMA led",
    "CREATE TABLE led.ahead (by interval NOT NULL)",
    "INSERT INTO led.ahead VALUES ('0')",
    """
    CREATE FUNCTION led.clock_timestamp() RETURNS timestamptz LANGUAGE sql SECURITY DEFINER
        AS $$ SELECT pg_catalog.clock_timestamp() + a.by FROM led.ahead a $$
    """,
    "GRANT USAGE ON SCHEMA led TO PUBLIC",
    "ALTER FUNCTION controlroom.chain SET search_path = led, pg_catalog, pg_temp",
    "ALTER FUNCTION controlroom.about SET search_path = led, pg_catalog, pg_temp",
)


def make(admin: str, database: str) -> None:
    """Gives a database such a clock, before anybody signs in."""
    with psycopg.connect(admin, autocommit=True) as session:
        for statement in _MADE:
            session.execute(statement)
        session.execute(f"ALTER DATABASE {database} SET search_path = led, pg_catalog, public")


def put(admin: str, ahead_s: float) -> None:
    """Puts the clock so many seconds ahead of what it would show."""
    with psycopg.connect(admin, autocommit=True) as session:
        session.execute("UPDATE led.ahead SET by = make_interval(secs => %s)", (ahead_s,))
