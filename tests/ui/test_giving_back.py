"""Memory that is free goes back to the system."""

import sys

import pytest
from pytestqt.qtbot import QtBot

from controlroom.ui import giving_back
from controlroom.ui.giving_back import GivingBack, give_back


@pytest.mark.skipif(not hasattr(giving_back._glibc(), "mallopt"), reason="no glibc here")
def test_a_desk_asks_for_it(qtbot: QtBot) -> None:
    giving = GivingBack()
    assert giving.is_at_work()
    giving.deleteLater()


@pytest.mark.skipif(not hasattr(giving_back._glibc(), "mallopt"), reason="no glibc here")
def test_free_pages_go_back() -> None:
    # Pieces small enough to lie in a heap, and another behind them that keeps it from its end.
    pieces = [bytes(30_000) for _ in range(400)]
    last = bytes(30_000)
    del pieces
    assert give_back()
    assert last


def test_elsewhere_nothing_is_asked(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    giving = GivingBack()
    assert not giving.is_at_work()
    assert not give_back()
    giving.deleteLater()
