import pytest
from hypothesis import given
from hypothesis import strategies as st

from controlroom.model.query.complete import MOST, completions
from controlroom.model.query.tree import FIELD_NAMES, Field
from tests.model.query.trees import texts

KNOWN = {
    Field.PROFILE: ["WestmarchRoads", "Roads Policing", "Dunmarsh"],
    Field.NETWORK: ["mastodon", "x", "facebook"],
    Field.FROM: [f"kop{number}" for number in range(100)],
}


def after(typed: str) -> list[str]:
    """What the text becomes, with the cursor at the bar."""
    cursor = typed.index("|")
    text = typed.replace("|", "")
    offered = completions(text, cursor, KNOWN)
    return [text[: one.start] + one.insert + text[one.end :] for one in offered]


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("fr|", ["from:"]),
        ("fire -pro|", ["fire -profile:"]),
        ("(N|) fire", ["(network:) fire"]),
        ("un|", ["until:"]),
        ("fr|om:kop", ["from:kop"]),
        ("has:v|", ["has:video"]),
        ("has:li| fire", ["has:link fire"]),
        ("is:|", [f"is:{value}" for value in ("reply", "repost", "comment", "message")]),
        ("network:|", ["network:mastodon", "network:x", "network:facebook"]),
        ("profile:roads|", ['profile:"Roads Policing"', "profile:WestmarchRoads"]),
        ('profile:"roads p|', ['profile:"Roads Policing"']),
        ('profile:"roads p|" fire', ['profile:"Roads Policing" fire']),
        ("since:2|", ["since:24h"]),
        ("fire|", []),
        ('"fro|', []),
        ('"fro|"', []),
        ("foo:b|", []),
        ("lang:p|", []),
        ("https://fr|", []),
    ],
)
def test_what_is_offered_at_the_cursor(typed: str, becomes: list[str]) -> None:
    assert after(typed)[:4] == becomes[:4]


@pytest.mark.parametrize("typed", ["|", "fire |", "(|", "-|", '"fire"|', "(fire)|"])
def test_every_field_is_offered_where_a_term_may_begin(typed: str) -> None:
    at = typed.replace("|", "")
    assert after(typed) == [f"{at}{name}:" for name in FIELD_NAMES]


def test_no_more_is_offered_than_a_list_can_show() -> None:
    assert len(after("from:kop|")) == MOST


@given(st.text() | texts, st.integers(-5, 60))
def test_any_text_and_cursor_give_a_range_within_the_text(text: str, cursor: int) -> None:
    for one in completions(text, cursor, KNOWN):
        assert 0 <= one.start <= one.end <= len(text)
