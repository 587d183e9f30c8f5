"""What lies ahead of a series: five weeks, always the next, once a day, by the zone's clocks."""

from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.model.outgoing.recurring import comes_on, could_be, draft_of
from controlroom.outbound.schedule.occurrences import (
    AHEAD,
    Coming,
    between,
    coming,
    ended_on,
    last_day,
    left_from,
    moved_to,
)
from controlroom.outbound.schedule.zones import Clocks, meant, wall

ZONES = ("Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata")
RULES = (
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=WEEKLY;BYDAY=MO,WE,SU",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1SU",
)
LONDON = ZoneInfo("Europe/London")


def ahead(rule: str, begins: str, now: datetime, *skipped: str) -> list[Coming]:
    return coming(rule, begins, LONDON, skipped, meant(now, LONDON).at)


@given(
    rule=st.sampled_from(RULES),
    zone=st.sampled_from(ZONES).map(ZoneInfo),
    hour=st.times(datetime(2026, 1, 1).time(), datetime(2026, 1, 1, 4).time()),
    begins=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    after=st.integers(-30, 300),
)
def test_every_day_comes_once_at_the_hour_that_was_meant(
    rule: str, zone: ZoneInfo, hour: object, begins: date, after: int
) -> None:
    first = datetime.combine(begins, hour).replace(second=0, microsecond=0)  # type: ignore[arg-type]
    now = meant(first + timedelta(days=after, hours=5), zone).at
    text = first.isoformat(timespec="minutes")
    found = coming(rule, text, zone, (), now)
    assert len({one.day for one in found}) == len(found) >= 1
    assert all(a.meant.at < b.meant.at for a, b in pairwise(found))
    assert found[0].meant.at > now
    assert all(one.meant.at <= now + AHEAD for one in found[1:])
    for one in found:
        assert comes_on(rule, text, one.day)
        asked = datetime.combine(date.fromisoformat(one.day), first.time())
        shown = wall(one.meant.at, zone)
        assert could_be(one.meant.at, asked)
        if one.meant.clocks is Clocks.SKIPPED:
            assert asked < shown <= asked + timedelta(hours=1)
        else:
            assert shown == asked
        if one.meant.clocks is Clocks.TWICE:
            assert one.meant.at.astimezone(zone).fold == 0


@given(rule=st.sampled_from(RULES), steps=st.lists(st.integers(1, 20), min_size=1, max_size=12))
def test_topped_up_now_and_then_it_has_each_day_once_and_none_is_left_out(
    rule: str, steps: list[int]
) -> None:
    now, made = datetime(2026, 3, 1, 12), dict[str, datetime]()
    begins = "2026-03-02T01:30"
    for days in steps:
        for one in ahead(rule, begins, now):
            assert made.setdefault(one.day, one.meant.at) == one.meant.at
        now += timedelta(days=days)
    whole = ahead(rule, begins, datetime(2026, 3, 1, 12))
    last = max(made)
    assert all(one.day in made for one in whole if one.day <= last)
    days_of = [date.fromisoformat(one) for one in made]
    every = [begin + timedelta(n) for begin in (min(days_of),) for n in range(400)]
    due = [one.isoformat() for one in every if comes_on(rule, begins, one.isoformat())]
    assert sorted(made) == [one for one in due if one <= last]


@given(
    rule=st.sampled_from(RULES),
    zone=st.sampled_from(ZONES).map(ZoneInfo),
    cut=st.integers(1, 100),
)
def test_what_comes_between_moments_is_the_same_however_they_are_cut(
    rule: str, zone: ZoneInfo, cut: int
) -> None:
    begin = meant(datetime(2026, 3, 1), zone).at
    middle, end = begin + timedelta(days=cut, hours=cut), begin + timedelta(days=300)
    text = "2026-03-02T01:30"
    whole = between(rule, text, zone, begin, end)
    parts = [*between(rule, text, zone, begin, middle), *between(rule, text, zone, middle, end)]
    assert parts == whole
    assert coming(rule, text, zone, (), begin)[:1] == whole[:1]


