"""A team with posts: a station on duty that writes, officers who read."""

from collections.abc import Iterator
from contextlib import ExitStack, closing

import pytest

from benchmarks import postgres
from controlroom.store.archive.duty import Duty
from controlroom.store.archive.reading import ArchiveReader
from controlroom.store.archive.writing import ArchiveWriter
from tests.store.journal.conftest import Team, cluster, long_forms_are_not_looked_into, team

__all__ = ["cluster", "long_forms_are_not_looked_into", "team"]


class Archive:
    """A team's archive with a station on duty."""

    def __init__(self, team: Team, stack: ExitStack) -> None:
        self.team, self._stack = team, stack
        self.station = team.station("north")
        self.duty = stack.enter_context(closing(Duty(self.station)))
        self.fence = self.duty.take("north.example")
        self.writer = self.written(self.station, self.fence)

    @property
    def cluster(self) -> postgres.Cluster:
        return self.team.cluster

    def written(self, url: str, fence: int) -> ArchiveWriter:
        """Returns another way in, closed at the end."""
        return self._stack.enter_context(closing(ArchiveWriter(url, fence)))

    def reader(self, number: str) -> ArchiveReader:
        """Returns what an officer sees, whose login is made."""
        return self._stack.enter_context(closing(ArchiveReader(self.team.officer(number))))


@pytest.fixture
def archive(team: Team) -> Iterator[Archive]:
    """An archive that was just made."""
    with ExitStack() as stack:
        yield Archive(team, stack)
