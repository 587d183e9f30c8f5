from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from controlroom.model.errors import WorldError
from controlroom.model.query.errors import QueryError
from controlroom.model.query.parse import LONGEST, parse
from controlroom.model.query.tree import (
    And,
    Everything,
    Field,
    Filter,
    Node,
    Not,
    Or,
    Phrase,
    Since,
    Until,
    Word,
)
from tests.model.query.trees import texts

NOW = datetime(2026, 5, 14, 18, 30, 12, 345678, tzinfo=UTC)
FIRE, SMOKE, HOAX = Word("fire"), Word("smoke"), Word("hoax")


def read(text: str) -> Node:
    return parse(text, NOW)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", Everything()),
        (" \t\u2068 ", Everything()),
        ("fire", FIRE),
        ("fire smoke", And((FIRE, SMOKE))),
        ("fire AND smoke", And((FIRE, SMOKE))),
        ("fire OR smoke", Or((FIRE, SMOKE))),
        ("fire or smoke", And((FIRE, Word("or"), SMOKE))),
        ("fire smoke OR hoax", Or((And((FIRE, SMOKE)), HOAX))),
        ("fire (smoke OR hoax)", And((FIRE, Or((SMOKE, HOAX))))),
        ("(fire OR smoke)-hoax", And((Or((FIRE, SMOKE)), Not(HOAX)))),
        ("fire NOT smoke", And((FIRE, Not(SMOKE)))),
        ("-(fire smoke)", Not(And((FIRE, SMOKE)))),
        ("--fire", FIRE),
        ("NOT -(NOT fire)", Not(FIRE)),
        ("((fire) (smoke (hoax)))", And((FIRE, SMOKE, HOAX))),
        ("fire OR (smoke OR hoax)", Or((FIRE, SMOKE, HOAX))),
        ("incen*", Word("incen", prefix=True)),
        ('"engine  off"', Phrase("engine off")),
        ("“engine off”", Phrase("engine off")),
        ("„engine off“", Phrase("engine off")),
        ("«engine off»", Phrase("engine off")),
        ('“engine off"', Phrase("engine off")),
        ('"he said “go” twice"', Phrase("he said “go” twice")),
        ('«he said "go" twice»', Phrase('he said "go" twice')),
        ('"OR"', Phrase("OR")),
    ],
)
def test_the_grammar(text: str, tree: Node) -> None:
    assert read(text) == tree


@pytest.mark.parametrize(
    "word",
    [
        *("o'brien", "J4–J6", "5.30", "#M97", "@kop_dunmarsh", "@kop@social.example", "18:30"),
        *("http://police.example/a:b", "https://x.example/Fire_(2026)", "M97-closed", "Update:"),
        "f**k",
    ],
)
def test_a_word_keeps_its_punctuation(word: str) -> None:
    assert read(word) == Word(word)
    assert read(f"({word} OR fire)") == Or((Word(word), FIRE))


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("from:kop_dunmarsh", Field.FROM, "kop_dunmarsh"),
        ("FROM:@kop@social.example", Field.FROM, "kop@social.example"),
        ("profile:“Roads  Policing”", Field.PROFILE, "Roads Policing"),
        ('profile:"Roads (north)"', Field.PROFILE, "Roads (north)"),
        ("network：Mastodon", Field.NETWORK, "mastodon"),
        ("lang:PL", Field.LANG, "pl"),
        ("has:Media", Field.HAS, "media"),
        ("is:reply", Field.IS, "reply"),
        ("stream:a:b", Field.STREAM, "a:b"),
    ],
)
def test_a_filter_takes_its_value(text: str, field: Field, value: str) -> None:
    assert read(text) == Filter(field, value)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-05-14", datetime(2026, 5, 14, tzinfo=UTC)),
        ("2026-05-14T18:30", datetime(2026, 5, 14, 18, 30, tzinfo=UTC)),
        ("2026-05-14t18:30:05z", datetime(2026, 5, 14, 18, 30, 5, tzinfo=UTC)),
        ("2026-05-14T18:30+02:00", datetime(2026, 5, 14, 16, 30, tzinfo=UTC)),
        ('"2026-05-14 18:30"', datetime(2026, 5, 14, 18, 30, tzinfo=UTC)),
        ("2h", NOW.replace(microsecond=0) - timedelta(hours=2)),
        ("45M", NOW.replace(microsecond=0) - timedelta(minutes=45)),
        ("7d", NOW.replace(microsecond=0) - timedelta(days=7)),
        ("2w", NOW.replace(microsecond=0) - timedelta(days=14)),
    ],
)
def test_a_time_is_absolute_and_in_utc(text: str, at: datetime) -> None:
    assert read(f"since:{text}") == Since(at)
    assert read(f"(fire (until:{text}))") == And((FIRE, Until(at)))


