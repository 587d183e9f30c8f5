"""A simulated X for each test."""

from collections.abc import Iterator

import pytest

from tests.exercise.faces.x.town import Desk, desk


@pytest.fixture
def x() -> Iterator[Desk]:
    with desk() as one:
        yield one
