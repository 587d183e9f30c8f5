"""Who shares which allowance, and what a restart remembers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest

from controlroom.feeds.base import Budget, Capabilities, Per, Reading
from controlroom.feeds.errors import BudgetUsed
from controlroom.feeds.rules import Allowance, Price, Rules
from controlroom.intake.purses import Purses
from controlroom.intake.till import Till
from controlroom.intake.wanting import Wanted
from controlroom.model.post import Author, Post, PostKind, Quote
from controlroom.model.stream import Source, SourceKind
from controlroom.store.cache.spending import SpendingKeeper
from controlroom.store.cache.writer import CacheWriter

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
S = timedelta(seconds=1)
READS = MappingProxyType(
    {
        SourceKind.MENTIONS: Reading(100, draws={"own": 1, "all": 1}),
        SourceKind.SEARCH: Reading(100, draws={"all": 10}),
        SourceKind.POSTS: Reading(100, draws={"server": 1}),
        SourceKind.HOME: Reading(100),
    }
)
NETWORK = Capabilities("n", "N", READS)
RULES = Rules(
    "n",
    "here",
    NOW.date(),
    allowances=(
        Allowance("own", Per.PROFILE, 10, 900),
        Allowance("all", Per.APP, 20, 900),
        Allowance("server", Per.HOST, 5, 900),
    ),
    prices=(
        Price("post", Decimal("0.005"), "USD", once_a_day=True),
        Price("message", Decimal("0.010"), "USD"),
    ),
    most_a_month=1_000,
)


def wanted(
    profile: int, kind: SourceKind = SourceKind.MENTIONS, app: str = "a", host: str = "h"
) -> Wanted:
    return Wanted(Source("n", kind, profile), (1,), ("n", host, profile), NETWORK, app=app)


def purses(keeper: SpendingKeeper | None = None) -> Purses:
    if keeper is None:
        return Purses(rules=lambda _: RULES, till=Till(rules=lambda _: RULES))
    return Purses(keeper, rules=lambda _: RULES, till=Till(keeper, rules=lambda _: RULES))


def spent(one: Purses, who: Wanted, now: datetime = NOW, most: int = 1_000) -> int:
    """Spends until nothing is given any more, as time goes by; returns how often it was."""
    pages = 0
    while pages < most and one.spend(who, now + pages * S / 1000, pressing=True):
        one.answered(who, (), now)
        pages += 1
    return pages


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[CacheWriter]:
    one = CacheWriter.open(tmp_path, b"k" * 32)
    yield one
    one.close()


def test_what_is_given_to_an_application_is_shared_by_all_its_profiles() -> None:
    one = purses()
    first = sum(spent(one, wanted(number)) for number in range(1, 5))
    assert first <= 18
    assert spent(one, wanted(9)) == 0
    assert spent(one, wanted(9, app="another")) > 0


def test_what_is_given_to_a_profile_is_its_own() -> None:
    one = purses()
    assert spent(one, wanted(1)) > 0
    assert one.opens(wanted(1), NOW, pressing=True) > NOW
    assert spent(one, wanted(2)) > 0


def test_what_is_given_to_a_server_is_shared_by_who_reads_there() -> None:
    one = purses()
    assert spent(one, wanted(1, SourceKind.POSTS)) > 0
    assert spent(one, wanted(2, SourceKind.POSTS)) == 0
    assert spent(one, wanted(2, SourceKind.POSTS, host="elsewhere")) > 0


def test_a_dear_page_costs_what_the_network_says() -> None:
    one = purses()
    assert spent(one, wanted(1, SourceKind.SEARCH)) == 1


def test_what_nobody_declares_and_a_header_tells_binds_every_read_of_the_profile() -> None:
    one = purses()
    told = Budget(100, 5, NOW + 60 * S, "whole account", Per.PROFILE)
    one.told(wanted(1, SourceKind.HOME), (told,), NOW)
    assert one.opens(wanted(1), NOW, pressing=True) == NOW + 60 * S
    assert one.opens(wanted(2), NOW, pressing=True) == NOW


def used_up(until: datetime, allowance: str = "", per: Per = Per.PROFILE) -> BudgetUsed:
    return BudgetUsed(host="n.example", resets_at=until, allowance=allowance, per=per)


def test_a_refusal_rests_the_profile_and_a_second_ones_all_that_share_with_it() -> None:
    one, until = purses(), NOW + 300 * S
    one.refused(wanted(1), used_up(until))
    assert one.opens(wanted(1), NOW, pressing=True) == until
    assert one.opens(wanted(2), NOW, pressing=True) == NOW
    one.refused(wanted(2), used_up(until))
    assert one.opens(wanted(3), NOW, pressing=True) == until


def test_a_refusal_that_names_an_allowance_rests_it_alone() -> None:
    one, until = purses(), NOW + 300 * S
    one.refused(wanted(1), used_up(until, "own"))
    assert one.opens(wanted(1), NOW, pressing=True) == until
    assert one.opens(wanted(1, SourceKind.POSTS), NOW, pressing=True) == NOW
    assert one.opens(wanted(2), NOW, pressing=True) == NOW


def test_a_shared_allowance_that_is_named_rests_for_all_at_once() -> None:
    one, until = purses(), NOW + 300 * S
    one.refused(wanted(1, SourceKind.SEARCH), used_up(until, "all"))
    assert one.opens(wanted(2), NOW, pressing=True) == until
    assert one.opens(wanted(2, app="another"), NOW, pressing=True) == NOW
    assert one.opens(wanted(1, SourceKind.POSTS), NOW, pressing=True) == NOW


def test_what_no_read_declares_binds_all_that_share_it() -> None:
    one, until = purses(), NOW + 300 * S
    one.refused(wanted(1), used_up(until, "month", Per.APP))
    for kind in (SourceKind.MENTIONS, SourceKind.HOME, SourceKind.POSTS):
        assert one.opens(wanted(2, kind), NOW, pressing=True) == until
        assert one.opens(wanted(2, kind, app="another"), NOW, pressing=True) == NOW


def test_a_read_waits_also_where_what_is_named_is_none_of_its_own() -> None:
    one, until = purses(), NOW + 300 * S
    one.refused(wanted(1), used_up(until, "server"))
    assert one.opens(wanted(1), NOW, pressing=True) == until
    assert one.opens(wanted(2), NOW, pressing=True) == NOW


def test_a_second_look_that_is_refused_rests_what_it_draws_on() -> None:
    one, until = purses(), NOW + 300 * S
    one.refused(wanted(1), used_up(until, "server"), {"server": 1})
    assert one.opens(wanted(1, SourceKind.POSTS), NOW, pressing=True) == until
    assert one.opens(wanted(1), NOW, pressing=True) == NOW


def test_a_refusal_where_nothing_is_known_rests_the_profile() -> None:
    one, until = purses(), NOW + 300 * S
    one.refused(wanted(1, SourceKind.HOME), used_up(until))
    assert one.opens(wanted(1, SourceKind.HOME), NOW, pressing=True) == until
    assert one.opens(wanted(2, SourceKind.HOME), NOW, pressing=True) == NOW


def test_a_new_start_knows_what_was_spent(writer: CacheWriter) -> None:
    before = purses(SpendingKeeper(writer.database, NOW))
    pages = sum(spent(before, wanted(number), NOW) for number in range(1, 5))
    later = NOW + 30 * S
    after = purses(SpendingKeeper(writer.database, later))
    more = sum(spent(after, wanted(number), later) for number in range(1, 5))
    assert pages
    assert pages + more <= 18


def test_what_is_long_past_is_forgotten(writer: CacheWriter) -> None:
    keeper = SpendingKeeper(writer.database, NOW)
    keeper.spend([("old", 5, 1), ("new", int(NOW.timestamp()), 2), ("new", 7, 9)])
    keeper.spend([("new", int(NOW.timestamp()), 1)])
    found = SpendingKeeper(writer.database, NOW).spent()
    assert found == {"new": [(int(NOW.timestamp()), 1)]}


def test_what_is_left_is_told_with_when_it_is_whole_again() -> None:
    one = purses()
    one.spend(wanted(1), NOW, pressing=True)
    left = {part.name: part for part in one.left(wanted(1), NOW)}
    assert (left["own"].remaining, left["own"].limit) == (9, 10)
    assert left["all"].per is Per.APP
    assert NOW + 900 * S <= left["all"].whole_at <= NOW + 1000 * S


def test_a_second_look_needs_room() -> None:
    one = purses()
    assert one.roomy(wanted(1), NOW, {"server": 1})
    for _ in range(4):
        one.spend(wanted(2), NOW, pressing=True, draws={"server": 1})
    assert not one.roomy(wanted(1), NOW, {"server": 1})


def posts(*numbers: int, kind: PostKind = PostKind.STATUS) -> list[Post]:
    return [Post("n", f"{kind}{n}", Author("1", "ida"), "x", NOW, kind) for n in numbers]


def test_the_same_post_is_charged_once_in_a_day_of_utc() -> None:
    till = Till(rules=lambda _: RULES)
    till.took("n", posts(1, 2), NOW)
    till.took("n", posts(2, 3), NOW + 3600 * S)
    assert till.bill("n", NOW).today == {"USD": Decimal("0.015")}
    tomorrow = NOW + timedelta(days=1)
    till.took("n", posts(1), tomorrow)
    assert till.bill("n", tomorrow).today == {"USD": Decimal("0.005")}
    assert till.bill("n", tomorrow).month == {"USD": Decimal("0.020")}


def test_messages_have_a_price_of_their_own() -> None:
    till = Till(rules=lambda _: RULES)
    till.took("n", posts(1, 2, kind=PostKind.MESSAGE) + posts(3), NOW)
    till.took("n", posts(1, kind=PostKind.MESSAGE), NOW)
    assert till.bill("n", NOW).today == {"USD": Decimal("0.035")}


def test_who_wrote_is_charged_once_a_day_however_much_was_written() -> None:
    prices = (*RULES.prices, Price("user", Decimal("0.01"), "USD", once_a_day=True))
    till = Till(rules=lambda _: replace(RULES, prices=prices))
    till.took("n", posts(1, 2, 3), NOW)
    assert till.bill("n", NOW).today == {"USD": Decimal("0.025")}
    quoting = replace(posts(1)[0], quote=Quote("q1", "Jonas", "Look"))
    till.took("n", [quoting], NOW + 3600 * S)
    assert till.bill("n", NOW).today == {"USD": Decimal("0.040")}
    tomorrow = NOW + timedelta(days=1)
    till.took("n", [replace(quoting, author=Author("7", "JONAS"))], tomorrow)
    assert till.bill("n", tomorrow).today == {"USD": Decimal("0.020")}


def test_the_bill_outlives_a_restart(writer: CacheWriter) -> None:
    Till(SpendingKeeper(writer.database, NOW), lambda _: RULES).took("n", posts(1, 2), NOW)
    after = Till(SpendingKeeper(writer.database, NOW), lambda _: RULES)
    after.took("n", posts(3), NOW)
    assert after.bill("n", NOW).today == {"USD": Decimal("0.015")}


def test_a_month_that_is_read_up_waits_for_the_next() -> None:
    one = purses()
    one.till.took("n", posts(*range(900)), NOW)
    opens = one.opens(wanted(1), NOW, pressing=True)
    assert opens == datetime(2026, 12, 1, tzinfo=UTC)
    assert one.till.bill("n", NOW).posts == 900
    assert one.opens(wanted(1), opens, pressing=True) == opens


def test_sending_uses_what_reading_leaves_and_reading_waits_for_it() -> None:
    one, who = purses(), wanted(1)
    draws = {"own": 1, "all": 1}
    pages = spent(one, who, most=9)
    sent = 0
    while (opens := one.pay_to_send(who, NOW + S, draws)) <= NOW + S:
        one.answered(who, (), NOW, draws)
        sent += 1
    assert pages + sent == 10
    assert opens > NOW + S
    assert not one.spend(who, NOW + S, pressing=True)


def test_what_was_sent_counts_after_a_restart(writer: CacheWriter) -> None:
    for _ in range(10):
        one = purses(SpendingKeeper(writer.database, NOW))
        assert one.pay_to_send(wanted(1), NOW, {"own": 1}) == NOW
    after = purses(SpendingKeeper(writer.database, NOW))
    assert after.pay_to_send(wanted(1), NOW, {"own": 1}) > NOW
    assert after.pay_to_send(wanted(2), NOW, {"own": 1}) == NOW
