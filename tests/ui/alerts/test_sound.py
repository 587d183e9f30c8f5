"""What is heard, how often, and until when."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from controlroom.bundle import bundled
from controlroom.model.alert import Level
from controlroom.settings import Settings
from controlroom.ui.alerts.chime import FILES, Chime, loudness
from controlroom.ui.alerts.sound import Ringer
from controlroom.ui.alerts.toasts import Toasts
from controlroom.ui.frame.window import DeskWindow
from tests.ui.alerts.test_toasts import told
from tests.ui.alerts.tones import TONES, made, samples


class Room:
    """Toasts and a ringer whose tones are counted."""

    def __init__(self, desk: DeskWindow) -> None:
        self.rung, self.levels = 0, list[Level]()
        self.toasts = Toasts(desk)
        self.ringer = Ringer(
            self.toasts, self.toasts, self._ring, lambda: desk.settings.alert_sounds
        )

    def come(self, number: int, level: Level, *, sound: bool = True) -> None:
        one = told(number, level)._replace(sound=sound)
        self.toasts.show_raised([one])
        self.ringer.hear([one])

    def _ring(self, level: Level) -> None:
        self.rung += 1
        self.levels.append(level)


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


def test_a_desk_that_is_to_be_silent_hears_nothing(room: Room, desk: DeskWindow) -> None:
    desk.change(alert_sounds=False)
    room.come(1, Level.CRITICAL)
    assert room.rung == 0
    desk.change(alert_sounds=True)
    room.come(2, Level.CRITICAL)
    assert room.levels[0] is Level.CRITICAL


def test_the_gravest_of_those_that_come_together_is_heard(room: Room) -> None:
    both = [told(1, Level.ALERT)._replace(sound=True), told(2, Level.CRITICAL)._replace(sound=True)]
    room.toasts.show_raised(both)
    room.ringer.hear(both)
    assert room.levels == [Level.CRITICAL]


@pytest.mark.parametrize("name", TONES)
def test_the_sounds_are_our_own_short_and_quiet(name: str) -> None:
    assert bundled("sounds", f"{name}.wav").read_bytes() == made(name)
    assert sum(seconds for _, seconds in TONES[name]) < 0.5
    assert max(abs(one) for hertz, s in TONES[name] for one in samples(hertz, s)) < 32_767 / 4
    assert f"{name}.wav" in FILES.values()


@pytest.mark.parametrize(
    ("hour", "loud"), [(22, 25), (23, 25), (0, 25), (5, 25), (6, 100), (12, 100), (21, 100)]
)
def test_alerts_are_as_loud_at_night_as_is_set(hour: int, loud: int) -> None:
    assert loudness(Settings(night_sound=25), datetime(2026, 11, 22, hour, 30)) == loud


def test_a_desk_that_is_silent_at_night_rings_nothing(
    desk: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    beeps: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append("beep"))
    loud = [0]
    chime = Chime(desk, lambda: loud[0])
    chime._effects = {}
    chime.ring(Level.CRITICAL)
    assert beeps == []
    loud[0] = 50
    chime.ring(Level.CRITICAL)
    assert beeps == ["beep"]
