"""Presence between two desks of one real database, which goes away and comes back."""

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pytest

from benchmarks import postgres
from controlroom.model.presence import Doing, Present
from controlroom.store.journal.postgres.presence import PresenceLink
from controlroom.team.presence import Presence
from tests.store.journal.conftest import Team

TALK = "x//1/2"
PATIENCE_S = 60


@pytest.fixture(scope="module")
def cluster() -> Iterator[postgres.Cluster]:
    """A server of its own, to be stopped."""
    if reason := postgres.missing():
        pytest.skip(reason)
    with postgres.cluster() as one:
        yield one


class Desk:
    """One desk, and what it heard last."""

    def __init__(self, url: str, name: str) -> None:
        self.heard: Sequence[Present] = ()
        self.presence = Presence(partial(PresenceLink, url, name), self._hear)
        self.presence.begin()

    def _hear(self, others: Sequence[Present]) -> None:
        self.heard = others

    def sees(self) -> list[tuple[str, str, str]]:
        return [(one.officer, str(one.doing), one.about) for one in self.heard]


@pytest.fixture
def desks(cluster: postgres.Cluster) -> Iterator[tuple[Desk, Desk]]:
    team = Team(cluster)
    made = Desk(team.officer("4711"), "Desk 3"), Desk(team.officer("22"), "Desk 7")
    yield made
    for one in made:
        one.presence.end()


def until(condition: Callable[[], bool]) -> None:
    patience = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < patience
        time.sleep(0.01)


def test_what_one_desk_does_the_other_sees(desks: tuple[Desk, Desk]) -> None:
    thorne, shah = desks
    until(lambda: shah.sees() == [("4711", "here", "")])
    thorne.presence.be(Doing.READING, TALK)
    until(lambda: shah.sees() == [("4711", "reading", TALK)])
    thorne.presence.be(Doing.TYPING, TALK)
    until(lambda: shah.sees() == [("4711", "typing", TALK)])
    assert shah.heard[0].desk == "Desk 3"
    until(lambda: thorne.sees() == [("22", "here", "")])
    thorne.presence.end()
    until(lambda: shah.sees() == [])


def test_presence_outlives_the_database(
    cluster: postgres.Cluster, desks: tuple[Desk, Desk]
) -> None:
    """While it is away nobody is shown; after it, everybody is there without doing anything."""
    thorne, shah = desks
    thorne.presence.be(Doing.READING, TALK)
    until(lambda: shah.sees() == [("4711", "reading", TALK)])
    cluster.stop()
    until(lambda: shah.sees() == [] and thorne.sees() == [])
    thorne.presence.be(Doing.TYPING, TALK)
    cluster.start()
    until(lambda: shah.sees() == [("4711", "typing", TALK)])
    until(lambda: thorne.sees() == [("22", "here", "")])
