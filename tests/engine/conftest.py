"""A Mastodon server for the tests of the engine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engine.mastodon_server import MastodonServer


@pytest.fixture
def server(tmp_path: Path) -> Iterator[MastodonServer]:
    folder = tmp_path / "server"
    folder.mkdir()
    one = MastodonServer(folder)
    one.start()
    yield one
    one.stop()
