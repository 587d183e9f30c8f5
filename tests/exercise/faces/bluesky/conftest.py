"""A simulated Bluesky for each test."""

from collections.abc import Iterator

import pytest

from tests.exercise.faces.bluesky.town import Desk, desk


@pytest.fixture
def bluesky() -> Iterator[Desk]:
    with desk() as one:
        yield one
