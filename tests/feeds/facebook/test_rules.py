"""What is known of Facebook's rules, and of its Graph, with dates."""

from controlroom.feeds.base import Per
from controlroom.feeds.graph.usage import budgets_of
from controlroom.feeds.graph.version import api
from controlroom.feeds.networks.facebook.feed import CAPABILITIES
from controlroom.feeds.rules import rules_of
from tests.feeds.seats import NOW


def test_a_page_is_connected_under_terms_a_person_can_read() -> None:
    rules = rules_of("facebook")
    (term,) = rules.terms
    assert term.shown == ("profile",)
    assert set(term.text) == {"en", "fr"}
    assert "not seen" in term.source


def test_no_allowance_is_promised_that_only_the_headers_know() -> None:
    assert rules_of("facebook").allowances == ()


def test_what_a_read_draws_is_what_the_headers_tell_of() -> None:
    drawn = {name for reading in CAPABILITIES.reads.values() for name in reading.draws}
    uses = '{"1": [{"type": "pages", "call_count": 1}, {"type": "messenger", "call_count": 1}]}'
    told = budgets_of({"X-Business-Use-Case-Usage": uses}, NOW)
    assert {one.name for one in told if one.per is Per.PROFILE} == drawn


def test_the_version_of_the_graph_is_dated() -> None:
    assert (api().version, api().host, api().dialog) == (
        "v26.0",
        "graph.facebook.com",
        "www.facebook.com",
    )
    assert api().source
    assert api().checked.year >= 2026
