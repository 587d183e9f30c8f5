"""The media room: a real worker for each piece of work, bounded, and nothing left behind."""

import io
import random
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psutil
import pytest

from controlroom.model.errors import WorldError
from controlroom.model.outgoing.content import FileKind
from controlroom.outbound.media import bench
from controlroom.outbound.media.edit import WHOLE, Box, Cover, Edit, Mark, Over
from controlroom.outbound.media.errors import NotMedia, WorkBrokeOff
from controlroom.outbound.media.room import MediaRoom, Taken
from controlroom.store.shelf.file import ShelfFile
from tests.outbound.media.samples import SECRETS, camera_clip, camera_jpeg

KEY = bytes(range(32))
PATIENCE_S = 60


class Desk:
    """A room and its shelf, asked one thing after the other."""

    def __init__(self, folder: Path) -> None:
        self.work = folder / "work"
        self.shelf = ShelfFile.open_in(folder, KEY)
        self.room = MediaRoom(lambda: self.shelf, self.work)

    def ask(self, begin: Callable[..., object], *values: object, **named: object) -> Any:
        """Returns what came of it. Raises what it failed with."""
        over, found = threading.Event(), []

        def then(value: object) -> None:
            found.append(value)
            over.set()

        begin(*values, then, then, **named)
        assert over.wait(PATIENCE_S)
        if isinstance(found[0], WorldError):
            raise found[0]
        return found[0]

    def take(self, content: bytes) -> Taken:
        taken = self.ask(self.room.take_bytes, io.BytesIO(content))
        assert isinstance(taken, Taken)
        return taken

    def close(self) -> None:
        self.room.close()
        self.shelf.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with closing(Desk(tmp_path)) as one:
        yield one
    assert not list(one.work.iterdir())
    assert not [p for p in psutil.Process().children() if "media.worker" in " ".join(p.cmdline())]


def test_an_original_is_sealed_and_what_leaves_is_another_file(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "still.jpg"
    path.write_bytes(camera_jpeg())
    taken = desk.ask(desk.room.take, path)
    made = desk.ask(
        desk.room.make,
        taken.original,
        FileKind.PHOTO,
        Edit(),
        ("x", "bluesky", "mastodon", "rss"),
        tell=lambda _: None,
    )
    assert made.refused == {}
    assert made.made.keys() == {"x", "bluesky", "mastodon"}
    with desk.shelf.open(taken.original) as file:
        assert file.read() == camera_jpeg()
    for rendition in made.made.values():
        with desk.shelf.open(rendition.sha256) as file:
            content = file.read()
        assert len(content) == rendition.size
        assert not [secret for secret in SECRETS if secret in content]


def test_networks_that_take_the_same_share_a_file_and_a_refusal_stops_no_other(desk: Desk) -> None:
    taken = desk.take(camera_clip(4.0, (160, 120), sound=False))
    shares: list[float] = []
    made = desk.ask(
        desk.room.make,
        taken.original,
        taken.looked.kind,
        Edit(end_ms=2_000),
        ("x", "bluesky", "instagram"),
        tell=shares.append,
    )
    assert made.made["x"] == made.made["bluesky"]
    assert set(made.refused) == {"instagram"}
    assert max(shares) <= 1.0


def test_stills_show_moments_before_and_after_editing(desk: Desk) -> None:
    taken = desk.take(camera_clip(2.0, (160, 120), sound=False))
    cover = Cover(Over.BLOCK, (Mark(0, Box(0, 0, WHOLE, WHOLE)),))
    stills = desk.ask(desk.room.stills, taken.original, (0, 1_000, 90_000), 80)
    assert [still[:3] for still in stills] == [b"\xff\xd8\xff", b"\xff\xd8\xff", b""]
    dark = desk.ask(desk.room.stills, taken.original, (0,), 80, edit=Edit(covers=(cover,)))
    assert dark[0] != stills[0]


def test_a_region_is_followed_aside(desk: Desk) -> None:
    taken = desk.take(camera_clip(1.5, (160, 120), sound=False))
    begin = Mark(0, Box(0, 3_333, 2_500, 3_333))
    found = desk.ask(desk.room.follow, taken.original, begin, 0, tell=lambda _: None)
    assert found.marks[-1].box.left > 4_000


def test_work_nobody_wants_any_more_ends_and_says_nothing(desk: Desk) -> None:
    taken = desk.take(camera_clip(8.0, (640, 480), sound=False))
    begun, said = threading.Event(), []
    job = desk.room.make(
        taken.original,
        FileKind.CLIP,
        Edit(),
        ("x",),
        said.append,
        said.append,
        lambda _: begun.set(),
    )
    assert begun.wait(PATIENCE_S)
    job.cancel()
    desk.take(camera_jpeg())
    assert said == []


def test_a_worker_that_grows_too_large_is_ended(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = desk.take(camera_jpeg())
    monkeypatch.setattr(bench, "MOST_MEMORY", 1 << 20)
    with pytest.raises(WorkBrokeOff, match="memory"):
        desk.take(camera_clip(8.0, (640, 480)))
    assert desk.shelf.has(taken.original)


def test_a_clip_too_short_is_a_refusal_of_that_network(desk: Desk) -> None:
    taken = desk.take(camera_clip(1.0, (64, 64), fps=5, sound=False))
    made = desk.ask(
        desk.room.make,
        taken.original,
        FileKind.CLIP,
        Edit(),
        ("instagram",),
        tell=lambda _: None,
    )
    assert "lasts 1 s; at least 3 s are needed" in made.refused["instagram"].told()


def mutations(count: int) -> Iterator[bytes]:
    dice = random.Random(11)
    whole = (camera_jpeg(), camera_clip(0.5, (64, 64), sound=False))
    for number in range(count):
        content = bytearray(whole[number % 2])
        for _ in range(dice.randint(1, 40)):
            content[dice.randrange(len(content))] = dice.randrange(256)
        yield bytes(content[: dice.randint(10, len(content))])


@pytest.mark.parametrize("count", [6, pytest.param(500, marks=pytest.mark.long)])
def test_mutated_files_end_a_worker_at_worst(desk: Desk, count: int) -> None:
    for content in mutations(count):
        try:
            taken = desk.take(content)
        except (NotMedia, WorkBrokeOff):
            continue
        made = desk.ask(
            desk.room.make,
            taken.original,
            taken.looked.kind,
            Edit(),
            ("mastodon",),
            tell=lambda _: None,
        )
        assert made.made or made.refused
