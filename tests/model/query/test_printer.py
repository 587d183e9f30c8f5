from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from controlroom.model.query.errors import QueryError
from controlroom.model.query.parse import parse
from controlroom.model.query.printer import print_query
from controlroom.model.query.tree import (
    And,
    Field,
    Filter,
    Node,
    Not,
    Or,
    Phrase,
    Since,
    Word,
)
from tests.model.query.trees import texts, trees

NOW = datetime(2026, 5, 14, 18, 30, 12, 345678, tzinfo=UTC)


@settings(max_examples=500, deadline=None)
@given(trees)
def test_a_canonical_tree_comes_back_from_its_text(tree: Node) -> None:
    assert parse(print_query(tree), NOW) == tree


@settings(max_examples=1000, deadline=None)
@given(texts)
def test_what_was_typed_prints_to_a_text_which_stays(text: str) -> None:
    try:
        tree = parse(text, NOW)
    except QueryError:
        return
    printed = print_query(tree)
    assert parse(printed) == tree
    assert print_query(parse(printed)) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("((fire)  AND (smoke))", "fire smoke"),
        ("(fire smoke) OR NOT hoax", "fire smoke OR -hoax"),
        ("(fire OR smoke) (-(hoax joke))", "(fire OR smoke) -(hoax joke)"),
        ('«say "when"» “engine off”', '«say "when"» "engine off"'),
        ("from:“kop” profile:“Roads (north)”", 'from:kop profile:"Roads (north)"'),
        ("since:2h", "since:2026-05-14T16:30:12Z"),
        ("since:2026-05-14T00:00Z", "since:2026-05-14"),
        ("until:2026-05-14T20:30+02:00", "until:2026-05-14T18:30Z"),
    ],
)
def test_no_mark_is_printed_that_is_not_needed(typed: str, printed: str) -> None:
    assert print_query(parse(typed, NOW)) == printed


@pytest.mark.parametrize("text", ["OR", "-fire", "two words", "foo:bar", "fire)", 'a"b', "fire*"])
def test_a_word_nobody_can_type_is_printed_as_a_phrase(text: str) -> None:
    assert parse(print_query(Word(text))) == Phrase(text)


def test_trees_made_elsewhere_print_to_what_means_the_same() -> None:
    tree = And((Not(Not(Word("a"))), And((Word("b"), Or((Word("c"), Or((Word("d"), Word("e")))))))))
    flat = And((Word("a"), Word("b"), Or((Word("c"), Word("d"), Word("e")))))
    assert parse(print_query(tree)) == flat
    assert print_query(Phrase('a "b" «c»')) == '«a "b"  c »'
    assert print_query(Filter(Field.FROM, "//x")) == 'from:"//x"'
    assert (
        print_query(Since(datetime(1, 1, 1, 0, 0, 1, tzinfo=UTC))) == "since:0001-01-01T00:00:01Z"
    )
