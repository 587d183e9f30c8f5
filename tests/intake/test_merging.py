"""What came over several connections at once is one sighting."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from controlroom.intake.merging import merged
from controlroom.model.changes import Sighting
from controlroom.model.post import Author, Metrics, Post
from controlroom.model.stream import Source, SourceKind

NOW = datetime(2026, 11, 22, tzinfo=UTC)
POST = Post("mastodon", "m.example/1", Author("1", "ida"), "Closed", NOW, raw=b"{}")


def seen(post: Post = POST, *, s: int = 0, streams: tuple[int, ...] = (1,)) -> Sighting:
    return Sighting(post, NOW + timedelta(seconds=s), (s,), streams)


def test_the_same_post_is_one_sighting_of_all_its_streams_seen_last() -> None:
    other = replace(POST, remote_id="m.example/2")
    found = merged([seen(s=2), seen(other), seen(s=1, streams=(4, 1)), seen(s=3, streams=(2,))])
    assert found == [Sighting(POST, NOW + timedelta(seconds=3), (2, 1, 3), (1, 4, 2)), seen(other)]


def test_another_version_is_another_sighting() -> None:
    edited = replace(POST, text="Open", raw=b"{1}")
    liked = replace(POST, metrics=Metrics(likes=4))
    elsewhere = replace(POST, network="x")
    assert merged([seen(), seen(edited), seen(liked), seen(elsewhere)]) == [
        seen(),
        seen(edited),
        seen(liked),
        seen(elsewhere),
    ]


def test_what_was_read_adds_up_too() -> None:
    one, other = (Source("mastodon", SourceKind.HASHTAG, 1, term) for term in ("m97", "a1"))
    both = merged([replace(seen(), sources=(one,)), replace(seen(), sources=(other, one))])
    assert both == [replace(seen(), sources=(one, other))]
