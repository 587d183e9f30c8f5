"""Searches that read like watching protests or people ask for a policing purpose."""

from datetime import date

import pytest

from controlroom.feeds.gate import Demand, gate_of
from controlroom.feeds.rules import Rules, Term, rules_of

DAY = date(2026, 8, 22)
TERM = Term("t.protests", ("search",), {"en": "No."}, "somewhere", DAY, ("protest", "cortège"))
OTHER = Term("t.profiles", ("profile",), {"en": "Other."}, "somewhere", DAY)
RULES = Rules("t", "somewhere", DAY, terms=(TERM, OTHER))


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        ("fire OR smoke", None),
        ("Protest Saturday", Demand.PROTEST),
        ("#protest", Demand.PROTEST),
        ("le cortege de samedi", Demand.PROTEST),
        ("protestant church", None),
        ("from:jane_doe", Demand.PERSON),
        ("@jane.doe.example fire", Demand.PERSON),
        ("from:westmarch fire", None),
        ("mail jane@doe.example", None),
    ],
)
def test_each_search_has_its_demand(text: str, demand: Demand | None) -> None:
    assert gate_of(RULES, text, ["WestMarch"]).demand is demand


def test_only_the_terms_of_searches_are_shown() -> None:
    assert gate_of(RULES, "fire").terms == (TERM,)


def test_the_words_that_made_it_so_are_named() -> None:
    assert gate_of(RULES, "protest from:jane").words == ("protest",)
    assert gate_of(RULES, "from:jane").words == ("jane",)


@pytest.mark.parametrize("network", ["x", "facebook", "bluesky", "mastodon", "youtube", "rss"])
def test_every_networks_terms_are_there_in_both_languages(network: str) -> None:
    for term in rules_of(network).terms:
        assert {"en", "fr"} <= set(term.text)
        assert term.source
        assert term.shown
