"""Alerts in the real window: a rule is made, posts come, the bell tells and leads to them."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from controlroom.model.alert import AlertRule, KeptAlert, Level
from controlroom.model.board import Board, Column
from controlroom.model.changes import Changes, Sighting
from controlroom.model.post import Author, Post
from controlroom.store.cache.writer import CacheWriter
from controlroom.ui.alerts.alerts import Alerts
from controlroom.ui.alerts.assigned import newest_of
from controlroom.ui.alerts.bell_panel import BellPanel
from controlroom.ui.alerts.going import query_of
from controlroom.ui.alerts.look import Told
from controlroom.ui.alerts.rule_panel import RulePanel
from controlroom.ui.board.page import BoardPage
from controlroom.ui.frame.window import DeskWindow
from tests.ui.opening.behind import Behind

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRE = AlertRule(0, "Fires", "fire", level=Level.ALERT)


class Scene:
    """A window on an open house into which posts come."""

    def __init__(self, desk: DeskWindow, behind: Behind, bot: QtBot) -> None:
        behind.prepare()
        behind.open()
        desk.watch()
        assert desk.alerts is not None
        bot.waitSignal(desk.alerts.watch.learned).wait()
        self.desk, self.alerts, self.bot = desk, desk.alerts, bot
        self.number = 0

    def rule(self, rule: AlertRule) -> None:
        with self.bot.waitSignal(self.alerts.watch.learned):
            self.alerts.watch.save(rule)

    def write(self, *texts: str, ago: timedelta = timedelta()) -> Changes:
        now, sightings = datetime.now(UTC), []
        for text in texts:
            self.number += 1
            post = Post("x", str(self.number), Author("1", "jo", "Jo Reed"), text, now - ago)
            sightings.append(Sighting(post, now))
        house = self.desk.house
        writer = CacheWriter.open(house.folder, house.key.reveal())
        changes = writer.ingest(sightings)
        writer.close()
        return changes

    def come(self, *texts: str) -> None:
        """Has posts come, and waits until they are looked at."""
        changes = self.write(*texts)
        with self.bot.waitSignal(self.alerts.watch.raised):
            self.desk.changed.emit(changes)

    def bell(self) -> BellPanel:
        self.desk.commands.run("notices")
        self.bot.waitUntil(lambda: isinstance(self.desk.layers.top(), BellPanel))
        panel = self.desk.layers.top()
        assert isinstance(panel, BellPanel)
        return panel

    def lines(self, panel: BellPanel) -> "Sequence[str]":
        return [panel.list.rows.item(row).text() for row in range(panel.list.rows.rowCount())]


@pytest.fixture
def scene(desk: DeskWindow, behind: Behind, qtbot: QtBot) -> Iterator[Scene]:
    one = Scene(desk, behind, qtbot)
    one.alerts.watch._rest.setInterval(1)
    yield one
    while desk.layers.top() is not None:
        desk.layers.close_top()


def test_a_rule_made_in_the_panel_raises_what_fits_and_the_bell_tells(scene: Scene) -> None:
    scene.desk.commands.run("alert-me")
    panel = scene.desk.layers.top()
    assert isinstance(panel, RulePanel)
    panel.query.setText("fire")
    panel.level.answers[2].click()
    with scene.bot.waitSignal(scene.alerts.watch.learned):
        panel.take.click()
    scene.come("Fire at Oldmere", "Traffic on the bridge", "<b>Fire</b> again")
    assert scene.desk.top.bell.count() == 1
    assert scene.desk.top.bell.accessibleName() == "Notices, 1 new"
    bell = scene.bell()
    (line,) = scene.lines(bell)
    assert "fire (2)" in line
    assert "Jo Reed: <b>Fire</b> again" in line


def test_what_does_not_fit_raises_nothing(scene: Scene) -> None:
    scene.rule(FIRE)
    changes = scene.write("Traffic on the bridge")
    with scene.bot.assertNotEmitted(scene.alerts.watch.raised, wait=200):
        scene.desk.changed.emit(changes)
    assert scene.desk.top.bell.count() == 0


def test_old_posts_that_are_only_read_now_raise_nothing(scene: Scene) -> None:
    scene.rule(FIRE)
    changes = scene.write("Fire at Oldmere", ago=timedelta(days=3))
    with scene.bot.assertNotEmitted(scene.alerts.watch.raised, wait=200):
        scene.desk.changed.emit(changes)


def test_without_rules_nothing_is_looked_at(scene: Scene) -> None:
    scene.desk.changed.emit(Changes(new=tuple(range(5_000))))
    assert not scene.alerts.watch._rest.isActive()


def test_what_comes_beyond_the_bound_is_counted_and_said(scene: Scene) -> None:
    scene.rule(FIRE)
    changes = scene.write("Fire at Oldmere")
    scene.desk.changed.emit(Changes(new=tuple(range(7_000))))
    with scene.bot.waitSignal(scene.alerts.watch.raised):
        scene.desk.changed.emit(changes)
    assert scene.alerts.watch.missed == 2_001
    bell = scene.bell()
    assert bell.missed.text() == "2,001 posts came too fast to be looked at."


def test_all_are_marked_read_and_stay_in_the_list(scene: Scene) -> None:
    scene.rule(FIRE)
    scene.come("Fire at Oldmere")
    bell = scene.bell()
    bell.read_all.click()
    scene.bot.waitUntil(lambda: scene.desk.top.bell.count() == 0)
    scene.bot.waitUntil(lambda: not bell.read_all.isEnabled())
    assert len(scene.lines(bell)) == 1


def test_enter_on_an_alert_opens_a_search_where_no_column_shows_it(scene: Scene) -> None:
    scene.rule(FIRE)
    scene.come("Fire at Oldmere")
    bell = scene.bell()
    scene.bot.keyClick(bell.list, Qt.Key.Key_Return)
    assert scene.desk.pages.section == "review"
    assert scene.desk.layers.top() is None
    scene.bot.waitUntil(lambda: scene.desk.top.bell.count() == 0)


def test_an_alert_leads_to_the_column_that_asks_the_same(scene: Scene) -> None:
    page = scene.desk.pages.page("board")
    board = page.session.book.add(Board(0, "Fires", (Column(0, 0, filter="fire"),)))
    scene.desk.go("settings")
    scene.rule(FIRE)
    scene.come("Fire at Oldmere")
    scene.bell().show_post.click()
    assert scene.desk.pages.section == "board"
    assert scene.desk.tabs.current() == board.id
    assert page.view().model.filter == "fire"


def test_the_current_column_is_what_the_panel_begins_with(scene: Scene) -> None:
    page = scene.desk.pages.page("board")
    board = page.session.book.add(Board(0, "A", (Column(0, 0, "Smoke", filter="smoke OR fire"),)))
    scene.desk.tabs.choose(board.id)
    page.stand.enter(page.row.columns[0])
    scene.desk.commands.run("alert-me")
    panel = scene.desk.layers.top()
    assert isinstance(panel, RulePanel)
    assert panel.query.text() == "smoke OR fire"
    assert panel.rule().name == "Smoke"


def test_a_rule_that_cannot_be_read_is_refused_in_place(scene: Scene) -> None:
    scene.alerts.ask_rule()
    panel = scene.desk.layers.top()
    assert isinstance(panel, RulePanel)
    for text in ("", "(fire"):
        panel.query.setText(text)
        panel.take.click()
        assert panel.error.text.text()
        assert scene.desk.layers.top() is panel


def test_a_rule_is_changed_and_removed_from_the_list(scene: Scene) -> None:
    scene.rule(FIRE)
    scene.alerts.ask_rule()
    panel = scene.desk.layers.top()
    assert isinstance(panel, RulePanel)
    panel.change.click()
    assert panel.rule() == scene.alerts.watch.rules[0]
    with scene.bot.waitSignal(scene.alerts.watch.learned):
        panel.remove.click()
    assert scene.alerts.watch.rules == []
    assert panel.list.isHidden()


def test_before_the_house_is_open_the_commands_say_so(desk: DeskWindow) -> None:
    alerts = Alerts(desk)
    desk.alerts = alerts
    desk.commands.run("notices")
    desk.commands.run("alert-me")
    assert desk.layers.top() is None


def test_the_search_for_an_alert_of_a_stream_asks_that_stream() -> None:
    alert = KeptAlert(1, 1, "A", Level.NOTICE, 1, datetime.now(UTC), query="a OR b", stream=4)
    assert query_of(alert) == "(a OR b) stream:4"


def test_a_toast_stands_until_all_are_read(scene: Scene) -> None:
    scene.rule(FIRE)
    scene.come("Fire at Oldmere")
    assert len(scene.alerts.toasts.standing) == 1
    scene.bell().read_all.click()
    assert scene.alerts.toasts.standing == []


def test_taking_a_toast_marks_its_alert_as_read(scene: Scene) -> None:
    scene.rule(FIRE)
    scene.come("Fire at Oldmere")
    scene.alerts.toasts.standing[0].take.click()
    scene.bot.waitUntil(lambda: scene.desk.top.bell.count() == 0)


def unread(scene: Scene, number: int) -> None:
    scene.bot.waitUntil(lambda: scene.desk.top.bell.count() == number)


def test_a_notice_about_no_rule_stands_for_eight_seconds_and_is_kept(scene: Scene) -> None:
    scene.alerts.notice("Assigned to you", "Sgt Thorne gave you a conversation.")
    (toast,) = scene.alerts.toasts.standing
    assert toast._end.interval() == 8_000
    assert toast.text.text() == "Sgt Thorne gave you a conversation."
    unread(scene, 1)
    (line,) = scene.lines(scene.bell())
    assert "Assigned to you   Sgt Thorne gave you a conversation." in line


def test_the_same_within_a_minute_joins_with_a_count(scene: Scene) -> None:
    for who in ("Sgt Thorne", "PC Shah"):
        scene.alerts.notice("Assigned to you", f"{who} gave you a conversation.")
        unread(scene, 1)
    (toast,) = scene.alerts.toasts.standing
    assert toast.name.text() == "Assigned to you (2)"
    assert toast.text.text() == "PC Shah gave you a conversation."
    toast.taken.emit()
    unread(scene, 0)
    scene.alerts.notice("Assigned to you", "Again.")
    unread(scene, 1)
    assert len(scene.lines(scene.bell())) == 2


def test_many_at_once_are_one_and_what_is_read_in_the_bell_takes_its_toast_away(
    scene: Scene,
) -> None:
    for number in range(5):
        scene.alerts.notice("Assigned to you", f"Number {number}.")
    (toast,) = scene.alerts.toasts.standing
    assert toast.name.text() == "Assigned to you (5)"
    unread(scene, 1)
    bell = scene.bell()
    (line,) = scene.lines(bell)
    assert "Assigned to you (5)   Number 4." in line
    told = bell.list.current(Told)
    assert told is not None
    scene.alerts.mark_read(told.alert.id)
    assert scene.alerts.toasts.standing == []
    unread(scene, 0)


def test_what_is_taken_before_it_is_written_is_written_as_read(scene: Scene) -> None:
    scene.alerts.notice("Assigned to you", "Taken at once.")
    scene.alerts.toasts.standing[0].taken.emit()
    scene.bot.waitUntil(lambda: len(scene.lines(scene.bell())) == 1)
    unread(scene, 0)


def test_what_is_critical_stays_until_taken_and_is_in_the_bell(scene: Scene) -> None:
    went: list[str] = []
    scene.desk.change(alert_sounds=False)
    scene.alerts.raise_critical("Publishing held", "By Sgt Thorne.", lambda: went.append("there"))
    (toast,) = scene.alerts.toasts.standing
    assert toast.told.alert.level is Level.CRITICAL
    assert not hasattr(toast, "_end")
    unread(scene, 1)
    toast.pressed.emit()
    assert went == ["there"]
    unread(scene, 0)
    scene.desk.change(alert_sounds=True)
    assert "Publishing held" in scene.lines(scene.bell())[0]


def test_a_notice_leads_to_the_post_it_is_about(scene: Scene) -> None:
    changes = scene.write("Gate open at Oldmere")
    opened: list[int] = []
    page = scene.desk.pages.page("board")
    assert isinstance(page, BoardPage)
    page.open_post = lambda post: opened.append(post.id)  # type: ignore[method-assign]
    scene.alerts.notice(
        "Assigned to you", "A conversation.", find=lambda cache: cache.posts(changes.new)[0]
    )
    unread(scene, 1)
    (toast,) = scene.alerts.toasts.standing
    scene.bot.waitUntil(lambda: toast.told.post is not None)
    toast.pressed.emit()
    assert opened == [*changes.new]


def test_the_newest_post_of_a_conversation_is_found_by_its_key_in_the_record(scene: Scene) -> None:
    changes = scene.write("Gate open at Oldmere")
    found = newest_of(scene.desk.house.cache, "x/x.example/99/1")
    assert found is not None
    assert (found.id,) == changes.new
    assert newest_of(scene.desk.house.cache, "x/x.example/99/absent") is None
