"""Ingest is a union: order, partition and repetition of what was seen change nothing."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from controlroom.model.changes import Disappearance, Sighting
from controlroom.model.post import (
    Author,
    Media,
    MediaKind,
    Metrics,
    Poll,
    PollOption,
    Post,
    Span,
    SpanKind,
)
from controlroom.store.cache.writer import CacheWriter
from tests.store.cache.dump import differences, meaning, rows
from tests.store.cache.sample import at

Event = Sighting | Disappearance
NewCache = Callable[[], CacheWriter]

TEXTS = ("fire at the mill", "fire at the mill", "été à la plage", "")
MOMENTS = (10, 20, 20.5, 30, 1_000, 2_000)
SPANS = ((), (Span(SpanKind.HASHTAG, 0, 4, "mill"),), (Span(SpanKind.LINK, 0, 4, "https://a.ex"),))

POLLS = (None, None, None, Poll((PollOption("yes", 1),)), Poll((PollOption("yes", 2),)))

# Few posts, much seen: what matters is how sightings of one post meet.
networks = st.sampled_from(("mastodon", "mastodon", "x"))
remote_ids = st.sampled_from(("1", "1", "2"))
moments = st.sampled_from(MOMENTS).map(at)
some_ids = st.lists(st.integers(1, 4), max_size=3).map(tuple)
figures = st.one_of(st.none(), st.integers(0, 3))
pictures = st.builds(
    Media,
    st.just(MediaKind.IMAGE),
    st.sampled_from(("https://m.example/1?signed=1", "https://m.example/1?signed=2")),
    alt=st.sampled_from(("", "a mill")),
)


@st.composite
def people(draw: st.DrawFn, remote_id: str) -> Author:
    return Author(
        remote_id,
        draw(st.sampled_from((f"{remote_id}.quill", f"{remote_id}.reed"))),
        draw(st.sampled_from(("Ada Quill", "Ada Quill", ""))),
        followers=draw(st.sampled_from((None, None, 5))),
    )


@st.composite
def posts(draw: st.DrawFn) -> Post:
    remote_id = draw(remote_ids)
    writer = "ours" if remote_id == "1" else draw(st.sampled_from(("b", "b", "c")))
    made = Post(
        network=draw(networks),
        remote_id=remote_id,
        author=draw(people(writer)),
        text=draw(st.sampled_from(TEXTS)),
        created_at=at(draw(st.sampled_from((0, 0, 0, 0, 0, 1)))),
        spans=draw(st.sampled_from(SPANS)),
        media=draw(st.one_of(*[st.just(())] * 3, pictures.map(lambda picture: (picture,)))),
        metrics=Metrics(draw(figures), likes=draw(figures)),
        language=draw(st.sampled_from(("", "en", "fr"))),
        edited_at=draw(st.sampled_from((None, None, None, at(5)))),
        reply_to=draw(st.sampled_from(("", "9"))),
        poll=draw(st.sampled_from(POLLS)),
    )
    return replace(made, raw=_raw(made))


def _raw(post: Post) -> bytes:
    """A payload that differs wherever a version does.

    Of two reads in one millisecond that differ in less, either payload may be kept.
    """
    told = (post.text, post.author.handle, post.author.name, post.spans, post.media, post.poll)
    return repr(told).encode()


def _seen(
    post: Post, at: datetime, profiles: tuple[int, ...], streams: tuple[int, ...]
) -> Sighting:
    return Sighting(post, at, profiles, streams)


events = st.lists(
    st.one_of(
        *[st.builds(_seen, posts(), moments, some_ids, some_ids)] * 3,
        st.builds(Disappearance, networks, remote_ids, moments),
    ),
    min_size=8,
    max_size=16,
)
batches_of = st.integers(1, 6)


def take(writer: CacheWriter, events: Sequence[Event], size: int) -> None:
    for start in range(0, len(events), size):
        batch = events[start : start + size]
        writer.ingest(
            [e for e in batch if isinstance(e, Sighting)],
            [e for e in batch if isinstance(e, Disappearance)],
        )


# A failure is told post by post; making it smaller would take minutes.
property_test = settings(
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@property_test
@given(events=events, chance=st.randoms(use_true_random=False), one=batches_of, other=batches_of)
def test_order_partition_and_repetition_do_not_matter(
    new_cache: NewCache, events: list[Event], chance: random.Random, one: int, other: int
) -> None:
    left, right = new_cache(), new_cache()
    try:
        take(left, events, one)
        shuffled = events + chance.sample(events, len(events) // 2)
        chance.shuffle(shuffled)
        take(right, shuffled, other)
        assert differences(meaning(left), meaning(right)) == []
    finally:
        left.close()
        right.close()


@property_test
@given(events=events, size=batches_of)
def test_the_same_batches_twice_change_nothing(
    new_cache: NewCache, events: list[Event], size: int
) -> None:
    writer = new_cache()
    try:
        take(writer, events, size)
        before = rows(writer)
        for start in range(0, len(events), size):
            batch = events[start : start + size]
            changes = writer.ingest(
                [e for e in batch if isinstance(e, Sighting)],
                [e for e in batch if isinstance(e, Disappearance)],
            )
            assert not changes, changes
        assert rows(writer) == before
    finally:
        writer.close()
