"""A feed whose server is on loopback."""

from collections.abc import Iterator

import pytest
from pytest_httpserver import HTTPServer

from controlroom.feeds.networks.bluesky.feed import BlueskyFeed
from tests.feeds.bluesky.server import feed_at


@pytest.fixture
def feed(httpserver: HTTPServer) -> Iterator[BlueskyFeed]:
    one = feed_at(httpserver)
    yield one
    one.close()
