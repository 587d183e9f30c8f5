"""A sound cache and a sound desk file, made once."""

from contextlib import closing
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.posts import sightings
from controlroom.model.board import Board, Column
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.desk.notes import SavedSearch, UnsentDraft
from controlroom.store.desk.store import DeskStore

KEY = bytes(range(32))
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def key() -> bytes:
    return KEY


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache of 6,000 posts; only to be read."""
    return filled(tmp_path_factory.mktemp("cache"), 6000)


@pytest.fixture(scope="session")
def small_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache of 2,000 posts; only to be read."""
    return filled(tmp_path_factory.mktemp("small"), 2000)


def filled(folder: Path, count: int) -> Path:
    with closing(CacheWriter.open(folder, KEY)) as writer:
        posts = sightings(count)
        while batch := list(islice(posts, 500)):
            writer.ingest(batch)
    return folder / "cache.db"


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk file with boards, marks, 300 drafts and searches; only to be read."""
    folder = tmp_path_factory.mktemp("desk")
    with closing(DeskStore.open(folder, KEY)) as store:
        for number in range(8):
            board = store.save_board(
                Board(0, f"Board {number}", tuple(Column(0, s) for s in range(6)))
            )
            store.set_read_up_to(board.columns[0].id, 1000 + number)
            store.save_search(SavedSearch(f"Search {number}", f"#M{number}"))
        for stream in range(3):
            store.mark_read(stream, range(1, 2000))
        for number in range(300):
            store.save_draft(UnsentDraft(f"draft-{number}", b"Flood warning. " * 20, NOON))
        store.save_draft(UnsentDraft("long", bytes(range(256)) * 100, NOON))
    return folder / "desk.db"
