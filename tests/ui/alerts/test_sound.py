"""What is heard, how often, and until when."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from controlroom.model.alert import Level
from controlroom.ui.alerts.sound import Ringer
from controlroom.ui.alerts.toasts import Toasts
from controlroom.ui.frame.window import DeskWindow
from tests.ui.alerts.test_toasts import told


class Room:
    """Toasts and a ringer whose tones are counted."""

    def __init__(self, desk: DeskWindow) -> None:
        self.rung = 0
        self.toasts = Toasts(desk)
        self.ringer = Ringer(self.toasts, self.toasts, self._ring)

    def come(self, number: int, level: Level, *, sound: bool = True) -> None:
        one = told(number, level)._replace(sound=sound)
        self.toasts.show_raised([one])
        self.ringer.hear([one])

    def _ring(self) -> None:
        self.rung += 1


@pytest.fixture
def room(desk: DeskWindow) -> Iterator[Room]:
    one = Room(desk)
    yield one
    one.toasts.take_down()


def test_a_rule_without_sound_is_never_heard(room: Room) -> None:
    room.come(1, Level.CRITICAL, sound=False)
    assert room.rung == 0
    assert not room.ringer._again.isActive()


def test_an_alert_is_heard_once(room: Room) -> None:
    room.come(1, Level.ALERT)
    assert room.rung == 1
    assert not room.ringer._between.isActive()
    assert not room.ringer._again.isActive()


def test_what_is_critical_is_heard_twice_each_minute_until_it_is_taken(
    room: Room, qtbot: QtBot
) -> None:
    room.come(1, Level.CRITICAL)
    qtbot.waitUntil(lambda: room.rung == 2)
    assert room.ringer._again.interval() == 60_000
    room.ringer._again.timeout.emit()
    qtbot.waitUntil(lambda: room.rung == 4)
    room.toasts.take_down([1])
    assert not room.ringer._again.isActive()
