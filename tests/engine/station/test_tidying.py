"""A station has nobody who would press a button: what is too old in its cache goes by itself."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

from controlroom.engine import orders
from controlroom.engine.station.tidying import removal
from controlroom.store.cache.retention import RetentionPlan
from controlroom.store.cache.writer import CacheWriter
from tests.store.archive.samples import NOW, post, seen

DAYS = {"posts": 400, "messages": 90, "payloads": 30}


def test_what_is_too_old_is_ordered_away_and_nothing_else(tmp_path: Path) -> None:
    with closing(CacheWriter.open(tmp_path, bytes(32))) as cache:
        cache.ingest([seen(post("1")), seen(post("dm", private=True))])
        assert removal(cache, DAYS, NOW, 1) == b""
        order = orders.decode(removal(cache, DAYS, NOW + timedelta(days=100), 7))
        assert order.retain is not None
        assert order.retain.ticket == 7
        gone = cache.remove_step(RetentionPlan(order.retain.removals))
        assert (len(gone.posts), gone.payloads) == (1, 0)
        while cache.remove_step(RetentionPlan(order.retain.removals)):
            pass
        assert removal(cache, DAYS, NOW + timedelta(days=100), 8) == b""
