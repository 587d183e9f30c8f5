"""The networks in the status bar tell the truth about what was read when, and what is left."""

from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controlroom.ui.frame.network_facts import NetworkFacts
from controlroom.ui.frame.window import DeskWindow

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def told(source: int, network: str = "x", **more: Any) -> dict[str, Any]:
    read = more.pop("read", NOW)
    return {"source": source, "network": network, "last_read": read.isoformat(), "pace": 30.0,
            "now": "live", "budgets": [], "cost": {}} | more  # fmt: skip


def budget(remaining: int) -> dict[str, Any]:
    whole = NOW + timedelta(minutes=5)
    return {"name": "reads", "limit": 100, "remaining": remaining, "resets_at": whole.isoformat()}


def test_a_network_is_as_its_sources_are_together() -> None:
    facts = NetworkFacts()
    facts.hear(told(1, read=NOW - timedelta(seconds=9), budgets=[budget(80)]))
    facts.hear(told(2, read=NOW - timedelta(seconds=95), budgets=[budget(40)]))
    facts.hear(told(3, "rss", now="network_down"))
    rss, x = facts.standings(NOW)
    assert (x.last_read, x.late_s, x.left) == (NOW - timedelta(seconds=9), 65.0, 0.4)
    assert x.whole_at == NOW + timedelta(minutes=5)
    assert (rss.troubled, rss.sources, rss.left) == (1, 1, None)


def test_a_limit_of_which_nobody_told_how_much_is_left_shows_nothing() -> None:
    facts = NetworkFacts()
    untold = budget(0) | {"remaining": None}
    facts.hear(told(1, budgets=[untold]))
    assert facts.standings(NOW)[0].left is None
    facts.hear(told(2, budgets=[untold, budget(70)]))
    assert facts.standings(NOW)[0].left == 0.7


def test_the_latest_word_of_a_source_counts() -> None:
    facts = NetworkFacts()
    facts.hear(told(1, now="network_down"))
    facts.hear(told(1))
    assert facts.standings(NOW)[0].troubled == 0


def test_a_pushed_source_is_never_late() -> None:
    facts = NetworkFacts()
    facts.hear(told(1, read=NOW - timedelta(hours=1), pushed=True))
    assert facts.standings(NOW)[0].late_s == 0
    assert facts.standings(NOW)[0].paces == (0, 0)


def test_a_network_has_the_paces_of_all_its_sources() -> None:
    facts = NetworkFacts()
    for source, pace in enumerate((60.0, 900.0, 30.0), 1):
        facts.hear(told(source, pace=pace))
    facts.hear(told(4, pace=5.0, asleep=True))
    assert facts.standings(NOW)[0].paces == (30.0, 900.0)


def test_what_was_spent_today_is_told() -> None:
    facts = NetworkFacts()
    facts.hear(told(1, cost={"today": {"USD": "1.20"}}))
    facts.hear(told(2, cost={"today": {"USD": "1.25"}}))
    assert facts.standings(NOW)[0].today == {"USD": "1.25"}


def test_nonsense_in_a_line_is_no_reason_to_stop() -> None:
    facts = NetworkFacts()
    facts.hear({"source": 4, "network": "x", "last_read": "soon", "budgets": [{"name": "n"}]})
    assert facts.standings(NOW)[0].last_read is None


def test_before_any_source_is_told_of_the_bar_says_what_is_waited_for(desk: DeskWindow) -> None:
    said = desk.status.online
    desk.status.watch(desk.line)
    assert said.accessibleName() == "No network connected yet"
    desk.status.set_profiles(58)
    assert said.accessibleName() == "Waiting for the first read"
    desk.line.running.emit(True)
    assert said.accessibleName() == "First read under way"
    bar = desk.status.networks
    assert bar is not None
    desk.line.state.emit(told(1, read=datetime.now(UTC)))
    assert said.accessibleName() == "Online"
    bar.forget()
    desk.line.running.emit(False)
    assert said.accessibleName() == "Waiting for the first read"
    desk.status.hide()


def test_the_bar_shows_each_network_and_whether_the_desk_is_online(
    desk: DeskWindow, qtbot: QtBot
) -> None:
    desk.status.watch(desk.line)
    bar = desk.status.networks
    assert bar is not None
    now = datetime.now(UTC)
    desk.line.state.emit(told(1, read=now, budgets=[budget(64)]))
    desk.line.state.emit(told(2, "mastodon", read=now, now="network_down"))
    bar.refresh()
    names = [segment.accessibleName() for segment in bar._segments]
    assert names[0].startswith("Mastodon · 1 of 1 sources cannot be read")
    assert "64% of the reads left" in names[1]
    assert "each source every 30 s" in names[1]
    assert desk.status.online.accessibleName() == "Online"
    desk.line.state.emit(told(1, read=now, now="network_down"))
    bar.refresh()
    assert desk.status.online.accessibleName() == "Offline"
    desk.line.state.emit(told(3, read=now))
    for number in (4, 5, 6):
        desk.line.state.emit(told(number, read=now, now="network_down"))
    bar.refresh()
    assert desk.status.online.accessibleName() == "Offline"
    for number in (1, 4, 5, 6):
        desk.line.state.emit(told(number, read=now, now="token_expired"))
    bar.refresh()
    assert desk.status.online.accessibleName() == "Online"
    QApplication.processEvents()
    qtbot.mouseClick(bar._segments[0], Qt.MouseButton.LeftButton)
    assert desk.pages.section == "profiles"
    desk.status.hide()
