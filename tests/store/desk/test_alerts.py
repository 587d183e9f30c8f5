"""Alert rules and alerts are kept with the person's desk, and found again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from controlroom.model.alert import AlertRule, KeptAlert, Level
from controlroom.store.database import Database
from controlroom.store.desk.alerts import AlertBook
from controlroom.store.desk.keeping import alerts
from controlroom.store.desk.schema import DESK
from controlroom.store.desk.store import DeskStore

KEY = bytes(range(32))
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
RAISED = KeptAlert(0, 1, "Fire", Level.ALERT, 40, NOON, query="fire")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeskStore]:
    one = DeskStore.open(tmp_path, KEY)
    yield one
    one.close()


def test_rules_are_found_again_after_a_restart(tmp_path: Path) -> None:
    desk = DeskStore.open(tmp_path, KEY)
    rule = AlertRule(0, "Fire", "fire OR blaze", 4, Level.CRITICAL, sound=True, quiet_minutes=9)
    made = AlertBook(desk.database).save_rule(rule)
    desk.close()
    again = DeskStore.open(tmp_path, KEY)
    assert made == replace(rule, id=made.id)
    assert AlertBook(again.database).rules() == [made]
    again.close()


def test_a_rule_is_changed_and_removed_while_its_alerts_stay(desk: DeskStore) -> None:
    book = AlertBook(desk.database)
    rule = book.save_rule(AlertRule(0, "Fire", "fire"))
    book.keep([replace(RAISED, rule=rule.id)])
    book.save_rule(replace(rule, query="blaze"))
    assert [one.query for one in book.rules()] == ["blaze"]
    book.remove_rule(rule.id)
    assert book.rules() == []
    assert [one.query for one in book.alerts()] == ["fire"]


def test_alerts_come_newest_first_and_what_joins_moves_up(desk: DeskStore) -> None:
    book = AlertBook(desk.database)
    first, second = book.keep([RAISED, replace(RAISED, name="Flood", at=NOON + timedelta(hours=1))])
    assert book.alerts() == [second, first]
    joined = replace(first, count=5, more=True, at=NOON + timedelta(hours=2))
    assert book.keep([joined]) == [joined]
    assert book.alerts() == [joined, second]


def test_read_and_unread_are_counted(desk: DeskStore) -> None:
    book = AlertBook(desk.database)
    first, _, _ = book.keep([RAISED] * 3)
    book.mark_read(first.id)
    assert book.unread() == 2
    book.mark_read()
    assert book.unread() == 0
    assert all(one.is_read for one in book.alerts())


def test_only_the_newest_alerts_are_kept(desk: DeskStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alerts, "MOST", 3)
    book = AlertBook(desk.database)
    book.keep([replace(RAISED, post=n, at=NOON + timedelta(seconds=n)) for n in range(5)])
    assert [one.post for one in book.alerts()] == [4, 3, 2]


def test_alerts_of_a_file_of_before_say_nothing_of_their_own_and_new_ones_may(
    tmp_path: Path,
) -> None:
    before = replace(DESK, migrations=DESK.migrations[:4])
    old = Database.open(tmp_path, before, KEY, write=True)
    with old.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO alert (rule, name, level, post, at_ms, count, more, is_read, query,"
            " stream) VALUES (1, 'Fire', 3, 40, 1000, 1, 0, 0, 'fire', 0)"
        )
    old.close()
    desk = DeskStore.open(tmp_path, KEY)
    book = AlertBook(desk.database)
    told = replace(RAISED, rule=0, name="Assigned to you", text="Sgt Thorne gave you one.")
    book.keep([told])
    assert [(one.name, one.text) for one in book.alerts()] == [
        ("Assigned to you", "Sgt Thorne gave you one."), ("Fire", ""),
    ]  # fmt: skip
    desk.close()
