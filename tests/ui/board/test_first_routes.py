"""A window of whoever manages the force puts routes into a record that has none."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from controlroom.model.journal_kinds import OfficerAdded, RoleGranted
from controlroom.team.publishing.usual import usual
from tests.ui.board.seats import CHIEF, House, Seat


@pytest.fixture
def seat(qtbot: QtBot, full_cache: Path, tmp_path: Path) -> Iterator[Seat]:
    one = Seat(qtbot, House(tmp_path / "house", full_cache), CHIEF)
    yield one
    one.leave()


def test_one_officer_alone_asks_nobody_and_two_get_the_routes_of_a_force(seat: Seat) -> None:
    seat.until(lambda: seat.book.state.publishing.routes == usual().alone)
    seat.book.decide(OfficerAdded("WP2", "Sgt Ben Oake"))
    seat.until(lambda: "WP2" in seat.book.state.officers)
    seat.book.decide(RoleGranted("WP2", "supervisor", "force"))
    seat.until(lambda: seat.book.state.publishing.routes == usual().routes)
    assert seat.book.state.refused == {}
