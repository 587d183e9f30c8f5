"""What a station lacks for its checks goes into the record, once, and so does that it has it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from controlroom.engine.station.equipment import equipment_of, tell_equipment
from controlroom.model.guard import Guard
from controlroom.model.journal_kinds import StationEquipped, StationTookOver, proposal_of, read
from controlroom.settings import Settings
from controlroom.store.journal.base import all_entries
from controlroom.store.journal.file import JournalFile
from controlroom.team.fold import Fold
from controlroom.team.publishing_state import Equipment
from tests.engine.station.conftest import Town, wait_for
from tests.engine.station.machines import KEY

WHOLE = Guard("aa" * 32, "fen.example")
SAMPLE = Guard("aa" * 32, Settings().own_sites)


class Station:
    """A record in a file, and its fold."""

    def __init__(self, journal: JournalFile) -> None:
        self.journal, self.fold = journal, Fold()

    def tells(self, guard: Guard) -> None:
        tell_equipment(self.journal, self.fold.state, equipment_of(guard, "NORTH-7"))

    def takes_over(self) -> None:
        self.journal.append(proposal_of(StationTookOver("NORTH-7")), self.journal.head().seq)
        self.follows()

    def follows(self) -> None:
        self.fold.take(all_entries(self.journal, self.fold.state.seq))

    def told(self) -> list[tuple[bool, bool]]:
        found = [read(one) for one in all_entries(self.journal)]
        return [(one.case_key, one.sites) for one in found if isinstance(one, StationEquipped)]


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with closing(JournalFile.open(tmp_path, KEY, "login:station_north")) as journal:
        yield Station(journal)


def test_a_station_that_lacks_nothing_says_nothing(station: Station) -> None:
    station.takes_over()
    station.tells(WHOLE)
    assert station.told() == []


def test_what_is_lacking_is_said_once_and_when_it_is_there(station: Station) -> None:
    station.takes_over()
    for guard in (Guard(), Guard(), SAMPLE, WHOLE, WHOLE):
        station.tells(guard)
        station.follows()
    assert station.told() == [(False, False), (True, False), (True, True)]


def test_it_is_said_anew_after_a_station_took_over(station: Station) -> None:
    station.takes_over()
    station.tells(Guard())
    station.takes_over()
    assert station.fold.state.publishing.equipment is None
    station.tells(Guard())
    assert station.told() == [(False, False), (False, False)]


def test_nothing_is_said_over_what_was_not_folded_yet(station: Station) -> None:
    station.takes_over()
    station.tells(Guard())
    station.tells(WHOLE)
    station.tells(Guard())
    assert station.told() == [(False, False)]


def test_every_desk_of_a_team_learns_what_its_station_lacks(town: Town) -> None:
    town.start("north")
    town.on_duty("north")
    wait_for(lambda: [one for one in town.record() if one.kind == StationEquipped.kind])
    fold = Fold()
    fold.take(town.record())
    lacks = Equipment("north", case_key=False, sites=False)
    assert fold.state.publishing.equipment == lacks
