"""A data folder with a few thousand posts and a board, made once and copied."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.posts import sightings
from controlroom.model.board import Board, Column
from controlroom.store.cache.writer import CacheWriter
from controlroom.store.desk.notes import UnsentDraft
from controlroom.store.desk.store import DeskStore

KEY = bytes(range(32))
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def key() -> bytes:
    return KEY


@pytest.fixture
def noon() -> datetime:
    return NOON


@pytest.fixture(scope="session")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    writer, posts = CacheWriter.open(folder, KEY), sightings(2000)
    while batch := list(islice(posts, 500)):
        writer.ingest(batch)
    writer.close()
    desk = DeskStore.open(folder, KEY)
    desk.save_board(Board(0, "Main", (Column(0, 1), Column(0, 2))))
    desk.save_draft(UnsentDraft("one", b"M97 is open again", NOON))
    desk.close()
    (folder / "keys.json").write_text('{"check": "same", "wrapped": "first paper"}')
    return folder


@pytest.fixture
def house(_filled: Path, tmp_path: Path) -> Path:
    """A data folder of its own, with 2,000 posts."""
    return shutil.copytree(_filled, tmp_path / "house")


@pytest.fixture
def desk(house: Path) -> Iterator[DeskStore]:
    store = DeskStore.open(house, KEY)
    yield store
    store.close()


@pytest.fixture
def write_draft(house: Path) -> Callable[[bytes], None]:
    """Writes a draft as a desk would that is opened and closed."""

    def write(body: bytes) -> None:
        store = DeskStore.open(house, KEY)
        store.save_draft(UnsentDraft("one", body, NOON))
        store.close()

    return write


@pytest.fixture
def drafted(house: Path) -> Callable[[], bytes]:
    """Returns the draft as it stands in the data folder."""

    def read() -> bytes:
        store = DeskStore.open(house, KEY)
        found = store.draft("one")
        store.close()
        assert found is not None
        return found.body

    return read
