"""A post that comes fits a query exactly when the search finds it once it is stored."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from controlroom.intake.membership import Membership
from controlroom.model.changes import Sighting
from controlroom.model.post import (
    Author,
    Media,
    MediaKind,
    Poll,
    PollOption,
    Post,
    PostKind,
    Quote,
    Span,
    SpanKind,
)
from controlroom.model.profile import Profile
from controlroom.model.query.errors import QueryError
from controlroom.model.query.parse import parse
from controlroom.model.stream import Stream
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.writer import CacheWriter

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
PROFILES = (
    Profile(1, "x", "p1", "WestmarchRoads", "Westmarch Roads"),
    Profile(2, "mastodon", "p2", "fenbridge@fen.example", "Fenbridge Police"),
)
WORDS = (
    *("fire", "Fire", "FIRÉ", "smoke", "mill", "M97", "engine", "off", "straße", "İstanbul"),
    *("o'brien", "a-b", "incendie", "incen", "Łódź", "حريق", "火", "🔥", "fire🤣", "\u202egnp"),
)
QUERIES = (
    *("fire", "FIRE smoke", '"engine off"', "incen*", "fire OR smoke", "-mill", "#m97", "@ida"),
    *(
        "#engine*",
        "from:ida",
        "from:ida@fen.example",
        'from:"ida quill"',
        "profile:westmarchroads",
        "profile:2",
    ),
    *("network:x", "network:mastodon", "lang:pt", "lang:en", "has:media", "has:image", "has:alt"),
    *("has:link", "has:poll", "has:quote", "is:reply", "is:repost", "is:comment", "is:edited"),
    *("is:message", "is:sensitive", "is:gone", "is:kept", "since:2026-11-22T11:59:30Z"),
    *("until:2026-11-22T11:59:30Z", "since:1h fire", "stream:Everything", "stream:1 fire"),
)


def texts() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)


SPANS = st.lists(
    st.builds(
        Span,
        st.sampled_from(SpanKind),
        st.just(0),
        st.just(0),
        st.sampled_from(("M97", "engine off", "ida", "ida@fen.example", "https://a.example")),
    ),
    max_size=3,
).map(tuple)
MEDIA = st.lists(
    st.builds(
        Media,
        st.sampled_from(MediaKind),
        st.just("https://m.example/1"),
        alt=st.sampled_from(("", "fire at the mill")),
        sensitive=st.booleans(),
    ),
    max_size=2,
).map(tuple)
AUTHORS = st.builds(
    Author,
    st.sampled_from(("1", "2")),
    st.sampled_from(("ida", "Ida", "ida@fen.example", "idabel", "per_son", "")),
    st.sampled_from(("Ida Quill", "Fire Watch", "ida", "ida@home", "")),
)
POSTS = st.builds(
    Post,
    network=st.sampled_from(("x", "mastodon")),
    remote_id=st.just("the one"),
    author=AUTHORS,
    text=texts(),
    created_at=st.integers(-120, 60).map(lambda s: NOW + timedelta(seconds=s)),
    kind=st.sampled_from(PostKind),
    spans=SPANS,
    media=MEDIA,
    language=st.sampled_from(("", "en", "en-GB", "pt-BR", "pt_PT")),
    edited_at=st.sampled_from((None, NOW)),
    reply_to=st.sampled_from(("", "another")),
    quote=st.sampled_from((None, Quote("q"))),
    poll=st.sampled_from((None, Poll((PollOption("yes"),)))),
    warning=texts(),
)


@st.composite
def queries(draw: st.DrawFn) -> str:
    """Queries joined and negated at random, and words nobody thought of."""
    parts = draw(
        st.lists(st.sampled_from((*QUERIES, *WORDS)) | st.text(max_size=8), min_size=1, max_size=3)
    )
    joint = draw(st.sampled_from((" ", " OR ", " -")))
    return joint.join(parts)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("caches")


@pytest.fixture(scope="module")
def cache(folder: Path) -> Iterator[CacheWriter]:
    writer = CacheWriter.open(folder, b"k" * 32)
    for profile in PROFILES:
        writer.save_profile(profile)
    writer.save_stream(Stream(0, "Everything"))
    yield writer
    writer.close()


def found(cache: CacheWriter, post: Post, query: str) -> bool:
    """Stores a post under a number of its own and asks the search for it."""
    node = parse(query, NOW)
    cache.ingest([Sighting(post, NOW, (1, 2), (1,))])
    reader = CacheReader(cache.database)
    hits = reader.search(node, limit=10_000)
    return any(hit.post.remote_id == post.remote_id for hit in hits)


numbers = iter(range(10**9))


@settings(
    max_examples=250,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(post=POSTS, query=queries())
def test_what_fits_is_what_the_search_finds(cache: CacheWriter, post: Post, query: str) -> None:
    with suppress(QueryError):
        parse(query, NOW)
        # A post and an author of its own, so that nothing of another one is found with it.
        number = next(numbers)
        author = Author(f"a{number}", post.author.handle, post.author.name)
        post = _renamed(post, f"post{number}", author)
        streams = (Stream(1, "Everything"), Stream(2, "Asked", (), query))
        belongs = Membership(streams, PROFILES).of((1, 2), (1, 2), NOW)(post)
        assert (2 in belongs) == found(cache, post, query), query


def _renamed(post: Post, remote_id: str, author: Author) -> Post:
    changed = {name: getattr(post, name) for name in Post.__slots__}
    return Post(**(changed | {"remote_id": remote_id, "author": author}))


def test_each_filter_is_met_and_missed_at_least_once(cache: CacheWriter) -> None:
    plain = Post("x", "plain", Author("9", "somebody"), "nothing", NOW - timedelta(minutes=1))
    streams = [Stream(n, "", (), query) for n, query in enumerate(("-fire", "fire"), 1)]
    assert Membership(streams).of((1, 2), (), NOW)(plain) == (1,)


def test_a_stream_without_a_query_takes_everything() -> None:
    post = Post("x", "1", Author("1", "ida"), "fire", NOW)
    assert Membership([Stream(4, "All")]).of((4, 9), (), NOW)(post) == (4, 9)


def test_a_query_nobody_can_read_shows_too_much_rather_than_too_little() -> None:
    post = Post("x", "1", Author("1", "ida"), "fire", NOW)
    assert Membership([Stream(4, "Bad", (), "(fire")]).of((4,), (), NOW)(post) == (4,)


def test_streams_that_ask_for_each_other_come_to_an_end() -> None:
    post = Post("x", "1", Author("1", "ida"), "fire", NOW)
    one, other = Stream(1, "One", (), "stream:Other"), Stream(2, "Other", (), "stream:One")
    assert Membership([one, other]).of((1, 2), (), NOW)(post) == ()


def test_an_age_is_counted_from_when_the_post_is_read() -> None:
    membership = Membership([Stream(1, "Late", (), "since:1h")])
    post = Post("x", "1", Author("1", "ida"), "fire", NOW)
    assert membership.of((1,), (), NOW)(post) == (1,)
    assert membership.of((1,), (), NOW + timedelta(hours=2))(post) == ()
