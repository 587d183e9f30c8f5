"""Stretches of text: tags the network places, links and hashtags in the words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.feeds.graph.text import Tag, spans_of
from controlroom.model.post import Span, SpanKind


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("see https://a.example/x, and", ["https://a.example/x"]),
        ("(https://a.example/x)", ["https://a.example/x"]),
        ("https://a.example/b_(c).", ["https://a.example/b_(c)"]),
        ("[https://a.example/x]!", ["https://a.example/x"]),
        ("HTTPS://A.example", ["HTTPS://A.example"]),
        ("https:// and http://...", []),
        ("ftp://a.example javascript:alert(1) www.a.example", []),
        ('"https://a.example/x"<b>', ["https://a.example/x"]),
    ],
)
def test_links_end_where_a_reader_ends_them(text: str, addresses: list[str]) -> None:
    assert [span.target for span in spans_of(text, ())] == addresses


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#A17 #ok", ["A17", "ok"]),
        ("#42 a#b &#39; ##x https://a.example/#part", []),
        ("#straße #渋滞 #l_1", ["straße", "渋滞", "l_1"]),
    ],
)
def test_hashtags_have_a_letter_and_stand_alone(text: str, tags: list[str]) -> None:
    found = [one for one in spans_of(text, ()) if one.kind is SpanKind.HASHTAG]
    assert [one.target for one in found] == tags


def test_where_both_readings_fit_the_networks_own_counts() -> None:
    text = "😀 AA"
    assert spans_of(text, [Tag("A", 3, 1)]) == (Span(SpanKind.MENTION, 2, 3, "A"),)


def test_a_name_of_another_length_is_believed_where_it_cannot_be_mistaken() -> None:
    assert spans_of("Meet Ida", [Tag("Ida Quill", 5, 3)]) == (Span(SpanKind.MENTION, 5, 8, "Ida"),)


def test_a_tag_wins_over_a_hashtag_inside_it() -> None:
    (span,) = spans_of("Team #1st Response", [Tag("Team #1st Response", 0, 18)])
    assert span.kind is SpanKind.MENTION


@given(
    st.text(alphabet="a#😀 /:htps.()é\u202e", max_size=60),
    st.lists(st.builds(Tag, st.text(max_size=3), st.integers(-5, 80), st.integers(-5, 80))),
)
def test_spans_lie_in_the_text_and_never_over_each_other(text: str, tags: list[Tag]) -> None:
    end = 0
    for span in spans_of(text, tags):
        assert end <= span.start < span.end <= len(text)
        end = span.end


def test_a_flood_of_signs_is_read_in_one_go() -> None:
    text = "#a " * 20_000 + "https://a.example/" + ")" * 60_000
    assert len(spans_of(text, [Tag("#a", 0, 2)] * 1_000)) == 20_001
