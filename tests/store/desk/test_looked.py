"""What was looked at of a colleague's draft is known after a restart, and not for ever."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from time_machine import travel

from controlroom.store.desk.looked import Looked
from controlroom.store.desk.store import DeskStore

KEY = bytes(range(32))
NOW = datetime(2026, 5, 14, 18, tzinfo=UTC)


def test_the_newest_look_is_kept_with_what_was_opened(tmp_path: Path) -> None:
    with closing(DeskStore.open(tmp_path, KEY)) as desk:
        desk.save_looked(Looked("a", "first", frozenset({"x"})))
        desk.save_looked(Looked("a", "second", frozenset({"x", "facebook"})))
        desk.save_looked(Looked("b", "other"))
    with closing(DeskStore.open(tmp_path, KEY)) as desk:
        assert desk.looked() == {
            "a": Looked("a", "second", frozenset({"x", "facebook"})),
            "b": Looked("b", "other", frozenset()),
        }


def test_looks_of_three_months_ago_are_forgotten(tmp_path: Path) -> None:
    with closing(DeskStore.open(tmp_path, KEY)) as desk:
        with travel(NOW - timedelta(days=91), tick=False):
            desk.save_looked(Looked("old", "text"))
        with travel(NOW, tick=False):
            desk.save_looked(Looked("new", "text"))
        assert set(desk.looked()) == {"new"}