def test_in_the_hour_that_is_missing_it_comes_an_hour_later_and_once() -> None:
    found = ahead("FREQ=DAILY", "2026-03-20T01:30", datetime(2026, 3, 28))
    (odd,) = [one for one in found if one.meant.clocks is not Clocks.USUAL]
    assert (odd.day, odd.meant.clocks) == ("2026-03-29", Clocks.SKIPPED)
    assert wall(odd.meant.at, LONDON).hour == 2


def test_in_the_hour_that_is_there_twice_it_comes_the_first_time_and_once() -> None:
    for now in (datetime(2026, 10, 24), datetime(2026, 10, 25, 0, 30)):
        found = ahead("FREQ=DAILY", "2026-10-01T01:30", now)
        (odd,) = [one for one in found if one.meant.clocks is not Clocks.USUAL]
        assert (odd.day, odd.meant.clocks) == ("2026-10-25", Clocks.TWICE)
        assert odd.meant.at.hour == 0
    after = coming(
        "FREQ=DAILY", "2026-10-01T01:30", LONDON, (), odd.meant.at + timedelta(minutes=30)
    )
    assert after[0].day == "2026-10-26"


def test_the_next_comes_however_far_it_is_and_what_is_skipped_does_not() -> None:
    found = ahead("FREQ=YEARLY", "2026-01-05T09:00", datetime(2026, 2, 1))
    assert [one.day for one in found] == ["2027-01-05"]
    skipped = ahead("FREQ=WEEKLY", "2026-01-05T09:00", datetime(2026, 2, 1), "2026-02-09")
    assert [one.day for one in skipped[:2]] == ["2026-02-02", "2026-02-16"]
    assert ahead("FREQ=DAILY;COUNT=3", "2026-01-05T09:00", datetime(2026, 2, 1)) == []


def test_it_ends_with_a_day_or_after_so_many() -> None:
    assert ended_on("FREQ=DAILY;COUNT=3", None, None) == "FREQ=DAILY"
    until = ended_on("FREQ=DAILY", date(2026, 1, 7), None)
    assert last_day(until) == date(2026, 1, 7)
    found = ahead(until, "2026-01-05T09:00", datetime(2026, 1, 1))
    assert [one.day for one in found] == ["2026-01-05", "2026-01-06", "2026-01-07"]
    counted = ended_on(until, None, 2)
    assert [one.day for one in ahead(counted, "2026-01-05T09:00", datetime(2026, 1, 1))] == [
        "2026-01-05",
        "2026-01-06",
    ]


def test_what_was_counted_before_counts_no_more() -> None:
    rest = left_from("FREQ=DAILY;COUNT=5", "2026-01-05T09:00", "2026-01-07")
    assert rest == "FREQ=DAILY;COUNT=3"
    assert left_from("FREQ=DAILY", "2026-01-05T09:00", "2026-01-07") == "FREQ=DAILY"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=DAILY", "FREQ=DAILY"),
        ("FREQ=WEEKLY;BYDAY=SA", "FREQ=WEEKLY;BYDAY=SU"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SA", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU"),
        ("FREQ=MONTHLY;BYMONTHDAY=28", "FREQ=MONTHLY;BYMONTHDAY=29"),
        ("FREQ=WEEKLY;BYDAY=MO,SA", None),
        ("FREQ=MONTHLY;BYDAY=4SA", None),
    ],
)
def test_a_rule_follows_to_another_day_where_it_names_one(rule: str, expected: str | None) -> None:
    assert moved_to(rule, date(2026, 11, 28), date(2026, 11, 29)) == expected
    assert moved_to(rule, date(2026, 11, 28), date(2026, 11, 28)) == rule


def test_a_day_has_one_name_on_every_desk() -> None:
    assert draft_of("c" * 32, "2026-11-28") == draft_of("c" * 32, "2026-11-28")
    names = {draft_of(one * 32, day) for one in "cd" for day in ("2026-11-28", "2026-11-29")}
    assert len(names) == 4
    assert all(len(one) == 32 for one in names)
