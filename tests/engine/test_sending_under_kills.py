"""Real senders, killed at any moment, on networks that fail in every way: all leaves once."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from benchmarks.publishing.naive import naive
from benchmarks.publishing.records import Lies, in_a_file, in_postgres
from benchmarks.publishing.run import run
from benchmarks.publishing.town import Town, town
from tests.store.journal.conftest import cluster

__all__ = ["cluster"]

POSTS, SENDERS, KILLS, PROFILES = 300, 4, 20, 60
LONGEST_S = 300.0
"""Of a test; it takes half a minute where nothing else runs."""


@pytest.fixture
def force() -> Iterator[Town]:
    with town(PROFILES) as one:
        yield one


@pytest.fixture(params=["file", "postgres"])
def record(
    request: pytest.FixtureRequest, tmp_path: Path
) -> Callable[[], AbstractContextManager[Lies]]:
    if request.param == "file":
        return lambda: in_a_file(tmp_path)
    server = request.getfixturevalue("cluster")
    return lambda: in_postgres(tmp_path, server)


def test_everything_leaves_once_whatever_is_killed(
    force: Town, record: Callable[[], AbstractContextManager[Lies]]
) -> None:
    with record() as lies:
        came = run(force, lies, POSTS, SENDERS, KILLS, seed=7, longest_s=LONGEST_S)
    assert (came.duplicates, came.missing, came.left) == (0, 0, 0)
    assert (came.posts, came.kills, came.pauses) == (POSTS, KILLS, 1)
    assert came.mishaps > POSTS // 10
    assert came.unknown > KILLS


def test_who_just_tries_again_sends_twice(force: Town) -> None:
    force.befall(7)
    assert naive(force, 60) > 0
