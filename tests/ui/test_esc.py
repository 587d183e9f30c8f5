"""Esc where it means something of its own."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from controlroom.ui.controls.esc import takes_esc

HELD = Qt.KeyboardModifier.NoModifier


def key(kind: QEvent.Type, which: Qt.Key = Qt.Key.Key_Escape) -> QKeyEvent:
    return QKeyEvent(kind, which, HELD)


def test_esc_on_its_way_is_kept_from_the_commands_and_does_nothing_yet() -> None:
    done: list[int] = []
    event = key(QEvent.Type.ShortcutOverride)
    event.ignore()
    assert takes_esc(event, lambda: done.append(1))
    assert event.isAccepted()
    assert done == []


def test_esc_that_is_pressed_does_what_it_means_once() -> None:
    done: list[int] = []
    assert takes_esc(key(QEvent.Type.KeyPress), lambda: done.append(1))
    assert done == [1]


@pytest.mark.parametrize(
    "event",
    [
        key(QEvent.Type.KeyRelease),
        key(QEvent.Type.KeyPress, Qt.Key.Key_Return),
        key(QEvent.Type.ShortcutOverride, Qt.Key.Key_Return),
        QEvent(QEvent.Type.Show),
    ],
)
def test_nothing_else_is_taken(event: QEvent) -> None:
    done: list[int] = []
    assert not takes_esc(event, lambda: done.append(1))
    assert done == []
