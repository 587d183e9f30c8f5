"""Who is at which desk, told through the team's database without being recorded.

One table that a crash empties, and two functions. Who tells is the login of the session, as in the
record; what a notice says is not looked at, since any login could send one.
"""

from datetime import UTC
from typing import TYPE_CHECKING, Any

import psycopg

from controlroom.model.presence import LONGEST_DESK, Doing, Present, desk_called
from controlroom.store.journal.errors import DatabaseAway
from controlroom.store.journal.postgres.link import Link
from controlroom.store.journal.postgres.pinned import PINNED

if TYPE_CHECKING:
    from controlroom.store.journal.postgres.pen_link import PenLink

GONE_S = 30
"""Seconds of silence after which somebody counts as gone."""
LONGEST_ABOUT, MOST_DESKS = 400, 10
"""Characters, and how many desks one officer can be at."""
_DESK = "controlroom_desk"

_TABLE = """
CREATE UNLOGGED TABLE controlroom.present (
    actor text COLLATE "C" NOT NULL,
    desk text COLLATE "C" NOT NULL,
    doing text COLLATE "C" NOT NULL,
    about text COLLATE "C" NOT NULL,
    since timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    PRIMARY KEY (actor, desk)
)
"""

_WHO = f"""
CREATE FUNCTION controlroom.who_is_present()
RETURNS SETOF controlroom.present LANGUAGE sql STABLE {PINNED} AS $$
    SELECT * FROM controlroom.present p
    WHERE p.seen_at > clock_timestamp() - interval '{GONE_S} seconds' ORDER BY p.actor, p.desk
$$
"""

# Only what is other than before is told to everybody. Rows that somebody holds in an open
# transaction are passed over: nobody waits for another's presence.
_BE_PRESENT = rf"""
CREATE FUNCTION controlroom.be_present(p_doing text, p_about text, p_desk text)
RETURNS SETOF controlroom.present LANGUAGE plpgsql {PINNED} SET lock_timeout = '5s' AS $$
DECLARE
    v_me text := controlroom.actor();
    v_now timestamptz := clock_timestamp();
    v_changed boolean;
BEGIN
    IF p_doing IS NULL OR p_about IS NULL OR p_desk IS NULL
        OR p_doing NOT IN ('here', 'reading', 'typing', 'gone')
        OR length(p_about) > {LONGEST_ABOUT} OR length(p_desk) NOT BETWEEN 1 AND {LONGEST_DESK}
        OR (p_about || p_desk) COLLATE "C" ~ '[\u0001-\u001f\u007f]' THEN
        RAISE EXCEPTION 'no presence' USING ERRCODE = 'CR400';
    END IF;
    DELETE FROM controlroom.present p WHERE (p.actor, p.desk) IN (
        SELECT o.actor, o.desk FROM controlroom.present o
        WHERE o.seen_at < v_now - interval '{GONE_S} seconds' FOR UPDATE SKIP LOCKED);
    IF p_doing = 'gone' THEN
        DELETE FROM controlroom.present p WHERE p.actor = v_me AND p.desk = p_desk;
        v_changed := FOUND;
    ELSE
        INSERT INTO controlroom.present AS p VALUES (v_me, p_desk, p_doing, p_about, v_now, v_now)
        ON CONFLICT (actor, desk) DO UPDATE SET
            doing = p_doing, about = p_about, seen_at = v_now,
            since = CASE WHEN p.doing = p_doing AND p.about = p_about THEN p.since ELSE v_now END
        RETURNING p.since = v_now INTO v_changed;
        DELETE FROM controlroom.present p WHERE p.actor = v_me AND p.desk NOT IN (
            SELECT o.desk FROM controlroom.present o WHERE o.actor = v_me
            ORDER BY o.seen_at DESC LIMIT {MOST_DESKS});
    END IF;
    IF v_changed THEN
        PERFORM pg_notify('controlroom_presence', '');
    END IF;
    RETURN QUERY SELECT * FROM controlroom.who_is_present();
END $$
"""

_FUNCTIONS = ("be_present(text, text, text)", "who_is_present()")

PRESENCE = (
    _TABLE,
    _WHO,
    _BE_PRESENT,
    *(f"REVOKE ALL ON FUNCTION controlroom.{one} FROM PUBLIC" for one in _FUNCTIONS),
    *(f"GRANT EXECUTE ON FUNCTION controlroom.{one} TO {_DESK}" for one in _FUNCTIONS),
)
"""What is made by the owner, in this order."""


class PresenceLink:
    """Tells the team what is done at one desk, and hears of the others; one connection.

    Args:
        url: as libpq takes it.
        desk: what this workstation is called; cut where it is too long.
    """

    def __init__(self, url: str, desk: str) -> None:
        self._link = Link(url)
        self._desk = desk_called(desk)
        self._actor = ""
        self._listening: psycopg.Connection[object] | None = None

    @property
    def pens(self) -> "PenLink":
        """Who writes the answer to which conversation, over the same connection."""
        from controlroom.store.journal.postgres.pen_link import PenLink

        return PenLink(self._link, self._desk)

    def tell(self, doing: Doing, about: str) -> list[Present]:
        """Tells what is done here now; returns the others. Raises `DatabaseAway` and others."""
        self._ears()
        query = f"SELECT {_COLUMNS} FROM controlroom.be_present(%s, %s, %s)"
        return self._of_others(query, (str(doing), about[:LONGEST_ABOUT], self._desk))

    def others(self) -> list[Present]:
        """Returns who is there apart from this desk. Raises as `tell`."""
        return self._of_others(f"SELECT {_COLUMNS} FROM controlroom.who_is_present()")

    def wait(self, timeout_s: float) -> bool:
        """Waits until something may be other than before; False if nothing came in time."""
        ears = self._ears()
        try:
            # What this desk told itself is no news to it.
            mine = ears.info.backend_pid
            return any(one.pid != mine for one in ears.notifies(timeout=timeout_s))
        except psycopg.OperationalError:
            self._link.close()
            raise DatabaseAway from None

    def close(self) -> None:
        """Lets go of the connection."""
        self._link.close()

    def _of_others(self, query: str, values: tuple[str, ...] = ()) -> list[Present]:
        if not self._actor:
            self._actor = str(self._link.read("SELECT controlroom.actor()")[0][0])
        mine = (self._actor, self._desk)
        rows = self._link.read(query, values)
        return [_present(row) for row in rows if (row[0], row[1]) != mine]

    def _ears(self) -> "psycopg.Connection[object]":
        ears = self._link.connection()
        if ears is not self._listening:
            self._link.read("LISTEN controlroom_presence")
            self._listening = ears
        return ears


_COLUMNS = "actor, desk, doing, about, since"


def _present(row: tuple[Any, ...]) -> Present:
    actor, desk, doing, about, since = row
    return Present(actor, desk, Doing(doing), about, since.astimezone(UTC))
