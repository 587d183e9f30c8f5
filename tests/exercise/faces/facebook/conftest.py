"""The town, served."""

from collections.abc import Iterator

import pytest

from controlroom.feeds.networks.facebook.feed import FacebookFeed
from tests.exercise.faces.facebook.town import Town, reading
from tests.exercise.serving import Served, serving


@pytest.fixture
def town() -> Town:
    return Town()


@pytest.fixture
def server(town: Town) -> Iterator[Served]:
    with serving(town.world, [town.face]) as one:
        yield one


@pytest.fixture
def feed(town: Town, server: Served) -> Iterator[FacebookFeed]:
    with reading(town, server) as one:
        yield one
