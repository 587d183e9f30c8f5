"""An exercise's own folder: profiles with their sign-ins, streams over groups, boards."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from controlroom.exercise.furnish import furnish
from controlroom.exercise.opening import Ready, ReadyBoard, ReadyColumn, ReadyProfile
from controlroom.keychain import MemoryKeychain
from controlroom.keychain.sign_ins import SignInKeeper
from controlroom.model.clock import Pace
from controlroom.model.credential import Credential
from controlroom.model.profile import Group, Profile
from controlroom.model.stream import Reach, Source, SourceKind
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.desk.store import DeskStore

KEY = bytes(range(32))
FEED, OTHER = "https://dunmarsh.example/feed", "https://oldmere.example/feed"


def column(title: str, kind: str, group: str = "", feeds: tuple[str, ...] = ()) -> ReadyColumn:
    urgent = kind == "mentions"
    return ReadyColumn(title, kind, group, "", "", "", urgent=urgent, feeds=list(feeds))


READY = Ready(
    name="M97 closed",
    clock=Pace(datetime(2026, 5, 14, tzinfo=UTC), 0.0, 1.0),
    led={"api.x.com": "http://127.0.0.1:4000"},
    groups={"Oldmere": "Boroughs", "Boroughs": "", "A": "B", "B": "A"},
    profiles=[
        ReadyProfile(Profile(0, "x", str(n), f"westmarch{n}"), "Oldmere", Credential(f"token {n}"))
        for n in range(3)
    ],
    boards=[
        ReadyBoard(
            "Force", [column("Mentions", "mentions"), column("Oldmere", "posts", "Oldmere")]
        ),
        ReadyBoard("Around", [column("Council", "feed", feeds=(FEED, OTHER))]),
    ],
)


@pytest.fixture
def sign_ins() -> SignInKeeper:
    return SignInKeeper(MemoryKeychain(), "folder")


def test_a_folder_is_filled_with_what_the_exercise_begins_with(
    tmp_path: Path, sign_ins: SignInKeeper
) -> None:
    furnish(tmp_path, KEY, READY, sign_ins)
    writer = CacheWriter.open(tmp_path, KEY)
    groups = {group.name: group for group in writer.groups()}
    profiles, streams = writer.profiles(), writer.streams()
    writer.close()
    assert groups["Oldmere"].parent == groups["Boroughs"].id
    assert {profile.group for profile in profiles} == {groups["Oldmere"].id}
    mentions, posts, council = streams
    assert mentions.reaches == (Reach(SourceKind.MENTIONS),)
    assert mentions.urgent
    assert posts.reaches == (Reach(SourceKind.POSTS, groups["Oldmere"].id),)
    feeds = (FEED, OTHER)
    assert council.sources == tuple(Source("rss", SourceKind.FEED, 0, one) for one in feeds)
    kept = sign_ins.of(profile.id for profile in profiles)
    assert [credential.access for credential in kept.values()] == ["token 0", "token 1", "token 2"]


def test_the_boards_show_the_streams_in_order(tmp_path: Path, sign_ins: SignInKeeper) -> None:
    furnish(tmp_path, KEY, READY, sign_ins)
    desk = DeskStore.open(tmp_path, KEY)
    boards = desk.boards()
    desk.close()
    assert [board.name for board in boards] == ["Force", "Around"]
    assert [one.title for one in boards[0].columns] == ["Mentions", "Oldmere"]
    assert [one.stream for board in boards for one in board.columns] == [1, 2, 3]


def test_groups_in_a_circle_are_saved_once_each(tmp_path: Path, sign_ins: SignInKeeper) -> None:
    furnish(tmp_path, KEY, READY, sign_ins)
    writer = CacheWriter.open(tmp_path, KEY)
    groups: list[Group] = writer.groups()
    writer.close()
    assert sorted(group.name for group in groups) == ["A", "B", "Boroughs", "Oldmere"]
