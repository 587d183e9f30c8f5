import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from controlroom.model.query.fold import fold, tokens
from tests.model.query.fts import PLAIN, Index


@pytest.fixture
def index() -> Iterator[Index]:
    made = Index()
    yield made
    made.close()


def _old_enough(char: str) -> bool:
    """Known to SQLite, or to nobody: what Unicode had in 3.2 has not changed since."""
    return unicodedata.ucd_3_2_0.category(char) != "Cn" or unicodedata.category(char) == "Cn"


def test_every_character_known_to_both_is_folded_as_the_index_does(index: Index) -> None:
    chars = [chr(code) for code in range(0x30000) if not 0xD800 <= code <= 0xDFFF]
    theirs = index.words_of_each([f"q{char}q" for char in chars])
    ours = [[token.text for token in tokens(f"q{char}q")] for char in chars]
    apart = [c for c, a, b in zip(chars, ours, theirs, strict=True) if a != b]
    # SQLite folds every accented a but ǡ; two letters became marks; two are no characters.
    assert [c for c in apart if _old_enough(c)] == sorted("Ǡǡ\u1885\u1886\ufffe\uffff")
    assert len(apart) < 2_500
    assert max(map(ord, apart)) < 0x1F000, "no emoji may be among them"


def test_without_the_declared_separators_a_young_emoji_sticks_to_its_word() -> None:
    plain = Index(PLAIN)
    assert plain.words("fire🤣 \u2068kop\u2069") == ["fire🤣", "\u2068kop\u2069"]
    plain.close()
    assert fold("fire🤣 \u2068kop\u2069") == "fire kop"


@settings(max_examples=400, deadline=None)
@given(st.text(st.characters(max_codepoint=0x527, exclude_characters="Ǡǡ\u037f"), max_size=30))
def test_texts_are_cut_into_the_words_of_the_index(text: str) -> None:
    index = Index()
    assert [token.text for token in tokens(text)] == index.words(text)
    index.close()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Été à L'ÉCOLE", "ete a l ecole"),
        ("e\u0301te\u0301", "ete"),
        ("İstanbul'da yangın", "istanbul da yangin"),
        ("Ștefan Țepeș", "stefan tepes"),
        ("ZAŻÓŁĆ", "zazolc"),
        ("STRAẞE straße ΣΊΣΥΦΟΣ", "strasse strasse σίσυφοσ"),
        ("Łódź Øresund ĐAKOVO", "lodz oresund dakovo"),
        ("Ægir æ Œuvre Þór Ǿ", "aegir ae oeuvre thor o"),
        ("🔥👍🏽 🏴 ok", "ok"),
        ("\ud83d", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(st.characters(codec=None)))
def test_positions_are_those_of_the_original(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end <= len(text)
        assert fold(text[token.start : token.end]) == token.text
        end = token.end
