"""Words are cut into the pieces an encoder knows."""

import pytest

from controlroom.outbound.checks.pieces import FIRST, LAST, LISTED, PART, UNKNOWN, Pieces

KNOWN = (
    UNKNOWN,
    FIRST,
    LAST,
    "the",
    "burg",
    "##lar",
    "##s",
    "##y",
    "'",
    "s",
    "!",
    "£",
    "##2",
    "20",
    "[unused0]",
    "[unused1]",
    "[unused2]",
    "[unused3]",
)
PIECES = Pieces(KNOWN)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("the burglar", ["the", "burg", "##lar"]),
        ("The  BURGLARS!!", ["the", "burg", "##lar", "##s", "!", "!"]),
        ("burglar's", ["burg", "##lar", "'", "s"]),
        ("burgundy the", [UNKNOWN, "the"]),
        ("£2", ["£", "##2"]),
        ("!20", ["!", "20"]),
        ("", []),
        (" \n\t", []),
        ("😀the", [UNKNOWN]),
        (f"the {PART}burglar", ["the", "[unused0]", "burg", "##lar"]),
        (f"£{LISTED}The", ["£", "[unused1]", "the"]),
        ("[unused0]", [UNKNOWN, UNKNOWN, UNKNOWN]),
    ],
)
def test_the_longest_piece_that_is_known_comes_first(text: str, pieces: list[str]) -> None:
    assert [KNOWN[number] for number in PIECES.of(text)] == pieces


def test_a_word_without_end_is_one_piece_that_nobody_knows() -> None:
    assert PIECES.of("burg" * 26) == [KNOWN.index(UNKNOWN)]


def test_where_a_text_begins_and_ends_has_to_be_among_what_is_known() -> None:
    with pytest.raises(KeyError):
        Pieces(("the", UNKNOWN))
