"""Preparing a database for a team, and the logins of its people."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

import psycopg
from psycopg import sql

from controlroom.model.errors import OurError, WorldError
from controlroom.model.journal import Proposal
from controlroom.model.journal_kinds import KINDS
from controlroom.model.journal_subject import is_force_number
from controlroom.store.journal.errors import DatabaseAway, NotAllowed, NoTeamHere, TeamIsThere
from controlroom.store.journal.postgres.answers import ANSWERS
from controlroom.store.journal.postgres.archive import ARCHIVE
from controlroom.store.journal.postgres.functions import AGAIN
from controlroom.store.journal.postgres.kept import KEEPING
from controlroom.store.journal.postgres.link import connection_parts
from controlroom.store.journal.postgres.pens import PENS, PENS_ANEW
from controlroom.store.journal.postgres.presence import PRESENCE
from controlroom.store.journal.postgres.reading import READING
from controlroom.store.journal.postgres.roles import DESK, OWNER, ROLES, STATION
from controlroom.store.journal.postgres.schema import (
    AS_OWNER,
    AS_SUPERUSER,
    ON_DATABASE,
)
from controlroom.store.journal.postgres.shelf import SHELF

_STATION_NAME = re.compile(r"[a-z][a-z0-9_]{0,30}")
_MOST_SESSIONS = 10
Cursor = psycopg.Cursor[tuple[object, ...]]
Result = TypeVar("Result")


class WrongEncoding(WorldError):
    sentence = "The database {database} does not keep its text in UTF-8."
    remedy = "Have it made with ENCODING 'UTF8'."


@dataclass(frozen=True, slots=True)
class TeamMade:
    """What was prepared.

    Attributes:
        to_run: statements that a superuser still has to run, none if we were one.
    """

    database: str
    to_run: tuple[str, ...]


def create(url: str, founding: Proposal) -> TeamMade:
    """Prepares an empty database for a team, all of it or nothing.

    Args:
        url: of the owner of the database, who may make roles.
        founding: the first entry, a `JournalFounded`.

    Raises `TeamIsThere`, `WrongEncoding`, `NotAllowed`, `DatabaseAway`.
    """

    def found(cursor: Cursor) -> None:
        values = (founding.kind, founding.subject, founding.body)
        cursor.execute("SELECT controlroom.append(%s, %s, %s, 0)", values)

    return create_with(url, found)


def create_with(url: str, fill: Callable[[Cursor], None]) -> TeamMade:
    """As `create`, with what `fill` puts there as the owner of the tables."""
    return _as_one(url, lambda cursor: _create(cursor, fill))


def update(url: str) -> list[str]:
    """Teaches a team's database the kinds of this version; returns those that are new to it.

    A database from before the team's posts gets the place for them.

    Only the owner of the database or a superuser may. Raises as `create`.
    """
    return _as_one(url, _update)


def add_officer(url: str, number: str, password: str) -> str:
    """Makes the login of an officer, or gives it a new password; returns its name.

    What the officer may do stands in the journal alone. Raises as `create`.
    """
    if not is_force_number(number):
        raise OurError(f"{number!r} is no force number")
    return _login(url, f"officer_{number.lower()}", DESK, password)


def add_station(url: str, name: str, password: str) -> str:
    """Makes the login of a station; returns its name. Raises as `create`."""
    if not is_station_name(name):
        raise OurError(f"{name!r} cannot name a station")
    return _login(url, f"station_{name}", STATION, password)


def is_station_name(name: str) -> bool:
    """Returns whether a station can be called so."""
    return _STATION_NAME.fullmatch(name) is not None


def cut_off(url: str, login: str) -> int:
    """Shuts a login out and ends its sessions; returns how many. Raises as `create`."""

    def do(cursor: Cursor) -> int:
        cursor.execute(sql.SQL("ALTER ROLE {} NOLOGIN PASSWORD NULL").format(sql.Identifier(login)))
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", (login,)
        )
        return len(cursor.fetchall())

    return _as_one(url, do)


def _as_one(url: str, do: Callable[[Cursor], Result]) -> Result:
    """Runs what is to be done in one transaction, and tells what the world refuses."""
    try:
        with psycopg.connect(**connection_parts(url)) as connection, connection.cursor() as cursor:
            return do(cursor)
    except psycopg.errors.InsufficientPrivilege:
        raise NotAllowed from None
    except psycopg.errors.UndefinedTable:
        raise NoTeamHere(database=connection_parts(url).get("dbname", "")) from None
    except psycopg.OperationalError:
        raise DatabaseAway from None


def _create(cursor: Cursor, fill: Callable[[Cursor], None]) -> TeamMade:
    database, encoding, is_super = _asked(cursor)
    if encoding != "UTF8":
        raise WrongEncoding(database=database)
    if cursor.execute("SELECT to_regnamespace('controlroom')").fetchone() != (None,):
        raise TeamIsThere(database=database)
    _make_roles(cursor)
    name = sql.Identifier(str(database))
    _run(cursor, ON_DATABASE, name)
    if is_super:
        _run(cursor, AS_SUPERUSER, name)
    _make_as_owner(cursor, name)
    fill(cursor)
    _hand_back(cursor, name)
    left = () if is_super else tuple(_text(cursor, one, name) for one in AS_SUPERUSER)
    return TeamMade(str(database), left)


def _asked(cursor: Cursor) -> tuple[object, ...]:
    query = (
        "SELECT current_database(), getdatabaseencoding(),"
        " (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)"
    )
    row = cursor.execute(query).fetchone()
    assert row is not None
    return row


def _make_roles(cursor: Cursor) -> None:
    for role in ROLES:
        if not _exists(cursor, role):
            cursor.execute(f"CREATE ROLE {role} NOLOGIN")


def _make_as_owner(cursor: Cursor, database: sql.Identifier) -> None:
    cursor.execute(f"GRANT {OWNER} TO CURRENT_USER")
    cursor.execute(sql.SQL("GRANT CREATE ON DATABASE {} TO " + OWNER).format(database))
    cursor.execute(f"SET LOCAL ROLE {OWNER}")
    _run(cursor, AS_OWNER)
    _run(cursor, ARCHIVE)
    _run(cursor, READING)
    _run(cursor, PRESENCE)
    _run(cursor, PENS)
    _run(cursor, ANSWERS)
    _run(cursor, KEEPING)
    _run(cursor, SHELF)
    _teach_kinds(cursor)


def _update(cursor: Cursor) -> list[str]:
    cursor.execute(f"GRANT {OWNER} TO CURRENT_USER")
    cursor.execute(f"SET LOCAL ROLE {OWNER}")
    new = _teach_kinds(cursor)
    if cursor.execute("SELECT to_regclass('controlroom.post')").fetchone() == (None,):
        _run(cursor, ARCHIVE)
    if cursor.execute("SELECT to_regclass('controlroom.reading')").fetchone() == (None,):
        _run(cursor, READING)
    if cursor.execute("SELECT to_regclass('controlroom.present')").fetchone() == (None,):
        _run(cursor, PRESENCE)
    has_pens = cursor.execute("SELECT to_regclass('controlroom.pen')").fetchone() != (None,)
    _run(cursor, PENS_ANEW if has_pens else PENS)
    _run(cursor, (*ANSWERS, *AGAIN))
    if cursor.execute("SELECT to_regclass('controlroom.kept')").fetchone() == (None,):
        _run(cursor, KEEPING)
    if cursor.execute("SELECT to_regclass('controlroom.shelf_copy')").fetchone() == (None,):
        _run(cursor, SHELF)
    cursor.execute("RESET ROLE")
    cursor.execute(f"REVOKE {OWNER} FROM CURRENT_USER")
    return new


def _teach_kinds(cursor: Cursor) -> list[str]:
    query = "INSERT INTO controlroom.kind VALUES (%s, %s, %s) ON CONFLICT DO NOTHING RETURNING kind"
    new = []
    for kind in KINDS.values():
        cursor.execute(query, (kind.kind, kind.reserved, kind.erasable))
        new += [str(row[0]) for row in cursor.fetchall()]
    return new


def _hand_back(cursor: Cursor, database: sql.Identifier) -> None:
    cursor.execute("RESET ROLE")
    cursor.execute(sql.SQL("REVOKE CREATE ON DATABASE {} FROM " + OWNER).format(database))
    cursor.execute(f"REVOKE {OWNER} FROM CURRENT_USER")


def _login(url: str, login: str, group: str, password: str) -> str:
    def do(cursor: Cursor) -> str:
        verifier = cursor.connection.pgconn.encrypt_password(
            password.encode(), login.encode(), b"scram-sha-256"
        )
        name = sql.Identifier(login)
        if not _exists(cursor, login):
            cursor.execute(sql.SQL("CREATE ROLE {}").format(name))
        cursor.execute(
            sql.SQL(
                "ALTER ROLE {} LOGIN NOCREATEDB NOCREATEROLE CONNECTION LIMIT {} PASSWORD {}"
            ).format(name, sql.Literal(_MOST_SESSIONS), sql.Literal(verifier.decode()))
        )
        cursor.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(group), name))
        return login

    return _as_one(url, do)


def _exists(cursor: Cursor, role: str) -> bool:
    return (
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (role,)).fetchone() is not None
    )


def _run(cursor: Cursor, statements: Iterable[str], database: sql.Identifier | None = None) -> None:
    for statement in statements:
        made = sql.SQL(statement).format(database=database) if database else statement
        cursor.execute(made)


def _text(cursor: Cursor, statement: str, database: sql.Identifier) -> str:
    return sql.SQL(statement).format(database=database).as_string(cursor)
