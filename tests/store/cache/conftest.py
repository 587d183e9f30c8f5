"""A cache of its own for each test, made once and copied."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from controlroom.store.cache.writer import CacheWriter

KEY = bytes(range(32))
_OURS = """
INSERT INTO profile (network, remote_id, handle, name, host, group_id, owner)
VALUES ('mastodon', 'ours', 'westmarch', 'Westmarch Police', '', 0, '')
"""


@pytest.fixture(scope="session")
def empty_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty cache in which one profile is the force's own."""
    folder = tmp_path_factory.mktemp("empty")
    writer = CacheWriter.open(folder, KEY)
    with writer.database.write() as connection:
        connection.exec_driver_sql(_OURS)
    writer.close()
    return folder


@pytest.fixture
def new_cache(
    empty_cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[], CacheWriter]]:
    """Makes writers of empty caches."""
    made: list[CacheWriter] = []

    def make() -> CacheWriter:
        folder = tmp_path_factory.mktemp("cache")
        shutil.copy(empty_cache / "cache.db", folder / "cache.db")
        made.append(CacheWriter.open(folder, KEY))
        return made[-1]

    yield make
    for writer in made:
        writer.close()


@pytest.fixture
def writer(new_cache: Callable[[], CacheWriter]) -> CacheWriter:
    return new_cache()
