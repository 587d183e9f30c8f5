"""One connection to PostgreSQL: opened when it is needed, and again after it broke."""

import ipaddress
import threading
from collections.abc import Sequence
from typing import Any

import psycopg
from psycopg import conninfo, errors, sql

from controlroom.model.errors import WorldError
from controlroom.store.journal.errors import (
    DatabaseAway,
    JournalBusy,
    NotAllowed,
    NoTeamHere,
    Unsettled,
)

Query = str | sql.Composed
_PATIENCE = {
    "connect_timeout": "5",
    "tcp_user_timeout": "10000",
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "application_name": "controlroom",
}
_BUSY = ("55P03", "57014", "40P01")
_NOTHING_HERE = ("3F000", "42P01", "42883")


class AddressUnreadable(WorldError):
    sentence = "The address of the database cannot be read."
    remedy = "It looks like postgresql://officer_4711@database.example/controlroom."


class Link:
    """A connection in which every statement is a transaction of its own. Safe in several threads.

    Args:
        url: as libpq takes it; a password is better kept in a password file.
    """

    def __init__(self, url: str) -> None:
        self._parts = connection_parts(url)
        self.database = str(self._parts.get("dbname", ""))
        self._open: psycopg.Connection[Any] | None = None
        self._lock = threading.RLock()

    def read(self, query: Query, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Asks; a second time if the connection was broken. Raises `DatabaseAway` and others."""
        with self._lock:
            try:
                return self._run(query, values)
            except DatabaseAway:
                return self._run(query, values)

    def write(self, query: Query, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Changes something that may be asked for twice, since it is done once only.

        Raises `Unsettled` if nobody knows whether it was done, `DatabaseAway` if it surely was not.
        """
        with self._lock:
            self.connection()
            try:
                return self._run(query, values)
            except DatabaseAway:
                return self._again(query, values)

    def connection(self) -> psycopg.Connection[Any]:
        """Returns the open connection. Raises `DatabaseAway`, `NotAllowed`."""
        with self._lock:
            if self._open is None or self._open.closed:
                try:
                    self._open = psycopg.connect(**self._parts, autocommit=True)
                except psycopg.OperationalError as error:
                    raise _refusal(error) from None
            return self._open

    def close(self) -> None:
        """Closes the connection; the next call opens it again."""
        with self._lock:
            if self._open is not None:
                self._open.close()
                self._open = None

    def _again(self, query: Query, values: Sequence[object]) -> list[tuple[Any, ...]]:
        try:
            return self._run(query, values)
        except DatabaseAway:
            raise Unsettled from None

    def _run(self, query: Query, values: Sequence[object]) -> list[tuple[Any, ...]]:
        connection = self.connection()
        try:
            found = connection.execute(query, values)
            return found.fetchall() if found.description else []
        except psycopg.Error as error:
            raise self._told(error) from error

    def _told(self, error: psycopg.Error) -> Exception:
        code = error.sqlstate or ""
        if code in _BUSY:
            return JournalBusy()
        if isinstance(error, errors.InsufficientPrivilege):
            return NotAllowed()
        if code in _NOTHING_HERE:
            return NoTeamHere(database=self.database)
        if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
            self.close()
            return DatabaseAway()
        return error


def connection_parts(url: str) -> dict[str, Any]:
    """Returns the parts of an address, with encryption wherever it leaves this computer.

    Raises `AddressUnreadable`, which does not repeat the address: it may hold a password.
    """
    try:
        given = conninfo.conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        raise AddressUnreadable from None
    hosts = f"{given.get('host') or ''},{given.get('hostaddr') or ''}".split(",")
    if not all(_is_here(host) for host in hosts):
        given.setdefault("sslmode", "verify-full")
        given.setdefault("sslrootcert", "system")
        given.setdefault("channel_binding", "require")
    return {**_PATIENCE, **given}


def without_password(url: str) -> tuple[str, str]:
    """Returns an address without its password, and the password. Raises `AddressUnreadable`."""
    try:
        parts = conninfo.conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        raise AddressUnreadable from None
    password = str(parts.pop("password", "") or "")
    bare = conninfo.make_conninfo("", **{name: str(value) for name, value in parts.items()})
    return (bare, password) if password else (url, "")


def with_password(url: str, password: str) -> str:
    """Returns an address with a password, to be kept in memory only. Raises `AddressUnreadable`."""
    try:
        return conninfo.make_conninfo(url, password=password) if password else url
    except psycopg.ProgrammingError:
        raise AddressUnreadable from None


def _is_here(host: str) -> bool:
    if not host or host.startswith("/") or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _refusal(error: psycopg.OperationalError) -> WorldError:
    """libpq tells a wrong password only in words, and gives no code before the session stands."""
    refused = (
        "password authentication failed",
        "no pg_hba.conf entry",
        "is not permitted to log in",
    )
    text = str(error)
    if any(words in text for words in refused) or "permission denied for database" in text:
        return NotAllowed()
    return DatabaseAway()
