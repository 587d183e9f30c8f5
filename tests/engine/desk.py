"""The desk's end of the pipes, without a window, holding a real engine."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from controlroom.model.cached import CachedPost
from controlroom.model.reading import Gap
from controlroom.store.cache.load import load
from controlroom.store.cache.schema import CACHE
from controlroom.store.cache.states import StateList
from controlroom.store.database import Database
from tests.engine.mastodon_server import wait_until

ROOT = Path(__file__).parents[2]
KEY = "5a" * 32
ENGINE = ("-m", "controlroom.engine")


class Desk:
    """Starts an engine on `folder`, says things to it and hears what it says."""

    def __init__(self, folder: Path, *start: str, path: str = "") -> None:
        self.folder = folder
        self.lines: list[dict[str, Any]] = []
        self.errors = folder / "engine.log"
        with self.errors.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *(start or ENGINE), str(folder)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env=os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{path}"},
            )
        self._ears = threading.Thread(target=self._hear)
        self._ears.start()

    def say(self, **line: object) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(line).encode() + b"\n")
        self.process.stdin.flush()

    def heard(self, kind: str) -> list[Any]:
        """Returns what was said of one kind so far."""
        return [line[kind] for line in list(self.lines) if kind in line]

    def hears(self, kind: str, holds: Callable[[Any], object] = bool, after: int = 0) -> Any:
        """Waits for a line of this kind that fits and returns it."""
        wait_until(lambda: any(holds(one) for one in self.heard(kind)[after:]))
        return next(one for one in self.heard(kind)[after:] if holds(one))

    def read(self, stream: int) -> dict[str, Any]:
        """Has a stream of one source read now and returns how the source stands after it."""
        before, asked = len(self.heard("state")), datetime.now(UTC)

        def answers(state: dict[str, Any]) -> bool:
            """A read that was under way when it was asked for began too early."""
            began = state["last_read"]
            late = began is not None and datetime.fromisoformat(began) < asked
            return stream in state["streams"] and not (late and state["now"] == "live")

        self.say(read_now=stream)
        state: dict[str, Any] = self.hears("state", answers, before)
        return state

    def close(self) -> int:
        """Hangs up, as a desk that dies does; returns the engine's exit code."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        return self.over()

    def over(self) -> int:
        """Waits for the engine's end and returns its exit code."""
        assert self.process.stdout is not None
        code = self.process.wait(60)
        self._ears.join(5)
        self.process.stdout.close()
        return code

    def posts(self) -> list[CachedPost]:
        """Returns what the cache holds, newest first."""
        with self._cache() as database, database.read() as connection:
            rows = connection.exec_driver_sql("SELECT id FROM post")
            return load(connection, [row[0] for row in rows])

    def texts(self) -> list[str]:
        return [cached.post.text for cached in self.posts()]

    def gaps(self) -> list[Gap]:
        with self._cache() as database:
            return StateList(database).gaps()

    @contextmanager
    def _cache(self) -> Iterator[Database]:
        database = Database.open(self.folder, CACHE, bytes.fromhex(KEY), write=False)
        try:
            yield database
        finally:
            database.close()

    def _hear(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(json.loads(line))


@contextmanager
def desk(folder: Path, *start: str, path: str = "", **first: object) -> Iterator[Desk]:
    """A desk whose engine has been given its key and ends with the block."""
    folder.mkdir(exist_ok=True)
    one = Desk(folder, *start, path=path)
    try:
        one.say(key=KEY, **first)
        one.hears("ready")
        yield one
    finally:
        if one.process.poll() is None:
            one.process.kill()
        with one.process:
            one._ears.join(5)
