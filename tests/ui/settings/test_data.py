"""The group of settings about data: shown before removed, stopped at will, all by keyboard."""

from itertools import islice
from types import SimpleNamespace

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from benchmarks.posts import sightings
from controlroom.engine.orders import Retain, decode
from controlroom.house import Keeper
from controlroom.store.cache.writer import CacheWriter
from controlroom.ui.frame.window import DeskWindow
from controlroom.ui.opening.attendant import Attendant
from controlroom.ui.settings.data import DataGroup
from controlroom.ui.settings.retention import RetentionGroup
from tests.ui.opening.behind import Behind


def fill(keeper: Keeper) -> None:
    assert keeper.house is not None
    writer = CacheWriter.open(keeper.folder, keeper.house.key.reveal())
    writer.ingest(list(islice(sightings(1500), 1500)))
    writer.close()


def shown(desk: DeskWindow, behind: Behind) -> tuple[Attendant, DataGroup]:
    attendant = behind.open()
    desk.go("settings")
    assert attendant.group is not None
    behind.settle(attendant)
    return attendant, attendant.group


def test_folder_size_backup_and_key_are_told(desk: DeskWindow, behind: Behind) -> None:
    behind.prepare()
    attendant, group = shown(desk, behind)
    assert group.folder.text().startswith(f"{behind.folder} · ")
    assert group.backup.text() == "No backup yet."
    assert group.key.text().startswith("It is on paper")
    group.back_up.click()
    assert not group.back_up.isEnabled()
    behind.settle(attendant)
    behind.settle(attendant)
    assert group.backup.text().startswith("Last backup: ")
    assert group.back_up.isEnabled()


def test_days_are_remembered_and_nonsense_is_not(
    desk: DeskWindow, behind: Behind, qtbot: QtBot
) -> None:
    behind.prepare()
    _attendant, group = shown(desk, behind)
    field = group.retention.days["messages"]
    field.selectAll()
    qtbot.keyClicks(field, "45")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.settings.retention_days["messages"] == 45
    field.setText("0")
    field.editingFinished.emit()
    assert field.text() == "45"
    assert desk.settings.retention_days["posts"] == 400


def test_nothing_is_removed_before_it_was_shown(
    desk: DeskWindow, behind: Behind, qtbot: QtBot
) -> None:
    behind.prepare(fill)
    attendant, group = shown(desk, behind)
    retention = group.retention
    assert not retention.remove.isEnabled()
    assert "First show" in retention.remove.toolTip()
    desk.change(retention_days={"posts": 1, "messages": 1, "payloads": 1})
    before = desk.house.cache.totals().posts
    retention.preview.click()
    behind.settle(attendant)
    assert retention.outcome.text().startswith("Posts: ")
    assert desk.house.cache.totals().posts == before
    assert retention.remove.isEnabled()
    qtbot.keyClicks(retention.days["posts"], "2")
    assert not retention.remove.isEnabled()
    retention.preview.click()
    behind.settle(attendant)
    retention.remove.click()
    assert retention.stop.isVisible()
    behind.settle(attendant)
    assert retention.outcome.text().endswith("are removed.")
    assert desk.house.cache.totals().posts < before
    assert not retention.stop.isVisible()


def test_a_removal_can_be_stopped_between_steps(desk: DeskWindow, behind: Behind) -> None:
    behind.prepare(fill)
    attendant, group = shown(desk, behind)
    desk.change(retention_days={"posts": 1, "messages": 1, "payloads": 1})
    group.retention.preview.click()
    behind.settle(attendant)
    group.retention.remove.click()
    group.retention.stop.click()
    behind.settle(attendant)
    assert desk.house.cache.totals().posts > 0
    assert not group.retention.remove.isEnabled()
    assert group.retention.preview.isEnabled()


