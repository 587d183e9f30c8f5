"""What the engine tells is spread at once after a pause, and four times a second at most."""

import pytest
from pytestqt.qtbot import QtBot

from controlroom.model.changes import Changes
from controlroom.ui.board import pulse as pulses
from controlroom.ui.board.pulse import TOGETHER_MS, Pulse

ONE, TWO = Changes(new=(1,)), Changes(new=(2,))


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    told = [100.0]
    monkeypatch.setattr(pulses, "monotonic", lambda: told[0])
    return told


def test_after_a_pause_it_is_spread_at_once(now: list[float], qtbot: QtBot) -> None:
    pulse, spread = Pulse(), list[Changes]()
    pulse.spread.connect(spread.append)
    pulse.gather(ONE)
    assert pulse.together.interval() == 0
    assert spread == []
    qtbot.waitUntil(lambda: spread == [ONE])
    now[0] += 60
    pulse.gather(TWO)
    assert pulse.together.interval() == 0
    pulse.stop()
    pulse.deleteLater()


def test_what_comes_soon_after_waits_and_is_spread_together(now: list[float], qtbot: QtBot) -> None:
    pulse, spread = Pulse(), list[Changes]()
    pulse.spread.connect(spread.append)
    pulse.gather(Changes())
    qtbot.waitUntil(lambda: len(spread) == 1)
    now[0] += 0.1
    pulse.gather(ONE)
    assert pulse.together.interval() == TOGETHER_MS - 100
    now[0] += 0.1
    pulse.gather(TWO)
    assert pulse.together.interval() == TOGETHER_MS - 100
    qtbot.waitUntil(lambda: len(spread) == 2)
    assert spread[1] == Changes(new=(*ONE.new, *TWO.new))
    pulse.deleteLater()
