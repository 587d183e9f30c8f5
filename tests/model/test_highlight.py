import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from controlroom.model.highlight import FARTHEST, marks, snippet
from controlroom.model.query.parse import parse
from controlroom.model.query.tree import Node, Phrase, Word
from tests.model.query.fts import Index

SAMPLES = [
    "Smoke over Dunmarsh: fire crews at the M97, J4–J6 shut since 18:30. #M97 @WestmarchRoads",
    "Pożar w Łodzi! Straż pożarna na miejscu, zażółć gęślą jaźń.",
    "L’été dernier, l'incendie de l’École — « éteint » à 18 h ; cœur, naïve, Noël.",
    "İstanbul'da yangın: IĞDIR, ışık, çığ, ŞİŞLİ'de trafik durdu.",
    "Η φωτιά στον Σίσυφο· ΠΥΡΚΑΓΙΆ και λόγος, Οδυσσεύς.",
    "ڈنمارش میں آگ لگ گئی ہے۔ پولیس کی گاڑیاں، راستہ بند",
    "حَرِيقٌ في المدينة، الشُّرطة تطلب الابتعاد عن الطريق",
    "ਡਨਮਾਰਸ਼ ਵਿੱਚ ਅੱਗ ਲੱਗ ਗਈ। ਪੁਲਿਸ ਨੇ ਰਾਹ ਬੰਦ ਕੀਤਾ",
    "Incendiu în Țăndărei, pompierii și poliția la fața locului; Ştefan, Ţepeş.",
    "fire🤣🔥 👍🏽 stay🚨safe 🏴 🫡ok \u2068Dunmarsh\u2069 e\u0301te\u0301 A\u030angström",
    "Straße STRASSE STRAẞE ﬁre Ⅻ ½ x² ... ",
]
LOOKED_FOR = sorted({word for text in SAMPLES for word in text.split()} | set("eéłıİßΣςόa1ਪ"))


@pytest.fixture(scope="module")
def index() -> Iterator[Index]:
    made = Index()
    yield made
    made.close()


@pytest.mark.parametrize("text", SAMPLES)
@pytest.mark.parametrize("prefix", [False, True])
def test_a_word_is_marked_exactly_where_the_index_finds_it(
    index: Index, text: str, prefix: bool
) -> None:
    found = 0
    for word in [*LOOKED_FOR, *(w[:3] for w in LOOKED_FOR), *(w.upper() for w in LOOKED_FOR)]:
        hit = index.matches(text, word, prefix)
        assert bool(marks(text, Word(word, prefix))) == hit, word
        found += hit
    assert found > 5


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_stretches_of_a_text_are_marked_as_the_index_finds_them(
    index: Index, data: st.DataObject
) -> None:
    text, other = data.draw(st.sampled_from(SAMPLES)), data.draw(st.sampled_from(SAMPLES))
    start = data.draw(st.integers(0, len(other) - 1))
    part = other[start : start + data.draw(st.integers(1, 25))]
    prefix = data.draw(st.booleans())
    assert bool(marks(text, Word(part, prefix))) == index.matches(text, part, prefix)


def marked(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in marks(text, parse(query))]


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Fire! No fire, firework.", "fire", ["Fire", "fire"]),
        ("Fire! No fire, firework.", "fire*", ["Fire", "fire", "firework"]),
        ("L'été, e\u0301te\u0301", "ete", ["été", "e\u0301te\u0301"]),
        ("#M97 and M97", "#m97", ["M97", "M97"]),
        ("engine is off, engine, off", '"engine off"', ["engine, off"]),
        ("a b c d", '"a b" "b c"', ["a b c"]),
        ("a b c d", '"a b c" a b', ["a b c"]),
        ("a b a b x", '"a b x"', ["a b x"]),
        ("fire smoke hoax", "(fire OR smoke) -hoax from:fire has:link", ["fire", "smoke"]),
        ("J4–J6 J4 J5", "J4–J6", ["J4–J6"]),
        ("ਪੰਜਾਬੀ ਪੰ", "ਪੰਜਾਬੀ", ["ਪੰਜਾਬੀ"]),
        ("fire", "", []),
        ("", "fire", []),
    ],
)
def test_what_is_marked(text: str, query: str, expected: list[str]) -> None:
    assert marked(text, query) == expected


def test_a_very_long_phrase_is_marked_by_its_beginning() -> None:
    long = " ".join(f"w{number}" for number in range(60))
    assert len(marks(f"before {long} after", Phrase(long))) == 1
    assert marks(long.replace("w10", "x"), Phrase(long)) == ()


@given(st.text(st.characters(codec=None)), st.lists(st.text(min_size=1), max_size=4))
def test_marks_lie_apart_in_the_text(text: str, words: list[str]) -> None:
    for word in [*words, text[:5]]:
        end = 0
        for start, stop in marks(text, Word(word, prefix=True)):
            assert end <= start < stop <= len(text)
            end = stop


def test_a_snippet_shows_the_first_hits_between_whole_words() -> None:
    text = "one two three " * 20 + "smoke\nand fire here " + "four five six " * 20
    shown = snippet(text, parse("smoke fire"), around=30)
    assert [shown.text[start:end] for start, end in shown.marks] == ["smoke", "fire"]
    assert shown.text == (
        "…one two three one two three smoke and fire here four five six four five…"
    )


def test_a_snippet_without_hits_is_the_beginning() -> None:
    shown = snippet("one two three four five " * 20, parse("fire"), around=20)
    assert (shown.text, shown.marks) == ("one two three four five one two three…", ())
    assert snippet("short", parse("fire")).text == "short"
    assert snippet("", parse("fire")).text == ""


def test_a_snippet_stays_short_without_a_place_to_cut() -> None:
    for text in ("e" + "\u0301" * 5_000, "火" * 5_000, "x" * 3_000 + " fire " + "y" * 3_000):
        assert len(snippet(text, parse("e OR fire OR 火*")).text) < 300


@given(
    st.text(st.sampled_from("ab fire\n\u0301ਪ🔥"), max_size=400),
    st.sampled_from(["a", "fire", '"a b"', "a* OR fire", "-a"]),
    st.integers(0, 60),
)
def test_a_snippet_is_a_stretch_of_the_text_with_its_marks(
    text: str, query: str, around: int
) -> None:
    shown = snippet(text, parse(query), around)
    assert shown.text.strip("…") in text.replace("\n", " ")
    assert bool(shown.marks) == bool(marks(text, parse(query))) or around == 0
    for start, end in shown.marks:
        assert 0 <= start < end <= len(shown.text)
        assert "…" not in shown.text[start:end]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("fire and smoke é " * 60_000, "fire smoke* é"),
        ("a " * 500_000, '"' + "a " * 900 + 'b"'),
        ("a" * 1_000_000, "a* " * 600),
        ("e" + "\u0301" * 1_000_000, "e"),
        ("ਪ੍ " * 300_000, "ਪ੍"),
        (" " * 1_000_000, "fire"),
        (("a " * 15 + "b ") * 40_000, '"' + "a " * 16 + '"'),
    ],
)
def test_a_megabyte_of_text_does_not_make_the_reader_wait(text: str, query: str) -> None:
    node = parse(query)
    fastest = min(_seconds(text, node) for _ in range(3))
    assert fastest < 2  # a quadratic search would take minutes


def _seconds(text: str, node: Node) -> float:
    begun = time.process_time()
    snippet(text, node)
    return time.process_time() - begun


def test_a_word_cut_by_the_limit_is_not_mistaken_for_a_shorter_one() -> None:
    text = " " * (FARTHEST - 4) + "firework"
    assert marks(text, Word("fire")) == ()
