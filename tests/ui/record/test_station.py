"""What the station on duty lacks is said on every desk, with what to do."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from controlroom.model.journal_kinds import StationEquipped, StationTookOver, proposal_of
from controlroom.model.journal_outgoing import CaseListChanged
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.record.following import follow_record
from controlroom.ui.record.station import lacking_told
from tests.ui.journal.conftest import LONG_MS, Home, begun, home

__all__ = ["begun", "home"]
STATION = "login:station_north"


@pytest.fixture
def following(desk: DeskWindow, home: Home, qtbot: QtBot) -> Iterator[Callable[[], None]]:
    """Opens the record at a desk that follows it."""

    def opens() -> None:
        follow_record(desk)
        with qtbot.waitSignal(desk.record.begun, timeout=LONG_MS):
            desk.record.open(home, "1")

    yield opens
    desk.record.close()


def says(home: Home, *, case_key: bool, sites: bool) -> None:
    home.adds(STATION, [proposal_of(StationEquipped("NORTH-7", case_key, sites))])


def test_a_missing_key_is_told_in_the_status_bar_until_it_is_there(
    desk: DeskWindow, home: Home, following: Callable[[], None], qtbot: QtBot
) -> None:
    home.adds(STATION, [proposal_of(StationTookOver("NORTH-7"))])
    home.adds("1", [proposal_of(CaseListChanged(32 * "a", ("m",), "c2VhbGVk"))])
    says(home, case_key=False, sites=True)
    following()
    assert desk.status.notice.standing() == ("station",)
    assert desk.status.notice.text() == "The station does not check everything"
    assert lacking_told(desk.record.state) == (
        "The station has no key of the case lists: before something leaves, 1 item on them is not"
        " looked for. Open Control Room on the computer NORTH-7 with the station’s data folder and"
        " enter what is missing under Settings; it counts within a minute."
    )
    says(home, case_key=True, sites=True)
    qtbot.waitUntil(lambda: desk.status.notice.standing() == (), timeout=LONG_MS)


def test_a_key_is_not_missed_while_nothing_stands_on_the_lists(
    desk: DeskWindow, home: Home, following: Callable[[], None]
) -> None:
    home.adds(STATION, [proposal_of(StationTookOver("NORTH-7"))])
    says(home, case_key=False, sites=True)
    following()
    assert desk.status.notice.standing() == ()


def test_sites_that_were_not_entered_are_told(
    desk: DeskWindow, home: Home, following: Callable[[], None]
) -> None:
    home.adds(STATION, [proposal_of(StationTookOver("NORTH-7"))])
    says(home, case_key=True, sites=False)
    following()
    told = lacking_told(desk.record.state)
    assert told.startswith("The station does not know the force’s own sites. Open Control Room on")
    desk.house_closed.emit()
    assert desk.status.notice.standing() == ()
