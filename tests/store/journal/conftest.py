"""A journal in a file and one in PostgreSQL, for tests that hold for both."""

import faulthandler
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks import postgres
from controlroom.model.journal_kinds import JournalFounded, proposal_of
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.postgres.setup import add_officer, add_station, create
from controlroom.store.journal.postgres.team import TeamJournal
from tests.store.journal.samples import KEY

FOUNDING = JournalFounded("4711", "Asha Venn", {"administrator": ("manage",)}, ("administrator",))
Journal = JournalFile | TeamJournal
Opener = Callable[[str], Journal]


@pytest.fixture(autouse=True)
def long_forms_are_not_looked_into(request: pytest.FixtureRequest) -> None:
    """What is to last for minutes is not stuck; and looking into running threads can end them."""
    if request.node.get_closest_marker("long"):
        faulthandler.cancel_dump_traceback_later()


@pytest.fixture(scope="session")
def cluster() -> Iterator[postgres.Cluster]:
    """PostgreSQL; a test that needs it is skipped where it is not installed."""
    if reason := postgres.missing():
        pytest.skip(reason)
    with postgres.cluster() as one:
        yield one


class Team:
    """A database prepared for a team."""

    def __init__(self, cluster: postgres.Cluster, owner: str = "postgres", name: str = "") -> None:
        self.cluster, self.name = cluster, name or cluster.database(owner)
        self.admin = cluster.url(owner, self.name)
        self.made = create(self.admin, proposal_of(FOUNDING))

    def officer(self, number: str) -> str:
        """Returns the address of an officer, whose login is made."""
        word = f"word-{number}"
        return self.cluster.url(add_officer(self.admin, number, word), self.name, word)

    def station(self, name: str = "north") -> str:
        """Returns the address of a station, whose login is made."""
        word = f"word-{name}"
        return self.cluster.url(add_station(self.admin, name, word), self.name, word)


@pytest.fixture
def team(cluster: postgres.Cluster) -> Team:
    """A database with a journal that was just founded."""
    return Team(cluster, name=cluster.emptied())


@pytest.fixture(params=["file", "team"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    """Opens the same founded journal as any officer."""
    made: list[Journal] = []

    def in_file(number: str) -> Journal:
        made.append(JournalFile.open(tmp_path, KEY, number))
        if made[-1].head().seq == 0:
            made[-1].append(proposal_of(FOUNDING), 0)
        return made[-1]

    def in_team(number: str) -> Journal:
        made.append(TeamJournal(team.officer(number)))
        return made[-1]

    if request.param == "team":
        team: Team = request.getfixturevalue("team")
    yield in_file if request.param == "file" else in_team
    for one in made:
        one.close()
