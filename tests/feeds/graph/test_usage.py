"""Budgets in percent, as the headers of the Graph tell them."""

from datetime import timedelta

import pytest

from controlroom.feeds.base import Budget, Per
from controlroom.feeds.graph.usage import budgets_of, regained_in
from tests.feeds.seats import NOW

SOON = NOW + timedelta(minutes=15)
APP, BUSINESS = "X-App-Usage", "X-Business-Use-Case-Usage"


def test_the_tightest_share_counts() -> None:
    headers = {APP: '{"call_count": 28, "total_time": 25, "total_cputime": 61}'}
    assert budgets_of(headers, NOW) == (Budget(100, 39, SOON, "app", Per.APP),)


def test_a_page_has_a_budget_for_each_use() -> None:
    headers = {
        BUSINESS: '{"1044": ['
        '{"type": "pages", "call_count": 97.2, "total_cputime": 3, "total_time": 5,'
        ' "estimated_time_to_regain_access": 0},'
        '{"type": "messenger", "call_count": 100, "estimated_time_to_regain_access": 19},'
        '{"type": "ads_insights", "call_count": 50}],'
        '"1045": [{"type": "pages", "call_count": 12}]}'
    }
    whole = NOW + timedelta(minutes=19)
    assert budgets_of(headers, NOW) == (
        Budget(100, 2, SOON, "pages", Per.PROFILE),
        Budget(100, 0, whole, "messenger", Per.PROFILE),
    )
    assert regained_in(headers) == timedelta(minutes=19)


@pytest.mark.parametrize(
    "told",
    [
        "",
        "null",
        "[]",
        "7",
        "{",
        '{"call_count": "many"}',
        '{"call_count": true}',
        '{"call_count": -1}',
        '{"call_count": NaN}',
        '{"call_count": 1e400}',
        '{"1": 5}',
        '{"1": [5, null, []]}',
        '{"1": [{"type": "pages"}]}',
        '{"1": [{"type": 5, "call_count": 4}]}',
        "[" * 10_000,
    ],
)
def test_what_makes_no_sense_is_no_budget(told: str) -> None:
    assert budgets_of({APP: told, BUSINESS: told}, NOW) == ()
    assert regained_in({BUSINESS: told}) == timedelta(0)


def test_more_than_everything_is_everything() -> None:
    (budget,) = budgets_of({APP: '{"call_count": 340}'}, NOW)
    assert budget.remaining == 0
