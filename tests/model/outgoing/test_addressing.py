"""Whom a text names."""

import pytest

from controlroom.model.outgoing.addressing import addressed


@pytest.mark.parametrize(
    ("text", "author", "leaves"),
    [
        ("At noon.", "pell@fen.example", "@pell@fen.example At noon."),
        ("At noon.", "@pell", "@pell At noon."),
        ("@pell at noon.", "pell@fen.example", "@pell at noon."),
        ("At noon, @pell@fen.example.", "pell@fen.example", "At noon, @pell@fen.example."),
        ("At noon.", "", "At noon."),
    ],
)
def test_a_text_leaves_with_the_name_unless_it_is_in_it(
    text: str, author: str, leaves: str
) -> None:
    assert addressed(text, author) == leaves
