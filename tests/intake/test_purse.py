"""One allowance: never too much, evenly, and as the headers say."""

import random
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from controlroom.feeds.base import Budget, Per
from controlroom.feeds.rules import Allowance
from controlroom.intake.purse import BURST, SPARED, Purse

START = datetime(2026, 11, 22, 12, tzinfo=UTC)
NOW = START.timestamp()
WINDOW = 900


def purse(limit: int = 300, midnight: str = "") -> Purse:
    window = 86_400 if midnight else WINDOW
    return Purse(Allowance("reads", Per.PROFILE, limit, window, midnight))


def spend_for(one: Purse, seconds: int, *, pressing: bool, start: float = NOW) -> list[float]:
    """Spends as soon as it is allowed; returns when it was."""
    at, spent = start, []
    while at < start + seconds:
        opens = one.opens(at, 1, pressing=pressing)
        if opens <= at:
            one.spend(at, 1)
            one.answered(1)
            spent.append(at)
            at += 0.05
        else:
            at = opens
    return spent


def most_within(moments: list[float], window: float) -> int:
    """Returns the most that lies in any stretch of this length."""
    first, most = 0, 0
    for last, moment in enumerate(moments):
        while moments[first] <= moment - window:
            first += 1
        most = max(most, last - first + 1)
    return most


@pytest.mark.parametrize("limit", [1, 2, 15, 180, 300])
@pytest.mark.parametrize("pressing", [True, False])
def test_no_stretch_of_the_window_ever_holds_more_than_the_limit_less_what_is_spared(
    limit: int, pressing: bool
) -> None:
    spent = spend_for(purse(limit), 4 * WINDOW, pressing=pressing)
    assert most_within(spent, WINDOW) <= limit - int(limit * SPARED)
    assert len(spent) >= 2 * (limit - int(limit * SPARED))


def test_what_is_not_pressing_leaves_some_of_a_burst_to_what_is() -> None:
    one = purse(300)
    calm = spend_for(one, 1, pressing=False)
    assert len(calm) < 270 * BURST
    assert one.opens(NOW + 1, 1, pressing=True) == NOW + 1


def test_an_allowance_lasts_until_the_end_of_its_window() -> None:
    spent = spend_for(purse(300), WINDOW, pressing=True)
    assert max(later - sooner for sooner, later in pairwise(spent)) < 30


def test_what_was_spent_before_a_restart_still_counts() -> None:
    chance = random.Random(3)
    for _ in range(20):
        before = purse(100)
        stop = chance.uniform(1, 2 * WINDOW)
        spent = spend_for(before, int(stop), pressing=True)
        after = purse(100)
        after.remember(before.slots)
        spent += spend_for(after, 2 * WINDOW, pressing=True, start=max(NOW + stop, spent[-1]))
        assert most_within(spent, WINDOW) <= 90


def test_headers_that_tell_less_are_believed() -> None:
    one = purse(300)
    one.correct(Budget(300, 31, START + timedelta(seconds=200)), NOW)
    assert one.opens(NOW, 1, pressing=True) == NOW
    one.spend(NOW, 1)
    assert one.opens(NOW, 1, pressing=True) == NOW + 200


def test_a_server_with_a_limit_of_its_own_is_believed() -> None:
    one = purse(300)
    one.correct(Budget(30, 29, START + timedelta(seconds=900)), NOW)
    assert len(spend_for(one, 800, pressing=True)) <= 26
    assert one.limit == 30


def test_answers_that_overtake_each_other_do_not_give_anything_back() -> None:
    one, ends = purse(300), START + timedelta(seconds=300)
    for left in (290, 288, 289):
        one.spend(NOW, 1)
        one.answered(1)
        one.correct(Budget(300, left, ends), NOW)
    left = one.left(NOW)
    assert left is not None
    assert left <= 287


def test_what_is_under_way_is_not_in_the_headers_yet() -> None:
    one = purse(300)
    one.spend(NOW, 1)
    one.spend(NOW, 1)
    one.answered(1)
    one.correct(Budget(300, 50, START + timedelta(seconds=300)), NOW)
    assert one.left(NOW) == 49


def test_an_allowance_that_only_headers_tell_of_goes_by_them() -> None:
    one = Purse()
    assert one.opens(NOW, 1, pressing=False) == NOW
    one.spend(NOW, 1)
    one.answered(1)
    one.correct(Budget(100, 10, START + timedelta(seconds=3600)), NOW)
    assert one.opens(NOW, 1, pressing=True) == NOW + 3600
    one.correct(Budget(100, 60, START + timedelta(seconds=3600)), NOW)
    assert one.opens(NOW, 1, pressing=True) == NOW


def test_a_day_begins_at_midnight_of_the_networks_own_zone() -> None:
    one = purse(100, midnight="America/Los_Angeles")
    begins = datetime(2026, 11, 22, 8, tzinfo=UTC).timestamp()
    spent = spend_for(one, 3 * 86_400, pressing=True, start=begins)
    for day in range(3):
        within = [at for at in spent if begins + day * 86_400 <= at < begins + (day + 1) * 86_400]
        assert 80 <= len(within) <= 90
        assert within[-1] - begins - day * 86_400 > 80_000


def test_a_late_start_still_uses_the_day() -> None:
    one = purse(100, midnight="America/Los_Angeles")
    begins = datetime(2026, 11, 23, 6, tzinfo=UTC).timestamp()
    assert len(spend_for(one, 7_000, pressing=True, start=begins)) > 80


def test_a_clock_that_jumps_gives_nothing_away() -> None:
    one = purse(100)
    spent = len(spend_for(one, 300, pressing=True))
    one.shift(86_400)
    later = spend_for(one, 300, pressing=True, start=NOW + 300 + 86_400)
    assert spent + len(later) <= 90
    back = purse(100)
    spend_for(back, 300, pressing=True)
    back.shift(-86_400)
    assert back.opens(NOW + 300 - 86_400, 1, pressing=True) < NOW + 1300 - 86_400


def test_an_allowance_of_one_is_not_spared_away() -> None:
    assert purse(1).opens(NOW, 1, pressing=True) == NOW


def test_what_is_sent_may_use_up_what_reading_leaves_alone() -> None:
    one = purse(100)
    reads = spend_for(one, WINDOW, pressing=True)
    assert len(reads) <= 100 - 100 * SPARED
    at = reads[-1]
    sent = 0
    while one.opens_to_send(at, 1) <= at:
        one.spend(at, 1)
        sent += 1
    assert sent == 100 - len(reads)
    assert one.opens_to_send(at, 1) > at
    assert one.opens(at, 1, pressing=True) > at


def test_what_is_sent_waits_for_what_the_network_tells() -> None:
    one = purse()
    resets = START + timedelta(seconds=60)
    one.correct(Budget(300, 1, resets, "reads"), NOW)
    assert one.opens_to_send(NOW, 1) == NOW
    assert one.opens_to_send(NOW, 2) == resets.timestamp()
    one.rest(NOW + 30)
    assert one.opens_to_send(NOW, 1) == NOW + 30