@pytest.mark.parametrize(
    ("text", "at_fault", "told"),
    [
        ('fire "engine', '"engine', "never closed"),
        ("fire (smoke", "(", "never closed"),
        ("((fire)", "(", "never closed"),
        ("fire) smoke", ")", "never opened"),
        (")", ")", "never opened"),
        ("fire ()", "()", "nothing between"),
        ('fire ""', '""', "no letter"),
        ("fire OR", "OR", "“OR” stands alone"),
        ("OR fire", "OR", "“OR” stands alone"),
        ("fire OR OR smoke", "OR", "“OR” stands alone"),
        ("fire AND", "AND", "“AND” stands alone"),
        ("(fire NOT)", "NOT", "“NOT” stands alone"),
        ("fire - smoke", "-", "right before"),
        ("fire -", "-", "right before"),
        ("fire *", "*", "beginning of a word"),
        ("*fire", "*fire", "beginning of a word"),
        ("fire 🔥", "🔥", "no letter"),
        ("fire form:kop", "form", "“from:”"),
        ("foo:bar", "foo", "network:"),
        ("fire from: kop", "from:", "Nothing stands behind"),
        ('from:"@ "', 'from:"@ "', "Nothing stands behind"),
        ("has:cat", "cat", "media, image"),
        ("is:tip", "tip", "reply, repost"),
        ("since:yesterday", "yesterday", "not a time"),
        ("since:2026-02-30", "2026-02-30", "not a time"),
        ("until:0001-01-01T00:00+14:00", "0001-01-01T00:00+14:00", "not a time"),
        ("since:999999w", "999999w", "not a time"),
        ("fire OR since:2h", "since:2h", "whole search"),
        ("(fire since:2h) OR smoke", "since:2h", "whole search"),
        ("-since:2h", "since:2h", "whole search"),
        ("NOT (fire until:2h)", "until:2h", "whole search"),
        ("since:2h fire since:3h", "since:3h", "twice"),
        ("fire \ud800", "\ud800", "damaged"),
    ],
)
def test_an_error_points_at_the_characters_and_says_why(
    text: str, at_fault: str, told: str
) -> None:
    with pytest.raises(QueryError) as caught:
        read(text)
    start = caught.value.position
    assert text[start : start + caught.value.length] == at_fault
    assert told in str(caught.value)
    assert caught.value.remedy


def test_only_so_many_parentheses_and_characters_are_read() -> None:
    for text in ("(" * 100_000, "(" * 900 + "a" + ")" * 900, "x" * (LONGEST + 1), "-" * 100_000):
        with pytest.raises(QueryError):
            read(text)
    assert read("-" * (LONGEST - 1) + "x") == Not(Word("x"))


def test_a_query_too_long_once_printed_is_refused_at_once() -> None:
    assert len('"a"' * 600) < LONGEST
    with pytest.raises(QueryError):
        read('"a"' * 600)


@settings(max_examples=500, deadline=None)
@given(st.text() | texts | st.text(st.characters(codec=None)))
@example("has:" * 400)
@example("from:“")
def test_whatever_is_typed_is_a_tree_or_an_error_which_points_into_it(text: str) -> None:
    error = _refusal(text)
    if error:
        assert isinstance(error, QueryError)
        assert error.length > 0
        assert 0 <= error.position < error.position + error.length <= len(text)
        assert "{" not in error.told() or "{" in text


def _refusal(text: str) -> WorldError | None:
    try:
        parse(text, NOW)
    except WorldError as error:
        return error
    return None