def test_every_control_has_a_name_and_can_be_reached_by_tab(
    desk: DeskWindow, behind: Behind, qtbot: QtBot
) -> None:
    behind.prepare()
    _attendant, group = shown(desk, behind)
    wanted = [
        one
        for kind in (QAbstractButton, QLineEdit)
        for one in group.findChildren(kind)
        if one.isVisible() and one.isEnabled()
    ]
    assert len(wanted) == 6
    group.back_up.setFocus()
    reached = []
    for _step in range(40):
        reached.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    for one in wanted:
        interface = QAccessible.queryAccessibleInterface(one)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name)
        assert one in reached


def test_what_has_the_focus_is_in_view_in_a_small_window(desk: DeskWindow, behind: Behind) -> None:
    behind.prepare()
    _attendant, group = shown(desk, behind)
    desk.resize(1366, 600)
    QApplication.processEvents()
    group.retention.preview.setFocus()
    QApplication.processEvents()
    preview = group.retention.preview
    assert not preview.visibleRegion().isEmpty()
    assert preview.visibleRegion().boundingRect().height() == preview.height()


class Engine:
    """The far end of the window's line: hears orders, and says what an engine would."""

    def __init__(self, desk: DeskWindow) -> None:
        self.line, self.orders = desk.line, list[Retain]()
        self.line.take(self.hear, lambda *_: None)
        self.line.running.emit(True)

    def hear(self, **order: object) -> None:
        told = decode(msgspec.json.encode(order))
        assert told.retain is not None
        self.orders.append(told.retain)

    def say(self, done: int, *, ended: bool = False, text: str = "", ticket: int = 0) -> None:
        number = ticket or self.orders[0].ticket
        said = SimpleNamespace(ticket=number, done=done, ended=ended, text=text)
        self.line.retained.emit(said)


def ordered(desk: DeskWindow, behind: Behind) -> tuple[Engine, RetentionGroup]:
    """A removal that was shown and then ordered from the engine that holds the cache."""
    behind.prepare(fill)
    attendant, group = shown(desk, behind)
    desk.change(retention_days={"posts": 1, "messages": 1, "payloads": 1})
    group.retention.preview.click()
    behind.settle(attendant)
    engine = Engine(desk)
    group.retention.remove.click()
    return engine, group.retention


def test_while_the_engine_runs_it_is_given_the_order(desk: DeskWindow, behind: Behind) -> None:
    before = 1500
    engine, retention = ordered(desk, behind)
    assert [one.kind for one in engine.orders[0].removals] == ["posts", "messages", "payloads"]
    assert sum(one.count for one in engine.orders[0].removals) > before
    engine.say(500)
    assert retention.outcome.text().startswith("500 of ")
    engine.say(7, ended=True, ticket=99)
    assert retention.stop.isVisible()
    engine.say(1400, ended=True)
    assert retention.outcome.text() == "1,400 are removed."
    assert not retention.stop.isVisible()
    assert desk.house.cache.totals().posts == before


def test_an_order_to_the_engine_can_be_taken_back(desk: DeskWindow, behind: Behind) -> None:
    engine, retention = ordered(desk, behind)
    retention.stop.click()
    assert [one.cancel for one in engine.orders] == [False, True]
    assert engine.orders[1].ticket == engine.orders[0].ticket
    engine.say(500, ended=True)
    assert retention.outcome.text() == "500 are removed."


def test_what_kept_the_engine_from_removing_is_told(desk: DeskWindow, behind: Behind) -> None:
    engine, retention = ordered(desk, behind)
    engine.say(0, ended=True, text="The disk is full.")
    assert retention.outcome.text() == "The disk is full."
    assert retention.preview.isEnabled()


def test_an_engine_that_dies_while_it_removes_is_told(desk: DeskWindow, behind: Behind) -> None:
    engine, retention = ordered(desk, behind)
    engine.line.running.emit(False)
    assert retention.outcome.text().startswith("The removal broke off before all was gone.")
    assert retention.preview.isEnabled()
    assert not retention.remove.isEnabled()
