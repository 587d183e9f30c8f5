"""The engine follows deletions by the dated rules of each network."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from controlroom.engine.looking import DUTY_EACH, SecondLooks
from controlroom.model.changes import Disappearance, Sighting
from controlroom.model.post import Author, Post
from controlroom.store.cache.reader import CacheReader
from controlroom.store.cache.writer import CacheWriter

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
NETWORKS = ("x", "mastodon")


class Writing:
    """As much of the machinery as emptying needs."""

    def __init__(self) -> None:
        self.writing = threading.Lock()


def test_what_x_has_deleted_goes_within_a_day_and_what_is_kept_or_anothers_stays(
    tmp_path: Path,
) -> None:
    writer = CacheWriter.open(tmp_path, b"k" * 32)
    now = NOW
    for network in NETWORKS:
        posts = [Post(network, str(n), Author("1", "ida"), "fire", NOW) for n in range(3)]
        writer.ingest([Sighting(one, NOW, (1,), (7,)) for one in posts])
    reader = CacheReader(writer.database)
    ids = {(one.post.network, one.post.remote_id): one.id for one in reader.older(7)}
    writer.keep([ids["x", "2"]])
    later = NOW + timedelta(hours=1)
    gone = [Disappearance(n, str(i), later) for n in NETWORKS for i in (0, 2)]
    writer.ingest([], gone)
    machinery: Any = Writing()
    looks = SecondLooks(machinery, writer.database, lambda: now)
    assert looks.follow_deletions(NETWORKS) == 0
    now = NOW + DUTY_EACH / 2
    assert looks.follow_deletions(NETWORKS) == 0
    now = NOW + timedelta(hours=24)
    assert looks.follow_deletions(NETWORKS) == 1
    emptied = [one.post for one in reader.older(7) if not one.post.text]
    assert [(one.network, one.remote_id) for one in emptied] == [("x", "0")]
    writer.close()
