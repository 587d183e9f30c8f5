"""What the stream tells whole is passed on as it is; the rest is looked up, many at once."""

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from controlroom.feeds.networks.bluesky import passing
from controlroom.feeds.networks.bluesky.jetstream import Wish, sighted_in
from controlroom.feeds.networks.bluesky.listener import Listener, Note
from controlroom.feeds.networks.bluesky.lookup import AT_ONCE
from controlroom.feeds.networks.bluesky.parse import post_of
from controlroom.feeds.networks.bluesky.passing import Passing
from controlroom.feeds.networks.bluesky.people import People
from controlroom.feeds.networks.bluesky.reads import Read, read
from controlroom.model.post import Metrics, Post
from controlroom.model.stream import SourceKind
from tests.feeds.bluesky.server import IDA, source, uri, view
from tests.feeds.bluesky.stream import event

if TYPE_CHECKING:
    from controlroom.feeds.base import Heard

TAG = source(SourceKind.HASHTAG, "M97")
POSTS = source(SourceKind.POSTS)
FACETS = [
    {
        "index": {"byteStart": 0, "byteEnd": 4},
        "features": [{"$type": "app.bsky.richtext.facet#tag", "tag": "M97"}],
    }
]


class Network:
    """Shows what was written, and notes what it was asked for."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.there: dict[str, dict[str, Any]] = {}
        self.asked: list[list[str]] = []

    def publish(self, key: str, who: str = IDA, **record: Any) -> Note:
        told = event(key, who, **record)
        shown = view(key, who, record=told["commit"]["record"], embed=None, labels=[])
        shown |= {f"{name}Count": 0 for name in ("reply", "repost", "like", "quote")}
        self.there[uri(key, who)] = shown
        return note(told)

    def posts(self, uris: list[str]) -> tuple[Read, tuple[()]]:
        self.asked.append(uris)
        raw = [json.dumps(self.there[one]).encode() for one in uris if one in self.there]
        self.people.learn(raw)
        return read(raw, post_of), ()


def note(told: dict[str, Any]) -> Note:
    sighted = sighted_in(json.dumps(told).encode())
    assert sighted is not None
    return Note(sighted, (TAG,))


@pytest.fixture(autouse=True)
def hardly_any_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passing, "PATIENCE_S", (0.0, 0.0, 0.0))


class Room:
    """Somebody who listens."""

    def __init__(self) -> None:
        self.people = People()
        self.network = Network(self.people)
        self.listener = Listener(Wish(), "h")
        self.heard: list[Heard] = []
        self.passing = Passing(
            self.listener,
            self.network,  # type: ignore[arg-type]
            self.people,
            self.heard.append,
        )

    def brings(self, *notes: Note) -> None:
        for one in notes:
            self.listener.put(one)
        self.passing.some()

    def posts(self) -> list[Post]:
        return [post for heard in self.heard for post in heard.posts]


@pytest.fixture
def room() -> Room:
    return Room()


def test_a_post_of_somebody_known_is_the_same_without_being_looked_up(room: Room) -> None:
    room.brings(room.network.publish("1"))
    parent = {"uri": uri("0"), "cid": "bafy"}
    record = {"facets": FACETS, "langs": ["en"], "reply": {"root": parent, "parent": parent}}
    second = room.network.publish("2", text="#M97 is shut", **record)
    room.brings(second)
    assert room.network.asked == [[uri("1")]]
    told = room.posts()[1]
    assert told.raw == second.sighted.raw
    looked_up = room.network.posts([uri("2")])[0].posts[0]
    assert replace(told, raw=b"") == replace(looked_up, raw=b"")
    assert told.metrics == Metrics(0, 0, 0, 0)
    assert room.heard[1].sources == (TAG,)


@pytest.mark.parametrize(
    "told",
    [
        event("2", embed={"$type": "app.bsky.embed.images", "images": []}),
        event("2", operation="update"),
        event("2", createdAt="soon") | {"time_us": 1 << 62},
    ],
)
def test_what_the_stream_does_not_tell_is_looked_up(room: Room, told: dict[str, Any]) -> None:
    room.brings(room.network.publish("1"))
    room.network.publish("2")
    room.brings(note(told))
    assert room.network.asked == [[uri("1")], [uri("2")]]


def test_of_each_unknown_author_one_post_is_looked_up(room: Room) -> None:
    notes = [room.network.publish(f"{n}", f"did:plc:{n % 3}") for n in range(90)]
    room.brings(*notes)
    room.passing.some()
    assert len(room.network.asked) == 1
    assert len(room.network.asked[0]) == 3
    assert {post.remote_id for post in room.posts()} == set(room.network.there)


def test_many_unknown_authors_are_looked_up_in_turns(room: Room) -> None:
    notes = [room.network.publish("1", f"did:plc:{n}") for n in range(2 * AT_ONCE + 1)]
    room.brings(*notes)
    room.passing.some()
    room.passing.some()
    assert [len(one) for one in room.network.asked] == [AT_ONCE, AT_ONCE, 1]
    assert len(room.posts()) == 2 * AT_ONCE + 1


def test_what_is_deleted_before_it_was_looked_up_is_not_looked_up(room: Room) -> None:
    late = room.network.publish("1", embed={"$type": "x"})
    room.brings(late, note(event("1", operation="delete")))
    assert room.posts() == []
    assert room.network.asked == []
    assert [heard.gone for heard in room.heard] == [(uri("1"),)]


def test_posts_of_the_same_sources_are_heard_together(room: Room) -> None:
    room.brings(room.network.publish("0"))
    some = [room.network.publish(f"{n}") for n in range(1, 7)]
    room.brings(*some[:5], replace(some[5], sources=(POSTS,)))
    assert [(heard.sources, len(heard.posts)) for heard in room.heard[1:]] == [
        ((TAG,), 5),
        ((POSTS,), 1),
    ]


def test_the_stream_waits_while_too_much_is_to_be_looked_up(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passing, "MOST_UNSURE", 10)
    some = [room.network.publish("1", f"did:plc:{n}") for n in range(40)]
    for one in some:
        room.listener.put(one)
    while len(room.posts()) < 40:
        room.passing.some()
        assert sum(map(len, room.passing._unsure)) <= 10
    assert {post.remote_id for post in room.posts()} == set(room.network.there)
