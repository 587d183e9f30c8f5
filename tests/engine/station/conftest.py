"""Stations as processes beside a real PostgreSQL."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import psycopg
import pytest

from benchmarks import postgres
from controlroom.model.journal import Entry
from controlroom.store.archive.reading import ArchivedPost, ArchiveReader
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.errors import DatabaseAway
from controlroom.store.journal.postgres.team import TeamJournal
from tests.engine.mastodon_server import wait_until
from tests.engine.station.machines import furnish
from tests.store.archive.samples import all_of
from tests.store.journal.conftest import Team, cluster, long_forms_are_not_looked_into

__all__ = ["cluster", "long_forms_are_not_looked_into"]

ROOT = Path(__file__).parents[3]
PATIENCE_S = 120.0
"""Of tests; what is promised is seconds, and measured elsewhere."""


class Town:
    """A force with a paper that its stations read, and an officer who reads what they wrote."""

    def __init__(self, team: Team, place: Path) -> None:
        self.team, self.place = team, place
        self.paper = place / "paper"
        self.officer = team.officer("4711")
        self.stations: dict[str, subprocess.Popen[bytes]] = {}
        self.written = 0

    def start(self, name: str) -> "subprocess.Popen[bytes]":
        """Starts a station, with the data folder it had before if it had one."""
        folder = self.place / name
        if not folder.exists():
            furnish(folder, self.paper)
        command = [sys.executable, "-m", "tests.engine.station.machines", str(folder)]
        with (folder / "log").open("ab") as log:
            process = subprocess.Popen(
                [*command, self.team.station(name)], cwd=ROOT, stdout=log, stderr=log
            )
        self.stations[name] = process
        return process

    def publish(self, *lines: str) -> None:
        """Adds posts to the paper."""
        with self.paper.open("a", encoding="utf-8") as paper:
            paper.write("".join(f"{line}\n" for line in lines))
        self.written += len(lines)

    def log(self, name: str) -> str:
        return (self.place / name / "log").read_text()

    def posts(self) -> list[ArchivedPost]:
        """Returns what the officer sees; nothing while the database is away."""
        with closing(ArchiveReader(self.officer)) as reader, suppress(DatabaseAway):
            return all_of(reader)
        return []

    def count(self) -> int:
        """Returns how many posts there are; 0 while the database is away."""
        with suppress(psycopg.OperationalError):
            return len(self.asked("SELECT FROM controlroom.post"))
        return 0

    def posts_in_full(self) -> list[ArchivedPost]:
        """Waits until the officer sees as many posts as were written, and returns them."""
        seen = list[ArchivedPost]()

        def are_all_there() -> bool:
            seen[:] = self.posts()
            return len(seen) >= self.written

        wait_for(are_all_there)
        return seen

    def lines(self) -> list[str]:
        return sorted(one.post.text for one in self.posts())

    def record(self) -> list[Entry]:
        with closing(TeamJournal(self.officer)) as journal, suppress(DatabaseAway):
            return list(all_entries(journal))
        return []

    def duties(self) -> list[str]:
        """Returns who took over, in order."""
        return [one.actor for one in self.record() if one.kind == "station.took_over"]

    def on_duty(self, name: str) -> None:
        """Waits until a station is on duty."""
        wait_for(lambda: self.duties()[-1:] == [f"login:station_{name}"])

    def asked(self, query: str) -> list[tuple[object, ...]]:
        with psycopg.connect(self.team.admin) as connection:
            return connection.execute(query.encode()).fetchall()

    def close(self) -> None:
        for process in self.stations.values():
            if process.poll() is None:
                with suppress(ProcessLookupError):
                    os.kill(process.pid, signal.SIGCONT)
                process.kill()
            process.wait(30)


def wait_for(holds: Callable[[], object]) -> None:
    """Waits until something holds."""
    wait_until(holds, PATIENCE_S)


@pytest.fixture
def town(cluster: postgres.Cluster, tmp_path: Path) -> Iterator[Town]:
    one = Town(Team(cluster), tmp_path)
    yield one
    one.close()
