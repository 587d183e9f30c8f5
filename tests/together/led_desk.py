"""A desk's process, and the way to lead it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.engine.mastodon_server import wait_until

ROOT = Path(__file__).parents[2]
PATIENCE_S = 90.0


class Desk:
    """A desk's process, and the way to lead it."""

    def __init__(
        self, folder: Path, url: str, password: str, program: str = "desk", *more: str
    ) -> None:
        command = [sys.executable, "-m", f"tests.together.{program}", str(folder), url, password]
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "LANGUAGE": "en"}
        self._process = subprocess.Popen(
            [*command, *more],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._is_open = False

    def says(self, act: str, *words: object) -> Any:
        """Gives an order, and returns the answer."""
        self.begins(act, *words)
        return self._heard()

    def wait_open(self) -> None:
        """Waits until the window is there."""
        if not self._is_open:
            assert self._heard() == "open"
            self._is_open = True

    def begins(self, act: str, *words: object) -> None:
        """Gives an order whose answer is not waited for yet."""
        assert self._process.stdin is not None
        self.wait_open()
        self._process.stdin.write(json.dumps([act, *words]).encode() + b"\n")
        self._process.stdin.flush()

    def answer(self) -> Any:
        """Returns the answer to an order that was begun."""
        return self._heard()

    def until(self, holds: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        """Waits until what this desk knows of the record fits."""
        wait_until(lambda: holds(self.says("record")), PATIENCE_S)
        known: dict[str, Any] = self.says("record")
        return known

    def until_spoken(self, *words: str) -> None:
        """Waits until a screen reader can read some words in the window."""
        wait_until(lambda: all(one in self.says("spoken") for one in words), PATIENCE_S)

    def until_noted(self, text: str) -> None:
        """Waits until the conversation that is open has an internal note."""
        wait_until(lambda: text in self.says("notes"), PATIENCE_S)

    def close(self) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        code = self._process.wait(60)
        self._process.stdout.close()
        return code

    def _heard(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the desk has gone"
        heard = json.loads(line)
        assert not (isinstance(heard, dict) and "failed" in heard), heard["failed"]
        return heard
