"""HTML of posts as people read it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.feeds.html_text import LONGEST_HTML, plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("plain  words ", "plain words"),
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<p>one</p>\n  <p>two</p>", "one\n\ntwo"),
        ("one<br>two<br/>three<br />", "one\ntwo\nthree"),
        ("a<br><br><br><br>b", "a\n\nb"),
        ("<ul><li>one</li><li> two</li></ul>after", "• one\n• two\n\nafter"),
        ("1 < 2 &amp;&amp; 3 &gt; 2", "1 < 2 && 3 > 2"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("<b>bo</b>ld", "bold"),
        ("a <b> b </b> c", "a b c"),
        ("<script>x</script>y<style>z</style>", "y"),
        ("a<!-- b -->c<!doctype d>e<?f?>g", "aceg"),
        ("a<!-- never closed", "a"),
        ('<span class="invisible">https://</span>x', "x"),
        ("<pre>a\n   b</pre>", "a\n   b"),
        ("non&nbsp;breaking", "non\xa0breaking"),
        ("<", "<"),
        ("<3 you", "<3 you"),
        ("a</p></p></div>b", "a\n\nb"),
    ],
)
def test_html_becomes_what_a_person_reads(html: str, text: str) -> None:
    assert plain_text(html).text == text


@pytest.mark.parametrize("href", ["javascript:alert(1)", "file:///etc/passwd", "", "/relative"])
def test_only_web_addresses_are_links(href: str) -> None:
    assert plain_text(f'<a href="{href}">here</a>').spans == ()


def test_a_link_stands_where_its_words_are() -> None:
    read = plain_text("<p>see</p> <p> <a href=https://westmarch.example/a>  our page </a>now</p>")
    (span,) = read.spans
    assert read.text == "see\n\nour page now"
    assert read.text[span.start : span.end] == "our page"
    assert span.target == "https://westmarch.example/a"


@pytest.mark.parametrize(
    "piece",
    ["<", "<a ", '<a "', "<a href='", "<!--", "</", "<?", "<!", "<![CDATA[", "&#", "&", "<p>",
     "<a>", "<a href=https://x.example>", "<script>", '<span class="invisible">', "<li>", " ",
     "<br>", "<pre>", "<p class=", "<b a=b "],
)  # fmt: skip
def test_no_input_takes_long(piece: str) -> None:
    began = time.process_time()
    plain_text(piece * (LONGEST_HTML // len(piece)))
    assert time.process_time() - began < 2


PIECES = [
    *("<a href='https://x.example'>", "</a>", "<p>", "</p>", "<br>", "w", " ", "\n", "&amp;"),
    *("<li>", "<pre>", "</pre>", "<span class=ellipsis>", "</span>", "<"),
]


@given(st.lists(st.sampled_from(PIECES)))
def test_spans_lie_within_the_text_and_apart(pieces: list[str]) -> None:
    read = plain_text("".join(pieces))
    ends = 0
    for span in read.spans:
        assert ends <= span.start < span.end <= len(read.text)
        ends = span.end
