from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from controlroom.store.backup.thin import CACHE, RECORD, Keep, thin

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
moments = st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))
rules = st.builds(
    Keep,
    st.timedeltas(timedelta(0), timedelta(days=5)),
    st.integers(0, 14),
    st.integers(0, 12),
    st.integers(0, 12),
)


@given(st.sets(moments, min_size=1, max_size=60), moments, rules)
def test_the_newest_and_the_young_and_the_future_stay(
    times: set[datetime], now: datetime, keep: Keep
) -> None:
    gone = thin(times, now, keep)
    assert gone < times
    assert max(times) not in gone
    assert all(time <= now - keep.all_of for time in gone)


@given(st.sets(moments, max_size=60), moments, rules)
def test_thinning_twice_takes_nothing_more(times: set[datetime], now: datetime, keep: Keep) -> None:
    rest = times - thin(times, now, keep)
    assert thin(rest, now, keep) == set()


@given(st.sets(moments, min_size=1, max_size=60), moments, rules)
def test_no_more_of_the_old_stay_than_the_rule_says(
    times: set[datetime], now: datetime, keep: Keep
) -> None:
    old = {time for time in times if time <= now - keep.all_of} - {max(times)}
    stay = old - thin(times, now, keep)
    assert len(stay) <= keep.daily + keep.weekly + keep.monthly


@given(st.sets(moments, min_size=1, max_size=60), moments)
def test_what_goes_has_a_newer_one_of_its_week_or_month_or_nine_newer_ones(
    times: set[datetime], now: datetime
) -> None:
    gone = thin(times, now)
    stay = times - gone
    for time in gone:
        same = [t for t in stay if t > time and shared(t, time)]
        assert same or len([t for t in stay if t > time]) >= RECORD.monthly


def shared(one: datetime, other: datetime) -> bool:
    """Returns whether two moments lie in one week or one month."""
    week = one.isocalendar()[:2] == other.isocalendar()[:2]
    return week or (one.year, one.month) == (other.year, other.month)


def test_nothing_is_thinned_of_nothing() -> None:
    assert thin([], NOON) == set()


def test_a_year_of_half_hours_leaves_twelve_days_ten_weeks_and_nine_months() -> None:
    kept: set[datetime] = set()
    now = NOON - timedelta(days=430)
    while now <= NOON:
        kept.add(now)
        kept -= thin(kept, now)
        now += timedelta(minutes=30) if NOON - now < timedelta(days=5) else timedelta(hours=7)
    ages = sorted((NOON - time) / timedelta(days=1) for time in kept)
    assert len([age for age in ages if age < 2]) == 96
    assert len([age for age in ages if age >= 2]) == 12 + 10 + 9
    assert max(later - earlier for earlier, later in pairwise(ages)) < 38
    assert ages[-1] > 12 + 70 + 8 * 30


def test_a_clock_in_the_future_costs_no_more_than_the_rule_and_one_in_the_past_nothing() -> None:
    times = {NOON - timedelta(hours=hours) for hours in range(24 * 40)}
    wrong = NOON + timedelta(days=3000)
    left = {*times, wrong} - thin({*times, wrong}, wrong)
    assert len({time.date() for time in left - {wrong}}) >= 12
    assert thin(times, NOON - timedelta(days=3000)) == set()


def test_of_the_cache_four_copies_stay_at_most() -> None:
    kept: set[datetime] = set()
    for day in range(60):
        now = NOON + timedelta(days=day)
        kept.add(now)
        kept -= thin(kept, now, CACHE)
        assert len(kept) <= 4
    assert max(kept) == NOON + timedelta(days=59)
