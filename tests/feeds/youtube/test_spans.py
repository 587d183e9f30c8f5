"""Links, mentions and hashtags in plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.feeds.networks.youtube.spans import LONGEST, spans_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://a.example/x.", ["https://a.example/x"]),
        ("(https://a.example/x)", ["https://a.example/x"]),
        ("https://a.example/x_(y)", ["https://a.example/x_(y)"]),
        ("https://a.example/x?!»", ["https://a.example/x"]),
        ("HTTPS://A.example", ["HTTPS://A.example"]),
        ("@tom.h. said", ["@tom.h"]),
        ("@tom.h, @mara-v!", ["@tom.h", "@mara-v"]),
        ("a@b.example", []),
        ("@@tom", []),
        ("@ab", []),
        ("#A17 #2026 &#39; a#b", ["#A17"]),
        ("#élan vital", ["#élan"]),
        ("https://a.example/@tom#frag", ["https://a.example/@tom#frag"]),
        ("javascript:alert(1) file:///etc", []),
        ("https://", []),
        ("", []),
    ],
)
def test_what_is_found(text: str, found: list[str]) -> None:
    assert [text[span.start : span.end] for span in spans_of(text)] == found


@given(st.text(alphabet="ab @#.()/:htps1é\u202e", max_size=60))
def test_spans_are_in_order_and_inside_the_text(text: str) -> None:
    ends = 0
    for span in spans_of(text):
        assert ends <= span.start < span.end <= len(text)
        assert span.target
        ends = span.end


@pytest.mark.parametrize("piece", ["@a", "#", "https://(", "https://x)", "@", "@a.", "(" * 9])
def test_a_long_text_made_to_be_slow_is_read_to_its_bound(piece: str) -> None:
    assert all(span.end <= LONGEST for span in spans_of(piece * LONGEST))
