"""What the full text finds, for every word of the query language."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta

import pytest

from controlroom.model.post import (
    UNSEEN,
    Media,
    MediaKind,
    Poll,
    PollOption,
    PostKind,
    Quote,
    Span,
    SpanKind,
)
from controlroom.model.query.parse import parse
from controlroom.model.query.tree import Field, Filter, Not, Phrase, Word
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.writer import CacheWriter
from tests.store.cache.conftest import KEY
from tests.store.cache.sample import START, author, missed, post, sighting

FIRE = "Fire on the M97 near #Dunmarsh, ask @WestmarchRoads"
SPANS = (
    Span(SpanKind.HASHTAG, 21, 30, "Dunmarsh"),
    Span(SpanKind.MENTION, 36, 51, "WestmarchRoads"),
    Span(SpanKind.LINK, 0, 4, "https://news.example/1"),
)
PICTURE = Media(MediaKind.IMAGE, "https://m.example/1.jpg", alt="A lorry on its side")


@pytest.fixture
def reader(writer: CacheWriter) -> Iterator[CacheReader]:
    writer.ingest(
        [
            sighting(FIRE, remote_id="fire", spans=SPANS, media=(PICTURE,), language="en-GB"),
            sighting(
                "Engine off, été comme hiver",
                remote_id="ete",
                author=author("a2", "Zoë Quill", handle="zoe@fenmast.example"),
                network="bluesky",
                language="fr",
                profiles=(2,),
                streams=(2,),
                created_at=START - timedelta(hours=2),
                reply_to="1",
            ),
            sighting(
                "off engine? a poll",
                remote_id="poll",
                kind=PostKind.MESSAGE,
                poll=Poll((PollOption("yes"),)),
                quote=Quote("fire"),
                created_at=START - timedelta(days=3),
            ),
            sighting("gone for good", remote_id="gone", edited_at=START),
        ],
        [missed(60, "gone")],
    )
    with writer.database.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO profile (id, network, remote_id, handle, name, host, group_id, owner)"
            " VALUES (2, 'x', 'r', 'WestmarchRoads', 'Westmarch Roads', '', 0, '')"
        )
        connection.exec_driver_sql(
            "INSERT INTO stream (id, name, sources, query, urgent) VALUES (2, 'Two', x'90', '', 0)"
        )
    reader = CacheReader.open(writer.database.path.parent, KEY)
    yield reader
    reader.close()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "gone fire ete poll"),
        ("fire", "fire"),
        ("FIRE m97", "fire"),
        ("ete", "ete"),
        ("été", "ete"),
        ("dunmarsh", "fire"),
        ("#dunmarsh", "fire"),
        ("#fire", ""),
        ("westmarchroads", "fire"),
        ("@westmarchroads", "fire"),
        ("@zoe@fenmast.example", "ete"),
        ("lorry", "fire"),
        ("zoe", "ete"),
        ('"engine off"', "ete"),
        ("engine off", "ete poll"),
        ("engin*", "ete poll"),
        ("engine -poll", "ete"),
        ("-engine", "gone fire"),
        ("-(engine OR fire)", "gone"),
        ("fire OR poll", "fire poll"),
        ("(fire OR engine) off", "ete poll"),
        ("network:bluesky", "ete"),
        ("network:x", ""),
        ("profile:WestmarchRoads", "ete"),
        ('profile:"westmarch roads"', "ete"),
        ("profile:nobody", ""),
        ("from:zoe", "ete"),
        ("from:zoe@fenmast.example", "ete"),
        ("from:zo", ""),
        ("lang:en", "fire"),
        ("lang:fr", "ete"),
        ("has:media", "fire"),
        ("has:image has:alt has:link", "fire"),
        ("has:video", ""),
        ("has:poll has:quote", "poll"),
        ("is:message", "poll"),
        ("is:reply", "ete"),
        ("is:gone", "gone"),
        ("is:edited", "gone"),
        ("-is:gone engine OR fire", "fire ete poll"),
        ("stream:2", "ete"),
        ("stream:two", "ete"),
        ("since:2026-11-01T11:00", "gone fire"),
        ("until:2026-11-01", "poll"),
        ("off since:2026-11-01 until:2026-11-01T11:00", "ete"),
    ],
)
def test_a_query_finds_what_it_asks_for(reader: CacheReader, query: str, expected: str) -> None:
    found = {hit.post.remote_id for hit in reader.search(parse(query))}
    assert found == set(expected.split())


def test_hits_come_newest_first_and_page_by_page(reader: CacheReader) -> None:
    first = reader.search(parse("engine"), limit=1)
    then = reader.search(parse("engine"), before=first[0].id, limit=1)
    assert [hit.post.remote_id for hit in first + then] == ["ete", "poll"]
    assert reader.search(parse("engine"), before=then[0].id) == []


def test_a_search_stays_within_a_stream(reader: CacheReader) -> None:
    assert [hit.post.remote_id for hit in reader.search(parse("engine"), stream=2)] == ["ete"]
    assert reader.count(parse("engine"), stream=1).number == 1


@pytest.mark.parametrize(
    "hostile",
    ["tags : n1", "NEAR(a b)", "a^b", "{text}:fire", 'x" OR "y', "'; DROP TABLE post", "*"],
)
def test_text_of_a_query_is_never_syntax(reader: CacheReader, hostile: str) -> None:
    for node in (Word(hostile), Word(hostile, prefix=True), Phrase(hostile), Not(Word(hostile))):
        reader.search(node)
        reader.count(node)
    for field in Field:
        assert reader.search(Filter(field, hostile)) == []


def test_counting_stops_where_it_is_told(writer: CacheWriter) -> None:
    writer.ingest([sighting("same word", remote_id=str(n)) for n in range(1_200)])
    reader = CacheReader.open(writer.database.path.parent, KEY)
    try:
        few = reader.count(parse("same -other"))
        assert (few.number, few.more) == (1_000, True)
        assert reader.facets(parse("same")).counted == 1_200
    finally:
        reader.close()


def test_who_has_no_handle_is_asked_for_by_name(writer: CacheWriter) -> None:
    people = [author("a7", "Ida Quill", handle=""), author("a8", "Ida", handle=""), UNSEEN]
    writer.ingest([sighting("same", remote_id=str(n), author=one) for n, one in enumerate(people)])
    with closing(CacheReader.open(writer.database.path.parent, KEY)) as reader:
        (hit,) = reader.search(parse('from:"ida quill"'))
        assert hit.post.author == people[0]
        assert reader.facets(parse("same")).authors == {"Ida Quill": 1, "Ida": 1}


def test_facets_count_every_way_to_narrow(reader: CacheReader) -> None:
    facets = reader.facets(parse("engine OR fire"))
    assert (facets.counted, facets.more) == (3, False)
    assert facets.networks == {"mastodon": 2, "bluesky": 1}
    assert facets.languages == {"en-GB": 1, "fr": 1}
    assert facets.media == {"image": 1}
    assert facets.profiles == {1: 2, 2: 1}
    assert facets.authors == {"a1_handle": 2, "zoe@fenmast.example": 1}


def test_the_histogram_holds_every_hit_once(reader: CacheReader) -> None:
    histogram = reader.histogram(parse(""))
    assert histogram is not None
    assert sum(histogram.counts) == 4
    assert len(histogram.counts) <= 60
    assert histogram.start <= START - timedelta(days=3)
    assert histogram.start + histogram.step * len(histogram.counts) > START
    assert reader.histogram(parse("nowhere")) is None


def test_an_edit_is_found_by_its_new_words_only(writer: CacheWriter) -> None:
    writer.ingest([sighting("before", remote_id="e")])
    writer.ingest([sighting("after", 20, remote_id="e", edited_at=START + timedelta(seconds=5))])
    reader = CacheReader.open(writer.database.path.parent, KEY)
    try:
        assert reader.search(parse("before")) == []
        (found,) = reader.search(parse("after"))
        assert [version.text for version in reader.versions(found.id)] == ["after", "before"]
        assert reader.payload(found.id) == post("after").raw
    finally:
        reader.close()
