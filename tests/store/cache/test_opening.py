"""Beginnings opened to words find what the full text itself finds for them."""

import random
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from controlroom.model.changes import Sighting
from controlroom.model.highlight import marks
from controlroom.model.post import Media, MediaKind, Span, SpanKind
from controlroom.model.query.parse import parse
from controlroom.model.query.tree import And, Everything, Node, Not, Or, Word
from controlroom.store.cache import opening
from controlroom.store.cache.match import match
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.writer import CacheWriter
from tests.store.cache.conftest import KEY
from tests.store.cache.sample import START, author, missed, post

WORDS = (
    *("the", "this", "Thin", "thé", "THÍS", "Straße", "strasse", "strand", "Łódź", "lodge", "Øre"),
    *("ore", "fire", "fires", "fireman", "thick\u0301", "x" * 40, "M97", "M9", "🔥th", "o'brien"),
)
STEMS = ("th", "thi", "THI", "s", "stras", "straß", "lo", "ło", "o", "f", "fire", "m9", "x", "zz")
FIRM = ("fire", "the", "network:x", "network:mastodon", "has:image", "is:gone", '"the fire"')


def _sighting(number: int, words: list[str]) -> Sighting:
    text = " ".join(words)
    spans = [Span(SpanKind.HASHTAG, 0, len(words[0]), words[0])] if number % 3 == 0 else []
    if number % 5 == 0:
        spans += [
            Span(SpanKind.MENTION, 0, 1, words[-1]),
            Span(SpanKind.LINK, 0, 1, "https://thx.example"),
        ]
    alt = (Media(MediaKind.IMAGE, "https://m.example/1", alt=words[-1]),) if number % 4 == 0 else ()
    made = START + timedelta(seconds=number)
    written = post(
        text,
        str(number),
        network=("x", "mastodon")[number % 2],
        author=author(f"a{number % 7}", f"{words[0]} Quill"),
        created_at=made,
        spans=tuple(spans),
        media=alt,
        warning=words[1] if number % 6 == 0 else "",
    )
    return Sighting(written, made + timedelta(seconds=9), (1,), (1 + number % 2,))


@pytest.fixture(scope="module")
def reader(empty_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CacheReader]:
    folder = tmp_path_factory.mktemp("words")
    shutil.copy(empty_cache / "cache.db", folder / "cache.db")
    writer = CacheWriter.open(folder, KEY)
    chance = random.Random(5)
    batch = [_sighting(n, chance.choices(WORDS, k=4)) for n in range(900)]
    writer.ingest(
        batch, [missed(5_000, str(n), ("x", "mastodon")[n % 2]) for n in range(0, 900, 9)]
    )
    writer.close()
    opened = CacheReader.open(folder, KEY)
    yield opened
    opened.close()


def _plain(reader: CacheReader, node: Node, before: int, limit: int, stream: int) -> list[int]:
    with reader.database.read() as connection:
        asked = match(connection, node, stream=stream)
        last = min(before, asked.last) if before else asked.last
        bounds = asked.expression, asked.first, last, limit
        return [row[0] for row in connection.exec_driver_sql(opening.HITS, bounds)]


_BEGINNINGS = st.sampled_from(
    [Word(sign + stem, True) for stem in STEMS for sign in ("", "#", "@")]
)
_LEAVES = st.one_of(_BEGINNINGS, st.sampled_from([parse(text) for text in FIRM]))
_NODES = st.recursive(
    _LEAVES,
    lambda parts: st.one_of(
        parts.map(Not),
        st.lists(parts, min_size=2, max_size=3).map(lambda some: And(tuple(some))),
        st.lists(parts, min_size=2, max_size=3).map(lambda some: Or(tuple(some))),
    ),
    max_leaves=5,
)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    node=_NODES,
    limit=st.sampled_from((1, 10, 50, 1_000)),
    stream=st.integers(0, 2),
    older=st.booleans(),
    first_look=st.sampled_from((1, 7, 200, 2_000)),
)
def test_the_hits_are_those_of_the_full_text(
    reader: CacheReader, node: Node, limit: int, stream: int, older: bool, first_look: int
) -> None:
    before = reader.search(Everything(), limit=300)[-1].id if older else 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "_FIRST_LOOK", first_look)
        patch.setattr(opening, "_CUT_US", 0.0)  # a second look is always worth it
        found = [hit.id for hit in reader.search(node, before=before, limit=limit, stream=stream)]
    assert found == _plain(reader, node, before, limit, stream)


def test_a_common_beginning_is_answered_without_the_whole_list(reader: CacheReader) -> None:
    with reader.database.read() as connection:
        asked = opening.Asked(parse("th*"), 0, 1 << 62, 50, 0)
        found = opening.hits_of_beginnings(connection, asked)
    assert found == _plain(reader, parse("th*"), 0, 50, 0)


def test_a_filter_that_leaves_few_posts_answers_any_beginning(reader: CacheReader) -> None:
    with reader.database.read() as connection:
        asked = opening.Asked(parse("zz* is:gone"), 0, 1 << 62, 50, 0)
        assert opening.hits_of_beginnings(connection, asked) == []


@pytest.mark.parametrize("query", ["fire", "o'b*", "zz*"])
def test_what_gains_nothing_is_left_to_the_full_text(reader: CacheReader, query: str) -> None:
    with reader.database.read() as connection:
        asked = opening.Asked(parse(query), 0, 1 << 62, 50, 0)
        assert opening.hits_of_beginnings(connection, asked) is None


def test_who_excludes_what_is_looked_for_finds_nothing(reader: CacheReader) -> None:
    assert reader.search(parse("fire -Fire")) == []
    assert reader.search(parse("fire -fires"))


def test_letters_are_found_spelled_out(new_cache: Callable[[], CacheWriter]) -> None:
    writer = new_cache()
    writer.ingest([_sighting(1, ["Łódź", "ulica"]), _sighting(2, ["Hauptstraße", "Ærø"])])
    reader = CacheReader.open(writer.database.path.parent, KEY)
    try:
        for query in ("lodz", "łódź", "LODZ*", "ło*", '"lodz ulica"'):
            assert [hit.post.remote_id for hit in reader.search(parse(query))] == ["1"], query
        for query in ("hauptstrasse", "HAUPTSTRASSE", "hauptstraß*", "hauptstras*", "aero", "ærø"):
            assert [hit.post.remote_id for hit in reader.search(parse(query))] == ["2"], query
    finally:
        reader.close()


def test_marks_stand_where_the_original_has_the_word() -> None:
    text = "In der Hauptstraße, Łódź"
    found = marks(text, parse("hauptstrass* OR lodz"))
    assert [text[start:end] for start, end in found] == ["Hauptstraße", "Łódź"]
