"""Comments as they are really collected: whatever breaks in between, none is missing at the end."""

import random
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from datetime import timedelta
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from controlroom.feeds.networks.youtube.feed import CAPABILITIES, YouTubeFeed
from controlroom.intake.collector import Collector, Put
from controlroom.intake.plan import Turn, Wanted
from controlroom.model.changes import Disappearance, Sighting
from controlroom.model.stream import Source, SourceKind
from controlroom.store.cache.states import StateKeeper
from controlroom.store.cache.writer import CacheWriter
from tests.feeds.seats import NOW
from tests.feeds.youtube.network import Network, comment, feed_to, refusal

WANTED = Wanted(Source("youtube", SourceKind.COMMENTS, 1), (7,), ("youtube", "", 1), CAPABILITIES)
MINUTE = timedelta(minutes=1)


def _at_once(writer: CacheWriter) -> Put:
    """Writes without a thread."""

    def put(sightings: Sequence[Sighting], missed: Sequence[Disappearance]) -> "Future[None]":
        writer.ingest(sightings, missed)
        written: Future[None] = Future()
        written.set_result(None)
        return written

    return put


class Desk:
    """A collector over a real cache, and a channel people comment on."""

    def __init__(self, writer: CacheWriter, feed: YouTubeFeed, network: Network) -> None:
        self.now = NOW
        self.network = network
        self.ledger = StateKeeper(writer.database)
        self._writer = writer
        self._chance = random.Random(17)
        self._collector = Collector(lambda _: feed, _at_once(writer), self.ledger, lambda: self.now)

    def people_comment(self) -> None:
        """Some comments, and answers to any of the latest."""
        for _ in range(self._chance.randrange(4)):
            number = f"Ugw{len(self.network.threads):019d}AaAB"
            self.network.threads.insert(0, number)
            self.network.answers[number] = []
        for number in self._chance.sample(self.network.threads[:2], 1) * 3:
            answers = self.network.answers[number]
            answers.append(comment(f"{number}.{len(answers)}"))

    def something_breaks(self) -> None:
        if self._chance.random() < 0.4:
            self.network.refuses = [refusal(503, "backendError")]

    def read(self) -> None:
        self.now += MINUTE
        self._collector.collect(Turn(WANTED, self.now, MINUTE))

    def stored(self) -> set[str]:
        with self._writer.database.read() as connection:
            return set(connection.exec_driver_sql("SELECT remote_id FROM post").scalars())


@pytest.fixture
def desk(tmp_path: Path, httpserver: HTTPServer) -> Iterator[Desk]:
    network = Network(page=20, shown=2)
    writer = CacheWriter.open(tmp_path, b"k" * 32)
    with feed_to(httpserver, network) as feed:
        one = Desk(writer, feed, network)
        for _ in range(2):
            one.people_comment()
        yield one
    writer.close()


def test_no_comment_and_no_answer_is_missing_at_the_end(desk: Desk) -> None:
    for _ in range(25):
        desk.people_comment()
        desk.something_breaks()
        desk.read()
    desk.network.refuses = []
    for _ in range(5):
        desk.read()
    answers = {one["id"] for some in desk.network.answers.values() for one in some}
    assert len(answers) > 40
    assert desk.stored() >= answers
    assert desk.stored() >= set(desk.network.threads)
    assert all(gap.filled_at for gap in desk.ledger.gaps())
