"""Days and times as somebody types them."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.ui.compose.moments import Odd, moment, next_good, read_date, read_time

LONDON = ZoneInfo("Europe/London")
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-01", date(2026, 12, 1)),
        ("1.12.2026", date(2026, 12, 1)),
        ("1/12/26", date(2026, 12, 1)),
        ("24.12", date(2026, 12, 24)),
        ("21.11", date(2027, 11, 21)),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, day: date) -> None:
    assert read_date(text, TODAY) == day


@pytest.mark.parametrize("text", ["", "tomorrow", "31.2.2026", "2026-13-01", "1.2.3.4"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        read_date(text, TODAY)


@pytest.mark.parametrize(
    ("text", "at"),
    [("19:30", time(19, 30)), ("19.30", time(19, 30)), ("19h30", time(19, 30)),
     ("1930", time(19, 30)), ("7", time(7)), ("7h", time(7))],
)  # fmt: skip
def test_a_time_is_read_as_people_write_it(text: str, at: time) -> None:
    assert read_time(text) == at


@pytest.mark.parametrize("text", ["", "25:00", "19:75", "noon"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        read_time(text)


def test_an_hour_the_clocks_jump_over_is_told() -> None:
    found, odd = moment(date(2026, 3, 29), time(1, 30), LONDON)
    assert odd is Odd.SKIPPED
    assert found == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_of_an_hour_that_comes_twice_the_first_counts() -> None:
    found, odd = moment(date(2026, 10, 25), time(1, 30), LONDON)
    assert odd is Odd.TWICE
    assert found == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)))
def test_a_time_comes_back_as_it_was_typed_unless_it_does_not_exist(local: datetime) -> None:
    local = local.replace(second=0, microsecond=0)
    found, odd = moment(local.date(), local.time(), LONDON)
    back = found.astimezone(LONDON).replace(tzinfo=None)
    assert back == local or odd is Odd.SKIPPED


@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)))
def test_the_time_offered_first_is_in_the_near_future(now: datetime) -> None:
    ahead = (next_good(now, LONDON) - now).total_seconds()
    assert 25 * 60 < ahead <= 61 * 60
