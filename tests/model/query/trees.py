"""Canonical trees and query texts, for property tests."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from controlroom.model.query.tree import (
    CLOSED_VALUES,
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

_LETTERS = "abzÉłıİßёאپਪ09"
_INNER = _LETTERS + "'’.-–/_&#@*+,;!?·🔥"
_stems = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "#", "@", "'", "…", "#@"]),
    st.text(_LETTERS, min_size=1, max_size=4),
    st.text(_INNER, max_size=6).map(lambda text: text.rstrip("*")),
)
_odd_words = st.sampled_from(
    (
        *("o'brien", "J4–J6", "5.30", "18:30", "or", "Or", "not", "M97-closed", "f**k", "Update:"),
        *("https://police.example/a?b=c:d", "https://x.example/Fire_(2026)", "@kop@social.example"),
    )
)
words = st.builds(Word, _stems | _odd_words, st.booleans()).filter(
    # With a star behind the colon it would be a filter.
    lambda word: word != Word("Update:", prefix=True)
)
phrases = st.builds(
    Phrase,
    st.lists(st.text(_INNER + '():“”:OR"', min_size=1, max_size=5), max_size=3).map(
        lambda parts: " ".join(["fire", *parts])
    ),
)
_free = st.text(_INNER + '():“" ', min_size=1, max_size=8).map(lambda v: "v" + " ".join(v.split()))
_lower = st.text("abz-0", min_size=1, max_size=6)


def _filters(field: Field) -> st.SearchStrategy[Filter]:
    if known := CLOSED_VALUES.get(field):
        return st.builds(Filter, st.just(field), st.sampled_from(known))
    values = _lower if field in (Field.NETWORK, Field.LANG) else _free
    return st.builds(Filter, st.just(field), values)


filters = st.sampled_from(list(Field)).flatmap(_filters)
moments = st.datetimes(
    datetime(1, 1, 1),
    datetime(9999, 12, 31),
    timezones=st.just(UTC),
).map(lambda at: at.replace(microsecond=0))


def _joined(kind: type[And] | type[Or], parts: list[Node]) -> Node:
    flat = [p for part in parts for p in (part.parts if isinstance(part, kind) else (part,))]
    return kind(tuple(flat))


def _grown(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(inner, min_size=2, max_size=4)
    return (
        several.map(lambda parts: _joined(And, parts))
        | several.map(lambda parts: _joined(Or, parts))
        | inner.filter(lambda node: not isinstance(node, Not)).map(Not)
    )


_plain: st.SearchStrategy[Node] = st.recursive(words | phrases | filters, _grown, max_leaves=12)
_times = st.tuples(
    st.lists(st.builds(Since, moments), max_size=1), st.lists(st.builds(Until, moments), max_size=1)
).map(lambda both: both[0] + both[1])


@st.composite
def _timed(draw: st.DrawFn) -> Node:
    parts = draw(st.permutations([draw(_plain), *draw(_times)]))
    return _joined(And, parts) if len(parts) > 1 else parts[0]


trees: st.SearchStrategy[Node] = _timed() | st.builds(Since, moments) | st.just(Everything())

texts = st.lists(
    st.sampled_from(
        (
            *("fire", "#M97", "@kop", "incen*", '"', "“", "”", "«", "»", "(", ")", "-", " ", "OR"),
            *("NOT", "AND", "from:", "has:video", "is:", "since:2h", "until:2026-05-14", "foo:"),
            *("：", "*", "http://a.example/(b)", "18:30", "\u2068", "\x00", "🔥", "lang:PL"),
        )
    )
    | st.text(max_size=4),
    max_size=14,
).map("".join)
