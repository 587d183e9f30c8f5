"""Starts PostgreSQL, Redis and the Bluesky servers on free ports of this computer, once."""

import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.engine.mastodon_server import free_port, wait_until
from tests.servers import pieces

LONGEST_START_S = 400


@dataclass(frozen=True, slots=True)
class Stack:
    """Addresses of the account server and the app view."""

    pds: str
    bsky: str


@contextmanager
def running() -> Iterator[Stack]:
    """The servers, until the block ends."""
    with ExitStack() as all_of_them:
        folder = Path(tempfile.mkdtemp(prefix="controlroom-servers-", dir="/tmp"))
        all_of_them.callback(shutil.rmtree, folder, ignore_errors=True)
        folder.chmod(0o755)
        database = all_of_them.enter_context(_postgres(folder / "postgres"))
        redis = all_of_them.enter_context(_redis(folder))
        yield all_of_them.enter_context(_bluesky(folder, database, redis))


@contextmanager
def _postgres(folder: Path) -> Iterator[str]:
    """Yields the address of a database that forgets everything at the end."""
    programs = pieces.postgres()
    assert programs is not None
    folder.mkdir()
    as_whom: dict[str, Any] = {}
    if os.getuid() == 0:
        # It refuses to run as root.
        shutil.chown(folder, "postgres", "postgres")
        as_whom = {"user": "postgres", "group": "postgres", "extra_groups": []}
    make = [programs / "initdb", "--auth=trust", "--username=postgres", "--no-sync", folder / "d"]
    subprocess.run(make, check=True, stdout=subprocess.DEVNULL, cwd=folder, **as_whom)
    port = free_port()
    options = ["-h", "127.0.0.1", "-p", str(port), "-k", str(folder), "-F"]
    command = [str(programs / "postgres"), "-D", str(folder / "d"), *options]
    with _process(command, folder, **as_whom):
        ready = [programs / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]
        wait_until(lambda: subprocess.run(ready, check=False).returncode == 0, LONGEST_START_S)
        yield f"postgresql://postgres@127.0.0.1:{port}/postgres"


@contextmanager
def _redis(folder: Path) -> Iterator[str]:
    port = free_port()
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    with _process(["redis-server", *options], folder):
        yield f"127.0.0.1:{port}"


@contextmanager
def _bluesky(folder: Path, database: str, redis: str) -> Iterator[Stack]:
    ports = {name: free_port() for name in ("plc", "pds", "bsky", "ozone")}
    more = {"PORTS": json.dumps(ports), "DB_POSTGRES_URL": database, "REDIS_HOST": redis}
    command = [str(pieces.node()), "--require", str(pieces.HERE / "loopback.cjs")]
    with _process(
        [*command, str(pieces.HERE / "dev.mjs")],
        pieces.home(),
        log=folder / "bluesky.log",
        env={**os.environ, **more, "NODE_ENV": "test"},
    ) as process:
        told = _first_line(process, folder / "bluesky.log")
        yield Stack(told["pds"], told["bsky"])


def _first_line(process: subprocess.Popen[bytes], log: Path) -> dict[str, str]:
    """Waits for the line in which the servers tell where they are."""
    until = time.monotonic() + LONGEST_START_S
    while time.monotonic() < until and process.poll() is None:
        lines = [line for line in log.read_text().splitlines() if line.startswith('{"pds"')]
        if lines:
            told: dict[str, str] = json.loads(lines[0])
            return told
        time.sleep(0.2)
    raise AssertionError(f"the servers did not start: {log.read_text()[-2000:]}")


@contextmanager
def _process(
    command: list[str], folder: Path, log: Path | None = None, **more: Any
) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is asked to end with the block, and made to if it does not.

    The system asks it too if the tests are killed.
    """
    with open(log or os.devnull, "wb") as told:
        process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "INT", *command],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=told,
            stderr=told,
            **more,
        )
    with process:
        try:
            yield process
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
