"""A server of processes to kill, and looks at what they leave behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


class Doomed:
    """A process that was started to be killed."""

    def __init__(
        self, server: "subprocess.Popen[str]", deed: str, number: int, folder: Path
    ) -> None:
        assert server.stdin is not None
        assert server.stdout is not None
        self._out = server.stdout
        print(deed, number, folder, file=server.stdin, flush=True)
        self.told: list[str] = []
        self.status: int | None = None
        self.pid = int(self._line().removeprefix("pid "))

    def hear(self, lines: int) -> None:
        """Waits until the process has told so many more things, or has ended."""
        for _ in range(lines):
            if self.status is None:
                self._take(self._line())

    def kill(self) -> list[str]:
        """Kills the process if it still runs; returns all that it told."""
        if self.status is None:
            # It may have come to its end by itself just now.
            with suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
        return self.wait()

    def wait(self) -> list[str]:
        """Waits for the end; returns all that it told."""
        while self.status is None:
            self._take(self._line())
        return self.told

    def _take(self, line: str) -> None:
        if line.startswith("ended "):
            self.status = int(line.removeprefix("ended "))
        else:
            self.told.append(line)

    def _line(self) -> str:
        line = self._out.readline()
        assert line, "the server of processes is gone"
        return line.rstrip("\n")


class Doom:
    """Starts processes to be killed."""

    def __init__(self, server: "subprocess.Popen[str]") -> None:
        self._server = server

    def start(self, deed: str, folder: Path, number: int = 0) -> Doomed:
        return Doomed(self._server, deed, number, folder)


@pytest.fixture(scope="session")
def doom() -> Iterator[Doom]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.doomed"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        start_new_session=True,
    ) as server:
        yield Doom(server)
        # With whatever a test has left running: it would be waited for without an end.
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


@pytest.fixture
def times(request: pytest.FixtureRequest) -> int:
    """Ten with --long, else one."""
    return 10 if request.config.getoption("--long") else 1
