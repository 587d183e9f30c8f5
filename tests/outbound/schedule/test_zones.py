"""What a clock on the wall means, at both changes of the clocks and everywhere else."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.outbound.schedule.zones import (
    Clocks,
    UnknownZone,
    day_bounds,
    meant,
    moved,
    wall,
    zone_of,
)

LONDON = ZoneInfo("Europe/London")
ZONES = st.sampled_from(
    [
        "Europe/London",
        "Europe/Paris",
        "America/New_York",
        "Australia/Lord_Howe",
        "Asia/Kathmandu",
        "UTC",
    ]
).map(ZoneInfo)
WALLS = st.datetimes(datetime(2024, 1, 1), datetime(2030, 12, 31)).map(
    lambda at: at.replace(second=0, microsecond=0)
)


def test_an_hour_that_is_not_there_is_moved_by_as_much_as_the_clocks() -> None:
    found = meant(datetime(2026, 3, 29, 1, 30), LONDON)
    assert found.clocks is Clocks.SKIPPED
    assert wall(found.at, LONDON) == datetime(2026, 3, 29, 2, 30)


def test_of_an_hour_that_is_there_twice_the_first_is_taken() -> None:
    found = meant(datetime(2026, 10, 25, 1, 30), LONDON)
    assert (found.clocks, found.at) == (Clocks.TWICE, datetime(2026, 10, 25, 0, 30, tzinfo=UTC))


@given(WALLS, ZONES)
def test_what_is_meant_is_what_the_clocks_show_then(shown: datetime, zone: ZoneInfo) -> None:
    found = meant(shown, zone)
    if found.clocks is Clocks.SKIPPED:
        assert timedelta(0) < wall(found.at, zone) - shown <= timedelta(hours=2)
    else:
        assert wall(found.at, zone) == shown


@given(WALLS, ZONES)
def test_the_moments_of_a_day_keep_the_order_of_its_hours(shown: datetime, zone: ZoneInfo) -> None:
    later = shown + timedelta(minutes=61)
    if meant(later, zone).clocks is Clocks.USUAL and meant(shown, zone).clocks is Clocks.USUAL:
        assert meant(shown, zone).at < meant(later, zone).at


@given(WALLS, ZONES, st.integers(-400, 400))
def test_another_day_keeps_the_hour(shown: datetime, zone: ZoneInfo, days: int) -> None:
    there = moved(meant(shown, zone).at, zone, days=days)
    start = wall(meant(shown, zone).at, zone)
    if there.clocks is not Clocks.SKIPPED:
        assert wall(there.at, zone) == start + timedelta(days=days)


@pytest.mark.parametrize(
    ("day", "hours"),
    [(datetime(2026, 3, 29), 23), (datetime(2026, 10, 25), 25), (datetime(2026, 5, 1), 24)],
)
def test_a_day_lasts_as_long_as_the_clocks_make_it(day: datetime, hours: int) -> None:
    begin, end = day_bounds(day, LONDON)
    assert end - begin == timedelta(hours=hours)


@pytest.mark.parametrize("name", ["Europe/Westmarch", "", "../etc/passwd", "x" * 500])
def test_a_zone_nobody_knows_is_said_so(name: str) -> None:
    with pytest.raises(UnknownZone):
        zone_of(name)
