"""The power goes at any moment: no file is damaged, and no draft told as saved is lost."""

import random
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from controlroom.model.errors import ControlRoomError
from controlroom.store.cache.schema import CACHE
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.desk.notes import UnsentDraft
from controlroom.store.desk.schema import DESK
from controlroom.store.desk.store import DeskStore
from tests.faults.doomed import BATCH, KEY, NOW, batches
from tests.faults.power_loss import (
    BATCHES,
    DRAFTS,
    Event,
    body,
    image,
    record,
    told,
    told_before_sync,
)
from tests.faults.soundness import assert_sound, rows
from tests.faults.test_syscalls import strace_works

Recorded = Callable[[str], list[Event]]
Found = Callable[[Path], set[str]]
Promised = Callable[[Sequence[Event]], set[str]]


@dataclass
class Losses:
    """What became of the images; each is known by its seed and the events before the cut."""

    images: int = 0
    corrupt: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    if not strace_works():
        pytest.skip("strace is not installed or may not trace")
    return cache(lambda deed: record(deed, tmp_path_factory.mktemp(deed)))


def drafts_in(folder: Path) -> set[str]:
    """Returns the drafts that are there word for word; fails unless the next one can be saved."""
    desk = DeskStore.open(folder, KEY)
    try:
        there = {draft.id: draft.body for draft in desk.drafts()}
        desk.save_draft(UnsentDraft("after", b"work goes on", NOW))
    finally:
        desk.close()
    assert_sound(folder, DESK)
    assert all(words == body(int(name[1:])) for name, words in there.items())
    return set(there)


def batches_in(folder: Path) -> set[str]:
    """Returns the posts that are there; fails unless batches are whole and the next one goes in."""
    store = CacheWriter.open(folder, KEY)
    try:
        assert len(store.ingest(next(batches(2))).new) == BATCH
    finally:
        store.close()
    assert_sound(folder, CACHE)
    there = {row[0] for row in rows(folder, CACHE, "SELECT remote_id FROM post")}
    assert len(there) % BATCH == 0, "half a batch"
    texts = rows(folder, CACHE, "SELECT count(*) FROM post_text_docsize")
    assert texts == [(len(there),)], "posts without full text"
    return there


def lose_power(
    events: list[Event], images: int, place: Path, found: Found, promised: Promised
) -> Losses:
    """Cuts the power so many times, each at a moment by chance, and looks at what is left."""
    losses = Losses()
    for seed in range(images):
        chance = random.Random(seed)
        before = events[: chance.randrange(len(events) + 1)]
        folder = place / str(seed)
        folder.mkdir()
        image(before, folder, chance)
        losses.images += 1
        try:
            if missing := promised(before) - found(folder):
                losses.lost.append(f"seed {seed}, {len(before)} events: {sorted(missing)}")
        except (ControlRoomError, dbapi2.Error, AssertionError) as error:
            losses.corrupt.append(f"seed {seed}, {len(before)} events: {error!r}")
        shutil.rmtree(folder)
    return losses


def without_syncs(events: list[Event]) -> list[Event]:
    return [event for event in events if event.kind != "sync"]


def test_the_record_is_whole_when_the_power_stays(recorded: Recorded, tmp_path: Path) -> None:
    events = recorded("desk_full")
    image([*events, Event("sync", DESK.name), Event("sync")], tmp_path, random.Random(1))
    assert drafts_in(tmp_path) == told(events) == {f"d{n}" for n in range(DRAFTS)}
    assert len(told(recorded("cache"))) == BATCHES


@pytest.mark.parametrize("images", [240, pytest.param(2_000, marks=pytest.mark.long)])
def test_no_draft_told_as_saved_is_lost(recorded: Recorded, tmp_path: Path, images: int) -> None:
    losses = lose_power(recorded("desk_full"), images, tmp_path, drafts_in, told)
    assert losses == Losses(images)


@pytest.mark.parametrize("images", [80, pytest.param(600, marks=pytest.mark.long)])
def test_the_cache_is_never_damaged(recorded: Recorded, tmp_path: Path, images: int) -> None:
    def synced(events: Sequence[Event]) -> set[str]:
        return told_before_sync(events, f"{CACHE.name}-wal")

    losses = lose_power(recorded("cache"), images, tmp_path, batches_in, synced)
    assert losses == Losses(images)


def test_a_disk_that_ignores_syncs_is_found_out(recorded: Recorded, tmp_path: Path) -> None:
    events = without_syncs(recorded("desk_full"))
    losses = lose_power(events, 40, tmp_path, drafts_in, told)
    assert losses.corrupt
    assert losses.lost


def test_a_desk_that_syncs_less_often_would_lose_drafts(recorded: Recorded, tmp_path: Path) -> None:
    losses = lose_power(recorded("desk_normal"), 40, tmp_path, drafts_in, told)
    assert not losses.corrupt
    assert losses.lost


@pytest.mark.parametrize("name", [DESK.name, f"{DESK.name}-wal", ""], ids=["file", "log", "folder"])
def test_no_kind_of_sync_could_be_spared(recorded: Recorded, tmp_path: Path, name: str) -> None:
    events = [e for e in recorded("desk_full") if (e.kind, e.name) != ("sync", name)]
    losses = lose_power(events, 40, tmp_path, drafts_in, told)
    assert losses.corrupt or losses.lost
