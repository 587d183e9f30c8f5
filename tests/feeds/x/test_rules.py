"""The dated data of X: limits, prices, terms."""

from datetime import date
from decimal import Decimal

from controlroom.feeds.networks.x.feed import CAPABILITIES
from controlroom.feeds.networks.x.problems import allowance
from controlroom.feeds.rules import rules_of

RULES = rules_of("x")
WITHOUT_A_KNOWN_LIMIT = {"posts", "lookup"}


def test_what_is_drawn_is_what_the_rules_and_the_headers_name() -> None:
    drawn = {name for reading in CAPABILITIES.reads.values() for name in reading.draws}
    known = {one.name for one in RULES.allowances}
    assert drawn | set(CAPABILITIES.look_draws) <= known | WITHOUT_A_KNOWN_LIMIT
    assert allowance("/2/users/5/mentions")[0] in known
    assert allowance("/2/tweets")[0] == "lookup"
    assert allowance("/2/users/5/tweets")[0] == "posts"
    assert allowance("/somewhere/else")[0] == ""


def test_limits_and_prices_are_those_x_published() -> None:
    limits = {one.name: (one.limit, one.window_s) for one in RULES.allowances}
    assert limits["mentions"] == (300, 900)
    assert limits["messages"] == (15, 900)
    assert {one.what: one.amount for one in RULES.prices} == {
        "post": Decimal("0.005"),
        "user": Decimal("0.010"),
        "message": Decimal("0.010"),
        "post written": Decimal("0.015"),
        "post with link": Decimal("0.20"),
        "owned read": Decimal("0.001"),
    }
    read = [one for one in RULES.prices if not one.what.startswith("post w")]
    assert all(one.once_a_day for one in read)
    assert (RULES.most_a_month, RULES.deleted_within_h) == (3_000_000, 24)


def test_every_term_is_told_in_both_languages_with_its_source_and_day() -> None:
    assert {term.key for term in RULES.terms} >= {"x.government", "x.protests", "x.deletions"}
    for term in RULES.terms:
        assert set(term.text) == {"en", "fr"}
        assert all(term.text.values())
        assert term.source
        assert term.checked == date(2026, 8, 22)
        assert set(term.shown) <= {"profile", "search"}


def test_a_search_for_protests_has_to_say_what_for() -> None:
    asking = {word for term in RULES.terms for word in term.asks_for}
    assert {"protest", "rally", "demonstration", "manifestation"} <= asking
