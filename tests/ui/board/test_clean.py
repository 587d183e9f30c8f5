"""What others wrote is made fit to be laid out, and spans still find their words."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from controlroom.ui.board.card.clean import LONGEST, MOST_MARKS, clean, clean_line
from tests.ui.board.hostile import hostile_texts


def test_plain_text_stays_as_it_is() -> None:
    for text in ("Smoke right across the plots.", "two\nlines", "Łódź, 18 h 55 – naïve", "😀 fine"):
        assert clean(text).text == text
        assert clean(text).place(3) == 3


def test_a_long_text_is_cut_before_anything_else() -> None:
    found = clean("a" * 1_000_000)
    assert (len(found.text), found.cut) == (LONGEST, True)


def test_marks_do_not_pile_up() -> None:
    found = clean("Z" + "\u0351" * 30 + "algo").text
    assert found == "Z" + "\u0351" * MOST_MARKS + "algo"


def test_bidi_controls_are_shown() -> None:
    assert clean("a\u202eb\u202c").text == "a[RLO]b[PDF]"


def test_broken_and_control_characters_become_a_sign() -> None:
    assert clean("\ud800x\x00\x1by").text == "\ufffdx\ufffd\ufffdy"
    assert clean("a\tb\u2028c\rd").text == "a b cd"


def test_many_empty_lines_become_one() -> None:
    assert clean("a\n\n\n\n\nb").text == "a\n\nb"


def test_a_span_finds_its_word_after_the_cleaning() -> None:
    text = "\u202ea\x00\n\n\n\n" + "Z" + "\u0351" * 9 + " @unit ok"
    found = clean(text)
    start = text.index("@unit")
    assert found.text[found.place(start) : found.place(start + 5)] == "@unit"


def test_a_hashtag_in_text_from_right_to_left_is_held_together_and_its_span_fits() -> None:
    text = "عالقون على #M97 منذ @WestmarchPolice ساعتين"
    found = clean(text)
    for name in ("#M97", "@WestmarchPolice"):
        start = text.index(name)
        span = found.text[found.place(start) : found.place(start + len(name))]
        assert span == f"\u200e{name}"
    assert found.text.replace("\u200e", "") == text
    assert clean("smoke on #M97, café").text == "smoke on #M97, café"
    assert clean("a#b حريق 1#").text == "a#b حريق 1#"


def test_a_name_is_one_line() -> None:
    assert clean_line(" Karen\n\n Platt\t") == "Karen Platt"


@given(st.text(st.characters(codec=None, categories=["Lu", "Mn", "Cc", "Cf", "Zs", "Cs"])))
def test_nothing_harmful_is_left(text: str) -> None:
    found = clean(text).text
    run = 0
    for char in found:
        kind = unicodedata.category(char)
        run = run + 1 if kind[0] == "M" else 0
        assert run <= MOST_MARKS
        assert kind != "Cs"
        assert char == "\n" or kind != "Cc"
        assert char not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def test_every_place_stays_inside() -> None:
    for text in list(hostile_texts())[:400]:
        found = clean(text)
        places = [found.place(at) for at in range(min(len(text), 300))]
        assert places == sorted(places)
        assert all(0 <= place <= len(found.text) for place in places)


def test_what_no_font_can_have_is_replaced_and_marks_of_order_go() -> None:
    found = clean("\ufeffone\ufffe two\uffff")
    assert found.text == "one\ufffd two\ufffd"
    assert found.text[found.place(6)] == "t"
