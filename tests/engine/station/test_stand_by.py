"""PostgreSQL with a stand-by: the first server dies, and nothing acknowledged is missing."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import postgres
from controlroom.store.journal.verify import verify
from tests.engine.station.conftest import Town, wait_for
from tests.store.journal.conftest import Team


@pytest.fixture
def pair() -> Iterator[tuple[postgres.Cluster, postgres.Cluster]]:
    """A server and one that follows it."""
    if reason := postgres.missing():
        pytest.skip(reason)
    with postgres.cluster(durable=True) as first:
        folder = Path(tempfile.mkdtemp(prefix="controlroom-postgres-", dir="/tmp"))
        if first.whom:
            shutil.chown(folder, "postgres", "postgres")
        second = first.stand_by(folder)
        yield first, second
        second.stop()
        shutil.rmtree(folder)


class Twice(Team):
    """A team whose addresses name both servers."""

    def __init__(self, first: postgres.Cluster, second: postgres.Cluster) -> None:
        super().__init__(first)
        self._ports = str(first.port), str(second.port)

    def officer(self, number: str) -> str:
        return self._of_both(super().officer(number))

    def station(self, name: str = "north") -> str:
        return self._of_both(super().station(name))

    def _of_both(self, url: str) -> str:
        first, second = (f"127.0.0.1:{port}" for port in self._ports)
        return f"{url.replace(first, f'{first},{second}')}?target_session_attrs=read-write"


def test_the_stand_by_goes_on_with_all_that_was_acknowledged(
    pair: tuple[postgres.Cluster, postgres.Cluster], tmp_path: Path
) -> None:
    first, second = pair
    town = Town(Twice(first, second), tmp_path)
    try:
        town.start("north")
        town.on_duty("north")
        town.publish(*(f"before {n}" for n in range(500)))
        wait_for(lambda: town.count() == 500)
        record = town.record()
        town.publish(*(f"meanwhile {n}" for n in range(500)))
        first.stop()
        second.promote()
        town.publish("after")
        wait_for(lambda: len(town.posts()) == town.written)
        assert sorted(town.paper.read_text().splitlines()) == town.lines()
        assert town.record()[: len(record)] == record
        assert verify(town.record()).broken is None
    finally:
        town.close()
