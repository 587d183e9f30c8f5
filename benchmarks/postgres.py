"""PostgreSQL for tests and benchmarks: a cluster of its own on a free port of this computer."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

_PACKAGE = Path("/usr/lib/postgresql")
_RULES = """
host all postgres 127.0.0.1/32 trust
host all dba 127.0.0.1/32 trust
host all all 127.0.0.1/32 scram-sha-256
host replication postgres 127.0.0.1/32 trust
"""
_FORGETFUL = ("-c", "wal_level=minimal", "-c", "max_wal_senders=0", "-c", "full_page_writes=off")
LONGEST_START_S = 30


def missing() -> str:
    """Returns why PostgreSQL cannot be started, "" if it can."""
    if _programs() is None:
        return "PostgreSQL is not installed: make test does that where it may"
    return ""


def _programs() -> Path | None:
    found = sorted(_PACKAGE.glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@dataclass
class Cluster:
    """A running PostgreSQL that forgets everything at the end.

    Attributes:
        durable: whether it puts every commit on the disk; a crash loses what it tells otherwise.
        whom: as which user its programs run.
    """

    folder: Path
    port: int
    durable: bool
    whom: dict[str, Any]
    _process: "subprocess.Popen[bytes] | None" = None
    _numbers: Iterator[int] = field(default_factory=count)
    _again: str = ""

    def start(self) -> None:
        """Starts the server and waits until it answers."""
        programs = _programs()
        assert programs is not None
        command = [str(programs / "postgres"), "-D", str(self.folder / "d"), "-h", "127.0.0.1"]
        command += ["-p", str(self.port), "-k", str(self.folder), "-c", "max_connections=120"]
        command += [] if self.durable else ["-F", *_FORGETFUL]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                command, cwd=self.folder, stdout=log, stderr=log, **self.whom
            )
        until = time.monotonic() + LONGEST_START_S
        while not self._answers():
            assert time.monotonic() < until, (self.folder / "log").read_text()
            time.sleep(0.05)

    def stop(self) -> None:
        """Ends the server at once, as in a crash: what it had not put on the disk is gone."""
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(30)
            self._process = None

    def stand_by(self, folder: Path) -> "Cluster":
        """Returns a running copy that follows this server; a commit waits for it from now on.

        Args:
            folder: empty, and of the user whose programs run.
        """
        programs = _programs()
        assert programs is not None
        command = [programs / "pg_basebackup", "-h", "127.0.0.1", "-p", str(self.port)]
        command += ["-U", "postgres", "-D", folder / "d", "-R", "-X", "stream", "-c", "fast"]
        subprocess.run(command, check=True, cwd=folder, **self.whom)
        one = Cluster(folder, free_port(), self.durable, self.whom)
        one.start()
        self.run("ALTER SYSTEM SET synchronous_standby_names = '*'")
        self.run("SELECT pg_reload_conf()")
        return one

    def promote(self) -> None:
        """Makes a stand-by the server that is written to."""
        self.run("SELECT pg_promote()")

    def url(self, user: str = "postgres", database: str = "postgres", password: str = "") -> str:
        """Returns an address."""
        word = f":{password}" if password else ""
        return f"postgresql://{user}{word}@127.0.0.1:{self.port}/{database}"

    def database(self, owner: str = "postgres") -> str:
        """Makes an empty database; returns its name."""
        name = f"force{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} OWNER {owner} TEMPLATE template0 ENCODING 'UTF8'")
        return name

    def emptied(self) -> str:
        """Returns the name of a database that is used again and again, without any record."""
        if not self._again:
            self._again = self.database()
        self.run("DROP SCHEMA IF EXISTS controlroom CASCADE", self._again)
        return self._again

    def run(self, statement: str, database: str = "postgres") -> None:
        """Runs a statement as superuser."""
        with psycopg.connect(self.url(database=database), autocommit=True) as connection:
            connection.execute(statement)

    def _answers(self) -> bool:
        with suppress(psycopg.OperationalError):
            psycopg.connect(self.url()).close()
            return True
        return False


@contextmanager
def cluster(*, durable: bool = False) -> Iterator[Cluster]:
    """Yields a running PostgreSQL; it refuses to run as root, and then runs as its own user."""
    folder = Path(tempfile.mkdtemp(prefix="controlroom-postgres-", dir="/tmp"))
    one = Cluster(folder, free_port(), durable, _whom(folder))
    try:
        _make(one)
        one.start()
        one.run("CREATE ROLE dba LOGIN CREATEROLE CREATEDB")
        yield one
    finally:
        one.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _whom(folder: Path) -> dict[str, Any]:
    if os.getuid() != 0:
        return {}
    shutil.chown(folder, "postgres", "postgres")
    return {"user": "postgres", "group": "postgres", "extra_groups": []}


def _make(one: Cluster) -> None:
    programs = _programs()
    assert programs is not None
    command = [programs / "initdb", "--auth=trust", "--username=postgres", "--no-sync"]
    command += ["--encoding=UTF8", "--locale=C.UTF-8", "-D", one.folder / "d"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=one.folder, **one.whom)
    (one.folder / "d" / "pg_hba.conf").write_text(_RULES)
