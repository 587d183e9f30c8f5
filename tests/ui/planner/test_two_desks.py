"""Two workstations top up the same series at the same time: each day is one draft."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier

import pytest

from controlroom.model.journal_kinds import (
    Decision,
    OfficerAdded,
    ProfilePlaced,
    RoleDefined,
    RoleGranted,
    proposal_of,
)
from controlroom.model.journal_outgoing import SeriesDefined
from controlroom.model.outgoing.content import Act, Content, Piece, written
from controlroom.outbound.schedule.zones import wall, zone_of
from controlroom.store.journal.base import Journal, all_entries
from controlroom.store.journal.errors import Conflict
from controlroom.store.journal.file import JournalFile
from controlroom.store.journal.postgres.team import TeamJournal
from controlroom.team.fold import Fold
from controlroom.team.publishing import views
from controlroom.team.roles import founding
from controlroom.team.state import State
from controlroom.ui.planner.series import to_make
from tests.store.journal.conftest import Team, cluster, team
from tests.store.journal.samples import KEY

__all__ = ["cluster", "team"]
CHIEF, SHAH, REED, X = "4711", "22", "23", "x//97"
SERIES = "c" * 32
Opener = Callable[[str], Journal]


@pytest.fixture(params=["file", "team"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    """Opens the same record as any officer, in a file and in PostgreSQL."""
    made: list[Journal] = []

    def in_file(number: str) -> Journal:
        made.append(JournalFile.open(tmp_path, KEY, number))
        return made[-1]

    def in_team(number: str) -> Journal:
        made.append(TeamJournal(base.officer(number)))
        return made[-1]

    if request.param == "team":
        base: Team = request.getfixturevalue("team")
    yield in_file if request.param == "file" else in_team
    for one in made:
        one.close()


def state_of(journal: Journal) -> State:
    fold = Fold()
    assert fold.take(all_entries(journal)) == []
    return fold.state


def say(journal: Journal, *decisions: Decision) -> None:
    for one in decisions:
        journal.append(proposal_of(one), journal.head().seq)


def prepare(opened: Opener, now: datetime) -> dict[str, Journal]:
    """Returns the desks of two who may draft; one of them has defined a series of every day."""
    chief = opened(CHIEF)
    if chief.head().seq == 0:
        say(chief, founding(CHIEF, "Asha Venn"))
    say(chief, RoleDefined("operator", ("read", "draft")), ProfilePlaced(X))
    for number in (SHAH, REED):
        say(chief, OfficerAdded(number, number), RoleGranted(number, "operator", "force"))
    desks = {number: opened(number) for number in (SHAH, REED)}
    zone = zone_of("Europe/London")
    at = now + timedelta(days=1)
    said = Content(Act.POST, (X,), (Piece("Good morning."),), at=at, zone=zone.key)
    begins = wall(at, zone).isoformat(timespec="minutes")
    say(desks[SHAH], SeriesDefined(SERIES, written(said), "FREQ=DAILY", begins))
    return desks


def test_each_day_is_one_draft_although_two_desks_make_it_at_once(opened: Opener) -> None:
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    desks = prepare(opened, now)
    wanted = to_make(state_of(desks[SHAH]), SHAH, now)
    assert len(wanted) >= 34
    together = Barrier(2)

    def top_up(officer: str) -> int:
        journal, lost = desks[officer], 0
        state = state_of(journal)
        for one in to_make(state, officer, now):
            together.wait(60)
            try:
                journal.append(proposal_of(one), state.seq)
            except Conflict:
                lost += 1
        return lost

    with ThreadPoolExecutor(2) as pool:
        lost = sum(pool.map(top_up, desks))
    state = state_of(desks[REED])
    assert lost == len(wanted)
    assert not state.refused
    assert [one.day for one in views.drafts(state)] == [one.day for one in wanted]
    assert to_make(state, REED, now) == to_make(state, SHAH, now) == []


def test_a_desk_that_sees_what_another_made_goes_on_from_there(opened: Opener) -> None:
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    desks = prepare(opened, now)
    wanted = to_make(state_of(desks[SHAH]), SHAH, now)
    say(desks[SHAH], *wanted[:5])
    state = state_of(desks[REED])
    assert to_make(state, REED, now) == wanted[5:]
    later = {one.day for one in to_make(state, REED, now + timedelta(days=7))}
    assert later > {one.day for one in wanted[8:]}
