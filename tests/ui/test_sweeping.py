"""Rings of widgets are freed by the window's thread alone."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controlroom.ui import sweeping
from controlroom.ui.sweeping import Sweeper

MANY = 50_000


class Ring(QObject):
    """Holds itself, and has a timer that ticks."""

    freed_by: list[str]

    def __init__(self, freed_by: list[str]) -> None:
        super().__init__()
        self.myself, self.freed_by = self, freed_by
        self.timer = QTimer(self)
        self.timer.start(1)

    def __del__(self) -> None:
        self.freed_by.append(threading.current_thread().name)


@pytest.fixture
def sweeper(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sweeper]:
    monkeypatch.setattr(sweeping, "EVERY_MS", 20)
    # As in a desk that begins; the suite itself has Python's own search off.
    gc.enable()
    one = Sweeper()
    yield one
    gc.disable()
    one._timer.stop()


def make_many() -> None:
    kept = [[number] for number in range(MANY)]
    assert kept


def test_a_thread_that_makes_many_objects_frees_no_widget(sweeper: Sweeper, qtbot: QtBot) -> None:
    freed_by: list[str] = []
    Ring(freed_by)
    thread = threading.Thread(target=make_many, name="board-read")
    thread.start()
    thread.join()
    assert freed_by == []
    kept = [[number] for number in range(MANY)]
    qtbot.waitUntil(lambda: bool(freed_by))
    assert freed_by == ["MainThread"]
    assert kept


def test_all_objects_are_looked_through_in_the_end(
    sweeper: Sweeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []
    monkeypatch.setattr(gc, "collect", lambda generation=2: looked.append(generation))
    middle, old, latest = sweeping.MIDDLE, sweeping.OLD, sweeping.LATEST
    new = sweeping.QUIET
    for counts, made in (
        ((0, middle - 1, old - 1), 0),
        ((0, middle, old - 1), 0),
        ((0, middle, old), new),
        ((0, middle, old), new - 1),
        ((0, middle, latest), new),
    ):
        monkeypatch.setattr(gc, "get_count", lambda counts=counts: counts)
        monkeypatch.setattr(gc, "get_objects", lambda generation, made=made: [None] * made)
        sweeping.sweep()
    assert looked == [0, 1, 1, 2, 2]


def test_objects_are_looked_through_though_as_many_go_as_come(
    sweeper: Sweeper, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: len(gc.get_objects(generation=0)) < MANY)
    kept = [[number] for number in range(MANY)]
    for number in range(MANY):
        kept[number] = [number]
    qtbot.waitUntil(lambda: len(gc.get_objects(generation=0)) < MANY)
    assert kept


def test_what_stands_once_the_desk_has_settled_is_not_looked_through_again(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(sweeping, "SETTLED_MS", 0)
    one = Sweeper()
    begun = gc.get_freeze_count()
    kept = [[number] for number in range(1_000)]
    qtbot.waitUntil(lambda: gc.get_freeze_count() >= begun + 1_000)
    assert kept
    one.deleteLater()
    # Whatever has ended with the window is found again.
    qtbot.waitUntil(lambda: gc.get_freeze_count() == 0)
    gc.freeze()
