"""A series keeps its hour and its days, through both changes of the clocks."""

from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.outbound.schedule.series import RuleUnreadable, days, next_days
from controlroom.outbound.schedule.zones import Clocks, meant, wall

LONDON = ZoneInfo("Europe/London")
RULES = (
    "FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=MO,WE,FR",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;BYDAY=1MO",
    "FREQ=YEARLY",
)


def first(*parts: int) -> datetime:
    return meant(datetime(*parts), LONDON).at  # type: ignore[arg-type]


def test_a_daily_post_leaves_at_the_same_hour_of_the_clocks_all_year() -> None:
    shown = [wall(one.at, LONDON) for one in days("FREQ=DAILY", first(2026, 1, 5, 7, 30), LONDON)]
    assert len(shown) == 401
    assert {(one.hour, one.minute) for one in shown} == {(7, 30)}
    assert all(b - a == timedelta(days=1) for a, b in pairwise(shown))


def test_in_the_night_of_the_change_it_is_moved_once_and_comes_once() -> None:
    found = list(days("FREQ=DAILY;COUNT=3", first(2026, 3, 28, 1, 30), LONDON))
    assert [one.clocks for one in found] == [Clocks.USUAL, Clocks.SKIPPED, Clocks.USUAL]
    assert [wall(one.at, LONDON).hour for one in found] == [1, 2, 1]
    again = list(days("FREQ=DAILY;COUNT=3", first(2026, 10, 24, 1, 30), LONDON))
    assert [one.clocks for one in again] == [Clocks.USUAL, Clocks.TWICE, Clocks.USUAL]


@pytest.mark.parametrize("rule", RULES)
@given(at=st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1)))
def test_the_next_ones_are_those_of_the_whole_series(rule: str, at: datetime) -> None:
    begin = first(2026, 2, 2, 1, 30)
    after = meant(at, LONDON).at
    whole = [one for one in days(rule, begin, LONDON) if one.at > after]
    found = next_days(rule, begin, LONDON, after, 5)
    assert found[: len(whole)] == whole[:5]
    assert all(a.at < b.at for a, b in pairwise(found))


def test_the_last_day_of_the_month_is_the_last_day_of_each() -> None:
    found = next_days(
        "FREQ=MONTHLY;BYMONTHDAY=-1", first(2026, 1, 31, 9), LONDON, first(2026, 2, 1), 2
    )
    assert [wall(one.at, LONDON).day for one in found] == [28, 31]


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "every day",
        "FREQ=SECONDLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=0",
        "FREQ=MONTHLY;BYMONTHDAY=99",
        "FREQ=MONTHLY;BYSETPOS=9",
        "FREQ=DAILY\nRDATE:20260101",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=DAILY;UNTIL=20269999",
        "FREQ=DAILY;BYSETPOS=4",
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
        "FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=1MO",
    ],
)
def test_a_rule_nobody_can_keep_is_refused_at_once(rule: str) -> None:
    with pytest.raises(RuleUnreadable):
        next_days(rule, first(2026, 1, 1), LONDON, first(2026, 1, 1), 3)
